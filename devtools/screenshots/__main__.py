"""Pictures of the real window with the sample plan, to be held beside the design.

python -m devtools.screenshots FOLDER            all scenes, both looks, three sizes
python -m devtools.screenshots FOLDER --readme   only the pictures of the README
python -m devtools.screenshots FOLDER --only plan palette   only these scenes
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from devtools.screenshots.scenes import SCENES
from devtools.screenshots.scenes.alignment_map import alignment_map
from devtools.screenshots.scenes.check_in import check_in_page
from devtools.screenshots.scenes.dashboard import dashboard_page
from devtools.screenshots.scenes.plan import plan
from devtools.screenshots.stage import TODAY, settle
from okrdesk.ui.application import made_application, made_window
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.theme import ThemeChoice


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
README = {
    "plan": plan,
    "check-in": check_in_page,
    "dashboard": dashboard_page,
    "alignment-map": alignment_map,
}
"""The scenes of the README, by the name of their picture."""


def main() -> int:
    """Takes the pictures, each size in a process of its own: a scale is set at the start."""
    parser = argparse.ArgumentParser(description="Takes pictures of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only those of the README")
    parser.add_argument("--only", nargs="+", default=[], metavar="SCENE", help="only these")
    parser.add_argument("--take", nargs=4, metavar=("LOOK", "WIDTH", "HEIGHT", "SCALE"))
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.take:
        return take(options)
    shapes = SHAPES[:1] if options.readme else SHAPES
    codes = [_process(options, look, shape) for look in LOOKS for shape in shapes]
    return max(codes)


def _process(options: argparse.Namespace, look: ThemeChoice, shape: Shape) -> int:
    numbers = [str(shape.width), str(shape.height), str(shape.scale)]
    flags = ["--readme"] if options.readme else ["--only", *options.only] if options.only else []
    program = [sys.executable, "-m", "devtools.screenshots"]
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [*program, str(options.folder), "--take", look.value, *numbers, *flags],
            env={**os.environ, "QT_SCALE_FACTOR": str(shape.scale), "OKRDESK_HOME": home},
            check=False,
        ).returncode


def stage(look: ThemeChoice, shape: Shape) -> tuple[QApplication, MainWindow]:
    """The window in one look and one size, on its first page."""
    application = made_application()
    window = made_window(application, TODAY)
    window.choose_theme(look)
    window.show_start()
    window.resize(shape.width, shape.height)
    window.show()
    window.activateWindow()
    settle()
    return application, window


def take(options: argparse.Namespace) -> int:
    """Takes every scene, or those that are named, in one look and one size."""
    look, width, height, scale = options.take
    shape = Shape(int(width), int(height), float(scale))
    _application, window = stage(ThemeChoice(look), shape)
    named = {f"{scene.__name__}_{look}_{shape.name}": scene for scene in SCENES}
    if options.readme:
        named = {f"{name}-{look}": scene for name, scene in README.items()}
    for name, scene in named.items():
        if scene.__name__ in (options.only or [scene.__name__]):
            _save(scene(window), options.folder / f"{name}.png")
    window.close()
    return 0


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path)):
        sys.exit(f"{path} could not be written.")
    print(path)


if __name__ == "__main__":
    sys.exit(main())
