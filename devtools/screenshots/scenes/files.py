"""States of files."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap

from devtools.screenshots.stage import open_sample, sample, settle, with_dialog
from okrdesk.app import commands
from okrdesk.app.workspace import Workspace
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.keeping.opening import OpeningPage
from okrdesk.ui.main_window import MainWindow


def read_only(window: MainWindow) -> QPixmap:
    """The banner of a plan that can only be read."""
    window.session.close()
    window.session.open(sample(window), write=False)
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def refused(window: MainWindow) -> QPixmap:
    """A file that is no plan."""
    open_sample(window)
    path = sample(window).with_name("Notes.okrdesk")
    path.write_text("These are notes. " * 300)
    return with_dialog(window, lambda: window.session.open(path))


def backups(window: MainWindow) -> QPixmap:
    """The backups of the plan."""
    open_sample(window)
    window.actions_.action("back_up").trigger()
    settle()
    window.actions_.action("back_up").trigger()
    return with_dialog(window, window.actions_.action("backups").trigger)


def changed_on_disk(window: MainWindow) -> QPixmap:
    """The banner and the comparison when a sync program has replaced the plan."""
    open_sample(window)
    path = sample(window)
    other = Workspace.open(_copy(path), clock=window.session.clock)
    for row in other.snapshot.sorted_rows(OBJECTIVE)[-3:]:
        other.run(commands.change_objective, row.id, title=f"{row.title} together")
    other.close()
    other.path.replace(path)
    window.file_states.look()
    settle()
    picture = with_dialog(window, window.file_states.compare)
    window.session.close()
    path.unlink()
    return picture


def not_saved(window: MainWindow) -> QPixmap:
    """A change that the disk did not take."""
    open_sample(window)
    window.actions_.action("back_up").trigger()
    bridge = window.bridge
    path = sample(window).with_name(f"{sample(window).name}-journal")
    path.mkdir()
    picture = window.grab()
    if bridge is not None:
        first = bridge.snapshot.sorted_rows(OBJECTIVE)[-1]
        picture = with_dialog(
            window, lambda: bridge.attempt(commands.change_objective, first.id, title="New")
        )
    path.rmdir()
    return picture


def damaged(window: MainWindow) -> QPixmap:
    """A damaged plan, and its backup that is complete."""
    open_sample(window)
    window.actions_.action("back_up").trigger()
    window.session.close()
    path = sample(window)
    path.write_bytes(path.read_bytes()[:40_000] + b"\xff" * 40_000)
    picture = with_dialog(window, lambda: window.session.open(path))
    path.unlink()
    return picture


def opening(window: MainWindow) -> QPixmap:
    """A large plan that is being read."""
    window.session.close()
    page = OpeningPage(window.look, "Marigold Beauty 2026")
    window.stage.addWidget(page)
    window.stage.setCurrentWidget(page)
    settle()
    picture = window.grab()
    window.stage.removeWidget(page)
    window.show_start()
    return picture


def _copy(path: Path) -> Path:
    return Path(shutil.copy(path, path.with_name("incoming")))


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    read_only,
    refused,
    backups,
    not_saved,
    changed_on_disk,
    damaged,
    opening,
)
