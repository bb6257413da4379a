"""S13: all settings on one page, applied as soon as they are changed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app.forms import SECTIONS, Section
from okrdesk.app.settings import Setting
from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.search_field import SearchField
from okrdesk.ui.preferences import prefer
from okrdesk.ui.settings.entries import Entry, own_entries, plan_entries
from okrdesk.ui.settings.form import Part, made_groups
from okrdesk.ui.settings.links import file_parts, shortcut_parts
from okrdesk.ui.settings.nav import Nav
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.scrolled import scrolled

WIDTH = 680
"""Of the column of cards, in pixels at the text size of the design."""

SEARCH_WIDTH = 280
ROOM_TO_SCROLL = 14
"""Beside the sections, where large text leaves no room for all of them."""
NAV_FROM = 640
"""A page that is narrower shows the sections as icons."""


class SettingsPage(QWidget):
    """Sections at the left, cards at the right, a search over all of them on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self.setAccessibleName(self.tr("Settings"))
        self.nav = Nav(desk.look)
        self.nav.chosen.connect(self.show_section)
        self.search = self._search_field()
        self.parts: dict[Section, list[Part]] = {}
        self._boxes: dict[Section, QWidget] = {}
        self._nothing = desk.look.wrapped("", TextRole.BODY, "2")
        self._cards = self._card_column()
        self._section = Section.GENERAL
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addLayout(self._body(), 1)
        self.show_section(Section.GENERAL)
        desk.look.themes.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the room to the cards where there is little of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        length = self._look.themes.theme.length
        self.nav.shrink(small=self.width() < length(NAV_FROM))
        self._nav_area.setFixedWidth(self.nav.sizeHint().width() + ROOM_TO_SCROLL)
        self._cards.setMaximumWidth(length(WIDTH))

    @property
    def section(self) -> Section:
        """The section that is shown while nothing is searched."""
        return self._section

    def show_section(self, section: Section) -> None:
        """Shows one section, and ends a search."""
        self._section = section
        self.search.clear()
        self.make(section)
        self.nav.show_section(section)
        for other, box in self._boxes.items():
            box.setVisible(other is section)
        for part in self.parts[section]:
            part.filter("")
        self._nothing.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def make(self, section: Section) -> None:
        """Makes the cards of a section when they are first wanted."""
        layout = self._boxes[section].layout()
        if section not in self.parts and layout is not None:
            self.parts[section] = self._made(section, self._entries())
            for part in self.parts[section]:
                layout.addWidget(part)

    def make_all(self) -> None:
        """Makes every section, as a search looks into all of them."""
        for section in Section:
            self.make(section)

    def refresh(self) -> None:
        """Shows what holds now."""
        for part in (part for parts in self.parts.values() for part in parts):
            part.refresh()

    def _find(self, text: str) -> None:
        words = text.strip().casefold()
        if not words:
            self.show_section(self._section)
            return
        found = False
        self.make_all()
        self.nav.show_section(self._section, marked=False)
        for section, box in self._boxes.items():
            whole = words in said(SECTIONS[section]).casefold()
            shown = [part.filter("" if whole else words) for part in self.parts[section]]
            box.setVisible(any(shown))
            found = found or any(shown)
        self._nothing.setText(self.tr("No setting is called “{text}”.").format(text=text.strip()))
        self._nothing.setVisible(not found)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._look.label(self.tr("Settings"), TextRole.VIEW_TITLE))
        row.addStretch()
        row.addWidget(self.search)
        return row

    def _search_field(self) -> SearchField:
        field = SearchField(self.tr("Search the settings"))
        field.setFixedWidth(SEARCH_WIDTH)
        field.textChanged.connect(self._find)
        return field

    def _body(self) -> QHBoxLayout:
        self._scroll, self._nav_area = scrolled(self._cards), scrolled(self.nav)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._nav_area)
        row.addWidget(self._scroll, 1)
        return row

    def _card_column(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 16)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        for section in Section:
            box = self._boxes[section] = QWidget()
            box.hide()
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(0)
            column.addWidget(box)
        column.addStretch()
        return inside

    def _entries(self) -> list[Entry]:
        def put(setting: Setting[Any], value: Any) -> None:
            prefer(self._desk, setting, value)

        own = own_entries(self._desk.session.settings.get, put)
        return [*own, *plan_entries(self._desk.bridge)]

    def _made(self, section: Section, entries: list[Entry]) -> list[Part]:
        mine = [entry for entry in entries if entry.form.section is section]
        more = _MORE.get(section)
        return [*made_groups(self._look, mine), *(more(self._desk) if more else ())]


def _cycles(desk: Desk) -> list[Part]:
    from okrdesk.ui.settings.cycles_part import CyclesPart

    return [CyclesPart(desk)]


def _people(desk: Desk) -> list[Part]:
    from okrdesk.ui.settings.rosters import PersonRoster, TeamRoster

    return [TeamRoster(desk), PersonRoster(desk)]


_MORE: Mapping[Section, Callable[[Desk], list[Part]]] = {
    Section.CYCLE: _cycles,
    Section.PEOPLE: _people,
    Section.FILE: file_parts,
    Section.SHORTCUTS: shortcut_parts,
}
"""What a section has besides the forms of its declarations."""
