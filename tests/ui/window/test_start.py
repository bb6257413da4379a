"""The first page: chips and cards by keyboard, and where the plan is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from okrdesk.ui import start_screen
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.pages.start_parts import Chip
from okrdesk.ui.pages.start_place import PlaceBar
from okrdesk.ui.session import Session
from okrdesk.ui.shown_path import shown_path
from okrdesk.ui.sidebar import Sidebar
from tests.ui.window.conftest import first_page
from tests.ui.window.keys import focused, press, type_text
from tests.ui.window.test_files import toast


def names(*keys: str) -> list[str]:
    """What has the focus after each of the keys."""
    found = []
    for key in keys:
        press(key)
        found.append(focused().accessibleName() or getattr(focused(), "text", str)())
    return found


def test_arrows_lead_to_the_examples_the_cards_and_back(window: MainWindow) -> None:
    assert names("Down", "Right", "Left", "Left", "Down", "Right", "Down", "Up", "Up") == [
        "Improve satisfaction",
        "Open 20 new stores",
        "Improve satisfaction",
        "Improve satisfaction",
        "Start an empty plan",
        "Use a template",
        "Use a template",
        "Improve satisfaction",
        "What do you want to achieve?",
    ]
    assert focused() is first_page(window).entry


def test_arrows_follow_the_direction_of_the_language(window: MainWindow) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert names("Down", "Left") == ["Improve satisfaction", "Open 20 new stores"]
    window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_bar_begins_here_where_there_is_no_plan(window: MainWindow) -> None:
    assert not window.bar.cycle.isVisible()
    window.show_page("settings")
    window.bar.new.click()
    assert focused() is first_page(window).entry


def test_arrows_with_another_key_stay(window: MainWindow) -> None:
    press("Shift+Down", "Right", "a")
    assert focused() is first_page(window).entry


def test_recent_plans_stand_in_the_place_of_the_examples(
    window: MainWindow, plan_path: Path
) -> None:
    window.session.open(plan_path)
    press("Ctrl+W")
    assert names("Down", "Down") == ["Small", "Start an empty plan"]
    assert not first_page(window).findChildren(Chip)


def test_the_foot_says_where_the_plan_will_be(window: MainWindow) -> None:
    bar = first_page(window).place
    assert "My plan.okrdesk</b>" in bar.words()
    assert not first_page(window).problem.isVisible()


def test_a_long_path_loses_its_middle(window: MainWindow) -> None:
    bar = first_page(window).findChild(PlaceBar)
    assert bar is not None
    long = f"/{'far/' * 50}<away>.okrdesk"
    bar.show_place(long)
    assert "…" in bar.words()
    assert "&lt;away&gt;.okrdesk" in bar.words()


def test_another_place_is_taken_for_this_plan_only(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "Mine.okrdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    first_page(window).place.change_wanted.emit()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    first_page(window).place.change_wanted.emit()
    assert "Mine.okrdesk</b>" in first_page(window).place.words()
    assert focused() is first_page(window).entry
    type_text("Grow")
    press("Return")
    assert window.bridge is not None
    assert window.bridge.path == chosen
    press("Escape")
    assert toast(window) == f"Saved in {chosen}"
    press("Ctrl+W")
    assert "My plan.okrdesk</b>" in first_page(window).place.words()


def test_a_folder_that_cannot_be_written_to_asks_for_another(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = session.free_path("My plan").parent
    monkeypatch.setattr(start_screen, "writable", lambda folder: folder != usual)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Elsewhere"), "")
    )
    page = first_page(window)
    type_text("Grow")
    press("Return")
    assert window.bridge is None
    assert page.problem.isVisible()
    assert page.entry.accessibleDescription() == "Choose where to keep your plan"
    assert focused() is page.problem.button
    press("Space")
    assert window.bridge is not None
    assert window.bridge.path == tmp_path / "Elsewhere.okrdesk"


def test_only_trying_tells_whether_a_folder_is_writable(tmp_path: Path) -> None:
    assert start_screen.writable(tmp_path)
    assert not start_screen.writable(tmp_path / "gone")
    assert list(tmp_path.iterdir()) == []


def test_a_path_is_shown_from_the_own_folder_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shown_path(tmp_path / "Documents" / "a") == str(Path("Documents", "a"))
    assert shown_path(tmp_path.parent) == str(tmp_path.parent)


def test_the_saved_place_is_said_once(window: MainWindow) -> None:
    type_text("Grow")
    press("Return", "Escape")
    assert toast(window).startswith("Saved in ")
    press("Ctrl+N", "Escape")
    window.toast("Next")
    press("Ctrl+N", "Escape")
    assert toast(window) == "Next"


def test_chips_that_do_not_fit_go_to_the_next_line(window: MainWindow) -> None:
    def tops() -> set[int]:
        QApplication.processEvents()
        return {chip.y() for chip in first_page(window).findChildren(Chip)}

    assert len(tops()) == 1
    window.look.themes.set_text_percent(200)
    window.resize(1024, 640)
    assert len(tops()) > 1
    assert all(chip.geometry().right() <= 1024 for chip in first_page(window).findChildren(Chip))
    window.look.themes.set_text_percent(100)


def sidebar(window: MainWindow) -> Sidebar:
    found = window.stage.alone.findChild(Sidebar)
    assert found is not None
    return found


def test_the_sidebar_has_what_can_be_used_without_a_plan(window: MainWindow) -> None:
    names = [row.state.name for section in sidebar(window).sections for row in section.rows]
    assert names == ["Plan", "Settings", "Shortcuts"]
    assert sidebar(window).switcher.text() == "My plan"
    assert sidebar(window).switcher.below() == "No objectives yet"
    sidebar(window).page_wanted.emit("shortcuts")
    assert window.page_id == "shortcuts"
    window.show_start()
    sidebar(window).focus()
    press("Return")
    assert focused() is first_page(window).entry


def test_the_sidebar_shrinks_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(1024, 640)
    QApplication.processEvents()
    assert sidebar(window).width() < 60
    window.resize(1440, 900)
    QApplication.processEvents()
    assert sidebar(window).width() > 200
