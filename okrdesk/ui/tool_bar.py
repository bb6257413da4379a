"""The bar below the menus: sidebar, back and forward, cycle and week, search, new objective."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import Cycle
from okrdesk.ui.action_buttons import (
    ActionButton,
    DayButton,
    IconButton,
    QuietButton,
    SearchButton,
)
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.cycle_button import CycleButton
from okrdesk.ui.look import Look
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole

HEIGHT = 48


class WeekBar(QWidget):
    """How much of the cycle is gone: a thin bar beside "Week 7 of 13"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._part = 0.0
        self.setFixedSize(72, 4)
        look.themes.changed.connect(self._restyle)

    def set_part(self, part: float) -> None:
        """The part of the days that is gone, 0–1."""
        self._part = min(max(part, 0.0), 1.0)
        self.update()

    def _restyle(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._look.themes.theme
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.setBrush(theme.colour("text-3"))
        painter.drawRoundedRect(0, 0, round(self.width() * self._part), self.height(), 2, 2)


class WeekOfCycle(QWidget):
    """How far a cycle is, "Week 7 of 13"."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week = look.label("", TextRole.BODY, "2")
        self._bar = WeekBar(look)
        self._known = False
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._week)

    def words(self) -> str:
        """What it says."""
        return self._week.text()

    def show_if(self, *, room: bool) -> None:
        """Is seen where there is a cycle and room."""
        self.setVisible(self._known and room)

    def show_cycle(self, cycle: Cycle | None, today: date) -> None:
        """Says the week of the day."""
        self._known = cycle is not None
        if cycle is None:
            return
        text = self.tr("Week {week} of {weeks}")
        self._week.setText(text.format(week=week_of(cycle, today), weeks=weeks_of(cycle)))
        self._bar.set_part(((today - cycle.start).days) / max(1, (cycle.end - cycle.start).days))


class ToolBar(QFrame):
    """The bar of the window. A ``QToolBar`` would add margins of the style to every item.

    ``action``: from the id of a row of the table to Qt's action.
    """

    def __init__(self, look: Look, action: Callable[[str], QAction]) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setMinimumHeight(HEIGHT)
        self.cycle = CycleButton(look)
        self.week = WeekOfCycle(look)
        self.day = DayButton(look, action("as_of"))
        self.present = QuietButton(look, action("present"), "monitor")
        self.new = ActionButton(look, action("new_objective"))
        back, forward = action("go_back"), action("go_forward")
        row = self._row = QHBoxLayout()
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(5)
        toggle = IconButton(look, action("sidebar"), "panel-left")
        self._of_plan = (toggle, self.cycle, self.week, self.day, self.present)
        row.addWidget(toggle)
        row.addWidget(IconButton(look, back, "chevron-left", "chevron-right"))
        row.addWidget(IconButton(look, forward, "chevron-right", "chevron-left"))
        row.addSpacing(3)
        row.addWidget(self.cycle)
        row.addWidget(self.week)
        row.addWidget(self.day)
        row.addStretch(1)
        row.addWidget(SearchButton(look, action("palette")), 100)
        row.addStretch(1)
        row.addWidget(self.present)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(look.themes))
        self._say()
        look.themes.changed.connect(self._fit_soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit_soon(self) -> None:
        """Once the parts know how wide the new text is."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Leaves out a word, the week and then the dates where large text has no room for them."""
        if not self.cycle.isVisibleTo(self):
            return
        self.cycle.show_dates(shown=True)
        self.week.show_if(room=True)
        self.present.show_whole(whole=True)
        if self._is_crowded():
            self.present.show_whole(whole=False)
        if self._is_crowded():
            self.week.show_if(room=False)
        if self._is_crowded():
            self.cycle.show_dates(shown=False)

    def _is_crowded(self) -> bool:
        # What has just been hidden counts until the row is asked anew.
        self._row.invalidate()
        return self._row.totalMinimumSize().width() > self.width()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Tool bar"))

    def show_plan(
        self, bridge: Bridge | None, cycle: Cycle | None, past: date | None = None
    ) -> None:
        """Shows the cycle that the plan is looked at in, and the day where it is a past one.

        Without a plan there is none.
        """
        for part in self._of_plan:
            part.setVisible(bridge is not None)
        if bridge is not None:
            self.cycle.show_cycle(bridge.snapshot, cycle)
            self.week.show_cycle(cycle, bridge.today)
            self.day.show_day(past)
            self._fit()
