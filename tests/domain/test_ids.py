"""The identity of a row, as a number and as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import BITS, id_text, new_id, parse_id, resolve_id, shortest_prefixes

IDS = some.integers(1, 2**BITS - 1)


@given(IDS)
def test_text_and_back(row_id: int) -> None:
    assert len(id_text(row_id)) == 12
    assert parse_id(id_text(row_id)) == row_id
    assert parse_id(f" {id_text(row_id).upper()} ") == row_id


def test_look_alikes_are_read() -> None:
    assert parse_id("ILO000000000") == parse_id("110000000000")


@pytest.mark.parametrize("text", ["", "0000", "0" * 13, "u00000000000", "é00000000000"])
def test_what_is_no_id(text: str) -> None:
    assert parse_id(text) is None


def test_an_id_is_never_zero() -> None:
    bits = iter([0, 0, 7])
    assert new_id(lambda _bits: next(bits)) == 7


@given(some.sets(IDS, min_size=1, max_size=30))
def test_the_shortest_beginning_names_only_its_row(ids: set[int]) -> None:
    prefixes = shortest_prefixes(ids)
    assert prefixes.keys() == ids
    for row_id, prefix in prefixes.items():
        assert len(prefix) >= 4
        assert resolve_id(prefix, ids) == row_id
        shorter = [id_text(other).startswith(prefix[:-1]) for other in ids]
        assert len(prefix) == 4 or sum(shorter) > 1


def test_no_ids_have_no_prefixes() -> None:
    assert shortest_prefixes([]) == {}


@pytest.mark.parametrize(
    ("text", "said"), [("", "Nothing"), ("zz", "Nothing"), ("0000", "fits 2 items")]
)
def test_an_id_that_does_not_name_one_row(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        resolve_id(text, [1, 2])
