"""One line of the journal: a plan with its box, or a sentence; edited where it stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import WeekLine
from okrdesk.domain.tables import WEEK_LINE
from okrdesk.domain.week_page import Plan
from okrdesk.domain.words import Health, Priority, WeekPart
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.elided_field import ElidedField
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date

HEALTH_WORDS = {
    Health.GOOD: Message("Good"),
    Health.FAIR: Message("Fair"),
    Health.POOR: Message("Poor"),
}
SHAPES = {Health.GOOD: "on_track", Health.FAIR: "behind", Health.POOR: "at_risk"}


class LineRow(QWidget):
    """Enter commits the text, Space ticks a plan, Del on its box deletes it."""

    def __init__(self, bridge: Bridge, look: Look, line: WeekLine, plan: Plan | None) -> None:
        super().__init__()
        self._bridge, self._look, self.line, self._plan = bridge, look, line, plan
        self.text = ElidedField(self.tr("Line of the journal"))
        self.text.setProperty("look", "bare")
        self.text.show_text(line.text)
        self.text.setToolTip(line.text)
        self.text.setReadOnly(bridge.read_only)
        self.text.committed.connect(self._write)
        self.done = QCheckBox()
        self.more = look.tool_button("ellipsis", self.tr("More for this line"), self._open_menu)
        self.setAccessibleName(self._sentence())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if plan is not None:
            row.addWidget(self._box(plan))
        if line.part is WeekPart.HEALTH:
            row.addWidget(self._shape(line.health))
        row.addWidget(self.text, 1)
        for words in self._marks():
            row.addWidget(look.label(words, TextRole.SMALL, "2"))
        if not bridge.read_only:
            row.addWidget(self.more)

    def field(self, *, boxed: bool) -> QWidget:
        """The box, or the text."""
        return self.done if boxed else self.text

    def has_focus(self) -> bool:
        """Whether one of its fields has the focus."""
        return any(field.hasFocus() for field in (self.done, self.text, self.more))

    def menu(self) -> QMenu:
        """What can be done with the line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._plan is not None:
            for priority in (Priority.P1, Priority.P2, Priority.P3):
                words = self.tr("Priority {name}").format(name=priority.value)
                menu.addAction(words, partial(self._change, priority=priority))
            menu.addAction(self.tr("No priority"), partial(self._change, priority=None))
            menu.addSeparator()
            menu.addAction(self.tr("Drop the plan"), partial(self._run, commands.drop_plan))
        elif self.line.part is WeekPart.HEALTH:
            for health, name in HEALTH_WORDS.items():
                menu.addAction(said(name), partial(self._change, health=health))
        menu.addAction(self.tr("Delete"), self.delete)
        return menu

    def delete(self) -> None:
        """Takes the line away, on every page."""
        self._bridge.attempt(commands.delete_row, WEEK_LINE, self.line.id)

    def commit(self) -> None:
        """Writes what is being typed."""
        self.text.commit()

    def _sentence(self) -> str:
        """The whole line in words, for ears and for paper."""
        box = "" if self._plan is None else "☑ " if self._plan.done else "☐ "
        health = "" if self.line.health is None else said(HEALTH_WORDS[self.line.health])
        return box + ", ".join(filter(None, (self.line.text, health, *self._marks())))

    def _marks(self) -> list[str]:
        plan, marks = self._plan, list[str]()
        if plan is None:
            return marks
        if plan.line.priority is not None:
            marks.append(plan.line.priority.value)
        if plan.dropped:
            marks.append(self.tr("dropped"))
        elif plan.moved:
            marks.append(self.tr("since {day}").format(day=short_date(plan.line.week)))
        return marks

    def _box(self, plan: Plan) -> QCheckBox:
        self.done.setAccessibleName(self.tr("Done: {text}").format(text=self.line.text))
        self.done.setChecked(plan.done)
        self.done.setEnabled(not self._bridge.read_only)
        self.done.clicked.connect(self._tick)
        font = self.text.font()
        font.setStrikeOut(plan.done or plan.dropped)
        self.text.setFont(font)
        return self.done

    def _shape(self, health: Health | None) -> StatusShape:
        shape = StatusShape(self._look)
        shape.show_status(None if health is None else SHAPES[health])
        shape.setToolTip("" if health is None else said(HEALTH_WORDS[health]))
        return shape

    def _tick(self, on: bool) -> None:  # Qt's signal
        self._bridge.attempt(commands.tick_plan, self.line.id, done=on)

    def _write(self, text: str) -> None:
        if text.strip():
            self._change(text=text)
        else:
            self.delete()

    def _change(self, **fields: object) -> None:
        self._bridge.attempt(commands.change_week_line, self.line.id, **fields)

    def _run(self, command: Callable[..., object]) -> None:
        self._bridge.attempt(command, self.line.id)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
