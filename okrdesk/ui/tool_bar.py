"""The bar below the menus: sidebar, cycle and week, new objective."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import Cycle
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
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._week)

    def words(self) -> str:
        """What it says."""
        return self._week.text()

    def show_cycle(self, cycle: Cycle | None, today: date) -> None:
        """Shows the week of the day; hides where there is no cycle."""
        self.setVisible(cycle is not None)
        if cycle is None:
            return
        text = self.tr("Week {week} of {weeks}")
        self._week.setText(text.format(week=week_of(cycle, today), weeks=weeks_of(cycle)))
        self._bar.set_part(((today - cycle.start).days) / max(1, (cycle.end - cycle.start).days))


class ToolBar(QFrame):
    """The bar of the window. A ``QToolBar`` would add margins of the style to every item."""

    def __init__(self, look: Look, sidebar: QAction, new_objective: QAction) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setAccessibleName(self.tr("Tool bar"))
        self.setMinimumHeight(HEIGHT)
        self.cycle = CycleButton(look)
        self.week = WeekOfCycle(look)
        name = sidebar.text().replace("&", "")
        toggle = look.tool_button("panel-left", name, sidebar.trigger)
        toggle.setIconSize(QSize(18, 18))
        row = QHBoxLayout()
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(6)
        row.addWidget(toggle)
        row.addWidget(self.cycle)
        row.addWidget(self.week)
        row.addStretch(1)
        row.addWidget(ActionButton(look, new_objective))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(look.themes))

    def show_plan(self, bridge: Bridge | None, cycle: Cycle | None) -> None:
        """Shows the cycle that the plan is looked at in; without a plan there is no bar."""
        self.setVisible(bridge is not None)
        if bridge is not None:
            self.cycle.show_cycle(bridge.snapshot, cycle)
            self.week.show_cycle(cycle, bridge.today)


class ActionButton(QPushButton):
    """The primary button: does what an action does, and is enabled when it is."""

    def __init__(self, look: Look, action: QAction) -> None:
        text = action.text().replace("&", "")
        super().__init__(look.icons.icon("plus", "on-accent"), text)
        self._action = action
        self.setProperty("look", "primary")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
