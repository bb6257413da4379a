"""``show --list``: what a plan holds besides its tree, so that it can be named elsewhere."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from okrdesk.cli.output import Column, table
from okrdesk.domain import tables as t
from okrdesk.domain.ids import id_text, shortest_prefixes
from okrdesk.domain.snapshot import Snapshot
from okrdesk.text import Catalogue


class Listing(NamedTuple):
    """One list: its rows, and the fields that it shows beside the id."""

    table: t.Table[Any]
    fields: tuple[str, ...]


LISTS: dict[str, Listing] = {
    "cycles": Listing(t.CYCLE, ("name", "horizon", "start", "end", "state")),
    "initiatives": Listing(t.INITIATIVE, ("text", "owner", "due", "done")),
    "kpis": Listing(t.KPI, ("name", "rule", "target", "unit", "owner")),
    "people": Listing(t.PERSON, ("name", "initials")),
    "teams": Listing(t.TEAM, ("name", "kind", "parent")),
    "values": Listing(t.VALUE, ("title", "description")),
}
"""By the word on the command line."""


def rows_of(snapshot: Snapshot, listing: Listing) -> list[dict[str, Any]]:
    """The rows in their order, with ids as text and the names of what they refer to."""
    return [
        {"id": id_text(row.id)}
        | {name: _value(snapshot, listing.table, row, name) for name in listing.fields}
        for row in snapshot.sorted_rows(listing.table)
    ]


def _value(snapshot: Snapshot, of: t.Table[Any], row: Any, field: str) -> Any:
    ref = next((ref for ref in of.refs if ref.field == field), None)
    value = getattr(row, field)
    if ref is None:
        return value
    other: Any = snapshot.find(t.TABLE_BY_NAME[ref.target], value)
    return other and other.name


def lines_of(
    catalogue: Catalogue, snapshot: Snapshot, listing: Listing, width: int
) -> Iterator[str]:
    """The same as an aligned table; its headings are the names that ``set`` takes."""
    short = shortest_prefixes(snapshot.ids(listing.table))
    ids = [short[row.id] for row in snapshot.sorted_rows(listing.table)]
    columns = [Column(catalogue("ID")), *(Column(name) for name in listing.fields)]
    lines = (
        [row_id, *("" if row[name] is None else str(row[name]) for name in listing.fields)]
        for row_id, row in zip(ids, rows_of(snapshot, listing), strict=True)
    )
    return table(columns, lines, width)
