from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrdesk.app.clock import SystemClock
from okrdesk.app.settings import Settings
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.ids import id_text
from okrdesk.domain.snapshot import Snapshot
from tests.cli.conftest import Run

Find = Callable[[Path, str], dict[str, Any]]
GOAL = "Foster healthy habits"


def snapshot(path: Path) -> Snapshot:
    plan = Workspace.open(path, clock=SystemClock(), write=False)
    plan.close()
    return plan.snapshot


def names(path: Path, table: t.Table[Any]) -> list[str]:
    rows = snapshot(path).sorted_rows(table)
    return [row.title if hasattr(row, "title") else row.name for row in rows]


def one(path: Path, table: t.Table[Any], **wanted: object) -> Any:
    rows = snapshot(path).rows(table)
    (found,) = [r for r in rows if all(getattr(r, k) == v for k, v in wanted.items())]
    return found


def test_what_supports_may_count(run: Run, tmp_path: Path, find: Find) -> None:
    """The table of counting: a year objective of a quarter, and one of both sorts of drivers."""
    path = tmp_path / "mine.okrdesk"

    def add(*words: str) -> str:
        return run("add", path, *words, today="2026-07-01").out.strip()

    def goal(title: str, *words: str) -> str:
        return add("objective", title, *words)

    def measured(objective: str, title: str, value: str) -> None:
        key_result = add("key-result", objective, title, "start=0", "target=100")
        assert run("check-in", path, key_result, value).code == 0

    run("new", path, today="2026-07-01")
    add("cycle", "2026")
    add("cycle", "Q3 2026")
    year = goal("Year", "cycle=2026", "drivers=children")
    measured(goal("Quarter", "cycle=Q3 2026", "contributes=yes", f"supports={year}"), "K", "50")
    both = goal("Both", "cycle=Q3 2026", "drivers=both")
    measured(both, "27", "27")
    measured(both, "18", "18")
    child = goal("Child", "cycle=Q3 2026")
    measured(child, "72.5", "72.5")
    refused = run("set", path, child, "contributes=yes")
    assert (refused.code, refused.err) == (
        2,
        "okrdesk: contributes: It supports nothing yet. Say what, for example supports=mission.\n",
    )
    assert run("set", path, child, "contributes=yes", f"supports={both}").code == 0
    assert find(path, "Year")["progress"] == pytest.approx(0.126, abs=5e-4)
    assert find(path, "Year")["expected"] == pytest.approx(0.130, abs=5e-4)
    assert find(path, "Both")["progress"] == pytest.approx(0.391666666667)
    assert run("set", path, child, "contributes=no").code == 0
    assert find(path, "Both")["progress"] == pytest.approx(0.225)


def test_a_plan_from_nothing(run: Run, tmp_path: Path, find: Find) -> None:
    path = tmp_path / "mine.okrdesk"
    assert run("new", path).out == f"Made {path}.\n"
    run("set", path, "mission", "mission=Be kind", "currency=USD", "solo=yes", "hidden_levels=team")
    run("add", path, "team", "Care", "kind=department")
    run("add", path, "person", "Mei Tanaka", "teams=Care")
    run("add", path, "value", "Candour", "description=We say it")
    run("add", path, "cycle", "Q3 2026", "narrative=It went well")
    goal = run(
        "add",
        path,
        "objective",
        "Delight",
        "cycle=Q3 2026",
        "supports=mission",
        "owner=mt",
        "teams=Care",
        "tags=a, b",
        "values=Candour",
        "level=team",
        "owners=Mei",
    ).out.strip()
    key_result = run("add", path, "key-result", goal[:5], "Answers", "start=0", "target=10").out
    below = run("add", path, "objective", "Below", f"supports={goal}", "level=individual").out
    assert find(path, "Below")["parent"] == goal
    assert find(path, "Delight")["parent"] == find(path, "Be kind")["id"]
    assert run("check-in", path, key_result.strip(), 5).code == 0
    item = find(path, "Delight")
    assert (item["raw"], item["team"], item["owner"]) == (0.5, "Care", "Mei Tanaka")
    assert [row.tag for row in snapshot(path).sorted_rows(t.OBJECTIVE_TAG)] == ["a", "b"]
    assert one(path, t.ORGANISATION).solo
    assert run("set", path, below.strip(), "supports=").code == 0
    assert find(path, "Below")["parent"] is None


def test_add_in_one_step(run: Run, plan: Path) -> None:
    before = len(run("show", plan, "--json").json["items"])
    run("add", plan, "objective", "Another", "teams=Digital, People", "tags=x")
    assert run("undo", plan).out == "Undone: New objective\n"
    assert len(run("show", plan, "--json").json["items"]) == before
    assert snapshot(plan).count(t.OBJECTIVE_TEAM) == 0


def test_add_every_kind_of_key_result(run: Run, plan: Path, find: Find) -> None:
    goal = find(plan, GOAL)["id"]
    steps = run(
        "add",
        plan,
        "key-result",
        goal,
        "Ship",
        "kind=milestones",
        "steps=Test: one:2:2026-08-31; Go:on",
    )
    zones = run(
        "add", plan, "key-result", goal, "Swim", "kind=rubric", "zones=Bad: really:0; Good:1"
    )
    limit = run(
        "add",
        plan,
        "key-result",
        goal,
        "Rest",
        "kind=at_least",
        "target=7.5",
        "method=hit_rate",
        "unit=h",
    )
    phased = run(
        "add", plan, "key-result", goal, "Grow", "start=0", "target=9", "phases=2026-08-01:3"
    )
    assert [r.code for r in (steps, zones, limit, phased)] == [0, 0, 0, 0]
    rows = snapshot(plan)
    found = {r.title: (r.weight, str(r.due)) for r in rows.rows(t.STEP)}
    assert found["Test: one"] == (2.0, "2026-08-31")
    assert found["Go:on"] == (1.0, "None")
    assert [(z.title, z.ratio) for z in rows.sorted_rows(t.ZONE)] == [
        ("Bad: really", 0),
        ("Good", 1),
    ]
    assert [str(phase.value) for phase in rows.rows(t.PHASE)] == ["3"]
    assert run("set", plan, steps.out.strip(), "steps=Only", "description=One").code == 0
    assert "Test: one" not in names(plan, t.STEP)


def test_add_the_rest(run: Run, plan: Path, find: Find) -> None:
    goal = find(plan, GOAL)["id"]
    made = run(
        "add", plan, "initiative", goal, "Buy a fan", "owner=TB", "due=2026-08-20"
    ).out.strip()
    run("add", plan, "initiative", made, "Choose one")
    assert (
        one(plan, t.INITIATIVE, text="Choose one").parent
        == one(plan, t.INITIATIVE, text="Buy a fan").id
    )
    assert run("add", plan, "comment", goal, "Well done", "--as", "NR").code == 0
    author = one(plan, t.COMMENT, text="Well done").author
    assert snapshot(plan).get(t.PERSON, author).name == "Nadia Rahman"
    assert run("add", plan, "kpi", "Returns", "target=3", "rule=at_most", "unit=%").code == 0
    assert run("add", plan, "kpi-value", "Returns", "2.5", "date=2026-08-01", "note=Low").code == 0
    value = one(plan, t.KPI_VALUE, kpi=one(plan, t.KPI, name="Returns").id)
    assert (str(value.value), str(value.date), value.note) == ("2.5", "2026-08-01", "Low")
    again = run("add", plan, "kpi-value", "Returns", "3", "date=2026-08-01")
    assert "1 Aug 2026 already has 2.5" in again.err


@pytest.mark.parametrize(
    ("name", "days", "horizon"),
    [
        ("Q4 2026", ("2026-10-01", "2026-12-31"), "quarter"),
        ("q1 2027", ("2027-01-01", "2027-03-31"), "quarter"),
        ("2027", ("2027-01-01", "2027-12-31"), "year"),
        ("2027–30", ("2027-01-01", "2030-12-31"), "long_term"),
        ("2027-2030", ("2027-01-01", "2030-12-31"), "long_term"),
    ],
)
def test_a_cycle_by_its_name(
    name: str, days: tuple[str, str], horizon: str, run: Run, plan: Path
) -> None:
    assert run("add", plan, "cycle", name).code == 0
    row = one(plan, t.CYCLE, name=name)
    assert ((str(row.start), str(row.end)), row.horizon) == (days, horizon)


def test_a_cycle_of_a_fiscal_year(run: Run, plan: Path) -> None:
    run("set", plan, "plan", "fiscal_start=4")
    run("add", plan, "cycle", "Q4 2026/27")
    run("add", plan, "cycle", "2026/27")
    row, year = one(plan, t.CYCLE, name="Q4 2026/27"), one(plan, t.CYCLE, name="2026/27")
    assert (str(row.start), str(row.end)) == ("2027-01-01", "2027-03-31")
    assert (str(year.start), str(year.end)) == ("2026-04-01", "2027-03-31")


def test_a_cycle_with_its_days(run: Run, plan: Path) -> None:
    assert "Say from when to when" in run("add", plan, "cycle", "Autumn").err
    assert "Say from when to when" in run("add", plan, "cycle", "2030-20", "start=2026-09-01").err
    assert run("add", plan, "cycle", "Autumn", "start=2026-09-01", "end=2026-11-15").code == 0
    assert one(plan, t.CYCLE, name="Autumn").horizon == "custom"


def test_set_by_name(run: Run, plan: Path, find: Find) -> None:
    assert run("set", plan, "Q3 2026", "state=grading", "check-in-day=2").code == 0
    assert one(plan, t.CYCLE, name="Q3 2026").check_in_day == 2
    assert run("set", plan, "Mei Tanaka", "teams=Digital, People", "initials=MX").code == 0
    person = one(plan, t.PERSON, initials="MX")
    teams = {
        snapshot(plan).get(t.TEAM, m.team).name
        for m in snapshot(plan).children(t.MEMBERSHIP, "person", person.id)
    }
    assert teams == {"Digital", "People"}
    assert run("set", plan, "Mei Tanaka", "teams=Digital", "colour=2").code == 0
    assert run("set", plan, "Mei Tanaka", "colour=3").code == 0
    assert run("set", plan, "Digital", "name=Web").code == 0
    assert "Web" in names(plan, t.TEAM)
    row = find(plan, "Get 1,000 survey responses")["id"]
    assert (
        run("set", plan, row[:7], "target=1200", "owner=Mei", "weight=2", "due=2026-09-15").code
        == 0
    )
    item = find(plan, "Get 1,000 survey responses")
    assert (item["target"], item["owner"], item["weight"]) == (1200, "Mei Tanaka", 2)
    assert run("set", plan, row, "owner=", "start_date=").code == 0
    assert find(plan, "Get 1,000 survey responses")["owner"] == "Amara Diallo"


def test_set_references_by_id(run: Run, plan: Path, find: Find) -> None:
    goal, before = find(plan, GOAL)["id"], find(plan, "Finish 4 courses")["parent"]
    team = id_text(one(plan, t.TEAM, name="Digital").id)
    words = (f"predecessor={before[:8]}", f"team={team}", "supports=mission")
    assert run("set", plan, goal, *words).code == 0
    item = find(plan, GOAL)
    assert (item["team"], item["parent"] is None) == ("Digital", False)
    assert id_text(one(plan, t.OBJECTIVE, title=GOAL).predecessor) == before
    fed = run("set", plan, find(plan, "Cycle to work on 40 days")["id"], "kpi=Website")
    assert fed.code == 0


def test_set_says_what_was_changed(run: Run, plan: Path, find: Find) -> None:
    row = find(plan, GOAL)["id"]
    assert run("set", plan, row[:8], "priority=P0") == (0, f"Changed “{GOAL}”.\n", "")
    assert run("undo", plan).out == "Undone: Change objective\n"


@pytest.mark.parametrize(
    "title",
    [
        "<b>HTML</b> & <img src=x>",
        "=1+1",
        "🌼 Ünïcödé 中文 🚀",
        "هدف ربع سنوي",
        "\u202eevil\u202c",
        "x" * 500,
    ],
)
def test_any_title_is_kept_and_shown(title: str, run: Run, plan: Path, find: Find) -> None:
    assert run("set", plan, find(plan, GOAL)["id"], f"title={title}").code == 0
    assert find(plan, title)["title"] == title
    shown = run("show", plan).out
    assert "\u202e" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("title=", "title: Write a few words"),
        (f"title={'x' * 10_000}", "title: This has 10,000 characters"),
        ("nothing", "“nothing” is not a change"),
        ("foo=1", "There is no field “foo” here. There is: title,"),
        ("owner=Nobody", "owner: “Nobody” is not in the plan. There is: Nadia Rahman"),
        ("cycle=Q9", "cycle: “Q9” is not in the plan"),
        ("supports=zzzz", "supports: Nothing here has the id"),
        ("level=boss", "level: “boss” is not known here"),
        ("weight=many", "weight: Use a number"),
        ("weight=nan", "weight: Use a number"),
        ("weight=inf", "weight: Use a number"),
        ("weight=-1", "weight: A weight is 0 or more"),
        ("due=0000-01-01", "due: Use a date between 1900 and 2200"),
        ("due=9999-12-31", "due: Use a date between 1900 and 2200"),
        ("due=soon", "due: Use a date, for example"),
        ("share=120", "share: Use a number from 0 to 100"),
        ("teams=Digital,Nowhere", "teams: “Nowhere” is not in the plan"),
        ("values=", None),
        ("predecessor=", None),
        ("weight=", "weight: Use a number"),
    ],
)
def test_bad_values_of_an_objective(
    word: str, says: str | None, run: Run, plan: Path, find: Find
) -> None:
    result = run("set", plan, find(plan, GOAL)["id"], word)
    if says is None:
        assert result.code == 0
        return
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"okrdesk: {says}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("target=0", "Start and target are the same"),
        ("target=1e308", "too large"),
        ("target=nan", "Use a number"),
        ("kind=dream", "“dream” is not known here"),
        ("decimals=1.5", "Use a number"),
        ("decimals=13", "from 0 to 12"),
        ("steps=One:1:x", "Use a date"),
    ],
)
def test_bad_values_of_a_key_result(word: str, says: str, run: Run, plan: Path, find: Find) -> None:
    result = run("set", plan, find(plan, "Get 1,000 survey responses")["id"], word)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("set", "mission"), "Say what to change"),
        (("set", "mission", "solo=perhaps"), "solo: Use yes or no"),
        (("set", "mission", "cap=9"), "cap: Use a number from 1 to 1.5"),
        (("set", "nobody", "a=b"), "Nothing here has the id"),
        (("add", "dream", "x"), "invalid choice: 'dream'"),
        (("add",), "required: WHAT"),
        (("add", "objective"), "required: TITLE"),
        (("add", "objective", "x", "y=1"), "There is no field “y”"),
        (("add", "key-result", "zzzz", "x"), "Nothing here has the id"),
        (("add", "comment", "zzzz", "x"), "Nothing here has the id"),
        (("add", "kpi-value", "Zzz", "1"), "“Zzz” is not in the plan"),
        (("add", "kpi-value", "Net promoter score", "x"), "Use a number"),
        (("add", "person", "", "initials=A"), "Write a few words"),
    ],
)
def test_bad_arguments(words: tuple[str, ...], says: str, run: Run, plan: Path) -> None:
    command, *rest = words
    result = run(command, plan, *rest)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_names_of_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    run("new", path)
    assert "“Mei” is not in the plan yet" in run("add", path, "objective", "x", "owner=Mei").err


def test_who_does_it_from_the_settings(run: Run, plan: Path, tmp_path: Path) -> None:
    mission = run("show", plan, "--json").json["items"][0]["id"]
    person = next(r.id for r in snapshot(plan).rows(t.PERSON) if r.name == "Priya Nair")
    Settings(tmp_path / "home" / "settings.json").set_me(mission, id_text(person))
    run("add", plan, "value", "Calm")
    assert run("history", plan, "--json").json[-1]["author"] == "Priya Nair"
    run("add", plan, "value", "Play", "--as", "Tom")
    assert run("history", plan, "--json").json[-1]["author"] == "Tom Becker"
