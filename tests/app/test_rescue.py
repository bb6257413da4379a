"""A damaged plan: its newest backup, or what can still be read, is opened from beside it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.rescue import backup_beside, readable_beside
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.storage.backup import back_up

CLOCK = SetClock(datetime(2026, 8, 17, 9, 0, tzinfo=UTC))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.okrdesk"
    workspace = Workspace.create(path, "Ours", clock=CLOCK)
    for number in range(50):
        workspace.run(c.create_objective, f"Objective {number}", description="Long. " * 200)
    back_up(path, tmp_path / "backups", CLOCK.now())
    workspace.close()
    return path


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(content)


def objectives(path: Path) -> int:
    workspace = Workspace.open(path, clock=CLOCK)
    count = workspace.snapshot.count(OBJECTIVE)
    workspace.close()
    return count


def test_the_backup_is_put_beside_the_plan(plan: Path) -> None:
    first = backup_beside(plan, plan.parent / "backups")
    second = backup_beside(plan, plan.parent / "backups")
    assert first is not None
    assert second is not None
    assert first != second
    assert objectives(first) == 50


def test_without_a_backup_there_is_none(plan: Path) -> None:
    assert backup_beside(plan, plan.parent / "none") is None


def test_what_can_be_read_is_saved_and_counted(plan: Path) -> None:
    damage(plan)
    before = plan.read_bytes()
    target, rows, _lost = readable_beside(plan, CLOCK)
    assert target.name == "plan (recovered).okrdesk"
    assert 1 < objectives(target) <= 50
    assert rows >= objectives(target)
    assert plan.read_bytes() == before
