"""Two versions of a plan: kept, compared, and put in the other's place."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.locations import Locations, locations
from okrdesk.app.versions import differences, keep_mine, keep_own, newer_version, version
from okrdesk.app.workspace import Workspace
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.identity import FileState
from okrdesk.text import Message
from tests.app.dump import dump

NOON = datetime(2026, 8, 17, 12, tzinfo=UTC)
CLOCK = SetClock(NOON)


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations({"OKRDESK_HOME": str(tmp_path / "home")})


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plans" / "plan.okrdesk"
    path.parent.mkdir()
    workspace = Workspace.create(path, "Ours", clock=CLOCK)
    workspace.run(c.create_objective, "Delight")
    workspace.run(c.create_objective, "Grow")
    workspace.close()
    return path


def gone_on(plan: Path) -> Path:
    """The plan with other titles, in a file beside it."""
    path = shutil.copy(plan, plan.with_name("incoming"))
    other = Workspace.open(path, clock=CLOCK)
    first, second = sorted(other.snapshot.rows(OBJECTIVE), key=lambda row: row.title)
    other.run(c.change_objective, first.id, title="Delight all", description="Of them")
    other.run(c.delete_item, second.id)
    other.run(c.create_objective, "Shine")
    other.close()
    return path


def test_what_differs_is_told_by_item(plan: Path) -> None:
    mine, _ = newer_version(plan, CLOCK)
    newer, short = newer_version(gone_on(plan), CLOCK)
    assert (short.objectives, short.key_results, short.check_ins) == (2, 0, 0)
    found = differences(mine, newer)
    assert [(one.item, [(x.field, x.old, x.new) for x in one.lines]) for one in found] == [
        (
            "Delight all",
            [("title", "Delight", "Delight all"), ("description", None, "Of them")],
        ),
        ("Grow", [("objective", "Grow", None)]),
        ("Shine", [("objective", None, "Shine")]),
    ]
    assert differences(mine, mine) == []
    assert version(newer, NOON) == short._replace(changed=NOON)


@pytest.mark.parametrize("way", ["replaced", "written into", "removed"])
def test_mine_is_kept_and_can_take_its_place_again(plan: Path, places: Locations, way: str) -> None:
    workspace = Workspace.open(plan, clock=CLOCK)
    assert workspace.file_state() is FileState.AS_LEFT
    other = gone_on(plan)
    theirs = other.read_bytes()
    if way == "replaced":
        other.replace(plan)
    elif way == "written into":
        plan.write_bytes(theirs)
    else:
        plan.unlink()
    states = {
        "replaced": FileState.REPLACED,
        "written into": FileState.WRITTEN,
        "removed": FileState.MISSING,
    }
    assert workspace.file_state() is states[way]
    own = keep_own(workspace, places, NOON)
    mine = dump(workspace.snapshot)
    workspace.close()
    assert own.parent == plan.parent
    assert own.name.startswith("plan (my version 2026-08-17 ")
    assert dump(own) == mine
    kept = keep_mine(own, plan, places, NOON)
    assert dump(plan) == mine
    if kept is None:
        assert way == "removed"
    else:
        assert dump(kept.path) != mine
        assert kept.why == "replaced"


def test_mine_is_kept_elsewhere_where_the_folder_takes_nothing(
    plan: Path, places: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.open(plan, clock=CLOCK)
    refused = Workspace.copy_to

    def copy_to(self: Workspace, target: Path, *, replace: bool = False) -> None:
        if target.parent == plan.parent:
            raise UserError(Message("The folder takes nothing."))
        refused(self, target, replace=replace)

    monkeypatch.setattr(Workspace, "copy_to", copy_to)
    own = keep_own(workspace, places, NOON)
    assert own.is_relative_to(places.data)
    assert dump(own) == dump(workspace.snapshot)
    workspace.close()


def test_nobody_else_may_have_it_open(plan: Path, places: Locations) -> None:
    workspace = Workspace.open(plan, clock=CLOCK)
    own = keep_own(workspace, places, NOON)
    before = plan.read_bytes()
    with pytest.raises(UserError, match="open in another window"):
        keep_mine(own, plan, places, NOON)
    assert plan.read_bytes() == before
    workspace.close()
