"""Items go to another place of the tree together."""

from collections.abc import Iterable

from okrdesk.app.commands.alignment import align, unalign
from okrdesk.app.commands.command import command
from okrdesk.app.commands.items import table_of
from okrdesk.app.commands.key_results import change_key_result
from okrdesk.app.commands.structure import reorder
from okrdesk.app.commands.support_rules import require_support, support_target
from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.errors import UserError
from okrdesk.domain.selection import tops
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.transaction import Transaction


@command("Move")
def move_items(
    tx: Transaction,
    items: Iterable[int],
    below: int | None,
    *,
    before: int | None = None,
    after: int | None = None,
) -> None:
    """Puts items below an objective, a key result or MISSION, side by side in their order.

    None: not aligned. ``before`` and ``after`` name a sibling there, which orders the items of
    its kind; the others come last. What stands below a moved item goes along.
    """
    moved = tops(tx.snapshot, items)
    neighbour = after if before is None else before
    kind = None if neighbour is None else table_of(tx.snapshot, neighbour, *_KINDS)
    placed: dict[str, int] = {}
    for item in moved:
        table = table_of(tx.snapshot, item, *_KINDS)
        _bring(tx, item, below)
        last = placed.get(table.name)
        if last is not None:
            reorder(tx, table, item, after=last)
        elif table is kind and neighbour not in moved:
            reorder(tx, table, item, before=before, after=after)
        placed[table.name] = item


_KINDS = (t.OBJECTIVE, t.KEY_RESULT)


def can_move(snapshot: Snapshot, items: Iterable[int], below: int | None) -> bool:
    """Whether the rules allow the items in that place."""
    try:
        for item in tops(snapshot, items):
            _require(snapshot, item, below)
    except UserError:
        return False
    return True


def _bring(tx: Transaction, item: int, below: int | None) -> None:
    _require(tx.snapshot, item, below)
    if tx.snapshot.find(t.KEY_RESULT, item) is not None:
        change_key_result(tx, item, objective=below)
    elif below is None:
        unalign(tx, item)
    else:
        align(tx, item, below)


def _require(snapshot: Snapshot, item: int, below: int | None) -> None:
    """Raises UserError where the item cannot stand."""
    if snapshot.find(t.KEY_RESULT, item) is None:
        if below is not None:
            require_support(snapshot, item, support_target(snapshot, below))
    elif snapshot.find(t.OBJECTIVE, below) is None:
        raise refuse("A key result belongs to an objective. Choose one.", "objective")
