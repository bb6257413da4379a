"""The cycle that the window looks at, and the button that chooses it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.domain.entities import Cycle
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE
from okrdesk.domain.words import CycleState, Horizon
from okrdesk.ui.cycle_button import WIDEST_NAME, cycles_by_horizon, dates_text
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.scope import EVERYTHING
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press, type_text
from tests.ui.window.small_plan import OTHER, TEAM, TOP
from tests.ui.window.test_plan_page import go_to

OLD = "Listen first"


@pytest.fixture
def spring(desk: MainWindow, find: Find) -> int:
    """An earlier quarter with one objective below the year's."""
    assert desk.bridge is not None
    run = desk.bridge.run
    dates = (date(2026, 4, 1), date(2026, 6, 30))
    cycle = run(c.create_cycle, "Q2 2026", Horizon.QUARTER, *dates)
    run(c.create_objective, OLD, cycle=cycle, supports=find(TOP))
    run(c.change_cycle, cycle, state=CycleState.GRADING)
    return cycle


def view(desk: MainWindow) -> PlanView:
    assert desk.view is not None
    return desk.view


def shows(desk: MainWindow, item: int) -> bool:
    return view(desk).page.model.shows(item)


def entries(desk: MainWindow) -> list[QAction]:
    """The menu of the button, opened by keyboard."""
    button = desk.bar.cycle
    button.setFocus()
    press("Space")
    return [action for action in button.menu_of_cycles.actions() if not action.isSeparator()]


def choose(desk: MainWindow, name: str) -> None:
    action = next(entry for entry in entries(desk) if entry.text().startswith(name))
    action.trigger()
    desk.bar.cycle.menu_of_cycles.close()


def test_the_quarter_of_today_is_looked_at_first(desk: MainWindow, find: Find, spring: int) -> None:
    assert spring != view(desk).scope.cycle_id
    assert shows(desk, find(TEAM))
    assert shows(desk, find(TOP))
    assert not shows(desk, find(OLD))
    assert desk.bar.cycle.accessibleName() == "Cycle Q3 2026"
    assert desk.bar.cycle.accessibleDescription() == "1 Jul – 30 Sep"
    assert desk.bar.week.words() == "Week 7 of 13"


def test_the_menu_names_every_cycle_with_dates_and_state(desk: MainWindow, spring: int) -> None:
    del spring
    texts = [action.text().replace("\t", " | ") for action in entries(desk)]
    desk.bar.cycle.menu_of_cycles.close()
    assert texts == [
        "Everything",
        "Years",
        "2026 | 1 Jan 2026 – 31 Dec 2026 · Active",
        "Quarters",
        "Q3 2026 | 1 Jul 2026 – 30 Sep 2026 · Active",
        "Q2 2026 | 1 Apr 2026 – 30 Jun 2026 · Grading",
    ]


def test_the_chosen_one_is_under_the_keys(desk: MainWindow, find: Find, spring: int) -> None:
    desk.bar.cycle.setFocus()
    press("Space")
    menu = desk.bar.cycle.menu_of_cycles
    assert menu.activeAction().isChecked()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert view(desk).scope.cycle_id == spring
    assert shows(desk, find(OLD))
    assert not shows(desk, find(TEAM))


def test_every_region_follows_the_choice(desk: MainWindow, find: Find, spring: int) -> None:
    del spring
    assert "2 objectives" not in desk.status.counts_text()
    choose(desk, "Q2 2026")
    assert desk.status.counts_text() == "1 objective · 0 key results in Q2 2026"
    assert desk.bar.week.words() == "Week 13 of 13"
    assert view(desk).sidebar.percents() == ["—"]
    choose(desk, "Everything")
    assert desk.status.counts_text() == "5 objectives · 2 key results"
    assert desk.bar.week.isHidden()
    assert shows(desk, find(OLD))
    assert shows(desk, find(TEAM))
    choose(desk, "Q3 2026")
    assert view(desk).sidebar.percents() == ["49%"]
    assert view(desk).scope.choice is None, "the quarter of today goes on with the days"


def test_the_selection_stays_or_goes_to_the_mission(
    desk: MainWindow, find: Find, spring: int
) -> None:
    go_to(desk, find(TOP))
    choose(desk, "Q2 2026")
    assert view(desk).page.current == find(TOP)
    go_to(desk, find(OLD))
    view(desk).scope.choose(None)
    assert view(desk).page.current not in {None, find(OLD)}
    assert spring


def test_open_branches_are_open_again_after_another_cycle(
    desk: MainWindow, find: Find, spring: int
) -> None:
    del spring
    tree, model = view(desk).page.tree, view(desk).page.model
    tree.expand(model.index_of(find(TEAM)))
    choose(desk, "Q2 2026")
    choose(desk, "Q3 2026")
    assert tree.isExpanded(model.index_of(find(TEAM)))
    assert not tree.isExpanded(model.index_of(find(OTHER)))


def test_going_to_an_item_outside_looks_at_everything(
    desk: MainWindow, find: Find, spring: int
) -> None:
    go_to(desk, find(OLD))
    assert view(desk).page.current == find(OLD)
    assert view(desk).scope.choice == EVERYTHING
    assert desk.bar.cycle.accessibleName() == "Cycle Everything"
    view(desk).scope.choose(spring)
    view(desk).page.select(12345)
    assert view(desk).scope.choice == spring, "what is nowhere changes nothing"


def test_a_new_objective_is_of_the_chosen_cycle(desk: MainWindow, find: Find, spring: int) -> None:
    assert desk.bridge is not None
    year = desk.bridge.snapshot.get(OBJECTIVE, find(TOP)).cycle
    for name, cycle in (("2026", year), ("Q3 2026", view(desk).scope.cycle_id)):
        choose(desk, name)
        go_to(desk, find(TEAM))
        press("Ctrl+N")
        type_text(f"New in {name}")
        press("Return", "Escape")
        assert desk.bridge.snapshot.get(OBJECTIVE, find(f"New in {name}")).cycle == cycle
        assert shows(desk, find(f"New in {name}"))
    assert spring


def test_moving_passes_over_what_another_cycle_has(
    desk: MainWindow, find: Find, spring: int
) -> None:
    assert desk.bridge is not None
    del spring
    desk.bridge.run(c.reorder, OBJECTIVE, find(OLD), before=find(OTHER))
    go_to(desk, find(OTHER))
    desk.actions_.action("move_up").trigger()
    page = view(desk).page
    assert page.model.index_of(find(OTHER)).row() < page.model.index_of(find(TEAM)).row()
    assert not desk.actions_.action("move_up").isEnabled()


def test_the_choice_is_remembered_with_the_plan(desk: MainWindow, find: Find, spring: int) -> None:
    assert desk.bridge is not None
    path = desk.bridge.path
    for choice in (spring, EVERYTHING, None):
        view(desk).scope.choose(choice)
        desk.session.close()
        assert desk.session.open(path)
        assert view(desk).scope.choice == choice
    assert not shows(desk, find(OLD))


def test_an_item_of_last_time_does_not_change_the_cycle(
    desk: MainWindow, find: Find, spring: int
) -> None:
    assert spring
    view(desk).restore([], find(OLD), [])
    assert view(desk).scope.choice is None


def test_a_cycle_that_is_gone_gives_way_to_the_quarter_of_today(
    desk: MainWindow, find: Find, spring: int
) -> None:
    assert desk.bridge is not None
    choose(desk, "Q2 2026")
    desk.bridge.run(c.delete_item, find(OLD))
    desk.bridge.run(c.delete_cycle, spring)
    assert desk.bar.cycle.accessibleName() == "Cycle Q3 2026"
    assert shows(desk, find(TEAM))
    desk.bridge.undo()
    assert desk.bar.cycle.accessibleName() == "Cycle Q2 2026"
    assert not shows(desk, find(TEAM))


def test_nothing_that_is_typed_is_lost_by_another_cycle(desk: MainWindow, find: Find) -> None:
    go_to(desk, find(TOP))
    press("F2")
    type_text("Delight everyone")
    view(desk).scope.choose(EVERYTHING)
    assert find("Delight everyone")


def test_between_quarters_a_new_objective_starts_its_own(desk: MainWindow, qtbot: QtBot) -> None:
    del qtbot
    assert desk.bridge is not None
    path, clock = desk.bridge.path, desk.session.clock
    assert isinstance(clock, SetClock)
    desk.session.close()
    clock.moment = clock.moment.replace(month=11)
    assert desk.session.open(path)
    scope = view(desk).scope
    assert scope.cycle is not None
    assert (scope.cycle.name, scope.cycle_of_new) == ("Q3 2026", None)
    view(desk).page.select(0)
    view(desk).page.tree.setCurrentIndex(view(desk).page.model.index(0, 0))
    view(desk).page.focus_tree()
    press("Ctrl+N")
    type_text("Prepare the winter")
    press("Return", "Escape")
    assert scope.cycle.name == "Q4 2026"
    assert desk.bar.cycle.accessibleName() == "Cycle Q4 2026"


def test_a_plan_without_a_cycle_shows_everything(window: MainWindow) -> None:
    path = window.session.free_path("Fresh")
    assert window.session.create(path, "Fresh")
    assert window.bar.cycle.accessibleName() == "Cycle Everything"
    assert window.bar.week.isHidden()
    assert view(window).scope.cycle_of_new is None


def test_a_long_name_is_cut_with_its_whole_in_the_tooltip(desk: MainWindow) -> None:
    assert desk.bridge is not None
    cycle = view(desk).scope.cycle_id
    assert cycle is not None
    name = "The third quarter of our very busy and rather long year & more"
    desk.bridge.run(c.change_cycle, cycle, name=name)
    assert name in desk.bar.cycle.toolTip()
    assert desk.bar.cycle.sizeHint().width() < WIDEST_NAME + 200
    assert any("&& more" in action.text() for action in entries(desk))
    desk.bar.cycle.menu_of_cycles.close()


def test_cycles_are_grouped_longest_first_and_newest_first() -> None:
    rows = [
        Cycle(1, "A", Horizon.CUSTOM, date(2026, 1, 1), date(2027, 1, 2), state=CycleState.GRADING),
        Cycle(2, "B", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        Cycle(3, "C", Horizon.QUARTER, date(2026, 4, 1), date(2026, 6, 30)),
        Cycle(4, "D", Horizon.LONG_TERM, date(2026, 1, 1), date(2029, 12, 31)),
    ]
    groups = cycles_by_horizon(Snapshot({CYCLE.name: rows}))
    assert [(h, [row.name for row in cycles]) for h, cycles in groups] == [
        (Horizon.LONG_TERM, ["D"]),
        (Horizon.QUARTER, ["C", "B"]),
        (Horizon.CUSTOM, ["A"]),
    ]
    assert dates_text(rows[0]) == "1 Jan 2026 – 2 Jan 2027"
    assert not list(cycles_by_horizon(None))
