"""Who is at the keyboard: asked once, in passing; changed by one key; written beside the work."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from okrdesk.app import commands as c
from okrdesk.domain.tables import CHECK_IN, PERSON
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.me import me_in
from okrdesk.ui.widgets.banner import Banner
from tests.ui.window.conftest import Find
from tests.ui.window.keys import press
from tests.ui.window.small_plan import CALLS, TEAM
from tests.ui.window.test_files import toast


def banner(desk: MainWindow) -> Banner:
    assert desk.view is not None
    return desk.view.banner


def write(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    desk.bridge.run(c.change_objective, find(TEAM), description="Words")


def menu_of_people() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(name: str) -> None:
    """Answers in the menu that is open."""
    menu = menu_of_people()
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()


def test_the_first_thing_that_is_written_asks_who_wrote_it(
    desk: MainWindow, find: Find, plan_path: Path
) -> None:
    assert not banner(desk).isVisible()
    write(desk, find)
    assert banner(desk).accessibleName().startswith("Who are you?")
    banner(desk).triggered.emit(1)
    assert not banner(desk).isVisible()
    write(desk, find)
    assert not banner(desk).isVisible()
    desk.session.close()
    desk.session.open(plan_path)
    write(desk, find)
    assert not banner(desk).isVisible()


def test_an_answer_is_written_beside_what_is_written(
    desk: MainWindow, find: Find, plan_path: Path
) -> None:
    assert desk.bridge is not None
    write(desk, find)
    banner(desk).triggered.emit(0)
    choose("Mei Tanaka")
    assert not banner(desk).isVisible()
    assert toast(desk) == "You are Mei Tanaka."
    desk.bridge.run(c.check_in, find(CALLS), 9)
    made = desk.bridge.snapshot.children(CHECK_IN, "key_result", find(CALLS))[-1]
    assert desk.bridge.snapshot.get(PERSON, made.author or 0).name == "Mei Tanaka"
    desk.session.close()
    desk.session.open(plan_path)
    assert desk.bridge.workspace.author == made.author == me_in(desk.session)


def test_one_key_makes_a_person_another_one(desk: MainWindow, find: Find) -> None:
    assert desk.bridge is not None
    assert desk.actions_.action("you_are").text() == "&You are…"
    press("Ctrl+Shift+U")
    choose("Amara Diallo")
    assert desk.actions_.action("you_are").text() == "&You are Amara Diallo…"
    press("Ctrl+Shift+U")
    checked = [action.text() for action in menu_of_people().actions() if action.isChecked()]
    assert checked == ["Amara Diallo"]
    choose("Mei Tanaka")
    assert toast(desk) == "You are Mei Tanaka."
    write(desk, find)
    assert not banner(desk).isVisible()


def test_the_question_stands_without_a_sidebar_and_in_the_menu_of_plans(desk: MainWindow) -> None:
    assert desk.view is not None
    desk.view.show_sidebar(shown=False)
    press("Ctrl+Shift+U")
    menu_of_people().close()
    menu = desk.view.sidebar.switcher.menu
    menu.aboutToShow.emit()
    assert desk.actions_.action("you_are") in menu.actions()


def test_a_plan_for_one_does_not_ask(window: MainWindow) -> None:
    press("A", "Return", "Escape")
    assert window.bridge is not None
    assert not window.actions_.action("you_are").isEnabled()
    assert not banner(window).isVisible()
