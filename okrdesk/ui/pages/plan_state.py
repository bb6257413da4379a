"""How the page with the tree looked last time: its arrangement, its columns and its filters."""

from typing import Any

from okrdesk.domain.filters import parse, query_text
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.pages.plan import PlanPage


def state_of(page: PlanPage) -> dict[str, Any]:
    """What is to be kept, ready for JSON. A search that is being typed is not."""
    return {
        "arrangement": page.model.arrangement.value,
        "columns": page.tree.columns.shown(),
        "filter": query_text(page.filter.chosen),
    }


def restore(page: PlanPage, state: object) -> None:
    """Brings a page back to what was kept; what cannot be read is passed over."""
    if not isinstance(state, dict):
        return
    if state.get("arrangement") in {arrangement.value for arrangement in Arrangement}:
        page.arrange(Arrangement(state["arrangement"]))
    columns = state.get("columns")
    if isinstance(columns, list):
        page.tree.columns.show_only([name for name in columns if isinstance(name, str)])
    text = state.get("filter")
    if isinstance(text, str) and text:
        page.filter.choose(parse(text))
