"""Groups of the plan: what stands in them, and that models stay sound under random changes."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from okrdesk.domain.changes import Change
from okrdesk.domain.entities import ObjectiveTag, Person, Team
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, OBJECTIVE_TAG, PERSON, TEAM
from okrdesk.ui.models.group_structure import UNGROUPED, Arrangement
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.models.tree_model import TreeModel
from tests.ui import plans
from tests.ui.chance import Chance
from tests.ui.plans import (
    AMARA,
    CHURNED,
    LOOSE,
    LOVED,
    MEI,
    QUARTER,
    READ,
    RESEARCH,
    YEAR,
    asking,
)

CARE, SHOP = 31, 32
GROUPED = [Arrangement.TEAM, Arrangement.OWNER, Arrangement.CYCLE]
SEARCHES = ["", "churned", "other -churned", "owner:amara", "is:unaligned", "#hot", "status:behind"]

Tree = list[tuple[int, "Tree"]]


class Plan:
    """A model with what its plan became, and real numbers."""

    def __init__(self, arrangement: Arrangement) -> None:
        teams = [Team(CARE, "Care", position=2), Team(SHOP, "Shop", position=1)]
        snapshot = plans.plan(team=teams)
        of_care = [plans.changed(snapshot, OBJECTIVE, RESEARCH, team=CARE)]
        self.snapshot = snapshot.apply(of_care)
        self.scores = Scores(self.snapshot, plans.TODAY)
        self.arrangement = arrangement
        self.model = self.fresh()

    def fresh(self, cycle: int | None = None, wanted: TreeFilter | None = None) -> TreeModel:
        model = TreeModel(self.snapshot, Scores(self.snapshot, plans.TODAY), print)
        model.set_arrangement(self.arrangement)
        model.set_scope(cycle)
        model.set_filter(wanted or TreeFilter())
        return model

    def apply(self, *changes: Change) -> None:
        self.snapshot = self.snapshot.apply(changes)
        self.scores = Scores(self.snapshot, plans.TODAY)
        self.model.apply(self.snapshot, changes, self.scores)


def tree(model: TreeModel, above: QModelIndex | None = None) -> Tree:
    parent = QModelIndex() if above is None else above
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(row.internalId(), tree(model, row)) for row in rows]


def below(plan: Plan) -> dict[int, list[int]]:
    return {group: [node for node, _ in rows] for group, rows in tree(plan.model)}


def test_teams_in_their_order_and_only_those_with_objectives(qapp: QApplication) -> None:
    plan = Plan(Arrangement.TEAM)
    groups = below(plan)
    assert list(groups) == [CARE, UNGROUPED]
    assert groups[CARE] == [RESEARCH]
    plan.apply(plans.changed(plan.snapshot, OBJECTIVE, LOOSE, team=SHOP))
    assert list(below(plan)) == [SHOP, CARE, UNGROUPED]
    plan.apply(plans.changed(plan.snapshot, TEAM, SHOP, position=3.0))
    assert list(below(plan)) == [CARE, SHOP, UNGROUPED]
    assert tree(plan.model) == tree(plan.fresh())


def test_a_renamed_group_shows_its_name(qapp: QApplication) -> None:
    plan = Plan(Arrangement.OWNER)
    first = plan.model.index(0, 0)
    assert plan.model.row_at(first).title == "Amara Diallo"
    plan.apply(plans.changed(plan.snapshot, PERSON, AMARA, name="Amara D."))
    assert plan.model.row_at(first).title == "Amara D."
    assert plan.model.row_at(first).percent == ""
    plan.model.set_scope(QUARTER)
    assert plan.model.row_at(plan.model.index(0, 0)).percent != ""
    plan.apply(plans.inserted(Person(13, "New"), PERSON))
    assert tree(plan.model) == tree(plan.fresh(QUARTER))


def test_cycles_count_what_is_to_be_seen(qapp: QApplication) -> None:
    plan = Plan(Arrangement.CYCLE)
    index = plan.model.index_of(QUARTER)
    assert plan.model.row_at(index).caption == "3 objectives"
    plan.model.set_filter(asking("churned"))
    assert plan.model.row_at(plan.model.index_of(QUARTER)).caption == "2 objectives"
    plan.model.set_filter(TreeFilter())
    gone = [
        plans.changed(plan.snapshot, OBJECTIVE, o.id, cycle=None)
        for o in plan.snapshot.rows(OBJECTIVE)
        if o.cycle == YEAR
    ]
    plan.apply(*gone)
    last = plan.model.row_at(plan.model.index(plan.model.rowCount() - 1, 0))
    assert (last.title, last.caption) == ("No cycle", "1 objective")


def test_key_results_stand_below_their_objective(qapp: QApplication) -> None:
    plan = Plan(Arrangement.OWNER)
    assert plan.model.parent(plan.model.index_of(CHURNED)) == plan.model.index_of(RESEARCH)
    plan.apply(plans.changed(plan.snapshot, KEY_RESULT, READ, objective=RESEARCH))
    assert tree(plan.model) == tree(plan.fresh())
    plan.apply(plans.changed(plan.snapshot, OBJECTIVE, RESEARCH, owner=MEI))
    assert plan.model.parent(plan.model.index_of(RESEARCH)) == plan.model.index_of(MEI)


def test_the_first_of_a_new_cycle(qapp: QApplication) -> None:
    plan = Plan(Arrangement.CYCLE)
    tree(plan.model)
    new = plan.snapshot.get(CYCLE, QUARTER)._replace(id=77, name="Q4 2026")
    plan.apply(plans.inserted(new, CYCLE))
    plan.apply(plans.changed(plan.snapshot, OBJECTIVE, LOVED, cycle=77))
    assert tree(plan.model) == tree(plan.fresh())


class Anything(Chance):
    """Edits of every kind that a search or a group may follow."""

    def edit(self, snapshot: Snapshot) -> list[Change]:
        more = [self.recycle, self.own, self.give_team, self.tag, self.rename_person]
        if self.random.random() < 0.5:
            return self.random.choice(more)(snapshot)
        return super().edit(snapshot)

    def own(self, snapshot: Snapshot) -> list[Change]:
        objective = self.pick(snapshot, set())
        owner = self.random.choice([None, AMARA, MEI])
        return [plans.changed(snapshot, OBJECTIVE, objective, owner=owner)] if objective else []

    def give_team(self, snapshot: Snapshot) -> list[Change]:
        objective = self.pick(snapshot, set())
        team = self.random.choice([None, CARE, SHOP])
        return [plans.changed(snapshot, OBJECTIVE, objective, team=team)] if objective else []

    def tag(self, snapshot: Snapshot) -> list[Change]:
        objective = self.pick(snapshot, set())
        tags = [row.id for row in snapshot.rows(OBJECTIVE_TAG)]
        if tags and self.random.random() < 0.4:
            return plans.deleted(snapshot, tags[0])
        if objective is None:
            return []
        return [plans.inserted(ObjectiveTag(self.next_id(), objective, "hot"), OBJECTIVE_TAG)]

    def rename_person(self, snapshot: Snapshot) -> list[Change]:
        name = self.random.choice(["Amara Diallo", "Ines"])
        return [plans.changed(snapshot, PERSON, AMARA, name=name)]

    def delete(self, snapshot: Snapshot) -> list[Change]:
        changes = super().delete(snapshot)
        gone = {change.id for change in changes if change.table is OBJECTIVE}
        tags = [row.id for row in snapshot.rows(OBJECTIVE_TAG) if row.objective in gone]
        return [*changes, *plans.deleted(snapshot, *tags)]


@pytest.mark.parametrize("arrangement", list(Arrangement))
@pytest.mark.parametrize("text", SEARCHES)
def test_random_changes_keep_every_view_sound(
    qapp: QApplication, arrangement: Arrangement, text: str
) -> None:
    plan = Plan(arrangement)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(plan.model, mode)
    chance = Anything(SEARCHES.index(text))
    wanted = asking(text, everywhere=len(text) % 2 == 0)
    plan.model.set_scope(QUARTER)
    plan.model.set_filter(wanted)
    for step in range(40):
        if step % 3:
            tree(plan.model)
        plan.apply(*chance.edit(plan.snapshot))
        assert tree(plan.model) == tree(plan.fresh(QUARTER, wanted)), step
    tester.deleteLater()


@pytest.mark.parametrize("arrangement", GROUPED)
def test_a_longer_text_finds_what_a_new_search_finds(
    qapp: QApplication, arrangement: Arrangement
) -> None:
    plan = Plan(arrangement)
    for text in ("c", "ch", "chu", "chu is:key-result", "chu", "12 books", ""):
        plan.model.set_filter(asking(text))
        assert tree(plan.model) == tree(plan.fresh(None, asking(text)))
