"""Buttons of the view bar: each opens a menu in which several things can be ticked."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton

from okrdesk.text import Message
from okrdesk.ui.icons import clear_icon
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said


class Choice(NamedTuple):
    """One thing to tick: the value in the query, and what people read."""

    value: str
    text: str


class CheckMenu(QMenu):
    """A menu that stays open while things are ticked with Space or the pointer."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if _ticks(action):
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Takes Space before Qt closes the menu over it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action = self.activeAction()
            if event.key() == Qt.Key.Key_Space and _ticks(action):
                action.trigger()
                return True
        return super().event(event)


def _ticks(action: QAction | None) -> bool:
    """Whether it can be ticked; beside the entries there is none."""
    return action is not None and action.isCheckable()


class ChoiceButton(QPushButton):
    """Says what is ticked, or that anything goes. ``changed`` carries the ticked values."""

    changed = Signal(object)

    def __init__(self, look: Look, anything: str, several: Message, icon: str = "") -> None:
        """``anything``: the text while nothing is ticked; ``several``: for more than one."""
        super().__init__(anything.replace("&", "&&"))
        self._anything, self._several = anything, several
        self._values: tuple[str, ...] = ()
        self._choices: list[Choice] = []
        self._offer: Callable[[], Iterable[Choice]] = list
        self.setProperty("look", "choice")
        self.setAutoDefault(False)
        if icon:
            self.setIcon(look.icons.icon(icon, "text-2"))
            clear_icon(self, look.themes)
        self._menu = CheckMenu(self)
        self._menu.setTitle(anything)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def offer(self, choices: Callable[[], Iterable[Choice]]) -> None:
        """Says where the choices come from; they are asked for when the menu opens."""
        self._offer = choices

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked."""
        return self._values

    def show_values(self, values: tuple[str, ...]) -> None:
        """Ticks these."""
        self._values = values
        known = {choice.value: choice.text for choice in self._offer()} if values else {}
        text = self._anything
        if len(values) == 1:
            text = known.get(values[0], values[0])
        elif values:
            text = said(Message(self._several.text, count=len(values)))
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setProperty("on", bool(values))
        self.style().polish(self)

    def _fill(self) -> None:
        self._menu.clear()
        self._choices = list(self._offer())
        for choice in self._choices:
            action: QAction = self._menu.addAction(choice.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.value in self._values)
            action.toggled.connect(partial(self._tick, choice.value))
        self._menu.addSeparator()
        self._menu.addAction(self._anything.replace("&", "&&")).triggered.connect(
            lambda: self._set(())
        )

    def _tick(self, value: str, ticked: bool) -> None:
        order = [choice.value for choice in self._choices]
        chosen = {*self._values, value} if ticked else {*self._values} - {value}
        self._set(tuple(sorted(chosen, key=lambda v: order.index(v) if v in order else -1)))

    def _set(self, values: tuple[str, ...]) -> None:
        self.show_values(values)
        self.changed.emit(values)
