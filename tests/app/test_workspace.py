from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.commands import command
from okrdesk.app.workspace import Update, Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused, UserError
from okrdesk.storage.store import Store
from okrdesk.storage.transaction import Transaction
from tests.app.dump import dump

NOON = datetime(2026, 8, 17, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.okrdesk"


@pytest.fixture
def workspace(path: Path, clock: SetClock) -> Any:
    workspace = Workspace.create(path, "Marigold", clock=clock)
    yield workspace
    workspace.close()


@command("Half a step")
def half(tx: Transaction, objective: int) -> None:
    c.change_objective(tx, objective, title="Changed")
    c.change_objective(tx, objective, weight=-1)


def test_a_new_plan_holds_its_organisation(workspace: Workspace, path: Path) -> None:
    (row,) = workspace.snapshot.rows(t.ORGANISATION)
    assert (row.name, workspace.path, workspace.read_only) == ("Marigold", path, False)
    assert workspace.undo_label is None
    assert workspace.undo() is None
    assert workspace.redo() is None


def test_a_plan_needs_a_name(tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(UserError) as caught:
        Workspace.create(tmp_path / "new.okrdesk", " ", clock=clock)
    assert caught.value.field == "name"
    assert list(tmp_path.iterdir()) == []


def test_a_step_is_durable_and_told(workspace: Workspace, path: Path, clock: SetClock) -> None:
    updates: list[Update] = []
    stop = workspace.subscribe(updates.append)
    objective = workspace.run(c.create_objective, "Delight")
    workspace.run_from("tree", c.change_objective, objective, title="Delight all")
    assert [update.origin for update in updates] == [None, "tree"]
    assert updates[1].snapshot is workspace.snapshot
    assert updates[1].scores is workspace.scores
    assert updates[1].changeset.ids(t.OBJECTIVE) == {objective}
    assert updates[1].changeset.txn == workspace.last_txn
    assert dump(path) == dump(workspace.snapshot)
    stop()
    workspace.run(c.change_objective, objective, title="Quiet")
    assert len(updates) == 2


def test_a_refused_step_changes_nothing(workspace: Workspace, path: Path) -> None:
    objective = workspace.run(c.create_objective, "Delight")
    updates: list[Update] = []
    workspace.subscribe(updates.append)
    before, txn, label = workspace.snapshot, workspace.last_txn, workspace.undo_label
    with pytest.raises(UserError):
        workspace.run(half, objective)
    assert workspace.snapshot is before
    assert (workspace.last_txn, workspace.undo_label) == (txn, label)
    assert dump(path) == dump(before)
    assert updates == []
    workspace.run(c.change_objective, objective, title="Delight ")
    assert workspace.last_txn == txn, "what changes nothing is no step"


def test_undo_and_redo_across_a_restart(path: Path, clock: SetClock) -> None:
    workspace = Workspace.create(path, "Marigold", clock=clock)
    objective = workspace.run(c.create_objective, "Delight", supports=c.MISSION)
    key_result = workspace.run(c.create_key_result, objective, "Talks", start=0, target=5)
    workspace.run(c.check_in, key_result, 3)
    full = dump(workspace.snapshot)
    workspace.run(c.delete_item, objective)
    assert str(workspace.undo_label) == "Delete"
    workspace.close()
    workspace = Workspace.open(path, clock=clock)
    update = workspace.undo()
    assert update is not None
    assert update.changeset.ids(t.CHECK_IN)
    assert dump(workspace.snapshot) == dump(path) == full
    assert (str(workspace.redo_label), str(workspace.undo_label)) == ("Delete", "Check-in")
    workspace.undo()
    workspace.close()
    workspace = Workspace.open(path, clock=clock)
    workspace.redo()
    assert dump(workspace.snapshot) == dump(path) == full
    workspace.redo()
    assert workspace.snapshot.count(t.OBJECTIVE) == 0
    assert workspace.redo() is None
    workspace.undo()
    workspace.run(c.change_objective, objective, title="Other")
    assert workspace.redo_label is None
    workspace.close()


def test_a_reader_changes_nothing(workspace: Workspace, path: Path, clock: SetClock) -> None:
    objective = workspace.run(c.create_objective, "Delight")
    reader = Workspace.open(path, clock=clock, write=False)
    assert reader.read_only
    sentence = "This plan is open for reading only. Nothing was changed."
    with pytest.raises(Refused) as caught:
        reader.run(c.change_objective, objective, title="No")
    assert str(caught.value) == sentence
    with pytest.raises(Refused):
        reader.undo()
    assert dump(reader.snapshot) == dump(path)
    reader.close()


def test_only_its_own_thread_writes(workspace: Workspace) -> None:
    raised: list[BaseException] = []

    def write() -> None:
        try:
            workspace.run(c.create_objective, "Elsewhere")
        except RuntimeError as error:
            raised.append(error)

    thread = Thread(target=write)
    thread.start()
    thread.join()
    assert [str(error) for error in raised] == [
        "only the thread that opened the plan may change it"
    ]


def test_a_plain_function_is_a_step_too(workspace: Workspace) -> None:
    workspace.run(lambda tx: c.create_objective(tx, "Plain"))
    assert str(workspace.undo_label) == "Change"


def test_the_author_is_kept(workspace: Workspace) -> None:
    anna = workspace.run(c.create_person, "Anna")
    workspace.author = anna
    objective = workspace.run(c.create_objective, "Delight")
    workspace.run(c.add_comment, objective, "Well done")
    assert [row.author for row in workspace.snapshot.rows(t.COMMENT)] == [anna]
    *_, last = workspace.history()
    assert (last[0].author, last[0].item) == ("Anna", "Delight")


def test_another_day(workspace: Workspace, clock: SetClock) -> None:
    updates: list[Update] = []
    workspace.subscribe(updates.append)
    workspace.set_today(date(2026, 8, 24))
    assert updates[-1].changeset.changes == ()
    assert workspace.today == date(2026, 8, 24)
    objective = workspace.run(c.create_objective, "Later")
    key_result = workspace.run(c.create_key_result, objective, "Talks")
    assert workspace.snapshot.children(t.TERMS, "key_result", key_result)[0].valid_from == date(
        2026, 8, 24
    )
    workspace.set_today(clock.today())
    clock.moment += timedelta(days=2)
    workspace.run(c.change_objective, objective, title="Midnight passed")
    assert workspace.today == date(2026, 8, 19)
    assert workspace.scores.today == date(2026, 8, 19)


def test_history_since_a_day_or_a_step(workspace: Workspace, clock: SetClock) -> None:
    objective = workspace.run(c.create_objective, "Delight")
    bookmark = workspace.last_txn
    clock.moment += timedelta(days=1)
    workspace.run(c.change_objective, objective, title="Delight all")
    expected = [[("Delight all", "title", "Delight", "Delight all")]]
    for since in (bookmark, clock.today()):
        steps = [[(e.item, e.field, e.old, e.new) for e in s] for s in workspace.history(since)]
        assert steps == expected
    assert len(list(workspace.history())) == 3
    workspace.run(c.create_objective, "Another")
    about = [[(e.field, e.new) for e in s] for s in workspace.history(about=objective)]
    assert about[0][0] == ("objective", "Delight")
    assert about[-1] == [("title", "Delight all")]


def test_the_plan_as_of_a_day(workspace: Workspace, clock: SetClock) -> None:
    objective = workspace.run(c.create_objective, "Delight")
    clock.moment += timedelta(days=1)
    workspace.run(c.change_objective, objective, title="Delight all")
    clock.moment += timedelta(days=1)
    workspace.run(c.delete_item, objective)
    snapshot, scores = workspace.as_of(date(2026, 8, 17))
    assert snapshot.get(t.OBJECTIVE, objective).title == "Delight"
    assert scores.today == date(2026, 8, 17)
    snapshot, _ = workspace.as_of(date(2026, 8, 18))
    assert snapshot.get(t.OBJECTIVE, objective).title == "Delight all"


def test_where_the_file_cannot_be_read_any_more_a_copy_of_what_is_here_can_be_made(
    workspace: Workspace, path: Path
) -> None:
    workspace.run(c.create_objective, "Delight")
    path.with_name(path.name + "-journal").mkdir()
    assert workspace.undo_label is None
    copy = path.with_name("copy.okrdesk")
    workspace.copy_to(copy)
    assert dump(copy) == dump(workspace.snapshot)
    path.with_name(path.name + "-journal").rmdir()


def test_rows_can_be_read_in_a_thread(workspace: Workspace, path: Path, clock: SetClock) -> None:
    workspace.run(c.create_objective, "Delight")
    workspace.close()
    read: list[Any] = []

    def load(store: Store) -> Any:
        thread = Thread(target=lambda: read.append(store.load_apart()))
        thread.start()
        thread.join()
        return read[0]

    again = Workspace.open(path, clock=clock, load=load)
    assert again.snapshot is read[0]
    assert dump(again.snapshot) == dump(workspace.snapshot)
    again.run(c.create_objective, "Grow")
    again.close()
