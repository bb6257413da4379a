from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrdesk.domain import ids
from okrdesk.domain.tables import TABLES, Table
from okrdesk.exchange.columns import IdTexts, columns


@given(st.integers(0, 2**60 - 1))
def test_ids_are_written_as_everywhere(row_id: int) -> None:
    assert IdTexts()[row_id] == ids.id_text(row_id)


@pytest.mark.parametrize("table", TABLES, ids=repr)
def test_an_empty_cell_means_one_thing(table: Table[Any]) -> None:
    """Otherwise None and an empty text would both come back as the one or the other."""
    assert [c.name for c in columns(table) if c.optional and _reads(c.read, "")] == []


def _reads(read: Any, text: str) -> bool:
    try:
        read(text)
    except (ValueError, KeyError, ArithmeticError):
        return False
    return True
