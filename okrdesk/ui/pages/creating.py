"""From a row of the tree that was written in to the command that does it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from okrdesk.app import commands
from okrdesk.domain.people import is_solo
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.models.tree_row import RowKind
from okrdesk.ui.models.tree_structure import UNALIGNED
from okrdesk.ui.pages.drafts import Draft
from okrdesk.ui.translation import language_code

if TYPE_CHECKING:
    from okrdesk.domain.sentences import Reading


def read_draft(bridge: Bridge, draft: Draft, title: str) -> "Reading":
    """What the title says for a key result, in the language of the screen first."""
    from okrdesk.app.sentences import key_result_in

    language = language_code()
    return key_result_in(bridge.snapshot, draft.parent, title, bridge.today, language)


def create_from(
    bridge: Bridge, draft: Draft, title: str, cycle: int | None, fields: Mapping[str, Any]
) -> int | None:
    """Creates what a draft stands for, with what was read; None when the rules forbid it."""
    if draft.kind is RowKind.KEY_RESULT:
        return bridge.attempt(commands.create_key_result, draft.parent, title, **fields)
    supports = None if draft.parent == UNALIGNED else draft.parent
    return bridge.attempt(
        commands.write_objective, title, supports=supports, beside=draft.behind, cycle=cycle
    )


def symbol_of_new(bridge: Bridge, beside: int | None, cycle: int | None) -> str:
    """The symbol that a new objective of a cycle, beside another one, will have."""
    sibling = bridge.snapshot.find(OBJECTIVE, beside)
    if sibling is not None:
        return symbol_of(sibling, bridge.snapshot.find(CYCLE, cycle or sibling.cycle))
    return "individual" if is_solo(bridge.snapshot) else "year"


def rename_item(bridge: Bridge, item: int, title: str) -> None:
    """Gives an objective, a key result or the mission another title."""
    if bridge.snapshot.find(OBJECTIVE, item) is not None:
        bridge.attempt(commands.change_objective, item, title=title)
    elif bridge.snapshot.find(KEY_RESULT, item) is not None:
        bridge.attempt(commands.change_key_result, item, title=title)
    else:
        bridge.attempt(commands.set_organisation, mission=title)
