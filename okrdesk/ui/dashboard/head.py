"""The head of the dashboard: the day, whose numbers, and the report."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.cycles import days_of
from okrdesk.domain.entities import Cycle, Team
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import long_date, short_date, tr
from okrdesk.ui.widgets.segments import Segments

SIDE_BY_SIDE = 5
"""So many choices may stand side by side; more are a list."""


class Head(QWidget):
    """``chosen`` carries the id of a team, or None for everyone; ``report_wanted`` asks for one."""

    chosen = Signal(object)
    report_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._teams: list[int | None] = []
        self.names: list[str] = []
        """What the choices are called."""
        self._day = look.label("", tone="2")
        self.segments = Segments(tr("Whose numbers"))
        self.segments.chosen.connect(self.chosen)
        self.field = ChoiceField(tr("Whose numbers"))
        self.field.activated.connect(lambda place: self.chosen.emit(self._teams[place]))
        self._title = look.label(tr("Dashboard"), TextRole.VIEW_TITLE)
        self.report = look.button(tr("Report…"), self.report_wanted.emit, "", "file-text")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._day)
        row.addStretch(1)
        for part in (self.segments, self.field, self.report):
            row.addWidget(part)

    @property
    def teams(self) -> list[int | None]:
        """The choices, None for everyone."""
        return self._teams

    def show_teams(self, teams: list[Team], now: int | None) -> None:
        """Offers everyone and each team; nothing where there are no teams."""
        names = [tr("Everyone"), *(team.name for team in teams)]
        choices = [None, *(team.id for team in teams)]
        if (choices, names) != (self._teams, self.names):
            self._teams, self.names = choices, names
            self._fill()
        self.segments.show_choice(now)
        self.field.setCurrentIndex(choices.index(now) if now in choices else 0)
        self._fit()

    def show_day(self, cycle: Cycle, today: date, *, named: bool) -> None:
        """Shows “Monday 17 August · day 48 of 92”; ``named``: with the cycle."""
        words = [long_date(today)]
        if named:
            words.append(cycle.name)
        words.append(place_in(cycle, today))
        self._day.setText(" · ".join(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        self.segments.clear()
        self.field.clear()
        for name, team in zip(self.names, self._teams, strict=True):
            self.segments.add(name.replace("&", "&&"), team)
            self.field.addItem(name)

    def _fit(self) -> None:
        """The day makes way first, then the choices become a list."""
        several = len(self._teams) > 1
        room = self.width() - 40 - self._title.sizeHint().width() - self.report.sizeHint().width()
        wide = self.segments.sizeHint().width() + 36
        beside = len(self._teams) <= SIDE_BY_SIDE and wide <= room
        self.segments.setVisible(several and beside)
        self.field.setVisible(several and not beside)
        taken = 0 if not several else wide if beside else self.field.sizeHint().width() + 36
        self._day.setVisible(self._day.sizeHint().width() + 12 <= room - taken)


def place_in(cycle: Cycle, today: date) -> str:
    """“Day 48 of 92”, or when it begins or ended."""
    if today < cycle.start:
        return tr("begins {day}").format(day=short_date(cycle.start))
    if today > cycle.end:
        return tr("ended {day}").format(day=short_date(cycle.end))
    day = (today - cycle.start).days + 1
    return tr("day {day} of {days}").format(day=day, days=days_of(cycle))
