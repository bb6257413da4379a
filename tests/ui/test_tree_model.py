import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from okrdesk.domain.changes import Change
from okrdesk.domain.entities import KeyResult, Link, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE, ORGANISATION, PERSON, TERMS
from okrdesk.domain.words import ObjectiveState, Outcome
from okrdesk.ui.models.row_changes import ranges_backwards
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.models.tree_model import CONFIDENCE, OWNER, PROGRESS, STATUS, TITLE, TreeModel
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.models.tree_structure import UNALIGNED
from tests.ui import plans
from tests.ui.chance import Chance
from tests.ui.plans import (
    AMARA,
    CALLS,
    CHURNED,
    DELIGHT,
    LOOSE,
    LOVED,
    MISSION,
    PLANNED,
    QUARTER,
    READ,
    RESEARCH,
    SURVEY,
    VOICE,
    YEAR,
    Number,
    Numbers,
    asking,
)

Tree = list[tuple[int, "Tree"]]


class Plan:
    """A model with what its plan became."""

    def __init__(self, snapshot: Snapshot, numbers: Numbers) -> None:
        self.snapshot, self.numbers = snapshot, numbers
        self.renamed: list[tuple[int, str]] = []
        self.model = TreeModel(snapshot, numbers, lambda id, text: self.renamed.append((id, text)))

    def apply(self, *changes: Change) -> None:
        self.snapshot = self.snapshot.apply(changes)
        self.model.apply(self.snapshot, changes, self.numbers)


@pytest.fixture
def plan(qapp: QApplication) -> Plan:
    return Plan(plans.plan(), plans.numbers())


def tree(model: TreeModel, parent: QModelIndex | None = None) -> Tree:
    above = QModelIndex() if parent is None else parent
    indexes = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [(index.internalId(), tree(model, index)) for index in indexes]


def fresh(plan: Plan) -> Tree:
    model = TreeModel(plan.snapshot, plan.numbers, lambda _id, _text: None)
    model.set_filter(plan.model.filter)
    return tree(model)


def text(plan: Plan, node: int, column: int, role: Qt.ItemDataRole | None = None) -> str | None:
    value = (role or Qt.ItemDataRole.DisplayRole).value
    found: str | None = plan.model.data(plan.model.index_of(node, column), value)
    return found


def test_tree_goes_from_the_mission_to_what_is_not_aligned(plan: Plan) -> None:
    below_research = [(SURVEY, []), (CHURNED, [(VOICE, [(CALLS, [])])]), (PLANNED, [])]
    assert tree(plan.model) == [
        (MISSION, [(LOVED, [(DELIGHT, [(RESEARCH, below_research)])])]),
        (UNALIGNED, [(LOOSE, [(READ, [])])]),
    ]


def test_a_plan_without_an_organisation_begins_with_its_objectives(qapp: QApplication) -> None:
    whole = plans.plan()
    rows = {table.name: whole.rows(table) for table in (OBJECTIVE, LINK, KEY_RESULT)}
    model = TreeModel(Snapshot(rows), plans.numbers(), lambda _id, _text: None)
    assert [node for node, _ in tree(model)] == [LOVED, UNALIGNED]
    model.set_filter(asking("calls"))
    assert [node for node, _ in tree(model)] == [LOVED]


def test_rows_show_what_the_columns_need(plan: Plan) -> None:
    assert text(plan, MISSION, TITLE) == "Help everyone feel confident"
    assert text(plan, MISSION, PROGRESS) == ""
    assert text(plan, CHURNED, TITLE) == "Interview 15 churned customers"
    assert text(plan, CHURNED, PROGRESS) == "33%"
    assert text(plan, CHURNED, STATUS) == "At risk"
    assert text(plan, CHURNED, CONFIDENCE) == "3"
    assert text(plan, CHURNED, OWNER) == "Mei Tan"
    assert text(plan, SURVEY, CONFIDENCE) == "", "nothing is left to be confident about"
    assert text(plan, SURVEY, OWNER) == "Amara Diallo", "a key result inherits its owner"
    assert text(plan, READ, PROGRESS) == "—"
    assert text(plan, UNALIGNED, TITLE) == "Not aligned"


@pytest.mark.parametrize(
    ("node", "sentence"),
    [
        (CHURNED, "Interview 15 churned customers, At risk, 33 percent, expected 52, 5 of 15"),
        (SURVEY, "Get 1,000 survey responses, Achieved, 100 percent, 1,000 of 1,000"),
        (READ, "Read 12 books, Not started, not measured"),
        (MISSION, "Help everyone feel confident, Mission"),
        (UNALIGNED, "Not aligned"),
        (
            PLANNED,
            "Present a plan, Behind, 40 percent, expected 52, 1 of 2, no recent check-in",
        ),
    ],
)
def test_each_row_speaks_one_sentence(plan: Plan, node: int, sentence: str) -> None:
    assert text(plan, node, TITLE, Qt.ItemDataRole.AccessibleTextRole) == sentence


def test_other_cells_speak_what_they_show(plan: Plan) -> None:
    assert text(plan, CHURNED, STATUS, Qt.ItemDataRole.AccessibleTextRole) == "At risk"
    assert text(plan, CHURNED, OWNER, Qt.ItemDataRole.ToolTipRole) == "Mei Tan"
    assert text(plan, CHURNED, STATUS, Qt.ItemDataRole.ToolTipRole) is None
    assert text(plan, CHURNED, STATUS, Qt.ItemDataRole.DecorationRole) is None
    assert plan.model.data(QModelIndex()) is None
    heads = [plan.model.headerData(c, Qt.Orientation.Horizontal) for c in range(5)]
    assert heads == ["Objective or key result", "Progress", "Status", "Conf.", "Owner"]
    tip = Qt.ItemDataRole.ToolTipRole.value
    assert plan.model.headerData(CONFIDENCE, Qt.Orientation.Horizontal, tip) == "Confidence"


def test_percent_values_say_so(plan: Plan) -> None:
    assert plan.model.row_at(plan.model.index_of(CALLS)).amount == "5% / 80%"


def test_millions_leave_room_for_the_title(plan: Plan) -> None:
    plan.numbers = Numbers({CHURNED: Number(current=plans.Decimal("57340000"))})
    plan.apply(plans.changed(plan.snapshot, TERMS, 501, target=plans.Decimal(90_000_000)))
    assert plan.model.row_at(plan.model.index_of(CHURNED)).amount == "57.3M / 90M"


def test_symbols_follow_level_and_horizon(plan: Plan) -> None:
    symbols = [plan.model.row_at(plan.model.index_of(o)).symbol for o in (LOVED, DELIGHT, RESEARCH)]
    assert symbols == ["long_term", "year", "team"]
    assert plan.model.row_at(plan.model.index_of(VOICE)).symbol == "individual"


@pytest.mark.parametrize(
    ("fields", "caption"),
    [
        ({}, "Q3"),
        ({"state": ObjectiveState.DRAFT}, "Q3 · Draft"),
        ({"state": ObjectiveState.CLOSED}, "Q3"),
        ({"state": ObjectiveState.CLOSED, "outcome": Outcome.DROPPED}, "Q3 · Dropped"),
        ({"outcome": Outcome.ACHIEVED}, "Q3"),
        ({"cycle": None, "outcome": Outcome.POSTPONED}, "Postponed"),
        ({"cycle": YEAR}, "2026"),
    ],
)
def test_caption_says_when_and_whether_it_counts(
    plan: Plan, fields: dict[str, object], caption: str
) -> None:
    plan.apply(plans.changed(plan.snapshot, OBJECTIVE, RESEARCH, **fields))
    assert plan.model.row_at(plan.model.index_of(RESEARCH)).caption == caption


def test_year_is_named_where_nothing_above_has_it(plan: Plan) -> None:
    assert plan.model.row_at(plan.model.index_of(LOOSE)).caption == "Q3 2026"
    assert plan.model.row_at(plan.model.index_of(LOVED)).caption == "2026–29"
    assert plan.model.row_at(plan.model.index_of(VOICE)).caption == "Q3"
    plan.apply(plans.changed(plan.snapshot, LINK, 303, objective=LOVED))
    assert plan.model.row_at(plan.model.index_of(RESEARCH)).caption == "Q3 2026"


def test_only_titles_can_be_edited_and_the_group_not_chosen(plan: Plan) -> None:
    flags = plan.model.flags
    assert flags(plan.model.index_of(RESEARCH)) & Qt.ItemFlag.ItemIsEditable
    assert not flags(plan.model.index_of(RESEARCH, STATUS)) & Qt.ItemFlag.ItemIsEditable
    assert not flags(plan.model.index_of(UNALIGNED)) & Qt.ItemFlag.ItemIsSelectable
    assert flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_renaming_asks_the_plan_and_waits_for_its_answer(plan: Plan) -> None:
    index = plan.model.index_of(RESEARCH)
    assert plan.model.setData(index, "  Learn from customers ")
    assert plan.renamed == [(RESEARCH, "Learn from customers")]
    assert index.data() == "Improve customer satisfaction"
    assert not plan.model.setData(index, "  ")
    assert not plan.model.setData(index, "Improve customer satisfaction")
    assert not plan.model.setData(index, "x", Qt.ItemDataRole.DisplayRole.value)
    assert len(plan.renamed) == 1


def test_index_is_found_without_having_been_seen(plan: Plan) -> None:
    index = plan.model.index_of(CALLS)
    assert index.parent().internalId() == VOICE
    assert plan.model.depth(index) == 6
    assert not plan.model.index_of(999).isValid()


def ids(signal_arguments: list[object]) -> set[int]:
    return {arguments[0].internalId() for arguments in signal_arguments}


def test_a_new_number_redraws_its_row_and_those_above(plan: Plan, qtbot: QtBot) -> None:
    tree(plan.model)
    for node in plans.ITEMS:
        plan.model.row_at(plan.model.index_of(node))
    redrawn: list[int] = []
    plan.model.dataChanged.connect(lambda first, _last: redrawn.append(first.internalId()))
    plan.numbers = Numbers({**plan.numbers.own, CALLS: Number(0.9)})
    change = plans.changed(plan.snapshot, KEY_RESULT, CALLS, description="new")
    plan.apply(change)
    assert set(redrawn) >= {CALLS, VOICE, CHURNED, RESEARCH, DELIGHT, LOVED}
    assert SURVEY not in redrawn
    assert text(plan, CALLS, PROGRESS) == "90%"


def test_new_names_of_people_cycles_and_mission_arrive_everywhere(plan: Plan) -> None:
    tree(plan.model)
    plan.apply(
        plans.changed(plan.snapshot, PERSON, AMARA, name="Amara D."),
        plans.changed(plan.snapshot, CYCLE, QUARTER, name="Summer"),
        plans.changed(plan.snapshot, ORGANISATION, MISSION, mission=""),
    )
    assert text(plan, RESEARCH, OWNER) == "Amara D."
    assert plan.model.row_at(plan.model.index_of(RESEARCH)).caption == "Summer"
    assert text(plan, MISSION, TITLE) == "Marigold"


def test_what_moves_keeps_its_index(plan: Plan) -> None:
    tree(plan.model)
    calls = QPersistentModelIndex(plan.model.index_of(CALLS))
    link = plans.changed(plan.snapshot, LINK, 304, key_result=None, objective=LOVED, position=-1)
    plan.apply(link)
    assert calls.isValid()
    assert calls.parent().parent().internalId() == LOVED
    assert tree(plan.model) == fresh(plan)


def test_order_follows_positions(plan: Plan) -> None:
    tree(plan.model)
    first = QPersistentModelIndex(plan.model.index_of(SURVEY))
    plan.apply(plans.changed(plan.snapshot, KEY_RESULT, SURVEY, position=9.0))
    assert first.row() == 2
    assert tree(plan.model) == fresh(plan)


def test_what_was_never_opened_gains_and_loses_its_first_row(plan: Plan, qtbot: QtBot) -> None:
    loved = plan.model.index_of(LOVED)
    delight = plan.model.index(0, 0, loved)
    research = plan.model.index_of(RESEARCH)
    assert plan.model.hasChildren(delight)
    assert plan.model.hasChildren(research)
    assert not plan.model.hasChildren(plan.model.index_of(LOVED, STATUS))
    below = [SURVEY, CHURNED, PLANNED, 304]
    with qtbot.waitSignal(plan.model.layoutChanged):
        plan.apply(*plans.deleted(plan.snapshot, *below))
    assert not plan.model.hasChildren(research)
    with qtbot.waitSignal(plan.model.rowsInserted):
        new = KeyResult(999, RESEARCH, "Ask again")
        plan.apply(plans.inserted(new, KEY_RESULT))
    assert plan.model.hasChildren(research)


def test_a_row_in_view_moves_to_where_nobody_has_looked(plan: Plan) -> None:
    plan.model.index_of(DELIGHT)
    kept = QPersistentModelIndex(plan.model.index_of(RESEARCH))
    new = Objective(998, "Grow", YEAR)
    plan.apply(plans.inserted(new, OBJECTIVE), plans.inserted(Link(997, 998, LOVED), LINK))
    assert plan.model.hasChildren(plan.model.index_of(998)) is False
    plan.apply(plans.changed(plan.snapshot, LINK, 303, objective=998))
    assert kept.isValid()
    assert plan.model.parent(kept) == plan.model.index_of(998)
    assert tree(plan.model) == fresh(plan)


def test_group_comes_and_goes(plan: Plan) -> None:
    tree(plan.model)
    plan.apply(plans.inserted(Link(399, LOOSE, DELIGHT), LINK))
    assert plan.model.rowCount() == 1
    plan.apply(*plans.deleted(plan.snapshot, 399))
    assert tree(plan.model)[-1] == (UNALIGNED, [(LOOSE, [(READ, [])])])


def test_swapping_parent_and_child_is_survived(plan: Plan) -> None:
    tree(plan.model)
    plan.apply(
        plans.changed(plan.snapshot, LINK, 303, objective=LOVED),
        plans.changed(plan.snapshot, LINK, 302, objective=RESEARCH),
    )
    assert tree(plan.model) == fresh(plan)


def test_deleting_a_branch_forgets_what_was_below(plan: Plan) -> None:
    tree(plan.model)
    gone = QPersistentModelIndex(plan.model.index_of(CALLS))
    rows = (RESEARCH, SURVEY, CHURNED, PLANNED, VOICE, CALLS, 303, 304, 305)
    plan.apply(*plans.deleted(plan.snapshot, *rows))
    assert not gone.isValid()
    assert not plan.model.index_of(CALLS).isValid()
    assert tree(plan.model) == fresh(plan)


FILTERS: list[tuple[TreeFilter, set[int]]] = [
    (asking("CHURNED"), {CHURNED, VOICE}),
    (asking("status:behind"), {PLANNED}),
    (asking("owner:mei"), {CHURNED, LOOSE, READ}),
    (asking("level:individual"), {VOICE, CALLS, LOOSE, READ}),
    (asking("more cycle:q3"), {LOOSE}),
    (asking("team:sales"), set()),
]


def nodes(branch: Tree) -> set[int]:
    return {node for node, _ in branch}.union(*(nodes(below) for _, below in branch))


@pytest.mark.parametrize(("wanted", "matching"), FILTERS)
def test_filter_leaves_matches_and_what_is_above(
    plan: Plan, wanted: TreeFilter, matching: set[int]
) -> None:
    plan.model.set_filter(wanted)
    assert plan.model.filter == wanted
    left = nodes(tree(plan.model))
    leaves = {node for node in left if not tree(plan.model, plan.model.index_of(node))}
    assert leaves <= matching
    assert matching <= left
    plan.model.set_filter(TreeFilter())
    assert set(plans.ITEMS) <= nodes(tree(plan.model))


def test_filtering_again_for_the_same_resets_nothing(plan: Plan, qtbot: QtBot) -> None:
    plan.model.set_filter(asking("churned"))
    with qtbot.assertNotEmitted(plan.model.modelReset):
        plan.model.set_filter(asking("churned"))


def test_filter_follows_edits(plan: Plan) -> None:
    plan.model.set_filter(asking("churned"))
    tree(plan.model)
    plan.apply(plans.changed(plan.snapshot, KEY_RESULT, READ, title="Read about churned ones"))
    plan.apply(plans.changed(plan.snapshot, LINK, 304, key_result=None))
    assert READ in nodes(tree(plan.model))
    assert tree(plan.model) == fresh(plan)
    plan.apply(*plans.deleted(plan.snapshot, CHURNED))
    assert tree(plan.model) == fresh(plan)


def test_rows_of_what_is_gone_are_empty() -> None:
    assert TreeModel(Snapshot({}), plans.numbers(), print).row_of(READ) == TreeRow(
        RowKind.GROUP, ""
    )


def test_remembered_rows_are_limited(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrdesk.ui.models.row_reader.REMEMBERED_ROWS", 2)
    for node in plans.ITEMS:
        assert plan.model.row_at(plan.model.index_of(node)).title


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [([], []), ([3], [(3, 3)]), ([0, 1, 2], [(0, 2)]), ([5, 0, 1, 4], [(4, 5), (0, 1)])],
)
def test_ranges_backwards(rows: list[int], ranges: list[tuple[int, int]]) -> None:
    assert ranges_backwards(rows) == ranges


@pytest.mark.parametrize("wanted", [TreeFilter(), asking("churned")])
@pytest.mark.parametrize("seed", range(6))
def test_random_changes_keep_the_model_sound(
    qtbot: QtBot, plan: Plan, seed: int, wanted: TreeFilter
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(plan.model, mode)
    chance = Chance(seed)
    plan.model.set_filter(wanted)
    for step in range(60):
        if step % 3:
            tree(plan.model)
        plan.apply(*chance.edit(plan.snapshot))
        assert tree(plan.model) == fresh(plan)
    tester.deleteLater()
