"""What stands in the way of a delete: the rows that need another one."""

from typing import Any

from okrdesk.domain import tables as t
from okrdesk.domain.snapshot import Snapshot


def needed_by(snapshot: Snapshot, table: t.Table[Any], row_id: int) -> int:
    """How many rows would be left without an owner, so that the row cannot just be deleted."""
    return sum(
        len(snapshot.child_ids(other, ref.field, row_id))
        for other, ref in t.REFERRERS[table.name]
        if ref.on_delete is t.OnDelete.REFUSE
    )
