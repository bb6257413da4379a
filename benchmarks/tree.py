"""The tree in use: shown, typed into, rearranged, a branch moved, and scrolled."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import plans
from benchmarks.floors import DurableCommit
from benchmarks.measure import Figure, above, seconds, within
from benchmarks.using import Paints, settle
from okrdesk.app.commands import align
from okrdesk.app.workspace import Workspace
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import LINK, OBJECTIVE
from okrdesk.domain.tree import children_of
from okrdesk.domain.words import Level
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.pages.plan import PlanPage

SIZES = (2_000, 100_000)
SHOW_SECONDS = {2_000: 0.1}
KEY_SECONDS = {2_000: 0.1, 100_000: 0.3}
BRANCH_SECONDS, FRAME_SECONDS = 0.05, 0.033
BRANCH = 1_000
"""Items of the branch that is moved; the nearest that there is."""
FRAMES = 40
_UNSET = float("inf")


def figures(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Each size in one window, the window of the program itself."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else application.made_application()
    commit = DurableCommit(folder / "floor.sqlite")
    for size in sizes:
        path = plans.write(folder / f"tree{size}.okrdesk", size)
        window = application.made_window(app, plans.TODAY)
        window.resize(1440, 900)
        window.show()
        yield _show(window, path, size)
        yield from _of_page(window, commit, size)
        window.close()
        window.deleteLater()
    commit.close()


def _of_page(window: MainWindow, commit: DurableCommit, size: int) -> Iterator[Figure]:
    page = window.plan
    if page is None:
        raise RuntimeError("the window has no plan")
    paints = Paints(page.tree.viewport())
    yield _key(page, paints, size)
    yield _arrange(page, paints, size)
    if size == max(SIZES) or size < min(SIZES):
        yield _branch(window, page, paints, commit)
        yield _scroll(page, paints, size)


def _show(window: MainWindow, path: Path, size: int) -> Figure:
    """From the file to the painted tree; the floor is the file alone, read into memory."""

    def shown() -> float:
        window.session.close()
        settle()
        return seconds(lambda: _open(window, path))

    def read() -> float:
        return seconds(lambda: Workspace.open(path, write=False, clock=plans.CLOCK).close())

    shown()
    name, floor = f"the tree until it is painted, {size:,} items", "the file alone"
    return above(name, shown, floor, read, SHOW_SECONDS.get(size, _UNSET))


def _open(window: MainWindow, path: Path) -> None:
    window.session.open(path, write=True)
    if window.plan is None:
        raise RuntimeError("the plan did not open")
    paints = Paints(window.plan.tree.viewport())
    while paints.number == 0:
        QApplication.processEvents()


def _key(page: PlanPage, paints: Paints, size: int) -> Figure:
    """The third letter of a word, after which fewer rows are left."""
    field = page.filter.field
    typed = paints.after(lambda: QTest.keyClicks(field, "o"))

    def letter() -> float:
        page.filter.clear()
        page.filter.focus_field()
        QTest.keyClicks(field, "st")
        settle()
        return seconds(typed)

    letter()
    limit = KEY_SECONDS.get(size, _UNSET)
    figure = within(f"the third letter of a search, {size:,} items", letter, limit)
    page.filter.clear()
    settle()
    return figure


def _arrange(page: PlanPage, paints: Paints, size: int) -> Figure:
    """From the tree to the teams. Their numbers are known from the second time on."""
    to_teams = paints.after(lambda: page.arrange(Arrangement.TEAM))

    def arranged() -> float:
        page.arrange(Arrangement.TREE)
        settle()
        return seconds(to_teams)

    arranged()
    figure = within(f"by team instead of the tree, {size:,} items", arranged, _UNSET)
    page.arrange(Arrangement.TREE)
    settle()
    return figure


def _branch(window: MainWindow, page: PlanPage, paints: Paints, commit: DurableCommit) -> Figure:
    """A branch goes below another objective of its level's parent, and back."""
    bridge = window.bridge
    if bridge is None:
        raise RuntimeError("the window has no plan")
    branch, homes = _movable(bridge.snapshot)
    page.select(branch)
    settle()
    there = cycle(homes)
    moved = paints.after(lambda: bridge.run(align, branch, next(there)))
    moved()
    count = _size(bridge.snapshot, branch)
    name = f"a branch of {count:,} items moved until it is repainted"
    one = "one durable commit"
    return above(name, lambda: seconds(moved), one, lambda: seconds(commit), BRANCH_SECONDS)


def _movable(snapshot: Snapshot) -> tuple[int, tuple[int, int]]:
    """The branch nearest to the wanted size, and two objectives that it may stand below."""
    rows = [row for row in snapshot.rows(OBJECTIVE) if row.level is Level.TEAM]
    branch = min(rows, key=lambda row: abs(_size(snapshot, row.id) - BRANCH))
    links = [link for link in snapshot.children(LINK, "child", branch.id) if link.primary]
    home = links[0].objective
    others: list[Objective] = [
        row
        for row in snapshot.rows(OBJECTIVE)
        if row.level in {Level.COMPANY, Level.DEPARTMENT} and row.id != home
    ]
    if home is None:
        raise RuntimeError("the plan has no branch to move")
    return branch.id, (min(row.id for row in others), home)


def _size(snapshot: Snapshot, item: int) -> int:
    return 1 + sum(_size(snapshot, child) for child in children_of(snapshot, item))


def _scroll(page: PlanPage, paints: Paints, size: int) -> Figure:
    """The slowest but two of forty frames with every branch open, three rows further each."""
    tree = page.tree
    tree.expandAll()
    settle()
    bar = tree.verticalScrollBar()
    end = max(bar.maximum(), 1)
    step = 3 * tree.visualRect(tree.currentIndex()).height() or 99

    def frames() -> float:
        bar.setValue(bar.maximum() // 3)
        settle()
        taken = [_frame(paints, (bar.value() + step) % end, bar.setValue) for _ in range(FRAMES)]
        return sorted(taken)[-3]

    frames()
    return within(f"a frame of scrolling, 95th of 100, {size:,} items", frames, FRAME_SECONDS)


def _frame(paints: Paints, value: int, scroll: Callable[[int], object]) -> float:
    start = time.perf_counter()
    paints.after(lambda: scroll(value))()
    return time.perf_counter() - start
