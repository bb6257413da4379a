"""The alignment map."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import OBJECTIVE_TITLE, select, settle
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.map.page import MapPage


def alignment_map(window: MainWindow) -> QPixmap:
    """The map with the path through the chosen objective."""
    select(window, OBJECTIVE_TITLE)
    window.show_page("map")
    settle()
    picture = window.grab()
    window.show_page("plan")
    return picture


def alignment_map_results(window: MainWindow) -> QPixmap:
    """The same with key results, and one branch folded away."""
    select(window, OBJECTIVE_TITLE)
    window.show_page("map")
    (page,) = window.findChildren(MapPage)
    page.head.results.setChecked(True)
    page.view.choose(page.scene.map.cards[1].item)
    page.fold(page.scene.map.cards[-2].item)
    settle()
    picture = window.grab()
    page.fold(page.scene.map.cards[-1].item)
    page.head.results.setChecked(False)
    window.show_page("plan")
    return picture


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (alignment_map, alignment_map_results)
