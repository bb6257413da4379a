from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from okrdesk.app import commands as c
from okrdesk.app.backups import Why, why_made
from okrdesk.app.clock import SetClock
from okrdesk.app.locations import Locations, locations
from okrdesk.app.workspace import Workspace
from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import list_backups
from tests.app.dump import dump

NOON = datetime(2026, 8, 17, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations({"OKRDESK_HOME": str(tmp_path / "home")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.okrdesk"


@pytest.fixture
def workspace(path: Path, clock: SetClock, places: Locations) -> Iterator[Workspace]:
    Workspace.create(path, "Marigold", clock=clock).close()
    workspace = Workspace.open(path, clock=clock, places=places)
    yield workspace
    workspace.close()


def made(workspace: Workspace) -> list[datetime]:
    return [backup.made for backup in list_backups(workspace.backups.folder)]


def test_the_first_change_of_a_day_is_made_after_a_backup(
    workspace: Workspace, clock: SetClock
) -> None:
    before = dump(workspace.snapshot)
    assert workspace.backups.newest is None
    workspace.run(c.create_objective, "Delight")
    assert made(workspace) == [NOON]
    assert dump(list_backups(workspace.backups.folder)[0].path) == before
    assert workspace.backups.newest == NOON
    clock.moment += timedelta(minutes=29)
    workspace.run(c.create_objective, "Grow")
    assert made(workspace) == [NOON]


def test_every_half_hour_with_changes(workspace: Workspace, clock: SetClock) -> None:
    workspace.run(c.create_objective, "Delight")
    clock.moment += timedelta(minutes=30)
    workspace.backups.make_if_due()
    half_past = clock.moment
    assert made(workspace) == [half_past, NOON]
    clock.moment += timedelta(hours=3)
    workspace.backups.make_if_due()
    assert made(workspace) == [half_past, NOON], "nothing has changed since"


def test_close_backs_up_what_has_changed_unless_a_backup_is_fresh(
    path: Path, clock: SetClock, places: Locations
) -> None:
    Workspace.create(path, "Marigold", clock=clock).close()
    found = []
    for minutes in (0, 4, 5):
        clock.moment += timedelta(minutes=minutes)
        workspace = Workspace.open(path, clock=clock, places=places)
        workspace.run(c.create_objective, "Delight")
        workspace.close()
        found.append(len(made(workspace)))
    assert found == [1, 1, 2]


def test_a_plan_opened_again_on_the_day_has_its_backup(
    path: Path, workspace: Workspace, clock: SetClock, places: Locations
) -> None:
    workspace.run(c.create_objective, "Delight")
    workspace.close()
    assert made(workspace) == [NOON], "the one of a moment ago is enough at close"
    clock.moment += timedelta(minutes=20)
    again = Workspace.open(path, clock=clock, places=places)
    again.run(c.create_objective, "Grow")
    assert made(again) == [NOON]
    again.close()
    assert made(again) == [clock.moment, NOON]
    quiet = Workspace.open(path, clock=clock, places=places)
    clock.moment += timedelta(days=1)
    quiet.close()
    assert len(made(quiet)) == 2
    tomorrow = Workspace.open(path, clock=clock, places=places)
    tomorrow.run(c.create_objective, "Shine")
    assert made(tomorrow)[0] == clock.moment
    tomorrow.close()


def test_one_can_be_asked_for(path: Path, clock: SetClock, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OKRDESK_HOME", str(tmp_path / "elsewhere"))
        workspace = Workspace.create(path, "Marigold", clock=clock)
    workspace.run(c.create_objective, "Delight")
    assert made(workspace) == []
    backup = workspace.backup_now()
    assert backup.is_relative_to(tmp_path / "elsewhere")
    assert dump(backup) == dump(workspace.snapshot)
    workspace.close()


def test_a_failure_stops_nobody(workspace: Workspace, clock: SetClock, places: Locations) -> None:
    places.data.parent.mkdir(parents=True)
    places.data.write_text("a file where the folder should be")
    workspace.run(c.create_objective, "Delight")
    assert str(workspace.backups.problem).startswith("No backup could be made: ")
    assert str(workspace.backups.problem).endswith(". The plan itself is saved.")
    with pytest.raises(UserError):
        workspace.backup_now()
    places.data.unlink()
    workspace.run(c.create_objective, "Grow")
    assert made(workspace) == []
    clock.moment += timedelta(minutes=31)
    workspace.run(c.create_objective, "Shine")
    assert workspace.backups.problem is None
    assert made(workspace) == [clock.moment]


def test_a_refusal_of_the_disk_is_kept_as_a_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError(c.create_kpi.label)

    monkeypatch.setattr("okrdesk.app.backups.back_up", refuse)
    workspace.run(c.create_objective, "Delight")
    assert workspace.backups.problem == c.create_kpi.label


def test_a_reader_makes_none(path: Path, workspace: Workspace, clock: SetClock) -> None:
    workspace.run(c.create_objective, "Delight")
    reader = Workspace.open(path, clock=clock, write=False)
    assert not reader.backups.automatic
    reader.close()


def test_a_copy_is_the_whole_plan(workspace: Workspace, tmp_path: Path) -> None:
    workspace.run(c.create_objective, "Delight")
    target = tmp_path / "copy.okrdesk"
    workspace.copy_to(target)
    assert dump(target) == dump(workspace.snapshot)
    with pytest.raises(UserError):
        workspace.copy_to(target)
    workspace.run(c.create_objective, "Grow")
    workspace.copy_to(target, replace=True)
    assert dump(target) == dump(workspace.snapshot)


def test_a_damaged_plan_does_not_stay_locked(
    path: Path, workspace: Workspace, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()

    def damaged(_: object) -> None:
        raise UserError(c.create_kpi.label)

    with monkeypatch.context() as patch:
        patch.setattr("okrdesk.storage.store.Store.load", damaged)
        with pytest.raises(UserError):
            Workspace.open(path, clock=clock)
    again = Workspace.open(path, clock=clock)
    assert not again.read_only
    again.close()


def test_the_file_is_let_go_even_if_the_last_backup_fails(
    path: Path, workspace: Workspace, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("a bug in the backups")

    monkeypatch.setattr(workspace.backups, "make_at_close", fail)
    with pytest.raises(RuntimeError):
        workspace.close()
    Workspace.open(path, clock=clock).close()
    monkeypatch.undo()


def test_each_says_what_it_was_made_for(workspace: Workspace, clock: SetClock) -> None:
    workspace.run(c.create_objective, "Delight")
    clock.moment += timedelta(minutes=31)
    workspace.run(c.create_objective, "Grow")
    clock.moment += timedelta(minutes=31)
    workspace.backup_now()
    clock.moment += timedelta(minutes=10)
    workspace.run(c.create_objective, "Shine")
    workspace.close()
    found = list_backups(workspace.backups.folder)
    assert [why_made(backup) for backup in found] == [Why.CLOSE, Why.ASKED, Why.HALF_HOUR, Why.DAY]
    found[0].checksum_path.write_text("")
    assert why_made(found[0]) is None
