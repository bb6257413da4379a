"""What was deleted is listed with when, who and how much, and comes back as it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import rule

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.deleted_rows import DeletedRows
from okrdesk.app.recently_deleted import Gone, recently_deleted
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import Initiative
from okrdesk.domain.errors import UserError
from okrdesk.domain.tree import children_of, mission_id
from okrdesk.domain.words import Source
from okrdesk.storage.deletions import DeletedStep
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message
from tests.app.dump import dump
from tests.app.test_random_use import PICK, RandomCommands, leave


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = SetClock(datetime(2026, 8, 17, 9, tzinfo=UTC))
    workspace = Workspace.create(tmp_path / "plan.okrdesk", "Marigold", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def cycle(workspace: Workspace) -> int:
    days = date(2026, 7, 1), date(2026, 9, 30)
    return workspace.run(c.create_cycle, "Q3 2026", "quarter", *days)


@pytest.fixture
def objective(workspace: Workspace, cycle: int) -> int:
    return workspace.run(c.create_objective, "Delight", cycle=cycle, supports=c.MISSION)


@pytest.fixture
def key_result(workspace: Workspace, objective: int) -> int:
    return workspace.run(c.create_key_result, objective, "Calls", start=0, target=50)


def gone(workspace: Workspace, item: int) -> Gone:
    return next(gone for gone in recently_deleted(workspace) if gone.item == item)


def back(workspace: Workspace, item: int) -> c.Restored:
    return workspace.run(c.restore, gone(workspace, item).step, item)


def test_it_says_what_when_who_and_how_much(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    workspace.author = workspace.run(c.create_person, "Amara")
    below = workspace.run(c.create_objective, "Below", supports=key_result)
    workspace.run(c.create_key_result, below, "Deep", start=0, target=1)
    workspace.run(c.delete_items, [objective])
    (entry,) = recently_deleted(workspace)
    assert (entry.title, entry.table, entry.who) == ("Delight", t.OBJECTIVE, "Amara")
    assert (entry.objectives, entry.key_results) == (1, 2)
    assert entry.step.at.startswith("2026-08-17T09:00")
    assert str(entry.step.label) == "Delete"
    assert not entry.step.is_undo


def test_each_of_many_and_the_last_deleted_first(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    other = workspace.run(c.create_objective, "Other")
    kpi = workspace.run(c.create_kpi, "NPS")
    workspace.run(c.delete_item, kpi)
    workspace.run(c.delete_items, [key_result, other])
    assert {entry.item for entry in recently_deleted(workspace)[:2]} == {key_result, other}
    assert recently_deleted(workspace)[2].item == kpi
    workspace.undo()
    assert [entry.item for entry in recently_deleted(workspace)] == [kpi]
    workspace.undo()
    assert recently_deleted(workspace) == []
    workspace.undo()
    assert recently_deleted(workspace)[0].step.is_undo


def test_it_comes_back_with_all_that_went_and_as_one_step(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    workspace.author = workspace.run(c.create_person, "Amara")
    workspace.run(c.check_in, key_result, 10, confidence=5, note="Well")
    below = workspace.run(c.create_objective, "Below", supports=key_result)
    workspace.run(c.also_support, below, objective)
    workspace.run(c.set_tags, below, ["care"])
    workspace.run(c.add_comment, objective, "Thanks")
    later = workspace.run(c.create_objective, "Later")
    workspace.run(c.change_objective, later, predecessor=objective)
    before = dump(workspace.snapshot)
    workspace.run(c.delete_item, objective)
    after = dump(workspace.snapshot)
    assert back(workspace, objective) == c.Restored(2, 1, loose=False)
    assert dump(workspace.snapshot) == before
    workspace.undo()
    assert dump(workspace.snapshot) == after


def test_who_stayed_gets_the_place_again_unless_there_is_another(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    kept = workspace.run(c.create_objective, "Kept", supports=key_result)
    other = workspace.run(c.create_objective, "Other", supports=key_result)
    before = dump(workspace.snapshot)
    workspace.run(c.delete_item, objective, keep_supporting=True)
    back(workspace, objective)
    assert dump(workspace.snapshot) == before
    workspace.run(c.delete_item, objective, keep_supporting=True)
    workspace.run(c.align, other, c.MISSION)
    back(workspace, objective)
    assert children_of(workspace.snapshot, key_result) == [kept]


def test_without_its_parent_it_is_not_aligned(workspace: Workspace, objective: int) -> None:
    below = workspace.run(c.create_objective, "Below", supports=objective)
    workspace.run(c.delete_item, below)
    workspace.run(c.delete_item, objective)
    assert back(workspace, below) == c.Restored(1, 0, loose=True)
    assert parent_of(workspace.snapshot, below) is None
    assert not back(workspace, objective).loose
    assert children_of(workspace.snapshot, mission_id(workspace.snapshot) or 0) == [objective]
    loose = workspace.run(c.create_objective, "Never aligned")
    workspace.run(c.delete_item, loose)
    assert not back(workspace, loose).loose


def test_a_place_that_no_longer_fits_is_left(workspace: Workspace, objective: int) -> None:
    below = workspace.run(c.create_objective, "Below", supports=objective, level="team")
    workspace.run(c.delete_item, below)
    workspace.run(c.change_objective, objective, level="individual")
    assert back(workspace, below).loose


def test_a_key_result_needs_its_objective(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    workspace.run(c.delete_item, key_result)
    workspace.run(c.delete_item, objective)
    before = workspace.snapshot
    with pytest.raises(UserError, match="Restore that first"):
        back(workspace, key_result)
    assert workspace.snapshot is before
    step = gone(workspace, objective).step
    back(workspace, objective)
    assert back(workspace, key_result).key_results == 1
    with pytest.raises(UserError, match="in the plan again"):
        workspace.run(c.restore, step, objective)


def test_what_it_named_and_is_gone_is_left_out(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    mei = workspace.run(c.create_person, "Mei")
    kpi = workspace.run(c.create_kpi, "NPS")
    team = workspace.run(c.create_team, "Care")
    helping = workspace.run(c.create_team, "Help")
    workspace.run(c.give_owner, [objective, key_result], mei)
    workspace.run(c.change_key_result, key_result, kpi=kpi)
    workspace.run(c.set_teams, objective, [team, helping])
    workspace.run(c.link_kpi, objective, kpi, "direct")
    workspace.run(c.delete_item, objective)
    workspace.run(c.delete_item, kpi)
    workspace.run(c.delete_person, mei)
    for each in (team, helping):
        workspace.run(c.delete_team, each)
    back(workspace, objective)
    snapshot = workspace.snapshot
    row = snapshot.get(t.KEY_RESULT, key_result)
    assert (row.owner, row.kpi, row.source) == (None, None, Source.CHECK_INS)
    assert snapshot.get(t.OBJECTIVE, objective).team is None
    assert snapshot.count(t.OBJECTIVE_TEAM) == snapshot.count(t.KPI_LINK) == 0


def test_a_closed_cycle_stays_as_it_was(
    workspace: Workspace, cycle: int, objective: int, key_result: int
) -> None:
    workspace.run(c.delete_item, key_result)
    workspace.run(c.close_cycle, cycle)
    before = workspace.snapshot
    with pytest.raises(UserError, match="is closed"):
        back(workspace, key_result)
    assert workspace.snapshot is before


def test_a_fixed_share_that_was_given_away_is_freed(
    workspace: Workspace, objective: int, key_result: int
) -> None:
    other = workspace.run(c.create_key_result, objective, "Other", start=0, target=1)
    workspace.run(c.set_share, key_result, 60)
    workspace.run(c.delete_item, key_result)
    workspace.run(c.set_share, other, 70)
    back(workspace, key_result)
    assert workspace.snapshot.get(t.KEY_RESULT, key_result).share is None


def test_a_mention_that_was_filled_since_stays(workspace: Workspace, objective: int) -> None:
    later = workspace.run(c.create_objective, "Later")
    workspace.run(c.change_objective, later, predecessor=objective)
    workspace.run(c.delete_item, objective)
    other = workspace.run(c.create_objective, "Other")
    workspace.run(c.change_objective, later, predecessor=other)
    back(workspace, objective)
    assert workspace.snapshot.get(t.OBJECTIVE, later).predecessor == other


def test_a_reader_sees_the_list_too(workspace: Workspace, objective: int) -> None:
    workspace.run(c.delete_item, objective)
    clock = SetClock(datetime(2026, 8, 18, 9, tzinfo=UTC))
    reader = Workspace.open(workspace.path, clock=clock, write=False)
    assert [entry.item for entry in recently_deleted(reader)] == [objective]
    reader.close()


class DeleteAndRestore(RandomCommands):
    """After a delete and a restore the plan is as before, whatever was in it."""

    @rule(pick=PICK, other=PICK)
    def delete_and_restore(self, pick: int, other: int) -> None:
        table = (t.OBJECTIVE, t.KEY_RESULT, t.KPI)[other % 3]
        item = self.pick(table, pick)
        if item is None:
            return
        before = dump(self.workspace.snapshot)
        try:
            self.workspace.run(c.delete_item, item)
        except UserError:
            return
        back(self.workspace, item)
        assert dump(self.workspace.snapshot) == before

    def teardown(self) -> None:
        leave(self)


TestDeleteAndRestore = DeleteAndRestore.TestCase
TestDeleteAndRestore.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)


def test_a_kpi_comes_back_and_a_circle_ends(workspace: Workspace) -> None:
    kpi = workspace.run(c.create_kpi, "NPS")
    workspace.run(c.record_kpi_value, kpi, 41)
    before = dump(workspace.snapshot)
    workspace.run(c.delete_item, kpi)
    assert back(workspace, kpi) == c.Restored(0, 0, loose=False)
    assert dump(workspace.snapshot) == before
    one, two = Initiative(5, "One", parent=6), Initiative(6, "Two", parent=5)
    rows = ((t.INITIATIVE, one), (t.INITIATIVE, two))
    step = DeletedStep(1, "", None, Message("Delete"), is_undo=False, rows=rows, mentions=())
    assert [row for _, row in DeletedRows(step).with_all_below(5)] == [one, two]


@c.command("Delete one, clear another")
def delete_and_clear(tx: Transaction, gone: int, cleared: int) -> None:
    c.delete_item(tx, gone)
    c.change_objective(tx, cleared, due=None)


def test_what_else_the_step_cleared_is_not_brought_back(
    workspace: Workspace, objective: int
) -> None:
    due = workspace.run(c.create_objective, "Due", due=date(2026, 9, 1))
    workspace.run(delete_and_clear, objective, due)
    back(workspace, objective)
    assert workspace.snapshot.get(t.OBJECTIVE, due).due is None
