"""The persistent map behaves as a dict of which every earlier state is kept."""

from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.persistent import PersistentMap

EDITS = some.lists(
    some.dictionaries(some.integers(0, 40), some.none() | some.integers()), max_size=8
)


def same(mapping: PersistentMap[int], expected: dict[int, int]) -> bool:
    pairs = {key: mapping[key] for key in mapping}
    return pairs == expected and len(mapping) == len(expected)


@given(some.dictionaries(some.integers(0, 40), some.integers()), EDITS)
def test_edits_leave_earlier_maps_as_they_are(
    start: dict[int, int], edits: list[dict[int, int | None]]
) -> None:
    states = [(PersistentMap(start), start)]
    for edit in edits:
        mapping, expected = states[-1]
        merged = {**expected, **edit}
        after = {key: value for key, value in merged.items() if value is not None}
        states.append((mapping.changed(edit), after))
    assert all(same(mapping, expected) for mapping, expected in states)


def test_it_grows() -> None:
    small = PersistentMap({n: n for n in range(10)})
    edits = {n: n for n in range(5, 3000)}
    grown = small.changed({**edits, 0: None, 9999: None})
    assert same(grown, {n: n for n in range(1, 3000)})
    assert same(small, {n: n for n in range(10)})
    again = grown.changed({n: n for n in range(3000, 9000)})
    assert same(again, {n: n for n in range(1, 9000)})
    assert sorted(grown.values()) == list(range(1, 3000))


def test_looking_up() -> None:
    mapping = PersistentMap({n: str(n) for n in range(1000)})
    assert mapping.get(999) == "999"
    assert mapping.get(1000) is None
    assert 999 in mapping
    assert 1000 not in mapping


def test_a_map_holds_thousands_of_edits_in_several_rounds() -> None:
    first: PersistentMap[int] = PersistentMap({1: 0}).changed({n: n for n in range(1, 500)})
    later = first.changed({n: n for n in range(500, 3000)}).changed({2: None})
    assert len(later) == 2998
    assert later.taken([1, 499, 2999]) == [1, 499, 2999]
    assert (len(first), first.get(2), later.get(2)) == (499, 2, None)
