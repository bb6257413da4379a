"""The settings, section by section."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, settle
from okrdesk.app.forms import Section
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings.page import SettingsPage


def _page(window: MainWindow) -> SettingsPage:
    open_sample(window)
    window.show_page("settings")
    settle()
    return window.findChildren(SettingsPage)[-1]


def _section(window: MainWindow, section: Section) -> QPixmap:
    _page(window).show_section(section)
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


def settings_general(window: MainWindow) -> QPixmap:
    """How the window looks, and the plan's week."""
    return _section(window, Section.GENERAL)


def settings_levels(window: MainWindow) -> QPixmap:
    """Calendar, levels, words and cycles."""
    return _section(window, Section.CYCLE)


def settings_status(window: MainWindow) -> QPixmap:
    """The rules of a status."""
    return _section(window, Section.STATUS)


def settings_people(window: MainWindow) -> QPixmap:
    """Teams and people."""
    return _section(window, Section.PEOPLE)


def settings_file(window: MainWindow) -> QPixmap:
    """Where the plan and its backups are."""
    return _section(window, Section.FILE)


def settings_shortcuts(window: MainWindow) -> QPixmap:
    """The way to the page of shortcuts."""
    return _section(window, Section.SHORTCUTS)


def settings_accessibility(window: MainWindow) -> QPixmap:
    """Contrast, motion and focus."""
    return _section(window, Section.ACCESSIBILITY)


def settings_report(window: MainWindow) -> QPixmap:
    """The paper of reports."""
    return _section(window, Section.REPORT)


def settings_search(window: MainWindow) -> QPixmap:
    """What a search finds in all sections."""
    page = _page(window)
    page.search.setText("day")
    settle()
    picture = window.grab()
    page.search.clear()
    window.show_page("plan")
    return picture


def shortcuts(window: MainWindow) -> QPixmap:
    """All keys by their place."""
    open_sample(window)
    window.show_page("shortcuts")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    settings_general,
    settings_levels,
    settings_status,
    settings_people,
    settings_file,
    settings_shortcuts,
    settings_accessibility,
    settings_report,
    settings_search,
    shortcuts,
)
