"""The weekly journal as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.weeks.page import PageState, WeeksPage


class WeeksScreen:
    """The journal, as the frame sees it."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None:
            raise LookupError("plan")
        self._page = WeeksPage(desk, desk.bridge)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._page

    def refresh(self) -> None:
        """Follows the plan."""
        self._page.refresh()

    def commit(self) -> None:
        """Writes what is being typed."""
        self._page.commit()

    def focus(self) -> None:
        """Puts the focus where the next line is written."""
        self._page.focus()

    def state(self) -> object:
        """Whose page it is, of which week, in which form."""
        return self._page.state

    def restore(self, state: object) -> None:
        """Shows it so again."""
        if isinstance(state, PageState):
            self._page.show_state(state)
