"""Scores after an edit equal scores counted afresh, whatever the edits were."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import (
    CycleState,
    Drivers,
    Horizon,
    ObjectiveState,
    Outcome,
    Source,
    Status,
)
from okrdesk.text import Message
from tests.domain.world import Q3, TODAY, YEAR, World

OBJECTIVES = 5
DAYS = some.integers(-3, 120).map(lambda n: Q3[0] + timedelta(n))
AMOUNTS = some.integers(-20, 150).map(Decimal)
WEIGHTS = some.sampled_from([0.0, 1.0, 4.0])
SHARES = some.sampled_from([None, None, 20.0, 70.0])
OUTCOMES = some.sampled_from([None, None, *Outcome])
STATUSES = some.sampled_from(list(Status))
CYCLES, TEAMS, PEOPLE = (2, 3), (4, 5), (6, 7)
"""Ids of the plan's first rows."""
REMOVED = [
    t.LINK,
    t.CHECK_IN,
    t.GRADE,
    t.STATUS_OVERRIDE,
    t.STEP,
    t.OBJECTIVE_TEAM,
    t.OBJECTIVE_OWNER,
]


class Draw:
    """Draws the next edit of a plan from what is in it."""

    def __init__(self, data: some.DataObject, world: World) -> None:
        self.data, self.world, self.next_id = data, world, 10_000

    def of(self, strategy: some.SearchStrategy[Any]) -> Any:
        return self.data.draw(strategy)

    def one(self, snapshot: Snapshot, table: t.Table[Any]) -> int | None:
        ids = sorted(snapshot.ids(table))
        return self.of(some.sampled_from(ids)) if ids else None

    def change(self, snapshot: Snapshot) -> Change | None:
        how = self.of(some.sampled_from([self.edited, self.added, self.added, self.removed]))
        found: Change | None = how(snapshot)
        return found

    def edited(self, snapshot: Snapshot) -> Change | None:
        table, fields = self.of(some.sampled_from(EDITS))
        row_id = self.one(snapshot, table)
        if row_id is None:
            return None
        before = snapshot.get(table, row_id)
        drawn = {name: self.of(values) for name, values in fields.items()}
        return Change(table, row_id, before, before._replace(**drawn))

    def removed(self, snapshot: Snapshot) -> Change | None:
        table = self.of(some.sampled_from(REMOVED))
        row_id = self.one(snapshot, table)
        return None if row_id is None else Change(table, row_id, snapshot.get(table, row_id), None)

    def added(self, snapshot: Snapshot) -> Change:
        table = self.of(some.sampled_from(list(ADDED)))
        self.next_id += 1
        refs = {
            name: self.one(snapshot, t.TABLE_BY_NAME[target])
            for name, target in ADDED[table][0].items()
        }
        drawn = {name: self.of(values) for name, values in ADDED[table][1].items()}
        if table in (t.LINK, t.GRADE, t.STATUS_OVERRIDE):
            refs[self.of(some.sampled_from(["objective", "key_result"]))] = None
        row = table.row(id=self.next_id, **refs, **drawn)
        return Change(table, self.next_id, None, row)


EDITS: list[tuple[t.Table[Any], dict[str, some.SearchStrategy[Any]]]] = [
    (
        t.OBJECTIVE,
        {
            "weight": WEIGHTS,
            "share": SHARES,
            "outcome": OUTCOMES,
            "drivers": some.sampled_from(list(Drivers)),
            "state": some.sampled_from(list(ObjectiveState)),
            "due": some.none() | DAYS,
        },
    ),
    (
        t.KEY_RESULT,
        {
            "weight": WEIGHTS,
            "share": SHARES,
            "outcome": OUTCOMES,
            "source": some.sampled_from(list(Source)),
            "kind": some.sampled_from(["number", "at_most", "milestones", "yes_no", "baseline"]),
        },
    ),
    (
        t.OBJECTIVE,
        {
            "team": some.sampled_from([None, *TEAMS]),
            "owner": some.sampled_from([None, *PEOPLE]),
            "cycle": some.sampled_from([None, *CYCLES]),
        },
    ),
    (t.CYCLE, {"end": DAYS, "state": some.sampled_from(list(CycleState))}),
    (t.TERMS, {"target": AMOUNTS, "due": some.none() | DAYS}),
    (t.ORGANISATION, {"cap": some.sampled_from([1.0, 1.5]), "name": some.just("Other")}),
    (t.KPI_VALUE, {"value": AMOUNTS, "date": DAYS}),
]
ADDED: dict[t.Table[Any], tuple[dict[str, str], dict[str, some.SearchStrategy[Any]]]] = {
    t.CHECK_IN: (
        {"key_result": "key_result"},
        {
            "date": DAYS,
            "entered": some.just("2026-08-17T10"),
            "value": some.none() | AMOUNTS,
            "confidence": some.none() | some.integers(1, 10),
            "status": some.none() | STATUSES,
        },
    ),
    t.LINK: (
        {"child": "objective", "objective": "objective", "key_result": "key_result"},
        {"contributes": some.booleans(), "primary": some.just(False)},
    ),
    t.KEY_RESULT: ({"objective": "objective"}, {"title": some.just("New")}),
    t.OBJECTIVE_TEAM: ({"objective": "objective"}, {"team": some.sampled_from(TEAMS)}),
    t.OBJECTIVE_OWNER: ({"objective": "objective"}, {"person": some.sampled_from(PEOPLE)}),
    t.STEP: (
        {"key_result": "key_result"},
        {"title": some.just("Step"), "done": some.none() | DAYS},
    ),
    t.PHASE: ({"key_result": "key_result"}, {"date": DAYS, "value": AMOUNTS}),
    t.TERMS: ({"key_result": "key_result"}, {"valid_from": DAYS, "target": AMOUNTS}),
    t.GRADE: (
        {"objective": "objective", "key_result": "key_result"},
        {"date": DAYS, "grade": some.just(0.7)},
    ),
    t.STATUS_OVERRIDE: (
        {"objective": "objective", "key_result": "key_result"},
        {"date": DAYS, "entered": some.just("2026-08-17T11"), "status": STATUSES},
    ),
    t.KPI_VALUE: (
        {"kpi": "kpi"},
        {"date": DAYS, "entered": some.just("2026-08-17T12"), "value": AMOUNTS},
    ),
}


def plan() -> World:
    """Objectives of two cycles, each with key results, one of them fed by a KPI."""
    world = World()
    year = world.cycle("2026", Horizon.YEAR, *YEAR)
    teams = [world.add(t.TEAM, name=name) for name in ("Red", "Blue")]
    people = [world.add(t.PERSON, name=name) for name in ("Ann", "Ben")]
    assert (*CYCLES, *TEAMS, *PEOPLE) == (world.quarter, year, *teams, *people)
    kpi = world.add(t.KPI, name="KPI")
    world.add(t.KPI_VALUE, kpi=kpi, date=TODAY, entered="", value=Decimal(40))
    for number in range(OBJECTIVES):
        objective = world.objective(
            cycle=year if number < 2 else world.quarter,
            team=TEAMS[number % 2],
            owner=PEOPLE[number % 2],
        )
        world.key_result(objective, values=[10 * number])
        fed = {"source": Source.KPI} if number == 3 else {}
        world.key_result(objective, kpi=kpi if number == 3 else None, **fed)
    return world


def everything(snapshot: Snapshot, scores: Scores) -> dict[Any, Any]:
    items = [*snapshot.ids(t.OBJECTIVE), *snapshot.ids(t.KEY_RESULT)]
    cycles = {("cycle", row): scores.cycle(row) for row in snapshot.ids(t.CYCLE)}
    teams = {("team", i, c): scores.team(i, c) for i in TEAMS for c in CYCLES}
    people = {("person", i, c): scores.person(i, c) for i in PEOPLE for c in CYCLES}
    return {**{item: scores.item(item) for item in items}, **cycles, **teams, **people}


@settings(max_examples=60, deadline=None)
@given(data=some.data(), edits=some.integers(1, 14))
def test_rescoring_what_an_edit_reached_equals_scoring_everything(
    data: some.DataObject, edits: int
) -> None:
    world = plan()
    snapshot, draw = world.snapshot, Draw(data, world)
    scores = Scores(snapshot, TODAY)
    everything(snapshot, scores)
    for _ in range(edits):
        change = draw.change(snapshot)
        if change is None:
            continue
        snapshot = snapshot.apply((change,))
        scores = scores.after(snapshot, ChangeSet(Message("Edit"), (change,)))
        assert everything(snapshot, scores) == everything(snapshot, Scores(snapshot, TODAY))


@settings(max_examples=40, deadline=None)
@given(data=some.data(), edits=some.integers(1, 14))
def test_every_score_lies_within_what_it_may_be(data: some.DataObject, edits: int) -> None:
    world = plan()
    snapshot, draw = world.snapshot, Draw(data, world)
    for _ in range(edits):
        change = draw.change(snapshot)
        snapshot = snapshot.apply((change,)) if change else snapshot
    scores = Scores(snapshot, TODAY)
    cap = scores.rules.cap
    for objective in snapshot.ids(t.OBJECTIVE):
        score = scores.objective(objective)
        assert score.raw is None or 0.0 <= score.raw <= cap + 1e-9
        assert score.expected is None or 0.0 <= score.expected <= 1.0
        assert score.measured[0] <= score.measured[1]


def removal(snapshot: Snapshot, *rows: tuple[t.Table[Any], int]) -> tuple[Snapshot, ChangeSet]:
    gone = tuple(Change(table, row, snapshot.get(table, row), None) for table, row in rows)
    return snapshot.apply(gone), ChangeSet(Message("Delete"), gone)


def test_a_deleted_item_leaves_no_score_behind() -> None:
    world = World()
    parent = world.objective()
    world.key_result(parent, values=[10])
    row = world.key_result(parent, values=[90])
    scores = world.scores()
    assert scores.objective(parent).raw == 0.5
    snapshot, done = removal(world.snapshot, (t.KEY_RESULT, row))
    after = scores.after(snapshot, done)
    assert after.objective(parent).raw == 0.1
    assert after.item(row).raw is None


def test_an_edit_elsewhere_keeps_what_was_counted() -> None:
    world = plan()
    scores, kept = world.scores(), world.rows["objective"][0].id
    found = scores.objective(kept)
    row = world.snapshot.children(t.KEY_RESULT, "objective", world.rows["objective"][4].id)[0]
    change = Change(t.KEY_RESULT, row.id, row, row._replace(weight=3.0))
    after = scores.after(world.snapshot.apply((change,)), ChangeSet(Message("Edit"), (change,)))
    assert after.objective(kept) is found


def test_an_edit_keeps_the_mean_of_a_team_that_has_no_part_in_it() -> None:
    world = plan()
    scores, (one, other) = world.scores(), TEAMS
    kept, found = scores.team(other, CYCLES[1]), scores.team(one, CYCLES[1])
    row = world.snapshot.children(t.KEY_RESULT, "objective", world.rows["objective"][0].id)[0]
    change = Change(t.KEY_RESULT, row.id, row, row._replace(outcome=Outcome.DROPPED))
    after = scores.after(world.snapshot.apply((change,)), ChangeSet(Message("Edit"), (change,)))
    assert after.team(other, CYCLES[1]) is kept
    assert after.team(one, CYCLES[1]) != found


def test_a_rule_of_counting_reaches_everything_and_the_name_nothing() -> None:
    world = plan()
    before = next(world.snapshot.rows(t.ORGANISATION))
    item = world.rows["objective"][1].id
    for fields, kept in (({"name": "New"}, True), ({"cap": 1.5}, False)):
        scores = world.scores()
        found = scores.objective(item)
        change = Change(t.ORGANISATION, before.id, before, before._replace(**fields))
        after = scores.after(world.snapshot.apply((change,)), ChangeSet(Message("Edit"), (change,)))
        assert (after.objective(item) is found) == kept


def test_a_deep_line_of_objectives_needs_no_recursion() -> None:
    world = World()
    line = [world.objective() for _ in range(1500)]
    for below, over in zip(line[1:], line, strict=False):
        world.link(below, objective=over)
    world.key_result(line[-1], values=[60])
    assert world.scores().objective(line[0]).raw == 0.6


def test_a_circle_through_a_key_result_gives_a_reason() -> None:
    world = World()
    top, below = world.objective(), world.objective(drivers=Drivers.CHILDREN)
    row = world.key_result(top, source=Source.CHILDREN)
    world.link(below, key_result=row)
    world.link(top, objective=below)
    outside = world.objective(drivers=Drivers.CHILDREN)
    world.link(top, objective=outside, primary=False)
    world.link(world.objective(), objective=outside)
    reasons = {world.scores().item(item).reason.value for item in (top, row, below)}
    assert reasons == {"circle"}
    assert world.scores().objective(outside).raw is None


def test_what_two_others_wait_for_is_counted_once() -> None:
    world = World()
    top, left, right, shared = (world.objective(drivers=Drivers.CHILDREN) for _ in range(4))
    leaf = world.objective()
    world.key_result(leaf, values=[30])
    pairs = ((left, top), (shared, top), (right, top), (shared, left), (shared, right))
    for below, over in (*pairs, (leaf, shared)):
        world.link(below, objective=over)
    score = world.scores().objective(top)
    assert (score.raw, score.progress, len(score.drivers)) == (0.3, 0.3, 3)
