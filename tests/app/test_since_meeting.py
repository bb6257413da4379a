"""What changed since the last meeting, in words, out of a real journal."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.since_meeting import (
    MOST,
    Changed,
    as_text,
    changes_between,
    mark_of,
    meetings,
    usual_start,
)
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.errors import Refused
from okrdesk.domain.what_changed import Fate
from okrdesk.text import Catalogue


class Plan:
    """A plan with two people, an objective and a key result, and a meeting on 10 August."""

    def __init__(self, path: Path) -> None:
        self.clock = SetClock(datetime(2026, 8, 10, 9, tzinfo=UTC))
        self.workspace = Workspace.create(path / "p.okrdesk", "Small", clock=self.clock)
        run = self.run = self.workspace.run
        self.anna, self.ben = run(c.create_person, "Anna"), run(c.create_person, "Ben")
        self.objective = run(c.create_objective, "Delight")
        self.calls = run(c.create_key_result, self.objective, "Calls", start=0, target=50)
        run(c.check_in, self.calls, Decimal(5), confidence=6)
        self.workspace.author = self.anna
        run(c.add_bookmark, "Weekly meeting", self.workspace.last_txn)
        self.clock.moment = datetime(2026, 8, 12, 9, tzinfo=UTC)

    def told(self) -> list[Changed]:
        return changes_between(self.workspace, usual_start(self.workspace))

    def lines(self) -> list[str]:
        text = as_text(self.told(), Catalogue().text, lambda at: at[:10])
        return text.splitlines()


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Plan]:
    made = Plan(tmp_path)
    yield made
    made.workspace.close()


def test_nothing_has_changed(plan: Plan) -> None:
    assert plan.told() == []
    assert plan.lines() == []


def test_fields_check_ins_and_what_came_and_went(plan: Plan) -> None:
    plan.run(c.change_objective, plan.objective, title="Delight all", description="x" * 200)
    plan.workspace.author = plan.ben
    plan.run(c.check_in, plan.calls, Decimal("1250.5"), confidence=6, status="behind", note="Ill")
    plan.run(c.check_in, plan.calls, None, note="Only a word")
    new = plan.run(c.create_key_result, plan.objective, "Letters", start=0, target=5)
    plan.run(c.check_in, new, Decimal(1))
    plan.run(c.change_key_result, plan.calls, start=0, target=60)
    old = plan.run(c.create_objective, "Short")
    plan.run(c.delete_item, old)
    plan.run(c.set_tags, plan.objective, ["care"])
    assert plan.lines() == [
        "Delight all",
        "  Title Delight → Delight all (Anna, 2026-08-12)",
        f"  Description: {'x' * (MOST - 1)}… (Anna, 2026-08-12)",
        "  Tag added: care (Ben, 2026-08-12)",
        "Calls",
        "  Target 50 → 60 (Ben, 2026-08-12)",
        "  Check-in: Value 5 → 1,250.5 · Confidence: 6 · Status: Behind “Ill” (Ben, 2026-08-12)",
        "  Check-in “Only a word” (Ben, 2026-08-12)",
        "Letters",
        "  Created (Ben, 2026-08-12)",
        "  Check-in: Value: 1 (Ben, 2026-08-12)",
    ]
    assert [item.fate for item in plan.told()] == [Fate.CHANGED, Fate.CHANGED, Fate.CREATED]


def test_what_went_keeps_its_name_and_who_did_it(plan: Plan) -> None:
    (row,) = plan.workspace.snapshot.rows(t.CHECK_IN)
    plan.run(c.delete_row, t.CHECK_IN, row.id)
    plan.run(c.change_objective, plan.objective, owner=plan.ben)
    plan.workspace.author = None
    plan.run(c.delete_item, plan.calls)
    assert plan.lines() == [
        "Delight",
        "  Owner: Ben (Anna, 2026-08-12)",
        "Calls",
        "  Deleted (2026-08-12)",
    ]


def test_a_check_in_that_was_taken_out(plan: Plan) -> None:
    (row,) = plan.workspace.snapshot.rows(t.CHECK_IN)
    plan.run(c.delete_row, t.CHECK_IN, row.id)
    plan.run(c.change_objective, plan.objective, owner=plan.ben)
    plan.run(c.set_tags, plan.objective, ["care"])
    assert plan.lines()[-2:] == ["Calls", "  Check-in removed (Anna, 2026-08-12)"]
    plan.run(c.add_bookmark, "Another", plan.workspace.last_txn)
    plan.run(c.change_objective, plan.objective, owner=None)
    plan.run(c.set_tags, plan.objective, [])
    assert plan.lines() == [
        "Delight",
        "  Owner Ben → — (Anna, 2026-08-12)",
        "  Tag removed: care (Anna, 2026-08-12)",
    ]


def test_a_part_with_a_name_is_named(plan: Plan) -> None:
    rollout = plan.run(c.create_key_result, plan.objective, "Roll out", kind="milestones")
    plan.run(c.set_steps, rollout, [{"title": "Capital"}, {"title": "Coast"}])
    plan.run(c.add_bookmark, "Next", plan.workspace.last_txn)
    (first, _) = plan.workspace.snapshot.children(t.STEP, "key_result", rollout)
    plan.run(c.check_in, rollout, steps=[first.id])
    assert "Capital: Done: 12 Aug 2026" in plan.lines()[1]


def test_from_meeting_to_meeting_in_either_order(plan: Plan) -> None:
    plan.run(c.change_objective, plan.objective, title="Then")
    plan.run(c.add_bookmark, "Later", plan.workspace.last_txn)
    plan.run(c.change_objective, plan.objective, title="Now")
    workspace = plan.workspace
    assert [mark.name for mark in meetings(workspace.snapshot)] == ["Later", "Weekly meeting"]
    first, last = mark_of(workspace, "weekly MEETING"), mark_of(workspace, "Later")
    for ends in ((first, last), (last, first)):
        (item,) = changes_between(workspace, *ends)
        assert item.title == "Then"
        assert [(part.old, part.new) for line in item.lines for part in line.parts] == [
            ("Delight", "Then")
        ]
    day = mark_of(workspace, "2026-08-11")
    assert (day.name, day.day, day.txn) == ("", date(2026, 8, 11), first.txn + 1)
    with pytest.raises(Refused, match="no meeting “Never”"):
        mark_of(workspace, "Never")


def test_without_a_meeting_the_week_is_shown(tmp_path: Path) -> None:
    clock = SetClock(datetime(2026, 8, 1, 9, tzinfo=UTC))
    workspace = Workspace.create(tmp_path / "p.okrdesk", "Small", clock=clock)
    workspace.run(c.create_objective, "Old")
    clock.moment = datetime(2026, 8, 10, 9, tzinfo=UTC)
    workspace.run(c.create_objective, "New")
    start = usual_start(workspace)
    assert start.day == date(2026, 8, 3)
    assert [item.title for item in changes_between(workspace, start)] == ["New"]
    workspace.close()


def test_a_start_may_be_a_day(plan: Plan) -> None:
    days = date(2026, 7, 1), date(2026, 9, 30)
    cycle = plan.run(c.create_cycle, "Q3", "quarter", *days)
    plan.run(c.add_bookmark, "Next", plan.workspace.last_txn)
    plan.run(c.change_cycle, cycle, start=date(2026, 7, 2))
    assert plan.lines() == ["Q3", "  Start 1 Jul 2026 → 2 Jul 2026 (Anna, 2026-08-12)"]
