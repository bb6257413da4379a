from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from okrdesk.app import commands as c
from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import EXAMPLES, write_example
from okrdesk.app.examples.source import PICTURED, cycle_names, read_example
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of, unaligned
from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.errors import UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import CycleState, Horizon, Level
from okrdesk.storage.store import open_store

ANOTHER = date(2028, 2, 29)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, date], Path]:
    folder = tmp_path_factory.mktemp("examples")

    def path(example: str, day: date) -> Path:
        file = folder / f"{example}-{day}.okrdesk"
        if not file.exists():
            write_example(file, example, day)
        return file

    return path


@pytest.fixture(scope="module")
def loaded(written: Callable[[str, date], Path]) -> Callable[[str, date], Snapshot]:
    def load(example: str, day: date) -> Snapshot:
        store = open_store(written(example, day), write=False)
        try:
            return store.load()
        finally:
            store.close()

    return load


@pytest.fixture(scope="module")
def marigold(loaded: Callable[[str, date], Snapshot]) -> Snapshot:
    return loaded("marigold", PICTURED)


def objectives(plan: Snapshot, cycle: str) -> list[Any]:
    (found,) = [row for row in plan.rows(t.CYCLE) if row.name == cycle]
    return plan.children(t.OBJECTIVE, "cycle", found.id)


def key_results(plan: Snapshot, cycle: str) -> list[Any]:
    return [
        row
        for objective in objectives(plan, cycle)
        for row in plan.children(t.KEY_RESULT, "objective", objective.id)
    ]


def last_check_in(plan: Snapshot, key_result: int) -> Any:
    return plan.children(t.CHECK_IN, "key_result", key_result)[-1]


def test_statements(marigold: Snapshot) -> None:
    (organisation,) = marigold.rows(t.ORGANISATION)
    assert organisation.name == "Marigold Beauty"
    assert organisation.mission == "Help everyone feel confident in their own skin"
    assert organisation.vision
    assert [v.title for v in marigold.sorted_rows(t.VALUE)] == ["Care", "Candour", "Craft"]
    assert len(list(marigold.rows(t.PERSON))) == 7
    teams = [team.name for team in marigold.sorted_rows(t.TEAM)]
    assert teams == ["Customer Care", "Digital", "Franchise", "People"]
    assert all(cycle.narrative for cycle in marigold.rows(t.CYCLE))


def test_objectives_of_every_horizon(marigold: Snapshot) -> None:
    assert len(objectives(marigold, "2026–29")) == 2
    assert len(objectives(marigold, "2026")) == 3
    levels = Counter(row.level for row in objectives(marigold, "Q3 2026"))
    assert levels == {Level.TEAM: 4, Level.INDIVIDUAL: 3}
    assert len(objectives(marigold, "Q2 2026")) == 7
    for cycle in ("2026–29", "2026"):
        for row in objectives(marigold, cycle):
            assert 2 <= len(marigold.child_ids(t.KEY_RESULT, "objective", row.id)) <= 4


def test_one_objective_is_not_aligned(marigold: Snapshot) -> None:
    assert [row.title for row in unaligned(marigold)] == ["Foster healthy habits"]
    (app,) = [o for o in objectives(marigold, "Q3 2026") if o.title == "Launch the new loyalty app"]
    parent = parent_of(marigold, app.id)
    assert parent is not None
    assert marigold.get(t.OBJECTIVE, parent.objective or 0).title == "Delight our customers"
    (also,) = [lnk for lnk in marigold.children(t.LINK, "child", app.id) if not lnk.primary]
    title = marigold.get(t.OBJECTIVE, also.objective or 0).title
    assert title == "Grow the network without growing pains"


def test_twelve_of_twenty_one_key_results_are_due(marigold: Snapshot) -> None:
    days = Counter(last_check_in(marigold, row.id).date for row in key_results(marigold, "Q3 2026"))
    assert days == {PICTURED: 9, PICTURED - timedelta(weeks=1): 12}


def test_a_check_in_is_by_its_owner_unless_somebody_else_is_named(marigold: Snapshot) -> None:
    people = {row.id: row.name for row in marigold.rows(t.PERSON)}
    (calls,) = [
        row
        for row in key_results(marigold, "Q3 2026")
        if row.title == "Interview 15 churned customers"
    ]
    rows = marigold.children(t.CHECK_IN, "key_result", calls.id)
    assert [int(row.value or 0) for row in rows] == [0, 1, 2, 3, 4, 5]
    assert [row.confidence for row in rows] == [7, 7, 6, 5, 4, 3]
    assert [people[row.author] for row in rows] == 3 * ["Mei Tanaka"] + [
        "Amara Diallo",
        "Mei Tanaka",
        "Mei Tanaka",
    ]
    assert all(row.entered[:10] == row.date.isoformat() for row in rows)


def test_the_quarter_before_is_closed_and_graded(marigold: Snapshot) -> None:
    (before,) = [row for row in marigold.rows(t.CYCLE) if row.name == "Q2 2026"]
    assert before.state is CycleState.CLOSED
    graded = {row.objective or row.key_result for row in marigold.rows(t.GRADE)}
    items = [*objectives(marigold, "Q2 2026"), *key_results(marigold, "Q2 2026")]
    assert {row.id for row in items} == graded
    assert all(row.outcome for row in items)
    for row in key_results(marigold, "Q2 2026"):
        assert len(marigold.child_ids(t.CHECK_IN, "key_result", row.id)) == 13
    notes = [row.objective for row in marigold.rows(t.RETROSPECTIVE)]
    assert sorted(filter(None, notes)) == sorted(o.id for o in objectives(marigold, "Q2 2026"))
    assert notes.count(None) == 1


def test_kpis_have_twelve_months_and_links(marigold: Snapshot) -> None:
    last = {}
    for kpi in marigold.rows(t.KPI):
        values = marigold.children(t.KPI_VALUE, "kpi", kpi.id)
        assert (values[-1].date - values[0].date).days > 330
        last[kpi.name] = str(values[-1].value)
    assert last == {
        "Monthly sales": "412000",
        "Profit margin": "21.4",
        "Net promoter score": "47",
        "Customer retention": "81",
        "First response": "3.2",
        "Website users": "214000",
        "Sales per m²": "318",
        "Staff turnover": "14",
    }
    kpis = {row.id: row.name for row in marigold.rows(t.KPI)}
    linked = Counter(kpis[row.kpi] for row in marigold.rows(t.KPI_LINK))
    assert linked == {
        "Monthly sales": 4,
        "Net promoter score": 3,
        "Customer retention": 5,
        "First response": 2,
        "Website users": 1,
        "Sales per m²": 2,
        "Staff turnover": 3,
    }


def test_initiatives_and_a_comment(marigold: Snapshot) -> None:
    rows = list(marigold.rows(t.INITIATIVE))
    assert any(row.parent for row in rows)
    assert {row.text for row in rows if row.done} >= {"Write the call script"}
    assert "Export the churn list" in {row.text for row in rows if not row.done}
    assert len(list(marigold.rows(t.COMMENT))) == 1


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_same_day_gives_the_same_file(
    example: str, tmp_path: Path, written: Callable[[str, date], Path]
) -> None:
    write_example(tmp_path / "again.okrdesk", example, PICTURED)
    assert (tmp_path / "again.okrdesk").read_bytes() == written(example, PICTURED).read_bytes()


def test_undo_does_not_go_behind_the_example(
    tmp_path: Path, written: Callable[[str, date], Path]
) -> None:
    path = tmp_path / "mine.okrdesk"
    path.write_bytes(written("marigold", PICTURED).read_bytes())
    plan = Workspace.open(path, clock=SystemClock(PICTURED))
    assert plan.undo_label is None
    plan.run(c.add_value, "Calm")
    assert str(plan.undo_label) == "New value"
    plan.undo()
    assert plan.undo() is None
    plan.close()


@pytest.mark.parametrize("day", [ANOTHER, date(2026, 12, 31), date(2027, 1, 1), PICTURED])
@pytest.mark.parametrize("example", EXAMPLES)
def test_today_is_always_in_week_seven(
    example: str, day: date, loaded: Callable[[str, date], Snapshot]
) -> None:
    cycles = list(loaded(example, day).rows(t.CYCLE))
    assert len({row.name for row in cycles}) == len(cycles)
    (quarter,) = [
        row for row in cycles if row.start <= day <= row.end and row.horizon is Horizon.QUARTER
    ]
    assert (week_of(quarter, day), weeks_of(quarter)) == (7, 13)
    assert quarter.name == cycle_names(day)["q3"]


def test_a_moved_plan_is_the_same_plan(
    marigold: Snapshot, loaded: Callable[[str, date], Snapshot]
) -> None:
    moved, shift = loaded("marigold", ANOTHER), ANOTHER - PICTURED
    for row in marigold.rows(t.CHECK_IN):
        again = moved.get(t.CHECK_IN, row.id)
        assert again.date == row.date + shift
        assert (again.value, again.confidence, again.note) == (row.value, row.confidence, row.note)


def test_names_of_cycles_follow_the_day() -> None:
    assert cycle_names(date(2027, 1, 1)) == {
        "long": "2027–30",
        "year": "2027",
        "q2": "Q4 2026",
        "q3": "Q1 2027",
    }
    assert cycle_names(date(2097, 5, 5))["long"] == "2097–00"


def test_the_personal_plan_has_every_kind(loaded: Callable[[str, date], Snapshot]) -> None:
    plan = loaded("personal", PICTURED)
    (organisation,) = plan.rows(t.ORGANISATION)
    assert organisation.solo
    assert {row.level for row in plan.rows(t.OBJECTIVE)} == {Level.INDIVIDUAL}
    assert {row.kind for row in plan.rows(t.KEY_RESULT)} == {
        "number",
        "percent",
        "currency",
        "ratio",
        "duration",
        "at_least",
        "at_most",
        "range",
        "milestones",
        "yes_no",
        "rubric",
        "baseline",
    }


@pytest.mark.parametrize("day", [date(1909, 12, 31), date.max, date.min])
def test_a_day_that_is_too_far_away(day: date, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="between 1910 and 2190"):
        write_example(tmp_path / "far.okrdesk", "marigold", day)
    assert list(tmp_path.iterdir()) == []


def test_every_day_of_the_data_is_moved() -> None:
    for example in EXAMPLES:
        here, there = read_example(example, PICTURED), read_example(example, ANOTHER)
        pairs = list(zip(days_in(here), days_in(there), strict=True))
        assert pairs
        assert {b - a for a, b in pairs} == {ANOTHER - PICTURED}


def days_in(value: Any) -> list[date]:
    if isinstance(value, date):
        return [value]
    parts = [*value.keys(), *value.values()] if isinstance(value, dict) else value
    if isinstance(parts, str) or not hasattr(parts, "__iter__"):
        return []
    return [day for part in parts for day in days_in(part)]
