"""Which table an item's id belongs to, and how other rows refer to it."""

from typing import Any

from okrdesk.app.commands.values import refuse
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import Table


def table_of(snapshot: Snapshot, item: int, *tables: Table[Any]) -> Table[Any]:
    """The one of the tables that has a row with this id."""
    for table in tables:
        if snapshot.find(table, item) is not None:
            return table
    raise refuse("This is no longer in the plan. Choose again.")


def item_fields(snapshot: Snapshot, item: int, *tables: Table[Any]) -> dict[str, int]:
    """The field by which a row refers to the item, with its id."""
    return {table_of(snapshot, item, *tables).name: item}
