"""The page of settings as a person finds it."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from okrdesk.app.forms import Section
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings.form import Group
from okrdesk.ui.settings.line import SettingLine
from okrdesk.ui.settings.page import SettingsPage

P = TypeVar("P")


def settings_page(window: MainWindow, section: Section | None = None) -> SettingsPage:
    """The page, shown, at a section."""
    window.show_page("settings")
    QCoreApplication.processEvents()
    page = next(page for page in window.findChildren(SettingsPage) if page.isVisible())
    if section is not None:
        page.show_section(section)
        QCoreApplication.processEvents()
    return page


def lines(page: SettingsPage) -> dict[str, SettingLine]:
    """The lines by the keys of their settings."""
    page.make_all()
    groups = [part for parts in page.parts.values() for part in parts if isinstance(part, Group)]
    return {line.entry.key: line for group in groups for line in group.lines}


def part(page: SettingsPage, kind: type[P]) -> P:
    """The one card of a kind."""
    page.make_all()
    found = [part for parts in page.parts.values() for part in parts if isinstance(part, kind)]
    assert len(found) == 1
    return found[0]


def enter(field: QLineEdit, text: str) -> None:
    """Types a text over the old one and presses Enter."""
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.setModified(True)
    field.returnPressed.emit()
    field.editingFinished.emit()
    QCoreApplication.processEvents()
