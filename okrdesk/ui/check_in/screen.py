"""The check-in as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.check_in.page import CheckInPage
from okrdesk.ui.desk import Desk


class CheckInScreen:
    """A new pass begins when the page is shown and nothing of the last one is open."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None:
            raise LookupError("plan")
        self._page = CheckInPage(desk, desk.bridge)
        self._page.begin()

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._page

    def refresh(self) -> None:
        """Follows the plan."""
        self._page.refresh()

    def commit(self) -> None:
        """Nothing: a value counts once it is saved with Enter."""

    def focus(self) -> None:
        """Puts the focus into the value."""
        self._page.focus()

    def state(self) -> object:
        """The key result on the card."""
        return self._page.item

    def restore(self, state: object) -> None:
        """Goes to the key result again, if it is in the pass."""
        if isinstance(state, int):
            self._page.show_if_here(state)
