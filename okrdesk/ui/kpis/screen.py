"""The KPIs as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.kpis.page import KpisPage


class KpisScreen:
    """The list keeps its cursor while other pages are seen."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None or desk.view is None:
            raise LookupError("plan")
        self.page = KpisPage(desk, desk.bridge, desk.view)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self.page

    def refresh(self) -> None:
        """Follows the plan."""
        self.page.refresh()

    def commit(self) -> None:
        """Writes a value that is being typed."""
        self.page.side.entry.commit()

    def focus(self) -> None:
        """Puts the focus into the list."""
        self.page.focus()

    def state(self) -> object:
        """The KPI under the cursor."""
        return self.page.kpi

    def restore(self, state: object) -> None:
        """Goes to the KPI again, if it is still there."""
        if isinstance(state, int):
            self.page.go_to(state)
