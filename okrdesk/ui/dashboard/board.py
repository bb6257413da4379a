"""The tiles of the dashboard side by side; it knows nothing of the window around it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from okrdesk.domain.overview.sight import Sight
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.dashboard.attention_tile import AttentionTile
from okrdesk.ui.dashboard.check_ins_tile import CheckInsTile
from okrdesk.ui.dashboard.confidence_tile import ConfidenceTile
from okrdesk.ui.dashboard.course_tile import CourseTile
from okrdesk.ui.dashboard.grid import Span, TileGrid
from okrdesk.ui.dashboard.heat_tile import HeatTile
from okrdesk.ui.dashboard.kpis_tile import KpisTile
from okrdesk.ui.dashboard.progress_tile import ProgressTile
from okrdesk.ui.dashboard.status_tile import StatusTile
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.look import Look

AT_ONCE = 400
"""A larger sight shows today first, and then the weeks before, a tile at a time."""
BREATH = 15
"""Milliseconds between two of them, in which the window paints and answers."""


class Board(QWidget):
    """Shows a ``Sight``; the page has one, and a presentation one to be read only.

    ``wanted`` carries a ``Wish`` of a person, ``copied`` what to say after a copy, ``stepped`` -1
    or 1 where the scope before or behind is wanted.
    """

    wanted = Signal(object)
    copied = Signal(str)
    stepped = Signal(int)

    def __init__(self, look: Look, library: ChartLibrary, *, live: bool = True) -> None:
        """``live``: whether a person can press what is on it; else nothing takes the focus."""
        super().__init__()
        self._live = live
        self._sight: Sight | None = None
        self._waiting: list[Tile] = []
        self._later = QTimer(self, singleShot=True, interval=BREATH)
        self._later.timeout.connect(self._go_on)
        self.progress = ProgressTile(look)
        self.confidence = ConfidenceTile(look)
        self.check_ins = CheckInsTile(look)
        self.attention = AttentionTile(look)
        self.course = CourseTile(look, library)
        self.status = StatusTile(look)
        self.heat = HeatTile(look)
        self.kpis = KpisTile(look)
        grid = TileGrid(self, look.themes)
        for tile, span in (
            (self.progress, Span(23, 48)),
            (self.confidence, Span(23, 48)),
            (self.check_ins, Span(23, 48)),
            (self.attention, Span(27, 48)),
            (self.course, Span(64, 96)),
            (self.status, Span(32, 96)),
            (self.heat, Span(48, 96)),
            (self.kpis, Span(48, 96)),
        ):
            grid.put(tile, span)
            self._listen(tile)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All tiles in the order of Tab."""
        return (
            self.progress,
            self.confidence,
            self.check_ins,
            self.attention,
            self.course,
            self.status,
            self.heat,
            self.kpis,
        )

    def show_sight(self, sight: Sight) -> None:
        """Shows other numbers; only what has changed is painted anew.

        A tile that cannot count leaves the others alone: the first error is raised at the end.
        """
        self._sight = sight
        errors = [_tried(tile, tile.show_sight, sight) for tile in self.tiles]
        self._waiting = [self.course, self.progress, self.confidence, self.heat]
        if len(sight.items) <= AT_ONCE:
            errors += [_tried(tile, tile.show_past, sight) for tile in self._waiting]
            self._waiting = []
        elif not self._later.isActive():
            self._later.start()
        if not self._live:
            self._rest()
        _raise_first(errors)

    @property
    def finished(self) -> bool:
        """Whether everything is shown."""
        return not self._waiting

    def _go_on(self) -> None:
        """Lets one tile show the weeks before; the window answers in between."""
        if self._waiting and self._sight is not None:
            tile = self._waiting.pop(0)
            if self._waiting:
                self._later.start()
            _raise_first([_tried(tile, tile.show_past, self._sight)])

    def _listen(self, tile: Tile) -> None:
        tile.wanted.connect(self.wanted)
        tile.copied.connect(self.copied)
        tile.stepped.connect(self.stepped)

    def _rest(self) -> None:
        """Nothing is to be pressed or reached."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in self.findChildren(QWidget):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _tried(tile: Tile, show: Callable[[Sight], None], sight: Sight) -> Exception | None:
    """What went wrong while a tile counted; the tile says so then."""
    try:
        show(sight)
    except Exception as error:  # noqa: BLE001  # who called raises it, once the rest is shown
        tile.fail()
        return error
    return None


def _raise_first(errors: list[Exception | None]) -> None:
    for error in errors:
        if error is not None:
            raise error
