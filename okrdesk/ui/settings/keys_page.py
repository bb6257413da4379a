"""S14: every key of the program by its place, to search, change, copy and print."""

from itertools import groupby

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.search_field import SearchField
from okrdesk.ui.fixed_keys import FIXED_KEYS, FixedKey
from okrdesk.ui.look import frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.settings.form import group_column
from okrdesk.ui.settings.key_line import KeyLine
from okrdesk.ui.shortcuts import NATIVE, Keys
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.scrolled import scrolled

WIDTH, SEARCH_WIDTH = 680, 280


class FixedLine(QWidget):
    """Keys that stay as they are."""

    def __init__(self, desk: Desk, fixed: FixedKey) -> None:
        super().__init__()
        self.name = said(fixed.text)
        self.keys = [QKeySequence(key) for key in fixed.keys]
        shown = "   ".join(keys.toString(NATIVE) for keys in self.keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(desk.look.label(self.name), 1)
        row.addWidget(desk.look.label(shown, TextRole.BODY, "2"))

    def refresh(self) -> None:
        """Nothing: these keys stay."""

    def matches(self, words: str) -> bool:
        """Whether the name or the keys hold the words, in small letters."""
        shown = [keys.toString(NATIVE) for keys in self.keys]
        return any(words in text.casefold() for text in [self.name, *shown])


Line = KeyLine | FixedLine


class Place(QWidget):
    """The keys of one place on a card."""

    def __init__(self, desk: Desk, title: str, lines: list[Line]) -> None:
        super().__init__()
        self.title, self.lines = title, lines
        self._rules: list[QWidget] = []
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 2, 1, 2)
        column.setSpacing(0)
        for line in lines:
            self._rules.append(Rule(desk.look.themes))
            column.addWidget(self._rules[-1])
            column.addWidget(line)
        self._rules[0].hide()
        group_column(self, desk.look, title).addWidget(card)

    def filter(self, words: str) -> bool:
        """Shows only the keys that hold the words; tells whether there are any."""
        whole = words in self.title.casefold()
        shown = [line for line in self.lines if whole or line.matches(words)]
        for line, rule in zip(self.lines, self._rules, strict=True):
            line.setVisible(line in shown)
            rule.setVisible(line in shown[1:])
        self.setVisible(bool(shown))
        return bool(shown)


class KeysPage(QWidget):
    """The table of actions with its keys, then the keys that are fixed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self.setAccessibleName(self.tr("Shortcuts"))
        self.keys = Keys(desk.session.settings, desk.every_action(), _menu_bar(desk))
        self.places = [*self._changeable(), *self._fixed()]
        self.search = self._search_field()
        self.reset_button = desk.look.button(self.tr("Reset all"), self._reset_all)
        self._nothing = desk.look.wrapped("", TextRole.BODY, "2")
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(self._body(), 1)
        self.refresh()

    def refresh(self) -> None:
        """Shows the keys that hold now."""
        for line in (line for place in self.places for line in place.lines):
            line.refresh()
        self.reset_button.setEnabled(self.keys.any_changed)

    def text(self) -> str:
        """The whole table as plain text, a line for each action, keys behind a tab."""
        return "\n\n".join(_place_text(place) for place in self.places) + "\n"

    def copy(self) -> None:
        """Puts the table on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self._desk.toast(self.tr("Shortcuts copied"))

    def print(self) -> None:
        """Asks for a printer and prints the table."""
        from okrdesk.ui.settings.printing import ask_and_print

        ask_and_print(self._desk.widget, self.accessibleName(), self.text())

    def search_for(self, text: str) -> None:
        """Shows only what holds the words."""
        words = text.strip().casefold()
        found = [place.filter(words) for place in self.places]
        self._nothing.setText(self.tr("No key and no action holds “{text}”.").format(text=text))
        self._nothing.setVisible(not any(found))

    def _reset_all(self) -> None:
        self.keys.reset_all()
        self.refresh()

    def _changeable(self) -> list[Place]:
        menus: dict[str, list[Line]] = {}
        for action in self.keys.actions:
            menus.setdefault(str(action.property("menu")), []).append(self._line(action))
        return [Place(self._desk, menu, lines) for menu, lines in menus.items()]

    def _line(self, action: QAction) -> KeyLine:
        line = KeyLine(self._look, action, self.keys)
        line.changed.connect(self.refresh)
        return line

    def _fixed(self) -> list[Place]:
        parts = groupby(FIXED_KEYS, key=lambda fixed: fixed.place)
        return [
            Place(self._desk, said(place), [FixedLine(self._desk, fixed) for fixed in part])
            for place, part in parts
        ]

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        title: QLabel = self._look.label(self.accessibleName(), TextRole.VIEW_TITLE)
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self.search)
        row.addWidget(self._look.button(self.tr("Copy as text"), self.copy, icon="copy"))
        row.addWidget(self._look.button(self.tr("Print…"), self.print, icon="printer"))
        row.addWidget(self.reset_button)
        return row

    def _search_field(self) -> SearchField:
        field = SearchField(self.tr("Search for an action or keys"))
        field.setMaximumWidth(SEARCH_WIDTH)
        field.setMinimumWidth(SEARCH_WIDTH // 2)
        field.textChanged.connect(self.search_for)
        return field

    def _body(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 16)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for place in self.places:
            column.addWidget(place)
        column.addStretch()
        inside.setMaximumWidth(self._look.themes.theme.length(WIDTH))
        return scrolled(inside, sideways=True)


def _menu_bar(desk: Desk) -> QMenuBar:
    bar = desk.widget.findChild(QMenuBar)
    if bar is None:
        raise LookupError("menu bar")
    return bar


def _place_text(place: Place) -> str:
    lines = [place.title]
    for line in place.lines:
        keys = line.keys if isinstance(line, FixedLine) else line.action.shortcuts()
        shown = ", ".join(key.toString(NATIVE) for key in keys)
        lines.append(f"{line.name}\t{shown}")
    return "\n".join(lines)
