"""The head of the page: which week, whose key results, how many are done, how long it takes."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.cycles import week_of
from okrdesk.domain.entities import Cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import PERSON, TEAM
from okrdesk.domain.words import Rhythm
from okrdesk.text import Message
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import long_date, said
from okrdesk.ui.widgets.progress_bar import ProgressBar
from okrdesk.ui.widgets.segments import Segments

BAR_FROM, WEEK_FROM = 1160, 1080
"""Widths at the normal size of text from which there is room for the bar and the week."""
_TITLES: Mapping[Rhythm | None, Message] = {
    None: Message("Check-in"),
    Rhythm.WEEKLY: Message("Weekly check-in"),
    Rhythm.FORTNIGHTLY: Message("Fortnightly check-in"),
    Rhythm.MONTHLY: Message("Monthly check-in"),
}


class Progress(NamedTuple):
    """How far the pass is; ``seconds`` is what the rest will take."""

    done: int
    all: int
    seconds: float


class Head(QWidget):
    """``whose_chosen`` carries a ``Whose``, ``finished`` follows the button "Finish later"."""

    whose_chosen = Signal(object)
    finished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._any = look, False
        self._title = look.label(self.tr("Check-in"), TextRole.VIEW_TITLE)
        self._week = look.label("", tone="2")
        self.whose = ChoiceField(self.tr("Whose key results"))
        self._choices: list[Whose] = []
        self.form = Segments(self.tr("How it is asked"))
        self.form.add(self.tr("Cards"), value=False)
        self.form.add(self.tr("Table"), value=True)
        self.form.show_choice(value=False)
        self.whose.activated.connect(lambda place: self.whose_chosen.emit(self._choices[place]))
        self._done = look.label("", TextRole.STRONG)
        self._left = look.label("", tone="2")
        self._bar = ProgressBar(look.themes)
        self._bar.setFixedWidth(150)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._week)
        row.addWidget(self.whose)
        row.addWidget(self.form)
        row.addStretch(1)
        for part in (self._done, self._left, self._bar):
            row.addWidget(part)
        row.addWidget(look.button(self.tr("Finish later"), self.finished.emit, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar and the week give way in a narrow window: both are told elsewhere, too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._bar.setVisible(self._any and self.width() >= self._wide(BAR_FROM))
        self._week.setVisible(self.width() >= self._wide(WEEK_FROM))

    def _wide(self, length: int) -> int:
        return self._look.themes.theme.length(length)

    def show_day(self, cycle: Cycle | None, today: date) -> None:
        """Shows the week of the cycle and the day."""
        rhythm = None if cycle is None else cycle.rhythm
        self._title.setText(said(_TITLES.get(rhythm, _TITLES[None])))
        day = long_date(today)
        week = self.tr("Week {week} · {day}").format(
            week=0 if cycle is None else week_of(cycle, today), day=day
        )
        self._week.setText(day if cycle is None else week)

    def show_people(self, snapshot: Snapshot, me: int | None, now: Whose) -> None:
        """Offers mine, each team, and all; hides where there is only one person."""
        choices = [(ALL, self.tr("All"))]
        choices += [(Whose(team=t.id), t.name) for t in snapshot.sorted_rows(TEAM) if t.active]
        if me is not None and snapshot.find(PERSON, me) is not None:
            choices.insert(0, (Whose(person=me), self.tr("Mine")))
        self._choices = [whose for whose, _name in choices]
        self.whose.clear()
        self.whose.addItems([name for _whose, name in choices])
        self.whose.setCurrentIndex(self._choices.index(now) if now in self._choices else 0)
        self.whose.setVisible(len(choices) > 1)

    def show_progress(self, progress: Progress) -> None:
        """Shows "2 of 12 done · about 2 minutes left"."""
        text = self.tr("{done} of {all} done")
        self._done.setText(text.format(done=progress.done, all=progress.all))
        self._left.setText(time_left(progress.seconds))
        self._bar.set_values("achieved", progress.done / max(progress.all, 1), None)
        self._any = progress.all > 0
        self._done.setVisible(self._any)
        self._left.setVisible(progress.all > progress.done)
        self._fit()


def time_left(seconds: float) -> str:
    """What the rest will take, in words: "about 2 minutes left"."""
    minutes = max(1, round(seconds / 60))
    return said(Message("· about %n minute(s) left", count=minutes))
