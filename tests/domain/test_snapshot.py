"""The picture of a plan: derived edit by edit it equals the one loaded afresh."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.changes import Change, ChangeSet, squash
from okrdesk.domain.entities import Objective, Team
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE, REFERRERS, TABLE_BY_NAME, TABLES, TEAM
from okrdesk.text import Message

FIELDS = some.fixed_dictionaries(
    {
        "position": some.integers(0, 3),
        "team": some.none() | some.integers(1, 3),
        "cycle": some.none() | some.integers(1, 2),
    }
)
STEPS = some.lists(some.tuples(some.integers(1, 6), some.none() | FIELDS), max_size=12)


def objective(row_id: int, **fields: object) -> Objective:
    return Objective(row_id, f"Objective {row_id}")._replace(**fields)


def same(one: Snapshot, other: Snapshot) -> bool:
    rows = all(one.sorted_rows(table) == other.sorted_rows(table) for table in TABLES)
    parents = [("team", n) for n in range(1, 4)] + [("cycle", n) for n in range(1, 3)]
    index = [one.child_ids(OBJECTIVE, *p) == other.child_ids(OBJECTIVE, *p) for p in parents]
    return rows and all(index)


@given(steps=STEPS, at_once=some.booleans())
def test_edits_give_what_a_fresh_load_gives(
    steps: list[tuple[int, dict[str, object] | None]], *, at_once: bool
) -> None:
    rows: dict[int, Objective] = {}
    changes = []
    for row_id, fields in steps:
        before = rows.pop(row_id, None)
        after = None if fields is None else objective(row_id, **fields)
        rows |= {} if after is None else {row_id: after}
        if before != after:
            changes.append(Change(OBJECTIVE, row_id, before, after))
    snapshot = Snapshot()
    for batch in [changes] if at_once else [[change] for change in changes]:
        snapshot = snapshot.apply(batch)
    assert same(snapshot, Snapshot({"objective": rows.values()}))


@given(STEPS)
def test_the_inverse_takes_everything_back(
    steps: list[tuple[int, dict[str, object] | None]],
) -> None:
    start = Snapshot({"objective": [objective(n, team=1) for n in range(1, 4)]})
    snapshot, changes = start, []
    for row_id, fields in steps:
        before = snapshot.find(OBJECTIVE, row_id)
        after = None if fields is None else objective(row_id, **fields)
        if before != after:
            changes.append(Change(OBJECTIVE, row_id, before, after))
            snapshot = snapshot.apply(changes[-1:])
    done = ChangeSet(Message("Edit"), tuple(changes), txn=7)
    assert same(snapshot.apply(done.inverse().changes), start)
    assert same(start.apply(squash(changes)), snapshot)
    assert done.inverse().txn == 0


def test_reading() -> None:
    teams = [Team(n, f"Team {n}", position=-n) for n in (1, 2)]
    snapshot = Snapshot({"team": teams, "objective": [objective(5, team=1), objective(6, team=1)]})
    assert snapshot.get(TEAM, 1) == teams[0]
    assert snapshot.find(TEAM, None) is None
    assert snapshot.find(TEAM, 9) is None
    assert snapshot.count(TEAM) == 2
    assert sorted(snapshot.ids(TEAM)) == [1, 2]
    assert snapshot.sorted_rows(TEAM) == [teams[1], teams[0]]
    assert [row.id for row in snapshot.children(OBJECTIVE, "team", 1)] == [5, 6]
    assert snapshot.child_ids(OBJECTIVE, "team", 2) == ()
    with pytest.raises(KeyError):
        snapshot.get(TEAM, 9)


def test_a_change_names_its_fields() -> None:
    before, after = objective(1, team=1), objective(1, team=2, position=3)
    change = Change(OBJECTIVE, 1, before, after)
    assert set(change.fields()) == {"team", "position"}
    assert change.inverse() == Change(OBJECTIVE, 1, after, before)
    assert Change(OBJECTIVE, 1, None, after).fields() == OBJECTIVE.fields
    assert Change(OBJECTIVE, 1, before, None).fields() == OBJECTIVE.fields


def test_a_change_set_names_its_rows() -> None:
    changes = (Change(OBJECTIVE, 1, None, objective(1)), Change(TEAM, 2, None, Team(2, "A")))
    done = ChangeSet(Message("Edit"), changes)
    assert done.ids(OBJECTIVE) == {1}
    assert done.ids(TEAM) == {2}


def test_what_ends_as_it_began_is_no_change() -> None:
    there = Change(OBJECTIVE, 1, None, objective(1))
    assert squash([there, there.inverse()]) == ()


def test_tables_refer_to_tables_before_them() -> None:
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.name)
        assert {ref.target for ref in table.refs} <= seen
        assert {ref.field for ref in table.refs} <= set(table.fields)
        assert set(table.order) <= set(table.fields)
        assert repr(table) == f"<{table.name}>"
    assert len(TABLE_BY_NAME) == len(TABLES)
    assert {found.name for found, _ref in REFERRERS["cycle"]} == {"objective", "retrospective"}
