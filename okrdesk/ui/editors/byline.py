"""Who said something and when, with what can be done with it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from okrdesk.domain.tables import PERSON
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.avatar import Avatar


class Choice(NamedTuple):
    """An entry of the menu."""

    text: str
    chosen: Callable[[], object]


class Byline(QWidget):
    """Face, name and day; at the right a value and a menu."""

    def __init__(self, tools: Tools, what: str, choices: Sequence[Choice]) -> None:
        """``what``: what the menu is about, for its name."""
        super().__init__()
        self._tools, look = tools, tools.look
        self._choices = choices if not tools.bridge.read_only else ()
        self._face = Avatar(look.themes)
        self._who = look.label("", TextRole.STRONG)
        self._when = look.label("", tone="3")
        self.value = look.label("", TextRole.STRONG)
        self.more = look.tool_button("ellipsis", what, self._open)
        self.more.setProperty("look", "small")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._face, self._who, self._when):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.value)
        if self._choices:
            row.addWidget(self.more)

    def show_author(self, author: int | None, when: str) -> None:
        """Shows who it was and when; nobody leaves the day alone."""
        person = self._tools.bridge.snapshot.find(PERSON, author)
        self._face.setVisible(person is not None)
        if person is not None:
            self._face.set_person(person.name, person.initials, person.colour - 1)
        self._who.setText("" if person is None else person.name.split()[0])
        self._who.setVisible(person is not None)
        self._when.setText(when)

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            menu.addAction(choice.text, choice.chosen)
        return menu

    def _open(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
