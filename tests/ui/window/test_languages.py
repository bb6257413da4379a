"""Every page and dialog in English, in the pseudo-language and right to left."""

import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)

from okrdesk.app import commands as c
from okrdesk.app.forms import Section
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.tables import PERSON
from okrdesk.domain.tree import mission_id
from okrdesk.ui import languages
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.settings.cycles_part import CyclesPart
from okrdesk.ui.settings.rosters import TeamRoster
from tests.ui.window import above_scenes, keeping_scenes
from tests.ui.window.accessible import texts
from tests.ui.window.conftest import Find
from tests.ui.window.kpi_scenes import KPI_SCENES
from tests.ui.window.selection_scenes import SELECTION_SCENES
from tests.ui.window.settings_page import part, settings_page
from tests.ui.window.small_plan import CALLS, SURVEY, TEAM
from tests.ui.window.wheels import changed_by_the_wheel

ROOT = Path(__file__).parent.parent.parent.parent
DATA = (
    "Delight our customers|Research satisfaction|Launch the app|Get 1,000 responses|Small.okrdesk|"
    "Interview 15 customers|Learn Portuguese|Help everyone feel at home|Kindness|First of all|"
    "Amara Diallo|Mei Tanaka|Customer Care|No-shows are high.|responses|Small|Broken.okrdesk|"
    "Nextcloud"
)
QTS_OWN = (
    "&?Close|&?Cancel|&?OK|Ctrl|Shift|Alt|Return|Enter|Del|Esc|Space|Home|End|Tab|Up|Down|Left|"
    "Right|Backspace"
)
DATES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NO_WORDS = re.compile(rf"⟦.*⟧|/[^\s⟦]+|\.okrdesk|\bQ3\b|{DATA}|\b({QTS_OWN}|{DATES})\b", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the texts of the program, compiled."""
    spec = importlib.util.spec_from_file_location("update", ROOT / "translations" / "update.py")
    assert spec is not None
    assert spec.loader is not None
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    folder = tmp_path_factory.mktemp("translations")
    update.FOLDER = folder
    update.update("ar")
    return folder


@pytest.fixture
def pseudo(compiled: Path, qapp: QApplication) -> Iterator[None]:
    yield from spoken(qapp, "xx", compiled)


@pytest.fixture
def mirrored_pseudo(pseudo: None, qapp: QApplication) -> None:
    """The longest words, from the right: both in one window."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def leftwards(compiled: Path, qapp: QApplication) -> Iterator[None]:
    yield from spoken(qapp, "ar", compiled)


def spoken(qapp: QApplication, language: str, folder: Path) -> Iterator[None]:
    """Speaks a language for one test."""
    locale, direction = QLocale(), qapp.layoutDirection()
    assert languages.speak(qapp, language, folder)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


Scene = Callable[[MainWindow, Find], QWidget | None]


def objective(desk: MainWindow, find: Find) -> None:
    select(desk, find(TEAM))


def key_result(desk: MainWindow, find: Find) -> None:
    select(desk, find(SURVEY))


def mission(desk: MainWindow, _find: Find) -> None:
    assert desk.bridge is not None
    select(desk, mission_id(desk.bridge.snapshot) or 0)


def of_kind(kind: str) -> Scene:
    """The page of a key result of that kind."""

    def shown(desk: MainWindow, find: Find) -> None:
        assert desk.bridge is not None
        if kind == "range":
            made = desk.bridge.run(c.create_key_result, find(TEAM), CALLS, kind=kind, low=4, high=5)
        else:
            made = find(CALLS)
            desk.bridge.run(c.change_key_result, made, kind=kind)
        select(desk, made)

    return shown


OBJECTIVE_TABS = ("check_ins", "initiatives", "notes", "alignment", "kpis", "details", "history")
KEY_RESULT_TABS = ("check_ins", "definition", "initiatives", "alignment")


def of_tab(title: str, tab: str) -> Scene:
    """A tab of the inspector, with something on it."""

    def shown(desk: MainWindow, find: Find) -> None:
        assert desk.bridge is not None
        assert desk.view is not None
        run, item = desk.bridge.run, find(title)
        run(c.add_initiative, CALLS, item=item)
        run(c.add_comment, item, CALLS)
        if title == TEAM:
            run(c.link_kpi, item, run(c.create_kpi, CALLS), "direct")
        mei = next(iter(desk.bridge.snapshot.rows(PERSON)))
        run(c.delegate, item, mei.id)
        select(desk, item)
        editor = desk.view.inspector.editor
        assert editor is not None
        editor.show_tab(tab)

    return shown


def nothing_found(desk: MainWindow, _find: Find) -> None:
    assert desk.plan is not None
    desk.plan.filter.changed.emit("zebra")


def check_in(desk: MainWindow, find: Find) -> QWidget | None:
    select(desk, find(SURVEY))
    desk.actions_.action("check_in").trigger()
    return QApplication.activeModalWidget()


def about(desk: MainWindow, _find: Find) -> QWidget | None:
    desk.actions_.action("about").trigger()
    return QApplication.activeModalWidget()


def refused(desk: MainWindow, _find: Find) -> QWidget | None:
    assert desk.bridge is not None
    path = desk.bridge.path.with_name("Broken.okrdesk")
    path.write_bytes(b"SQLite format 3\0" + b"no plan " * 1000)
    desk.session.open(path)
    return QApplication.activeModalWidget()


def own_status(desk: MainWindow, find: Find) -> QWidget | None:
    select(desk, find(TEAM))
    assert desk.view is not None
    editor = desk.view.inspector.editor
    editor.heading.status.click()  # type: ignore[union-attr]  # an objective is selected
    return QApplication.activeModalWidget()


def explanation(desk: MainWindow, find: Find) -> QWidget | None:
    select(desk, find(TEAM))
    assert desk.view is not None
    editor = desk.view.inspector.editor
    editor.headline.percent_button.click()  # type: ignore[union-attr]  # an objective is selected
    return QApplication.activePopupWidget()


def cycles(desk: MainWindow, _find: Find) -> QWidget | None:
    desk.bar.cycle.open_menu()
    return desk.bar.cycle.menu_of_cycles


def context_menu(desk: MainWindow, find: Find) -> QWidget | None:
    select(desk, find(TEAM))
    return desk.actions_.context_menu(desk)


def deleted(desk: MainWindow, find: Find) -> None:
    select(desk, find(TEAM))
    desk.actions_.action("delete").trigger()


def read_only(desk: MainWindow, _find: Find) -> None:
    assert desk.bridge is not None
    path = desk.bridge.path
    desk.session.close()
    desk.session.open(path, write=False)


def settings(section: Section) -> Scene:
    """A section of the settings."""

    def shown(desk: MainWindow, _find: Find) -> None:
        settings_page(desk, section)

    return shown


def new_cycle(desk: MainWindow, _find: Find) -> QWidget | None:
    part(settings_page(desk, Section.CYCLE), CyclesPart).edit(None)
    return QApplication.activeModalWidget()


def handing_over(desk: MainWindow, _find: Find) -> QWidget | None:
    part(settings_page(desk, Section.PEOPLE), TeamRoster).remove()
    return QApplication.activeModalWidget()


def shortcuts(desk: MainWindow, _find: Find) -> None:
    desk.show_page("shortcuts")


def start(desk: MainWindow, _find: Find) -> None:
    desk.session.close()


SCENES: tuple[Scene, ...] = (
    objective,
    key_result,
    mission,
    nothing_found,
    check_in,
    about,
    refused,
    own_status,
    explanation,
    cycles,
    context_menu,
    deleted,
    read_only,
    start,
    new_cycle,
    handing_over,
    shortcuts,
    *above_scenes.SCENES,
    *keeping_scenes.SCENES,
    *SELECTION_SCENES,
    *KPI_SCENES,
    *(settings(section) for section in Section),
    *(of_kind(kind.id) for kind in KINDS),
    *(of_tab(TEAM, tab) for tab in OBJECTIVE_TABS),
    *(of_tab(CALLS, tab) for tab in KEY_RESULT_TABS),
)


def select(desk: MainWindow, item: int) -> None:
    assert desk.plan is not None
    desk.plan.select(item)
    QCoreApplication.processEvents()


def check(shown: QWidget) -> None:
    """Nothing is left in English, and what was typed by people is as they typed it."""
    QCoreApplication.processEvents()
    plain = {text for text in texts(shown) if _WORD.search(_NO_WORDS.sub("", text))}
    assert not plain


def cut(shown: QWidget) -> list[str]:
    """The buttons whose text does not fit."""
    return [
        button.text()
        for button in shown.findChildren(QPushButton)
        if button.isVisible()
        and not isinstance(button, ElidedButton)
        and button.width() < button.minimumSizeHint().width()
    ]


def check_scene(
    desk: MainWindow, find: Find, scene: Scene, then: Callable[[QWidget], None]
) -> None:
    """Shows a scene over the window, looks at both, and closes it."""
    over = scene(desk, find)
    QCoreApplication.processEvents()
    for shown in [desk, over]:
        if shown is not None:
            then(shown)
            assert not cut(shown)
            assert not shown.grab().isNull()
    if over is not None:
        over.close()


@pytest.mark.parametrize("scene", SCENES)
def test_all_is_translated_and_mirrored_and_a_wheel_turns_nothing(
    mirrored_pseudo: None, desk: MainWindow, find: Find, scene: Scene
) -> None:
    def mirrored(shown: QWidget) -> None:
        assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft
        check(shown)
        assert not [text for text in texts(shown) if "%n" in text]
        assert changed_by_the_wheel(shown) == []

    check_scene(desk, find, scene, mirrored)


def test_arabic_runs_from_the_right(leftwards: None, desk: MainWindow) -> None:
    assert desk.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert not cut(desk)


def test_the_pseudo_language_is_noticed(pseudo: None, desk: MainWindow) -> None:
    desk.bar.setAccessibleName("Tool bar")
    with pytest.raises(AssertionError, match="Tool bar"):
        check(desk)


def test_the_language_is_the_asked_one_then_the_chosen_one_then_the_systems() -> None:
    assert languages.chosen_language({languages.VARIABLE: "xx"}, "de") == "xx"
    assert languages.chosen_language({}, "de") == "de"
    assert languages.chosen_language({}, "") == "en"


def test_a_language_without_texts_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    assert not languages.speak(qapp, "tlh", tmp_path)
    assert QCoreApplication.translate("ToolBar", "Tool bar") == "Tool bar"
