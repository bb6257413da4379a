"""The alignment map in use: shown, moved at two zooms, and an edit followed."""

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from benchmarks import plans
from benchmarks.measure import Figure, above, seconds, within
from benchmarks.using import Paints, settle
from okrdesk.app.commands import change_objective
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.map.page import MapPage

CARDS = 1_000
FRAME_SECONDS, EDIT_SECONDS, SHOW_SECONDS = 0.033, 0.1, 0.3
FRAMES = 40
STEP = QPoint(24, 36)
"""How far each frame moves the map: a quick hand."""
ZOOMS = (1.0, 0.3)


def figures(folder: Path, cards: int = CARDS) -> Iterator[Figure]:
    """One window with a plan of so many objectives."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else application.made_application()
    path = plans.write(folder / f"map{cards}.okrdesk", cards * 5)
    window = application.made_window(app, plans.TODAY)
    window.resize(1440, 900)
    window.show()
    window.session.open(path, write=True)
    settle()
    yield _show(window, cards)
    page = _page(window)
    paints = Paints(page.view.viewport())
    for zoom in ZOOMS:
        yield _pan(page, paints, zoom, cards)
    yield _edit(window, page, paints, cards)
    window.close()
    window.deleteLater()


def _page(window: MainWindow) -> MapPage:
    (page,) = window.findChildren(MapPage)
    return page


def _show(window: MainWindow, cards: int) -> Figure:
    """From the tree to the painted map; its first time counts the numbers, the median does not."""

    def shown() -> float:
        window.show_page("plan")
        settle()
        start = time.perf_counter()
        window.show_page("map")
        settle()
        return time.perf_counter() - start

    return within(f"the map until it is painted, {cards:,} cards", shown, SHOW_SECONDS)


def _pan(page: MapPage, paints: Paints, zoom: float, cards: int) -> Figure:
    """The slowest but two of forty frames, through cards that were not painted before."""

    def frames() -> float:
        page.view.set_zoom(zoom)
        page.view.centerOn(page.scene.geometry.bounds().center())
        settle()
        taken = sorted(_frame(page, paints, number) for number in range(FRAMES))
        return taken[-3]

    frames()
    name = f"a frame of moving the map at {zoom:.0%}, 95th of 100, {cards:,} cards"
    return within(name, frames, FRAME_SECONDS)


def _frame(page: MapPage, paints: Paints, number: int) -> float:
    """Down a while and up again, so that no end stops it."""
    step = STEP if number % 16 < 8 else -STEP
    return seconds(paints.after(lambda: page.view.pan(step)))


def _edit(window: MainWindow, page: MapPage, paints: Paints, cards: int) -> Figure:
    """Another title for the chosen card; the floor is the same with the tree in front."""
    bridge, view = window.bridge, window.view
    if bridge is None or view is None:
        raise RuntimeError("the window has no plan")
    objective = min(bridge.snapshot.ids(OBJECTIVE))
    titles = count()
    plan = view.page
    in_tree = Paints(plan.tree.viewport())

    def edit() -> None:
        bridge.run(change_objective, objective, title=f"Title {next(titles)}")

    def on_map() -> float:
        window.show_page("map")
        page.view.set_zoom(1.0)
        page.view.choose(objective)
        settle()
        return seconds(paints.after(edit))

    def on_tree() -> float:
        window.show_page("plan")
        plan.select(objective)
        settle()
        return seconds(in_tree.after(edit))

    name = f"an edit until the map is repainted, {cards:,} cards"
    return above(name, on_map, "the same with the tree in front", on_tree, EDIT_SECONDS)
