"""The alignment map as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.map.page import MapPage, MapState


class MapScreen:
    """The map, as the frame sees it; the actions work on what is chosen there."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None or desk.view is None:
            raise LookupError("plan")
        self._page = MapPage(desk, desk.bridge, desk.view)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._page

    def refresh(self) -> None:
        """Follows the plan."""
        self._page.refresh()

    def commit(self) -> None:
        """Nothing: no text is typed here."""

    def focus(self) -> None:
        """Puts the focus onto the map."""
        self._page.focus()

    def state(self) -> object:
        """What is chosen and folded away."""
        return self._page.state

    def restore(self, state: object) -> None:
        """Chooses it again."""
        if isinstance(state, MapState):
            self._page.show_state(state)

    def chosen_items(self) -> list[int]:
        """The chosen objective."""
        return [] if self._page.chosen is None else [self._page.chosen]
