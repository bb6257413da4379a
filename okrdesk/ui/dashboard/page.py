"""The page: the head, and the tiles below it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from okrdesk.domain.entities import Cycle, Team
from okrdesk.domain.overview.sight import Narrowed, sight_of, usual_cycle
from okrdesk.domain.people import is_solo
from okrdesk.domain.tables import CHECK_IN, KPI_VALUE, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.dashboard.board import Board
from okrdesk.ui.dashboard.emptiness import NothingToSee
from okrdesk.ui.dashboard.head import Head
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.look import Look


class DashboardPage(QWidget):
    """``team_chosen`` carries the id of a team, or None for everyone."""

    team_chosen = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, library: ChartLibrary) -> None:
        super().__init__()
        self._bridge = bridge
        self._narrowed = Narrowed()
        self._last: Tile | None = None
        self.head = Head(look)
        self.board = Board(look, library)
        self.nothing = NothingToSee(look)
        self._scroll = QScrollArea()
        self.head.chosen.connect(self.team_chosen)
        self.board.stepped.connect(self._step)
        for tile in self.board.tiles:
            tile.installEventFilter(self)
        self._build()

    def show_plan(self, chosen: Cycle | None, narrowed: Narrowed) -> None:
        """Shows a cycle, or the usual one for None, narrowed to what is wanted."""
        snapshot, today = self._bridge.snapshot, self._bridge.today
        self._narrowed = narrowed
        cycle = chosen or usual_cycle(snapshot, today)
        anything = snapshot.count(CHECK_IN) + snapshot.count(KPI_VALUE) > 0
        self._scroll.setVisible(anything and cycle is not None)
        self.nothing.setVisible(not anything or cycle is None)
        self.head.show_teams(self._teams(), narrowed.team)
        if cycle is not None:
            self.head.show_day(cycle, today, named=chosen is None)
        self.board.check_ins.offers = not self._bridge.read_only
        self.nothing.go.setVisible(not self._bridge.read_only)
        if anything and cycle is not None:
            self.board.show_sight(sight_of(self._bridge.scores, cycle, narrowed))

    def focus(self) -> None:
        """Puts the focus on the tile that had it last, else on the first."""
        if self.nothing.isVisibleTo(self):
            self.nothing.focus()
        else:
            (self._last or self.board.progress).setFocus()

    def place_of_focus(self) -> int:
        """Which tile had the focus last."""
        return 0 if self._last is None else self.board.tiles.index(self._last)

    def focus_tile(self, place: int) -> None:
        """Puts the focus on a tile by its place."""
        self._last = self.board.tiles[place]
        self.focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Brings the tile with the focus into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Tile):
            self._last = watched
            self._scroll.ensureWidgetVisible(watched, 0, 14)
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Goes to the scope before or behind; the last one stays."""
        teams = self.head.teams
        here = teams.index(self._narrowed.team) if self._narrowed.team in teams else 0
        there = min(max(here + by, 0), len(teams) - 1)
        if there != here:
            self.team_chosen.emit(teams[there])
            self._announce(there)

    def _announce(self, place: int) -> None:
        """The focus stays where it is, so that a screen reader would not say what is new."""
        tile = self._last or self.board.progress
        words = f"{self.head.names[place]}. {tile.accessibleName()}: {tile.accessibleDescription()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _teams(self) -> list[Team]:
        snapshot = self._bridge.snapshot
        if is_solo(snapshot):
            return []
        return [team for team in snapshot.sorted_rows(TEAM) if team.active]

    def _build(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(20, 2, 20, 14)
        inside.addWidget(self.board)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.nothing, 1)
