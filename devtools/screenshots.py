"""Pictures of the real window with the sample plan, to be held beside the design.

python -m devtools.screenshots FOLDER            all scenes, both looks, three sizes
python -m devtools.screenshots FOLDER --readme   only the pictures of the README
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from okrdesk.app.examples import write_example
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.tree import mission_id
from okrdesk.ui.application import made_application, made_window
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.theme import ThemeChoice

TODAY = date(2026, 8, 17)
OBJECTIVE_TITLE = "Research and improve customer satisfaction"
KEY_RESULT_TITLE = "Interview 15 churned customers"


class Shape(NamedTuple):
    """A size of the window and a scale of the screen."""

    width: int
    height: int
    scale: float

    @property
    def name(self) -> str:
        """For the file's name."""
        return f"{self.width}x{self.height}" + ("" if self.scale == 1 else f"@{self.scale:g}")


SHAPES = (Shape(1440, 900, 1.0), Shape(1024, 640, 1.0), Shape(1440, 900, 1.5))
LOOKS = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def main() -> int:
    """Takes the pictures, each size in a process of its own: a scale is set at the start."""
    parser = argparse.ArgumentParser(description="Takes pictures of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only those of the README")
    parser.add_argument("--take", nargs=4, metavar=("LOOK", "WIDTH", "HEIGHT", "SCALE"))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.take:
        look, width, height, scale = options.take
        shape = Shape(int(width), int(height), float(scale))
        return take(options.folder, ThemeChoice(look), shape, readme=options.readme)
    shapes = SHAPES[:1] if options.readme else SHAPES
    codes = [_process(options, look, shape) for look in LOOKS for shape in shapes]
    return max(codes)


def _process(options: argparse.Namespace, look: ThemeChoice, shape: Shape) -> int:
    numbers = [str(shape.width), str(shape.height), str(shape.scale)]
    flags = ["--readme"] if options.readme else []
    program = [sys.executable, "-m", "devtools.screenshots"]
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [*program, str(options.folder), "--take", look.value, *numbers, *flags],
            env={**os.environ, "QT_SCALE_FACTOR": str(shape.scale), "OKRDESK_HOME": home},
            check=False,
        ).returncode


def take(folder: Path, look: ThemeChoice, shape: Shape, *, readme: bool) -> int:
    """Takes every scene in one look and one size."""
    application = made_application()
    window = made_window(application, TODAY)
    window.choose_theme(look)
    window.show_start()
    window.resize(shape.width, shape.height)
    window.show()
    window.activateWindow()
    settle()
    if readme:
        _save(plan(window), folder / f"plan-{look.value}.png")
    else:
        for scene in SCENES:
            picture = scene(window)
            _save(picture, folder / f"{scene.__name__}_{look.value}_{shape.name}.png")
    window.close()
    return 0


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path)):
        sys.exit(f"{path} could not be written.")
    print(path)


def settle() -> None:
    """Lets fades and timers come to an end."""
    end = time.monotonic() + 0.25
    while time.monotonic() < end:
        QApplication.processEvents()


def start(window: MainWindow) -> QPixmap:
    """The first page."""
    window.session.close()
    settle()
    return window.grab()


def recent(window: MainWindow) -> QPixmap:
    """The first page with plans that were opened before."""
    _open(window)
    return start(window)


def plan(window: MainWindow) -> QPixmap:
    """The plan with an objective selected."""
    _select(window, OBJECTIVE_TITLE)
    if window.plan is not None:
        tree = window.plan.tree
        tree.expand(tree.currentIndex())
        settle()
        tree.scrollTo(tree.currentIndex(), tree.ScrollHint.PositionAtCenter)
    settle()
    return window.grab()


def key_result(window: MainWindow) -> QPixmap:
    """A key result with its definition and history."""
    _select(window, KEY_RESULT_TITLE)
    return window.grab()


def mission(window: MainWindow) -> QPixmap:
    """The mission with statements and values."""
    _open(window)
    if window.plan is not None and window.bridge is not None:
        window.plan.select(mission_id(window.bridge.snapshot) or 0)
    settle()
    return window.grab()


def value_error(window: MainWindow) -> QPixmap:
    """A number that cannot be read."""
    _select(window, OBJECTIVE_TITLE)
    if window.view is not None:
        window.view.show_inspector(shown=True)
        editor = window.view.inspector.editor
        field = editor.rows[0].value.field  # type: ignore[union-attr]  # the sample's first one is a number
        field.setFocus()
        field.lineEdit().setText("many")
        field.lineEdit().textEdited.emit("many")
        field.commit()
    settle()
    picture = window.grab()
    field.restore()
    return picture


def new_objective(window: MainWindow) -> QPixmap:
    """The empty row of a new objective."""
    _select(window, OBJECTIVE_TITLE)
    window.actions_.action("new_objective").trigger()
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def check_in(window: MainWindow) -> QPixmap:
    """The check-in of a key result."""
    _select(window, KEY_RESULT_TITLE)
    return _with_dialog(window, lambda: window.actions_.action("check_in").trigger())


def explanation(window: MainWindow) -> QPixmap:
    """Why a percent is what it is."""
    _select(window, OBJECTIVE_TITLE)
    if window.view is None:
        return window.grab()
    window.view.show_inspector(shown=True)
    settle()
    window.view.inspector.editor.headline.percent_button.click()  # type: ignore[union-attr]  # an objective is selected
    return _with_popup(window)


def file_menu(window: MainWindow) -> QPixmap:
    """The File menu."""
    return _menu(window, "file")


def plan_menu(window: MainWindow) -> QPixmap:
    """The Plan menu."""
    return _menu(window, "plan")


def toast(window: MainWindow) -> QPixmap:
    """What a delete says."""
    _select(window, OBJECTIVE_TITLE)
    if window.plan is not None:
        window.plan.focus_tree()
    window.actions_.action("delete").trigger()
    settle()
    picture = window.grab()
    window.actions_.action("undo").trigger()
    return picture


def nothing_found(window: MainWindow) -> QPixmap:
    """A filter without a match."""
    _open(window)
    if window.plan is not None:
        window.plan.filter.field.setText("zebra")
        window.plan.filter.changed.emit("zebra")
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def read_only(window: MainWindow) -> QPixmap:
    """The banner of a plan that can only be read."""
    window.session.close()
    window.session.open(_sample(window), write=False)
    settle()
    picture = window.grab()
    window.session.close()
    return picture


def refused(window: MainWindow) -> QPixmap:
    """A file that is no plan."""
    _open(window)
    path = _sample(window).with_name("Notes.okrdesk")
    path.write_text("These are notes. " * 300)
    return _with_dialog(window, lambda: window.session.open(path))


SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    start,
    plan,
    key_result,
    mission,
    value_error,
    new_objective,
    check_in,
    explanation,
    file_menu,
    plan_menu,
    toast,
    nothing_found,
    read_only,
    refused,
    recent,
)


def _sample(window: MainWindow) -> Path:
    path = window.session.places.data / "Marigold Beauty 2026.okrdesk"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_example(path, "marigold", TODAY)
    return path


def _open(window: MainWindow) -> None:
    if window.bridge is None:
        window.session.open(_sample(window))
        settle()


def _select(window: MainWindow, title: str) -> None:
    _open(window)
    if window.bridge is None or window.plan is None:
        sys.exit("The sample plan could not be opened.")
    snapshot = window.bridge.snapshot
    items = {row.title: row.id for row in snapshot.rows(OBJECTIVE)}
    items |= {row.title: row.id for row in snapshot.rows(KEY_RESULT)}
    window.plan.select(items[title])
    if window.view is not None:
        window.view.inspector.show_item(window.plan.current)
    window.plan.focus_tree()
    settle()


def _menu(window: MainWindow, name: str) -> QPixmap:
    _select(window, OBJECTIVE_TITLE)
    menu = window.actions_.menu(name)
    rect = window.menuBar().actionGeometry(menu.menuAction())
    menu.popup(window.menuBar().mapToGlobal(rect.bottomLeft()))
    return _with_popup(window)


def _with_dialog(window: MainWindow, show: Callable[[], object]) -> QPixmap:
    show()
    settle()
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return window.grab()
    dialog.activateWindow()
    settle()
    picture = _composed(window, dialog, _middle(window, dialog))
    dialog.close()
    settle()
    return picture


def _with_popup(window: MainWindow) -> QPixmap:
    settle()
    popup = QApplication.activePopupWidget()
    if popup is None:
        return window.grab()
    picture = _composed(window, popup, window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))))
    popup.close()
    settle()
    return picture


def _middle(window: QWidget, dialog: QWidget) -> QPoint:
    return QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)


def _composed(window: QWidget, popup: QWidget, place: QPoint) -> QPixmap:
    """The window with what stands over it: a picture of a widget holds no other window."""
    picture = window.grab()
    painter = QPainter(picture)
    painter.drawPixmap(place, popup.grab())
    painter.end()
    return picture


if __name__ == "__main__":
    sys.exit(main())
