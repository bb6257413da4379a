"""Ready OKRs on the command line."""

from pathlib import Path

from okrdesk.app.clock import SystemClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, LINK, OBJECTIVE
from okrdesk.domain.words import ObjectiveState
from tests.cli.conftest import Run

TITLE = "Win customers who stay with us"


def snapshot_of(plan: Path) -> Snapshot:
    workspace = Workspace.open(plan, clock=SystemClock(None), write=False)
    workspace.close()
    return workspace.snapshot


def test_they_are_listed_by_theme(run: Run) -> None:
    text = run("templates").out
    assert text.startswith(f"Sales (sales)\n  {TITLE}\n    - Sign 25 new customers\n")
    assert "\nHealth (health)\n" in text
    assert "Health" not in run("templates", "--theme", "sales").out
    result = run("templates", "--theme", "cooking")
    assert result.code == 2
    assert "There is: sales, marketing," in result.err


def test_they_are_listed_for_another_program(run: Run) -> None:
    (sales,) = run("templates", "--theme", "Sales", "--json").json
    assert (sales["theme"], sales["personal"], sales["okrs"][0]["objective"]) == (
        "sales",
        False,
        TITLE,
    )
    first = sales["okrs"][0]["key_results"][0]
    assert (first["kind"], first["start"], first["target"]) == ("number", 0, 25)


def test_one_is_added_as_a_draft(run: Run, plan: Path) -> None:
    before = snapshot_of(plan)
    result = run("draft", plan, "win customers who")
    assert (result.code, result.out) == (0, f"Added “{TITLE}” as a draft.\n")
    after = snapshot_of(plan)
    (added,) = set(after.ids(OBJECTIVE)) - set(before.ids(OBJECTIVE))
    assert after.get(OBJECTIVE, added).state is ObjectiveState.DRAFT
    assert len(after.child_ids(KEY_RESULT, "objective", added)) == 4
    run("undo", plan)
    assert set(snapshot_of(plan).ids(OBJECTIVE)) == set(before.ids(OBJECTIVE))


def test_one_is_added_below_an_objective(run: Run, plan: Path) -> None:
    rows = run("show", plan, "--json").json["items"]
    above = next(row["id"] for row in rows if row["title"] == "Delight our customers")
    run("draft", plan, TITLE, "--supports", above)
    after = snapshot_of(plan)
    added = next(row.id for row in after.rows(OBJECTIVE) if row.title == TITLE)
    (link,) = after.children(LINK, "child", added)
    assert link.objective is not None
    assert after.get(OBJECTIVE, link.objective).title == "Delight our customers"


def test_what_is_not_clear_is_said(run: Run, plan: Path) -> None:
    for name, count in (("Become", "templates"), ("zebra", "0 templates"), (" ", "0 templates")):
        result = run("draft", plan, name)
        assert result.code == 2
        assert count in result.err
