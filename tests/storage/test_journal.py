from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrdesk.domain import tables as t
from okrdesk.domain.entities import CheckIn, Comment, KeyResult, Kpi, KpiValue, Objective, Step
from okrdesk.domain.errors import Refused
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.operations import Images, Operation, folded
from okrdesk.storage.rows import from_sql, to_json, values_of
from okrdesk.storage.undo_stack import KEPT, Entry, UndoStack
from tests.storage.plans import NOW, TODAY, Session, dump, made, opened

SOON = timedelta(milliseconds=300)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.okrdesk"


@pytest.fixture
def session(path: Path) -> Any:
    store = made(path)
    yield Session(store)
    store.close()


def title(session: Session) -> str:
    return session.snapshot.get(t.OBJECTIVE, 7).title


def test_undo_and_redo_survive_a_restart(path: Path) -> None:
    store = made(path)
    session = Session(store)
    assert session.undo() is None
    assert session.redo() is None
    session.add(7)
    session.name(7, "Second")
    session.undo()
    store.close()
    with opened(path) as store:
        session = Session(store, NOW + timedelta(hours=1))
        assert title(session) == "Delight"
        session.redo()
        assert title(session) == "Second"
        session.undo()
        session.undo()
        assert session.snapshot.count(t.OBJECTIVE) == 0
        assert session.undo() is None
        session.redo()
        assert title(session) == "Delight"
        session.name(7, "Other way")
        assert session.redo() is None


def test_typing_is_one_step_but_every_change_is_in_the_journal(session: Session) -> None:
    session.add(7)
    for text in ("D", "De", "Del"):
        session.name(7, text, after=SOON)
    assert session.store.journal.last_txn == 5
    session.undo()
    assert title(session) == "Delight"
    session.redo()
    assert title(session) == "Del"
    session.name(7, "Delta", after=SOON)
    session.undo()
    assert title(session) == "Del"


def test_another_field_or_a_pause_is_another_step(session: Session) -> None:
    session.add(7)
    session.name(7, "A")
    session.run(lambda tx: tx.update(t.OBJECTIVE, 7, description="B"), after=SOON)
    session.name(7, "C", after=SOON)
    session.name(7, "D", after=timedelta(seconds=2))
    steps = 0
    while session.undo():
        steps += 1
    assert steps == 5


def test_the_merged_step_is_the_same_after_a_restart(path: Path) -> None:
    store = made(path)
    session = Session(store)
    session.add(7)
    session.name(7, "D")
    session.name(7, "De", after=SOON)
    store.close()
    with opened(path) as store:
        session = Session(store, NOW + timedelta(hours=1))
        session.undo()
        assert title(session) == "Delight"


def test_nothing_goes_below_the_floor(path: Path) -> None:
    store = made(path)
    session = Session(store)
    session.add(7)
    store.set_undo_floor()
    assert session.undo() is None
    session.name(7, "Above")
    store.close()
    with opened(path) as store:
        session = Session(store, NOW + timedelta(hours=1))
        assert session.undo()
        assert session.undo() is None


def test_undo_refuses_what_somebody_else_changed(session: Session) -> None:
    session.add(7)
    session.name(7, "Mine")
    theirs = session.snapshot.apply([])
    row = theirs.get(t.OBJECTIVE, 7)
    change = t_change(row, row._replace(title="Theirs"))
    journal = session.store.journal
    with pytest.raises(Refused, match="“Theirs” was changed since"):
        journal.inverse(3, theirs.apply([change]))
    with pytest.raises(Refused, match="was removed since"):
        journal.inverse(3, theirs.apply([t_change(row, None)]))
    with pytest.raises(Refused, match="“Mine” was changed since"):
        journal.inverse(2, theirs)
    session.run(lambda tx: tx.delete(t.OBJECTIVE, 7))
    with pytest.raises(Refused):
        journal.inverse(4, theirs)


def t_change(before: Any, after: Any) -> Any:
    from okrdesk.domain.changes import Change

    return Change(t.OBJECTIVE, before.id, before, after)


def test_the_last_hundred_steps_are_kept() -> None:
    entries = [Entry(n, None, None, n * 5000, None) for n in range(1, 300)]
    stack = UndoStack(entries)
    steps = 0
    while (txn := stack.undoable) is not None:
        steps += 1
        stack.add(Entry(1000 + steps, txn, None, 0, None))
    assert steps == KEPT
    assert stack.redoable == 1000 + KEPT


def test_what_lies_before_the_window_changes_nothing() -> None:
    stack = UndoStack([Entry(50, 3, None, 0, None), Entry(51, None, 2, 0, None)])
    assert (stack.undoable, stack.redoable) == (51, None)
    stack.add(Entry(52, 4, None, 0, None))
    assert (stack.undoable, stack.step(7)) == (51, (7,))


def test_sets_tell_what_happened(session: Session) -> None:
    session.add(7)
    session.name(7, "Second")
    session.run(lambda tx: tx.delete(t.OBJECTIVE, 7))
    sets = session.store.journal.between(session.snapshot, 1).sets
    assert [found.txn for found in sets] == [2, 3, 4]
    (added,), (named,), (gone,) = (found.changes for found in sets)
    assert (added.before, named.before.title, named.after.title) == (None, "Delight", "Second")
    assert (gone.before.title, gone.after) == ("Second", None)
    assert session.store.journal.between(session.snapshot, 1, 3).sets == sets[:2]
    assert session.store.journal.between(session.snapshot, 4).sets == []


def test_a_journal_that_does_not_fit_still_tells(session: Session) -> None:
    session.add(7)
    session.name(7, "Second")
    images = Images(Snapshot())
    images.take_back(Operation("objective", 7, "title", "a", "b"))
    assert images.changes() == ()
    lines = [
        Operation("objective", 1, "title", "a", "b"),
        Operation("objective", 2, "", "[]", None),
    ]
    assert folded(lines)["objective"] == {}


def test_a_row_from_before_a_new_field_gets_its_default() -> None:
    whole = to_json(t.OBJECTIVE, Objective(7, "Old", position=4.0))
    short = whole.rpartition(",")[0] + "]"
    assert from_sql(t.OBJECTIVE, values_of(t.OBJECTIVE, short)) == Objective(7, "Old")


def as_of(session: Session, day: date) -> Snapshot:
    return session.store.journal.snapshot_at(session.snapshot, day)


def test_definitions_of_a_day_come_from_the_journal(session: Session) -> None:
    session.add(7)
    session.add(8, "Gone later", after=timedelta(days=1))
    session.name(7, "Renamed", after=timedelta(days=1))
    session.run(lambda tx: tx.delete(t.OBJECTIVE, 8))
    titles = {
        offset: sorted(r.title for r in as_of(session, TODAY + timedelta(offset)).rows(t.OBJECTIVE))
        for offset in (-30, 0, 1, 2, 9)
    }
    assert titles == {
        -30: ["Delight"],
        0: ["Delight"],
        1: ["Delight", "Gone later"],
        2: ["Renamed"],
        9: ["Renamed"],
    }


def test_only_the_first_line_of_each_field_says_what_was_there(session: Session) -> None:
    """Rows that came, changed, went and came back, against every line taken back."""
    session.add(7)
    session.add(8)
    session.name(7, "One")
    for days in (1, 2, 3):
        session.moment = NOW + timedelta(days=days)
        session.name(8, f"Eight {days}")
        session.run(lambda tx: tx.update(t.OBJECTIVE, 8, description="B"))
        session.run(lambda tx: tx.delete(t.OBJECTIVE, 7))
        session.add(7, f"Again {days}")
        session.name(7, f"Seven {days}")
    session.add(9)
    for days in range(4):
        day = TODAY + timedelta(days=days)
        journal = session.store.journal
        full = journal.between(session.snapshot, 0, journal.until(day)).after
        assert set(as_of(session, day).rows(t.OBJECTIVE)) == set(full.rows(t.OBJECTIVE)), days


def test_values_of_a_day_go_by_their_own_dates(session: Session) -> None:
    day = TODAY.replace(day=1)

    def build(tx: Any) -> None:
        tx.insert(t.OBJECTIVE, Objective(7, "Delight"))
        for number in (10, 11):
            tx.insert(t.KEY_RESULT, KeyResult(number, 7, "Talks"))
        tx.insert(t.KPI, Kpi(20, "NPS"))
        tx.insert(t.STEP, Step(30, 10, "One"))
        tx.insert(t.STEP, Step(31, 10, "Two", done=TODAY))
        tx.insert(t.STEP, Step(32, 10, "Three"))
        tx.insert(t.CHECK_IN, CheckIn(40, 10, day, "a"))
        tx.insert(t.CHECK_IN, CheckIn(41, 10, TODAY, "b", note="later"))
        tx.insert(t.CHECK_IN, CheckIn(45, 11, day, "e"))
        tx.insert(t.CHECK_IN, CheckIn(46, 10, day, "f"))

    session.run(build)

    def later(tx: Any) -> None:
        tx.insert(t.CHECK_IN, CheckIn(42, 10, day, "c", note="entered late"))
        tx.update(t.CHECK_IN, 40, note="corrected")
        tx.delete(t.CHECK_IN, 46)
        tx.update(t.STEP, 30, done=day)
        tx.insert(t.KPI_VALUE, KpiValue(50, 20, day, "d", t_decimal("4")))
        tx.delete(t.CHECK_IN, 45)
        tx.delete(t.KEY_RESULT, 11)
        tx.insert(t.KEY_RESULT, KeyResult(12, 7, "New"))
        tx.insert(t.CHECK_IN, CheckIn(47, 12, day, "g"))

    session.run(later, after=timedelta(days=2))
    then = as_of(session, day)
    assert sorted((r.id, r.note) for r in then.rows(t.CHECK_IN)) == [
        (40, "corrected"),
        (42, "entered late"),
        (45, ""),
    ]
    assert [r.id for r in then.rows(t.KPI_VALUE)] == [50]
    assert {r.id: r.done for r in then.rows(t.STEP)} == {30: day, 31: None, 32: None}
    assert then.find(t.KEY_RESULT, 12) is None


def t_decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


EDITS: tuple[Callable[[Session, Random], Any], ...] = (
    lambda s, r: s.add(r.getrandbits(40) + 1),
    lambda s, r: s.name(_any(s, r), f"T{r.random()}") if _any(s, r) else None,
    lambda s, r: s.run(lambda tx: tx.delete(t.OBJECTIVE, _any(s, r))) if _any(s, r) else None,
    lambda s, _: s.undo(),
    lambda s, _: s.redo(),
)


def _any(session: Session, random: Random) -> int:
    ids = sorted(session.snapshot.ids(t.OBJECTIVE))
    return ids[len(ids) // 2] if ids else 0


@settings(max_examples=15)
@given(st.lists(st.integers(0, len(EDITS) - 1), max_size=25), st.integers())
def test_folding_the_journal_gives_the_tables(
    tmp_path_factory: pytest.TempPathFactory, edits: list[int], seed: int
) -> None:
    store = made(tmp_path_factory.mktemp("fold") / "plan.okrdesk")
    session, random = Session(store), Random(seed)
    states = [(1, dump(session.snapshot))]
    for edit in edits:
        EDITS[edit](session, random)
        states.append((store.journal.last_txn, dump(session.snapshot)))
    rows = {name: found.values() for name, found in store.journal.folded().items()}
    assert dump(Snapshot(rows)) == dump(session.snapshot) == dump(store.load())
    for txn, state in states:
        back = session.snapshot
        for found in reversed(store.journal.between(session.snapshot, txn).sets):
            back = back.apply(found.inverse().changes)
        assert dump(back) == state
    store.close()


def test_sets_about_a_row_hold_it_and_what_ever_named_it(session: Session) -> None:
    for item in (_OWN, _OTHER):
        session.add(item)
    note = Comment(_NOTE, "2026-08-17T09:00:00.000+00:00", "Well done", objective=_OWN)
    session.run(lambda tx: tx.insert(t.COMMENT, note))
    session.run(lambda tx: tx.update(t.COMMENT, _NOTE, text="Done"))
    session.name(_OTHER, "Second")
    session.run(lambda tx: tx.delete(t.COMMENT, _NOTE))
    sets = session.store.journal.between(session.snapshot, about=_OWN).sets
    found = [(change.table.name, change.id) for step in sets for change in step.changes]
    assert found == [("objective", _OWN), *[("comment", _NOTE)] * 3]
    changed = sets[2].changes[0]
    assert (changed.before.text, changed.after.text) == ("Well done", "Done")


_OWN, _OTHER, _NOTE = 7_000_000_000_001, 7_000_000_000_002, 7_000_000_000_003
"""Long, as those of a plan are."""
