"""The settings as one of the pages of the frame."""

from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.app.forms import Section
from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.settings.page import SettingsPage


class SettingsScreen:
    """The page, and the section that "back" brings back."""

    def __init__(self, desk: Desk) -> None:
        self.page = SettingsPage(desk)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self.page

    def refresh(self) -> None:
        """Shows what holds now."""
        self.page.refresh()

    def commit(self) -> None:
        """Writes what is being typed."""
        field = QApplication.focusWidget()
        if isinstance(field, LineField) and self.page.isAncestorOf(field):
            field.commit()

    def focus(self) -> None:
        """Puts the caret into the search."""
        self.page.search.setFocus()

    def state(self) -> object:
        """The section."""
        return self.page.section

    def restore(self, state: object) -> None:
        """Goes to the section."""
        if isinstance(state, Section):
            self.page.show_section(state)
