"""The saved view or the team that every screen of an open plan is narrowed to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from okrdesk.domain.entities import SavedView, Team
from okrdesk.domain.ids import id_text, parse_id
from okrdesk.domain.saved_views import STANDARD_VIEWS, StandardView
from okrdesk.domain.tables import SAVED_VIEW, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.translation import said

if TYPE_CHECKING:
    from okrdesk.domain.filters import Query
    from okrdesk.domain.overview.sight import Narrowed

TEAM_PREFIX, VIEW_PREFIX = "team:", "view:"
"""Before the id of a team or of a person's own view, in a choice; of one length."""
_STANDARD = {view.id: view for view in STANDARD_VIEWS}


class Narrowing(QObject):
    """Everything, until a view or a team is chosen. ``changed`` tells."""

    changed = Signal()

    def __init__(self, bridge: Bridge, me: Callable[[], int | None], parent: QObject) -> None:
        """``me`` tells the person at this keyboard, if it is known."""
        super().__init__(parent)
        self._bridge, self.me = bridge, me
        self._choice = ""
        self._shown: object = None

    @property
    def choice(self) -> str:
        """The id of a standard view, or a prefix with the id of a row; empty for everything.

        Empty too when the row is gone.
        """
        return self._choice if self.name else ""

    @property
    def name(self) -> str:
        """What a person calls the choice; empty for everything."""
        row = self._row
        return said(row.name) if isinstance(row, StandardView) else "" if row is None else row.name

    @property
    def query(self) -> "Query":
        """The choice as a search for items."""
        from okrdesk.domain.filters import EVERYTHING, Condition, Query, parse

        row = self._row
        if row is None:
            return EVERYTHING
        if isinstance(row, Team):
            return Query((Condition("team", (row.name,)),))
        return parse(row.query)

    @property
    def narrowed(self) -> "Narrowed":
        """The choice with who asks, as what is counted or shown of a cycle is narrowed."""
        from okrdesk.domain.overview.sight import Narrowed

        row = self._row
        return Narrowed(row.id if isinstance(row, Team) else None, self.query, self.me())

    def choose(self, choice: str) -> None:
        """Narrows to a choice, or shows everything again for an empty one."""
        if choice != self._choice:
            self._choice = choice
            self._shown = self._row
            self.changed.emit()

    def follow(self) -> None:
        """Tells ``changed`` where an edit renamed the view or team, or took it away."""
        if self._choice and self._row != self._shown:
            self._shown = self._row
            self.changed.emit()

    def toggle(self, choice: str) -> None:
        """Narrows to a choice, or shows everything again where that was chosen already."""
        self.choose("" if choice == self.choice else choice)

    @property
    def _row(self) -> StandardView | Team | SavedView | None:
        if self._choice in _STANDARD:
            return _STANDARD[self._choice]
        size = len(TEAM_PREFIX)
        prefix, row_id = self._choice[:size], parse_id(self._choice[size:])
        snapshot = self._bridge.snapshot
        if prefix == TEAM_PREFIX:
            return snapshot.find(TEAM, row_id)
        return snapshot.find(SAVED_VIEW, row_id) if prefix == VIEW_PREFIX else None


def team_choice(team: int) -> str:
    """The choice of a team."""
    return TEAM_PREFIX + id_text(team)


def view_choice(view: int) -> str:
    """The choice of a person's own view."""
    return VIEW_PREFIX + id_text(view)
