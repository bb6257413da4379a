"""Change sets: what they name, and that taking back and squeezing lose nothing."""

from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain.changes import Change, ChangeSet, squash
from okrdesk.domain.entities import Person, Team
from okrdesk.domain.tables import PERSON, TEAM
from okrdesk.text import Message

NAMES = some.sampled_from(["Ana", "Ben", "Cleo"])
EDITS = some.lists(some.tuples(some.booleans(), some.integers(1, 3), some.none() | NAMES))


def history(edits: list[tuple[bool, int, str | None]]) -> list[Change]:
    """Changes that follow each other row by row, some of which change nothing."""
    rows: dict[tuple[str, int], Person | Team | None] = {}
    changes = []
    for of_team, row_id, name in edits:
        table = TEAM if of_team else PERSON
        before = rows.get((table.name, row_id))
        after = None if name is None else table.row(row_id, name)
        rows[table.name, row_id] = after
        changes.append(Change(table, row_id, before, after))
    return changes


@given(EDITS)
def test_squashed_changes_lead_from_the_first_image_to_the_last(
    edits: list[tuple[bool, int, str | None]],
) -> None:
    changes = history(edits)
    squashed = squash(changes)
    keys = [(change.table.name, change.id) for change in squashed]
    assert len(keys) == len(set(keys))
    for change in squashed:
        mine = [c for c in changes if (c.table, c.id) == (change.table, change.id)]
        assert (change.before, change.after) == (mine[0].before, mine[-1].after)
        assert change.before != change.after
    assert squash(squashed) == squashed


@given(EDITS)
def test_taken_back_twice_is_the_same(edits: list[tuple[bool, int, str | None]]) -> None:
    done = ChangeSet(Message("Edit"), tuple(history(edits)), author=4, at="2026-08-17")
    assert done.inverse().inverse() == done
    assert done.inverse().ids(TEAM) == done.ids(TEAM)


def test_the_inverse_begins_with_the_last_change() -> None:
    first, second = Change(TEAM, 1, None, (1, "A")), Change(TEAM, 2, None, (2, "B"))
    done = ChangeSet(Message("Edit"), (first, second), txn=9).inverse()
    assert [change.id for change in done.changes] == [2, 1]
    assert done.changes[0].before == (2, "B")
    assert done.txn == 0, "it is not committed yet"
