"""The weekly journal: lines are written with Enter, plans move on, and it can be printed."""

from datetime import timedelta

import pytest

from okrdesk.app import commands as c
from okrdesk.app.settings import WEEKLY_JOURNAL
from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.tables import KPI_VALUE, PERSON, TEAM, WEEK_LINE
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings import printing
from okrdesk.ui.weeks.card import PartCard
from okrdesk.ui.weeks.page import WeeksPage
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.small_plan import TODAY


def opened(desk: MainWindow) -> WeeksPage:
    press("Ctrl+J")
    page = desk.findChild(WeeksPage)
    assert page is not None
    return page


def lines(card: PartCard) -> list[str]:
    return [row.text.text() for row in card.rows]


def choose(card: PartCard, place: int, words: str) -> None:
    menu = card.rows[place].menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_plans_are_written_ticked_and_move_on(desk: MainWindow) -> None:
    assert desk.bridge is not None
    page = opened(desk)
    assert focused() is page.plans.field
    type_text("Call three banks")
    press("Return")
    type_text("Write the script")
    press("Return")
    assert lines(page.plans) == ["Call three banks", "Write the script"]
    page.progress.field.setFocus()
    type_text("Two signed")
    press("Return")
    page.plans.rows[1].done.setFocus()
    press("Space")
    assert focused() is page.plans.rows[1].done
    assert desk.bridge.snapshot.sorted_rows(WEEK_LINE)[1].done == TODAY
    page.head.after.click()
    assert lines(page.plans) == ["Call three banks"]
    assert lines(page.progress) == []
    assert page.plans.rows[0].accessibleName().startswith("☐ Call three banks, since ")
    page.head.now.click()
    assert page.head.now.isHidden()
    choose(page.plans, 0, "Drop the plan")
    assert page.plans.rows[0].accessibleName() == "☐ Call three banks, dropped"
    press("Ctrl+Z")
    page.plans.rows[0].text.setFocus()
    press("Ctrl+A")
    type_text("Call four banks")
    page.commit()
    assert lines(page.plans)[0] == "Call four banks"
    page.plans.rows[0].text.setFocus()
    press("Ctrl+A", "Del")
    page.commit()
    assert lines(page.plans) == ["Write the script"]
    choose(page.plans, 0, "Delete")
    page.head.before.click()
    type_text("Late")
    page.commit()
    assert desk.bridge.snapshot.sorted_rows(WEEK_LINE)[-1].week == TODAY - timedelta(days=7)


def test_four_squares_of_a_team(desk: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.bridge is not None
    run, snapshot = desk.bridge.run, desk.bridge.snapshot
    team = next(snapshot.ids(TEAM))
    kpi = run(c.create_kpi, "Waiting time", team=team, target=5, rule="at_most")
    run(c.record_kpi_value, kpi, 9)
    page = opened(desk)
    page.head.whose_chosen.emit(Whose(team=team))
    page.head.form_chosen.emit(True)
    page.priorities.field.setFocus()
    type_text("Hire a nurse")
    press("Return")
    choose(page.priorities, 0, "Priority P2")
    page.health.field.setFocus()
    type_text("Mood")
    press("Return")
    choose(page.health, 0, "Fair")
    printed: list[str] = []
    monkeypatch.setattr(printing, "ask_and_print", lambda *given: printed.append(given[-1]))
    page.head.print.click()
    (text,) = printed
    for words in ("☐ Hire a nurse, P2", "Mood, Fair", "Waiting time: 9 · Off target", "— ", "3"):
        assert words.strip() in text
    choose(page.priorities, 0, "No priority")
    assert lines(page.priorities) == []
    state = page.state
    desk.show_page("plan")
    page.show_state(state._replace(whose=ALL, squares=False))
    desk.navigator.back()
    assert page.state == state
    assert page.head.whose.currentText() == "Customer Care"
    assert desk.bridge.snapshot.count(KPI_VALUE) == 1


def test_a_person_writes_on_the_own_page_and_may_do_without(desk: MainWindow) -> None:
    assert desk.bridge is not None
    mei = next(p.id for p in desk.bridge.snapshot.rows(PERSON) if p.name == "Mei Tanaka")
    desk.bridge.workspace.author = mei
    page = opened(desk)
    type_text("Read")
    press("Return")
    (line,) = desk.bridge.snapshot.rows(WEEK_LINE)
    assert (line.person, line.author) == (mei, mei)
    assert page.state.whose == Whose(person=mei)
    desk.session.settings.set(WEEKLY_JOURNAL, value=False)
    path = desk.bridge.path
    desk.session.close()
    assert desk.session.open(path)
    assert desk.view is not None
    assert "weeks" not in [row.id for row in desk.view.sidebar.sections[0].rows]
