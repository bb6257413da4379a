"""Random commands, undo, redo and reload: the plan on the disk is what it should be."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import new_id
from okrdesk.domain.scoring import Scores
from okrdesk.domain.words import Horizon
from okrdesk.storage.transaction import Transaction
from tests.app.dump import dump

PICK = st.integers(0, 30)
AMOUNT = st.decimals(-100, 100, places=2)
KIND = st.sampled_from(
    ["number", "percent", "at_most", "range", "milestones", "yes_no", "rubric", "baseline"]
)
LEVEL = st.sampled_from(["company", "department", "team", "individual"])
SMALL = st.floats(0, 60, width=16)


@c.command("Begin")
def seed(tx: Transaction) -> None:
    """Something to work on: two companies' goals, each with a team's below it, all counting."""
    kpi = c.create_kpi(tx, "NPS")
    cycle = c.ensure_cycle(tx, Horizon.QUARTER, tx.today)
    for name in ("Grow", "Delight"):
        fields = {"cycle": cycle, "drivers": "both"}
        top = c.create_objective(tx, name, level="company", supports=c.MISSION, **fields)
        c.create_key_result(tx, top, "Sales", start=0, target=100)
        low = c.create_objective(tx, name, supports=top, contributes=True, **fields)
        c.create_key_result(tx, low, "Talks", start=50, target=0)
        c.create_key_result(tx, low, "Steps", kind="milestones", steps=["One", ("Two", 2)])
        c.create_key_result(tx, low, "Fed", start=0, target=50, kpi=kpi)


class RandomCommands(RuleBasedStateMachine):
    """A plan and the commands that may be run on it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "plan.okrdesk"
        self.clock = SetClock(datetime(2026, 8, 17, 9, tzinfo=UTC))
        self.bits = Random(7).getrandbits
        self.workspace = Workspace.create(
            self.path, "Marigold", clock=self.clock, new_id=self.fresh_id
        )
        self.workspace.run(seed)
        self.dumps = [dump(self.workspace.snapshot)]
        self.place = 0

    def fresh_id(self) -> int:
        return new_id(self.bits)

    def pick(self, table: t.Table[Any], number: int) -> int | None:
        ids = sorted(self.workspace.snapshot.ids(table))
        return ids[number % len(ids)] if ids else None

    def attempt(self, command: Callable[..., Any], *args: Any, **fields: Any) -> None:
        """Runs a command on rows that may be missing; a refusal changes nothing."""
        if None in args:
            return
        self.clock.moment += timedelta(seconds=2)
        txn, before = self.workspace.last_txn, self.workspace.snapshot
        try:
            self.workspace.run(command, *args, **fields)
        except UserError:
            assert self.workspace.snapshot is before
            assert self.workspace.last_txn == txn
            return
        if self.workspace.last_txn > txn:
            self.place += 1
            self.dumps[self.place :] = [dump(self.workspace.snapshot)]

    @rule(pick=PICK, level=LEVEL, draft=st.booleans(), supports=st.booleans())
    def add_objective(self, pick: int, level: str, *, draft: bool, supports: bool) -> None:
        fields = {
            "level": level,
            "cycle": self.pick(t.CYCLE, pick),
            "supports": self.pick(t.OBJECTIVE, pick) if supports else c.MISSION,
            "contributes": True,
            "drivers": "both",
            "state": "draft" if draft else "active",
        }
        self.attempt(c.create_objective, "Objective", **fields)

    @rule(pick=PICK, kind=KIND, start=AMOUNT, end=AMOUNT)
    def add_key_result(self, pick: int, kind: str, start: object, end: object) -> None:
        fields = {"start": start, "target": end, "low": start, "high": end}
        steps = ["One", ("Two", 2)] if kind == "milestones" else []
        objective = self.pick(t.OBJECTIVE, pick)
        self.attempt(c.create_key_result, objective, "Key result", kind=kind, steps=steps, **fields)

    @rule(pick=PICK, value=AMOUNT, confidence=st.integers(0, 11))
    def check_in(self, pick: int, value: object, confidence: int) -> None:
        for number in range(pick, pick + 3):
            key_result = self.pick(t.KEY_RESULT, number)
            self.attempt(c.check_in, key_result, value, confidence=confidence)

    @rule(pick=PICK, other=PICK)
    def check_in_steps(self, pick: int, other: int) -> None:
        step = self.pick(t.STEP, pick)
        if step is not None:
            row = self.workspace.snapshot.get(t.STEP, step)
            self.attempt(c.check_in, row.key_result, steps=[step])
        self.attempt(c.check_in, self.pick(t.KEY_RESULT, other), zone=self.pick(t.ZONE, pick) or 1)

    @rule(pick=PICK, other=PICK, contributes=st.booleans())
    def support(self, pick: int, other: int, *, contributes: bool) -> None:
        objective = self.pick(t.OBJECTIVE, pick)
        table = t.OBJECTIVE if other % 2 else t.KEY_RESULT
        how = c.also_support if other % 3 == 0 else c.align
        self.attempt(how, objective, self.pick(table, other), contributes=contributes)

    @rule(pick=PICK)
    def take_out(self, pick: int) -> None:
        self.attempt(c.remove_link, self.pick(t.LINK, pick))

    @rule(pick=PICK, share=SMALL, weight=SMALL)
    def weigh(self, pick: int, share: float, weight: float) -> None:
        table = t.OBJECTIVE if pick % 2 else t.KEY_RESULT
        self.attempt(c.set_share, self.pick(table, pick), share)
        self.attempt(c.set_weight, self.pick(table, pick), weight)

    @rule(pick=PICK, end=AMOUNT)
    def change_target(self, pick: int, end: object) -> None:
        self.attempt(c.set_terms, self.pick(t.KEY_RESULT, pick), target=end)

    @rule(pick=PICK, level=LEVEL, drivers=st.sampled_from(["key_results", "children", "both"]))
    def change_objective(self, pick: int, level: str, drivers: str) -> None:
        objective = self.pick(t.OBJECTIVE, pick)
        self.attempt(c.change_objective, objective, level=level, drivers=drivers)

    @rule(pick=PICK, other=PICK)
    def put_elsewhere(self, pick: int, other: int) -> None:
        table = (t.OBJECTIVE, t.KEY_RESULT, t.STEP, t.LINK)[pick % 4]
        row_id = self.pick(table, other)
        self.attempt(c.reorder, table, row_id, before=self.pick(table, pick))

    @rule(pick=PICK)
    def duplicate(self, pick: int) -> None:
        self.attempt(c.duplicate_objective, self.pick(t.OBJECTIVE, pick))

    @rule(pick=PICK, keep=st.booleans())
    def delete(self, pick: int, *, keep: bool) -> None:
        table = t.OBJECTIVE if pick % 3 == 0 else t.KEY_RESULT
        self.attempt(c.delete_item, self.pick(table, pick), keep_supporting=keep)

    @rule(pick=PICK, other=PICK)
    def people(self, pick: int, other: int) -> None:
        self.attempt(c.create_person, "Anna")
        person = self.pick(t.PERSON, pick)
        self.attempt(c.change_objective, self.pick(t.OBJECTIVE, other), owner=person)
        self.attempt(c.delete_person, person, move_to=self.pick(t.PERSON, other))

    @rule(pick=PICK, keep=st.booleans())
    def cycles(self, pick: int, *, keep: bool) -> None:
        day = self.clock.today() + timedelta(days=91 * (pick % 3))
        self.attempt(c.ensure_cycle, Horizon.QUARTER, day)
        cycle, objective = self.pick(t.CYCLE, pick), self.pick(t.OBJECTIVE, pick)
        if cycle is not None and objective is not None:
            self.attempt(c.move_to_cycle, [objective], cycle, keep_values=keep)

    @rule(pick=PICK, value=AMOUNT)
    def kpis(self, pick: int, value: object) -> None:
        self.attempt(c.create_kpi, "NPS")
        kpi = self.pick(t.KPI, pick)
        self.attempt(c.record_kpi_value, kpi, value, replace=pick % 2 == 0)
        self.attempt(c.change_key_result, self.pick(t.KEY_RESULT, pick), kpi=kpi)
        self.attempt(c.delete_item, kpi)

    @rule(pick=PICK, status=st.sampled_from(["on_track", "at_risk", None]))
    def judge(self, pick: int, status: str | None) -> None:
        table = t.OBJECTIVE if pick % 2 else t.KEY_RESULT
        self.attempt(c.set_status, self.pick(table, pick), status)
        self.attempt(c.grade, self.pick(table, pick), (pick % 12) / 10)


def leave(machine: RandomCommands) -> None:
    """Closes its plan and removes its folder."""
    machine.workspace.close()
    shutil.rmtree(machine.folder)


class RandomUse(RandomCommands):
    """Undo, redo and reload between the commands, and what always holds."""

    @rule(pick=PICK)
    def close_or_reopen(self, pick: int) -> None:
        self.attempt(c.close_cycle if pick % 3 == 0 else c.reopen_cycle, self.pick(t.CYCLE, pick))

    @precondition(lambda self: self.place > 0)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(min(steps, self.place)):
            assert self.workspace.undo() is not None
            self.place -= 1

    @precondition(lambda self: self.place < len(self.dumps) - 1)
    @rule()
    def redo(self) -> None:
        assert self.workspace.redo() is not None
        self.place += 1

    @rule()
    def reload(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.path, clock=self.clock, new_id=self.fresh_id)

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    @invariant()
    def snapshot_and_file_are_as_remembered(self) -> None:
        remembered = self.dumps[self.place]
        assert dump(self.workspace.snapshot) == remembered
        assert dump(self.path) == remembered

    @invariant()
    def scores_equal_a_full_rescore(self) -> None:
        kept, fresh = (
            self.workspace.scores,
            Scores(self.workspace.snapshot, self.workspace.today),
        )
        for table in (t.OBJECTIVE, t.KEY_RESULT):
            for item in self.workspace.snapshot.ids(table):
                assert kept.item(item) == fresh.item(item)

    @invariant()
    def references_hold(self) -> None:
        connection = sqlite3.connect(self.path)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()

    def teardown(self) -> None:
        while self.place:
            self.undo(1)
        assert dump(self.path) == self.dumps[0]
        leave(self)


TestRandomUse = RandomUse.TestCase
TestRandomUse.settings = settings(
    max_examples=30, stateful_step_count=30, report_multiple_bugs=False
)
