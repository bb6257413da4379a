"""The matrix as one of the pages of the frame."""

from PySide6.QtWidgets import QWidget

from okrdesk.ui.desk import Desk
from okrdesk.ui.matrix.page import MatrixPage


class MatrixScreen:
    """The cursor stays on its cell while other pages are seen."""

    def __init__(self, desk: Desk) -> None:
        if desk.bridge is None or desk.view is None:
            raise LookupError("plan")
        self.page = MatrixPage(desk, desk.bridge, desk.view)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self.page

    def refresh(self) -> None:
        """Follows the plan."""
        self.page.refresh()

    def commit(self) -> None:
        """Nothing: every key writes at once."""

    def focus(self) -> None:
        """Puts the focus into the matrix."""
        self.page.focus()

    def state(self) -> object:
        """The form and the cell under the cursor."""
        return self.page.state()

    def restore(self, state: object) -> None:
        """Goes there again, as far as it is still there."""
        self.page.restore(state)
