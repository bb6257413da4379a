"""Brings back what was deleted, under the same ids."""

from collections.abc import Collection
from typing import Any, NamedTuple

from okrdesk.app.commands.command import command
from okrdesk.app.commands.frozen import require_open
from okrdesk.app.commands.rows import change
from okrdesk.app.commands.share_rules import require_share
from okrdesk.app.commands.support_rules import Parent, require_support
from okrdesk.app.commands.trying import passes
from okrdesk.app.commands.values import refuse
from okrdesk.app.deleted_rows import DeletedRows, Pair
from okrdesk.app.replay import replay
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.changes import Change
from okrdesk.domain.entities import Link
from okrdesk.domain.words import Source
from okrdesk.storage.deletions import DeletedStep
from okrdesk.storage.transaction import Transaction


class Restored(NamedTuple):
    """What came back. ``loose``: an objective whose place is gone, so that it is not aligned."""

    objectives: int
    key_results: int
    loose: bool


@command("Restore")
def restore(tx: Transaction, step: DeletedStep, item: int) -> Restored:
    """Brings back a deleted row with everything that was deleted as a part of it.

    What it referred to and is gone is left out: then it has no owner, no team, no cycle, or is
    not aligned. Refused where what it was a part of is gone, or its cycle is closed.
    """
    rows = DeletedRows(step)
    pairs = list(rows.with_all_below(item))
    table = pairs[0][0]
    if tx.snapshot.find(table, item) is not None:
        raise refuse("This is in the plan again already.")
    kept = _mended(tx, pairs)
    if all(row.id != item for _, row in kept):
        raise refuse("What this was a part of was deleted, too. Restore that first.")
    replay(
        tx, tuple(Change(table, row.id, None, row) for table, row in kept if table is not t.LINK)
    )
    require_open(tx.snapshot, table, tx.snapshot.get(table, item))
    for link in (row for table, row in kept if table is t.LINK):
        _put_link_back(tx, link)
    _mention_again(tx, step, {row.id for _, row in kept})
    _free_share(tx, table, item)
    found = [table for table, _ in kept]
    loose = table is t.OBJECTIVE and rows.stood_below(item) and not parent_of(tx.snapshot, item)
    return Restored(found.count(t.OBJECTIVE), found.count(t.KEY_RESULT), loose)


def _mended(tx: Transaction, pairs: list[Pair]) -> list[Pair]:
    """The rows without references to what is gone; parts of what is gone are left out."""
    while True:
        there = {row.id for _, row in pairs}
        mended = [(table, _mended_row(tx, table, row, there)) for table, row in pairs]
        kept = [(table, row) for table, row in mended if row is not None]
        if len(kept) == len(pairs):
            return kept
        pairs = kept


def _mended_row(tx: Transaction, table: t.Table[Any], row: Any, there: Collection[int]) -> Any:
    """The row as it can stand in the plan now; None where it cannot."""
    for ref in table.refs:
        named = getattr(row, ref.field)
        target = t.TABLE_BY_NAME[ref.target]
        if named is None or named in there or tx.snapshot.find(target, named) is not None:
            continue
        if ref.on_delete is t.OnDelete.DELETE:
            return None
        row = row._replace(**{ref.field: None})
        if ref.field == "kpi" and row.source is Source.KPI:
            row = row._replace(source=Source.CHECK_INS)
    return row


def _put_link_back(tx: Transaction, link: Link) -> None:
    """Where the rules still allow it, and its objective has no other place by now."""
    if link.primary and parent_of(tx.snapshot, link.child) is not None:
        return
    parent = Parent(link.objective, link.key_result)
    if not passes(tx, lambda trial: require_support(trial.snapshot, link.child, parent)):
        return
    tx.insert(t.LINK, link)
    if link.primary:
        tx.update(t.OBJECTIVE, link.child, position=link.position)


def _mention_again(tx: Transaction, step: DeletedStep, there: Collection[int]) -> None:
    for mention in step.mentions:
        row = tx.snapshot.find(mention.table, mention.row)
        if mention.named in there and row is not None and getattr(row, mention.field) is None:
            tx.update(mention.table, mention.row, **{mention.field: mention.named})


def _free_share(tx: Transaction, table: t.Table[Any], item: int) -> None:
    """A fixed share for which there is no room any more is freed."""
    if table not in (t.OBJECTIVE, t.KEY_RESULT):
        return
    if not passes(tx, lambda trial: require_share(trial.snapshot, item)):
        change(tx, table, item, share=None)
