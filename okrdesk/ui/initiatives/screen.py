"""The initiatives as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.initiatives.page import InitiativesPage, PageState


class InitiativesScreen:
    """The checklist, as the frame sees it."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None or desk.view is None:
            raise LookupError("plan")
        self._page = InitiativesPage(desk, desk.bridge, desk.view)

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
        """Puts the focus where the next initiative is written."""
        self._page.focus()

    def state(self) -> object:
        """How the list is grouped and whose it is."""
        return self._page.state

    def restore(self, state: object) -> None:
        """Groups it so again."""
        if isinstance(state, PageState):
            self._page.show_state(state)
