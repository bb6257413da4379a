"""At large text the regions of the window behave as they do in a narrow window."""

from PySide6.QtCore import QCoreApplication

from okrdesk.app import settings as s
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.preferences import prefer
from okrdesk.ui.regions import INSPECTOR_WIDTH


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def test_large_text_gives_the_window_to_the_page_and_usual_text_takes_it_back(
    desk: MainWindow,
) -> None:
    desk.resize(1280, 720)
    settle()
    view = desk.view
    assert view.inspector_shown
    before = view.sidebar.width()
    prefer(desk, s.TEXT_SIZE, 200)
    settle()
    assert not view.inspector_shown
    assert view.sidebar.width() > 52
    assert view.sidebar.width() < before
    view.show_inspector(shown=True)
    settle()
    assert view.inspector.width() == 2 * INSPECTOR_WIDTH
    prefer(desk, s.TEXT_SIZE, 100)
    settle()
    assert view.inspector_shown
    assert abs(view.sidebar.width() - before) <= 2


def test_in_a_wide_window_the_regions_grow(desk: MainWindow) -> None:
    desk.resize(1800, 900)
    settle()
    before = desk.view.inspector.width()
    prefer(desk, s.TEXT_SIZE, 120)
    settle()
    assert desk.view.inspector_shown
    assert desk.view.inspector.width() > before * 1.1
    prefer(desk, s.TEXT_SIZE, 100)
