"""The tree as one of the pages of the frame."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from okrdesk.domain.filters import Query
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.scope import Scope


class PlanState(NamedTuple):
    """The item under the cursor, the choice of a cycle, and what menus and search ask for."""

    current: int | None
    choice: int | None
    chosen: Query
    text: str


class PlanScreen:
    """The page with its tree, as the frame sees it; the tree follows the plan by itself."""

    def __init__(self, page: PlanPage, scope: Scope) -> None:
        self._page, self._scope = page, scope

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._page

    def refresh(self) -> None:
        """Nothing: the tree hears of every edit."""

    def commit(self) -> None:
        """Writes a title that is being edited."""
        self._page.commit()

    def focus(self) -> None:
        """Puts the focus into the tree."""
        self._page.focus_tree()

    def state(self) -> PlanState:
        """The selected item, in the cycle that was chosen, below its filters."""
        asked = self._page.filter
        return PlanState(self._page.current, self._scope.choice, asked.chosen, asked.field.text())

    def restore(self, state: object) -> None:
        """Chooses the cycle, asks for the same and selects the item again."""
        if isinstance(state, PlanState):
            self._scope.choose(state.choice)
            asked = self._page.filter
            if (state.chosen, state.text) != (asked.chosen, asked.field.text()):
                asked.field.show_text(state.text)
                asked.choose(state.chosen)
            if state.current is not None and self._page.model.shows(state.current):
                self._page.select(state.current)
