"""Any rows of any table, by the types that the tables declare."""

from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from okrdesk.domain.tables import TABLES, Table

IDS = st.integers(1, 2**60 - 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "=1+1",
        "'",
        "''=x",
        "-5",
        "-a",
        "\ttab",
        "\r\n",
        "a\rb",
        'say "x", y;',
        "\uff1dSUM(1)",
        "null",
        "\x00",
    ]
)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False) | st.sampled_from(
    [Decimal("1.50"), Decimal("1.5"), Decimal("1E+3"), Decimal(-0)]
)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    str: TEXTS,
    Decimal: AMOUNTS,
    date: st.dates(),
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
}


def value(hint: Any) -> st.SearchStrategy[Any]:
    options = get_args(hint) if NoneType in get_args(hint) else (hint,)
    return st.one_of(
        st.none()
        if option is NoneType
        else (
            st.sampled_from(option)
            if isinstance(option, type) and issubclass(option, Enum)
            else VALUES[option]
        )
        for option in options
    )


def row(table: Table[Any]) -> st.SearchStrategy[Any]:
    ids = {ref.field for ref in table.refs}
    hints = get_type_hints(table.row)
    fields = {
        name: st.none() | IDS
        if name in ids and NoneType in get_args(hint)
        else IDS
        if name in {*ids, "id"}
        else value(hint)
        for name, hint in hints.items()
    }
    return st.builds(table.row, **fields)


def rows(table: Table[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(row(table), max_size=4, unique_by=lambda r: r.id)


PLANS = st.fixed_dictionaries({table.name: rows(table) for table in TABLES})
