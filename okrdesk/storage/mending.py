"""Rows that hold together again after some were lost: what refers to nothing goes or lets go."""

from collections.abc import Iterator
from typing import Any

from okrdesk.domain.tables import KEY_RESULT, LINK, ORGANISATION, TABLES, OnDelete, Ref, Table
from okrdesk.storage.circles import PARENTS, in_circles, places
from okrdesk.storage.rows import COLUMNS

Rows = dict[str, dict[int, Any]]


def mended(found: Rows) -> dict[str, list[Any]]:
    """The rows, by table, without references that lead nowhere or round in a circle."""
    rows = {name: dict(of_table) for name, of_table in found.items()}
    for surplus in list(rows[ORGANISATION.name])[1:]:
        del rows[ORGANISATION.name][surplus]
    _break_circles(rows)
    mending = True
    while mending:
        mending = sum(_mend(rows, table, ref) for table in TABLES for ref in table.refs) > 0
    return {name: list(of_table.values()) for name, of_table in rows.items()}


def _mend(rows: Rows, table: Table[Any], ref: Ref) -> bool:
    """Makes one column right; whether anything had to be done."""
    lost = list(_leading_nowhere(rows, table, ref))
    for row_id in lost:
        _let_go(rows, table, ref, row_id)
    return bool(lost)


def _leading_nowhere(rows: Rows, table: Table[Any], ref: Ref) -> Iterator[int]:
    for row_id, row in rows[table.name].items():
        target = getattr(row, ref.field)
        if target is not None and target not in rows[ref.target]:
            yield row_id


def _let_go(rows: Rows, table: Table[Any], ref: Ref, row_id: int) -> None:
    nullable = next(c.nullable for c in COLUMNS[table.name] if c.name == ref.field)
    if nullable and ref.on_delete is not OnDelete.DELETE:
        rows[table.name][row_id] = rows[table.name][row_id]._replace(**{ref.field: None})
    else:
        del rows[table.name][row_id]


def _break_circles(rows: Rows) -> None:
    for table, field in PARENTS:
        of_table = rows[table.name]
        for row_id in in_circles({key: getattr(row, field) for key, row in of_table.items()}):
            of_table[row_id] = of_table[row_id]._replace(**{field: None})
    links = rows[LINK.name]
    endless = in_circles(places(links.values(), rows[KEY_RESULT.name].values()))
    for row_id in [row_id for row_id, row in links.items() if row.child in endless]:
        del links[row_id]
