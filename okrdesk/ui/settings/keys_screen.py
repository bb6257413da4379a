"""The page of shortcuts as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.settings.keys_page import KeysPage


class KeysScreen:
    """The page, and the search that "back" brings back."""

    def __init__(self, desk: Desk) -> None:
        self.page = KeysPage(desk)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self.page

    def refresh(self) -> None:
        """Shows the keys that hold now."""
        self.page.refresh()

    def commit(self) -> None:
        """Nothing: keys are kept when they are pressed."""

    def focus(self) -> None:
        """Puts the caret into the search."""
        self.page.search.setFocus()

    def state(self) -> object:
        """What is searched."""
        return self.page.search.text()

    def restore(self, state: object) -> None:
        """Searches again."""
        self.page.search.setText(str(state))
