"""The region at the left: whose plan it is, and its teams."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from okrdesk.domain.entities import Team
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE, ORGANISATION, PERSON, TEAM
from okrdesk.text import Message
from okrdesk.ui.look import Look, clear
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, said
from okrdesk.ui.widgets.themed import ThemedWidget

WIDTH = 212
LARGE = 1_000
"""Objectives above which the numbers of the teams wait until the tree is painted."""
AFTER_MS = 20
"""How long they wait."""


class PlanTile(ThemedWidget):
    """The plan's first letter on its colour."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._letter = ""
        self.setFixedSize(30, 30)

    def show_name(self, name: str) -> None:
        """Shows the first letter of a name."""
        self._letter = name[:1].upper()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("plan"))
        painter.drawRoundedRect(self.rect(), 7, 7)
        painter.setPen(self.theme.colour("on-plan"))
        painter.setFont(self.theme.font(TextRole.SECTION))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class Swatch(ThemedWidget):
    """A small square in a category colour."""

    def __init__(self, look: Look, colour: int) -> None:
        super().__init__(look.themes)
        self._token = f"cat{colour}"
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(self._token))
        painter.drawRoundedRect(QRectF(self.rect()), 2.5, 2.5)
        painter.end()


class Sidebar(QFrame):
    """Plan and teams with their progress in the current cycle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "sidebar")
        self._look = look
        self._shown: list[Team] = []
        self._percents: dict[int, QLabel] = {}
        self._waiting: list[int] = []
        self._scores: tuple[Scores, int] | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._count_next)
        self._tile = PlanTile(look)
        self._name = look.label("", TextRole.STRONG)
        self._below = look.label("", TextRole.CAPTION, "2")
        self._teams_title = look.label(self.tr("Teams"), TextRole.CAPTION_STRONG, "3")
        self._teams_title.setIndent(6)
        self._teams = QVBoxLayout()
        self._teams.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 12)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        layout.addSpacing(20)
        layout.addWidget(self._teams_title)
        layout.addSpacing(6)
        layout.addLayout(self._teams)
        layout.addStretch()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def show_plan(self, snapshot: Snapshot, scores: Scores, cycle: int | None) -> None:
        """Shows the organisation and how far its teams are in the cycle.

        A team's number is the mean of all its objectives; in a large plan an edit does not wait
        for that.
        """
        name = next((o.name for o in snapshot.rows(ORGANISATION)), "")
        people = sum(person.active for person in snapshot.rows(PERSON))
        self._tile.show_name(name)
        self._name.setText(name)
        self._below.setText(said(Message("%n (person|people)", count=people)))
        self._below.setVisible(people > 0)
        teams = [team for team in snapshot.sorted_rows(TEAM) if team.active]
        self._teams_title.setVisible(bool(teams))
        if teams != self._shown:
            self._show_teams(teams)
        self._scores = None if cycle is None else (scores, cycle)
        self._waiting = list(self._percents)
        if snapshot.count(OBJECTIVE) > LARGE:
            self._later.start(AFTER_MS)
            return
        while self._waiting:
            self._count(self._waiting.pop(0))

    def percents(self) -> list[str]:
        """What it says of the teams, from the top."""
        return [label.text() for label in self._percents.values()]

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(10)
        row.addWidget(self._tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._below)
        row.addLayout(words, 1)
        return row

    def _show_teams(self, teams: list[Team]) -> None:
        clear(self._teams)
        self._shown = teams
        self._percents = {team.id: self._look.label("", TextRole.SMALL, "2") for team in teams}
        for team in teams:
            self._teams.addWidget(self._team_row(team))

    def _count_next(self) -> None:
        """One team at a time, so that none of it holds up what a person does."""
        if self._waiting:
            self._count(self._waiting.pop(0))
            self._later.start(0)

    def _count(self, team: int) -> None:
        score = None if self._scores is None else self._scores[0].team(team, self._scores[1])
        self._percents[team].setText(percent_text(None if score is None else score.progress))

    def _team_row(self, team: Team) -> QWidget:
        box = QWidget()
        box.setFixedHeight(30)
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(Swatch(self._look, team.colour))
        row.addWidget(self._look.label(team.name), 1)
        row.addWidget(self._percents[team.id])
        return box
