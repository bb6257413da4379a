"""From a row of the tree that was written in to the command that does it."""

from okrdesk.app import commands
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.models.tree_row import RowKind
from okrdesk.ui.models.tree_structure import UNALIGNED
from okrdesk.ui.pages.drafts import Draft


def create_from(bridge: Bridge, draft: Draft, title: str) -> int | None:
    """Creates what a draft stands for; None when the rules forbid it."""
    if draft.kind is RowKind.KEY_RESULT:
        return bridge.attempt(commands.write_key_result, draft.parent, title)
    supports = None if draft.parent == UNALIGNED else draft.parent
    return bridge.attempt(commands.write_objective, title, supports=supports, beside=draft.behind)


def symbol_of_new(bridge: Bridge, beside: int | None) -> str:
    """The symbol that a new objective beside another one will have."""
    sibling = bridge.snapshot.find(OBJECTIVE, beside)
    if sibling is not None:
        return symbol_of(sibling, bridge.snapshot.find(CYCLE, sibling.cycle))
    solo = any(row.solo for row in bridge.snapshot.rows(ORGANISATION))
    return "individual" if solo else "year"


def rename_item(bridge: Bridge, item: int, title: str) -> None:
    """Gives an objective, a key result or the mission another title."""
    if bridge.snapshot.find(OBJECTIVE, item) is not None:
        bridge.attempt(commands.change_objective, item, title=title)
    elif bridge.snapshot.find(KEY_RESULT, item) is not None:
        bridge.attempt(commands.change_key_result, item, title=title)
    else:
        bridge.attempt(commands.set_organisation, mission=title)
