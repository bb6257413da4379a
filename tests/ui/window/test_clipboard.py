"""Copy, paste, and what was deleted lately, through the real window."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from okrdesk.app import commands as c
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, TERMS
from okrdesk.domain.tree import children_of, mission_id
from okrdesk.ui.actions import ACTIONS
from okrdesk.ui.clipboard import OWN, clipboard
from okrdesk.ui.dialogs.paste import PasteDialog
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.selection_scenes import choose, lines, picker, run
from tests.ui.window.small_plan import CALLS, LOOSE, OTHER, SURVEY, TEAM, TOP
from tests.ui.window.test_selection import toast

LIST = "Grow\n\t- Sell 50 boxes\n\t- Open 3 shops\nCare\n\t- Call 20 customers\n"


def put(text: str) -> None:
    clipboard().setText(text)


def titles(desk: MainWindow, item: int) -> list[str]:
    snapshot = desk.bridge.snapshot
    rows = [
        snapshot.find(OBJECTIVE, i) or snapshot.get(KEY_RESULT, i)
        for i in children_of(snapshot, item)
    ]
    return [row.title for row in rows]


def test_a_copy_has_every_form(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM))
    press("Ctrl+C")
    data = clipboard().mimeData()
    assert data.text() == f"{TEAM}\n\t{SURVEY}\n\t{CALLS}\n"
    assert (
        bytes(data.data("text/markdown").data()).decode()
        == f"- **{TEAM}**\n  - {SURVEY}\n  - {CALLS}\n"
    )
    assert f"<td>{TEAM}</td>" in data.html()
    table = bytes(data.data("text/tab-separated-values").data()).decode().split("\n")
    assert table[0].split("\t")[:3] == ["Type", "Title", "Owner"]
    assert table[2].split("\t")[5:8] == ["640", "1000", "responses"]
    assert "On track" in table[2]
    assert toast(desk) == f"“{TEAM}” copied"


def test_copy_as_one_form_and_the_whole_plan(desk: MainWindow, find: Find) -> None:
    choose(desk, find(SURVEY), find(CALLS))
    run(desk, "copy_markdown")
    assert clipboard().text() == f"- {SURVEY}\n- {CALLS}\n"
    assert toast(desk) == "2 key results copied"
    run(desk, "copy_table")
    assert clipboard().text().count("\n") == 3
    desk.plan.select(mission_id(desk.bridge.snapshot))
    run(desk, "copy_text")
    assert clipboard().text().startswith(f"{TOP}\n\tObjective: {TEAM}\n")
    assert toast(desk) == "The whole plan is copied"


def test_a_pasted_list_is_added_at_once_and_taken_back_as_one_step(
    desk: MainWindow, find: Find
) -> None:
    choose(desk, find(TEAM))
    put(LIST)
    press("Ctrl+V")
    assert toast(desk) == "2 objectives and 3 key results added"
    assert titles(desk, find(TOP)) == [TEAM, "Grow", "Care", OTHER]
    assert titles(desk, find("Grow")) == ["Sell 50 boxes", "Open 3 shops"]
    assert desk.plan.chosen == [find("Grow"), find("Care")]
    (terms,) = desk.bridge.snapshot.children(TERMS, "key_result", find("Open 3 shops"))
    assert terms.target == 3
    press("Ctrl+Z")
    assert titles(desk, find(TOP)) == [TEAM, OTHER]


def test_what_was_copied_here_keeps_its_numbers(desk: MainWindow, find: Find) -> None:
    choose(desk, find(SURVEY))
    press("Ctrl+C")
    assert clipboard().mimeData().hasFormat(OWN)
    choose(desk, find(CALLS))
    press("Ctrl+V")
    assert titles(desk, find(TEAM)) == [SURVEY, CALLS, SURVEY]
    new = desk.plan.chosen[0]
    (terms,) = desk.bridge.snapshot.children(TERMS, "key_result", new)
    assert (terms.target, desk.bridge.snapshot.get(KEY_RESULT, new).unit) == (1000, "responses")


def test_lines_with_numbers_are_key_results_and_others_objectives(
    desk: MainWindow, find: Find
) -> None:
    choose(desk, find(TEAM))
    put("Sell 50 boxes\nOpen 3 shops")
    press("Ctrl+V")
    assert titles(desk, find(TEAM))[-2:] == ["Sell 50 boxes", "Open 3 shops"]
    choose(desk, find(TEAM))
    put("Grow\nCare")
    press("Ctrl+V")
    assert titles(desk, find(TOP)) == [TEAM, "Grow", "Care", OTHER]
    choose(desk, find(CALLS))
    put("Shine")
    press("Ctrl+V")
    assert titles(desk, find(TEAM))[2] == "Shine"
    desk.plan.select(mission_id(desk.bridge.snapshot))
    put("Last")
    press("Ctrl+V")
    assert titles(desk, mission_id(desk.bridge.snapshot))[-1] == "Last"


def test_what_is_unclear_is_asked(desk: MainWindow, find: Find) -> None:
    for as_key_results in (False, True):
        choose(desk, find(TEAM))
        put("Sell 50 boxes\nShine")
        dialog = run(desk, "paste")
        assert isinstance(dialog, PasteDialog)
        assert dialog.key_results.text() == f"As &key results of “{TEAM}”"
        dialog.key_results.setChecked(as_key_results)
        dialog.accept()
    assert titles(desk, find(TOP)) == [TEAM, "Sell 50 boxes", "Shine", OTHER]
    assert titles(desk, find(TEAM)) == [SURVEY, CALLS, "Sell 50 boxes", "Shine"]


def test_lines_without_a_place_are_named_before(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM))
    put("> from our meeting\n" + LIST)
    before = desk.bridge.snapshot
    dialog = run(desk, "paste")
    assert isinstance(dialog, PasteDialog)
    assert dialog.rows.topLevelItemCount() == 2
    dialog.reject()
    assert desk.bridge.snapshot is before


def test_nothing_to_paste_is_said(desk: MainWindow, find: Find) -> None:
    choose(desk, find(TEAM))
    clipboard().setMimeData(QMimeData())
    before = desk.bridge.snapshot
    press("Ctrl+V")
    assert "nothing to paste" in toast(desk)
    assert desk.bridge.snapshot is before


def test_what_was_deleted_is_found_and_comes_back(desk: MainWindow, find: Find) -> None:
    team = find(TEAM)
    before = desk.bridge.snapshot.count(KEY_RESULT)
    choose(desk, team)
    press("Del")
    desk.bridge.run(c.delete_item, find(LOOSE))
    run(desk, "recently_deleted")
    assert lines(picker(desk)) == ["Choose what to restore", LOOSE, TEAM]
    assert picker(desk).model.entry(2).detail.startswith("with 2 key results · 17 Aug, ")
    type_text("research")
    press("Return")
    assert desk.bridge.snapshot.count(KEY_RESULT) == before
    assert desk.plan.current == team
    assert toast(desk) == f"“{TEAM}” restored"
    desk.bridge.undo()
    assert desk.bridge.snapshot.find(OBJECTIVE, team) is None


def test_it_says_so_when_its_parent_is_gone(desk: MainWindow, find: Find) -> None:
    team, kpi = find(TEAM), desk.bridge.run(c.create_kpi, "NPS")
    desk.bridge.run(c.delete_item, team)
    desk.bridge.run(c.delete_item, find(TOP))
    desk.bridge.run(c.delete_item, kpi)
    run(desk, "recently_deleted")
    press("Return")
    assert toast(desk) == "“NPS” restored"
    run(desk, "recently_deleted")
    type_text("research")
    press("Return")
    assert "under “Not aligned”" in toast(desk)
    desk.bridge.undo()
    desk.bridge.undo()
    run(desk, "recently_deleted")
    type_text("zzz")
    assert picker(desk).hint.text() == "Nothing that was deleted fits."
    press("Esc")


def test_nothing_was_deleted_and_a_refusal_is_said(desk: MainWindow, find: Find) -> None:
    run(desk, "recently_deleted")
    assert picker(desk).hint.text() == "Nothing was deleted so far."
    press("Esc")
    calls, team = find(CALLS), find(TEAM)
    desk.bridge.run(c.delete_item, calls)
    desk.bridge.run(c.delete_item, team)
    run(desk, "recently_deleted")
    type_text("interview")
    press("Return")
    assert desk.bridge.snapshot.find(KEY_RESULT, calls) is None
    assert "Restore that first" in toast(desk)


def test_what_was_undone_is_named(desk: MainWindow) -> None:
    desk.bridge.run(c.create_objective, "Idea")
    desk.bridge.undo()
    run(desk, "recently_deleted")
    assert picker(desk).model.entry(1).detail.endswith("Undone: New objective")
    press("Esc")


def test_without_a_plan_nothing_happens(window: MainWindow) -> None:
    for action in ("copy", "copy_text", "paste", "recently_deleted"):
        assert not window.actions_.action(action).isEnabled()
        next(spec for spec in ACTIONS if spec.id == action).run(window)
    QApplication.processEvents()
