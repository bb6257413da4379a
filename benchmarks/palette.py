"""The command palette: until it is there, and a letter in it until the answer is painted."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import plans
from benchmarks.measure import Figure, seconds, within
from benchmarks.using import Paints, settle
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.palette.finder import finder_of
from okrdesk.ui.palette.palette import Palette

SIZES = (2_000, 100_000)
OPEN_SECONDS, KEY_SECONDS = 0.06, 0.1
WORDS = ("s", "survey", "store 5", "srvy")
"""Typed before the measured letter: nothing, a word, two words, letters of a word."""


def figures(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Each size in one window, the window of the program itself."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else application.made_application()
    for size in sizes:
        path = plans.write(folder / f"palette{size}.okrdesk", size)
        window = application.made_window(app, plans.TODAY)
        window.resize(1440, 900)
        window.session.open(path, write=True)
        window.show()
        settle()
        yield from _of_window(window, size)
        window.close()
        window.deleteLater()


def _of_window(window: MainWindow, size: int) -> Iterator[Figure]:
    window.action("palette").trigger()
    palette = window.findChild(Palette)
    if window.bridge is None or not isinstance(palette, Palette):
        raise RuntimeError("the palette did not open")
    paints = Paints(palette.list.viewport())
    index = finder_of(window.bridge).index
    while not index.ready:
        QApplication.processEvents()
    yield within(
        f"the palette until it is painted, {size:,} items",
        lambda: _opening(palette, paints),
        OPEN_SECONDS,
    )
    for word in WORDS:
        yield within(
            f"the last letter of “{word}” in the palette, {size:,} items",
            partial(_letter, palette, paints, word),
            KEY_SECONDS,
        )


def _opening(palette: Palette, paints: Paints) -> float:
    palette.leave()
    settle()
    taken = seconds(paints.after(palette.open))
    if not palette.model.choices():
        raise RuntimeError("the palette offers nothing")
    return taken


def _letter(palette: Palette, paints: Paints, word: str) -> float:
    palette.field.setText(word[:-1])
    settle()
    taken = seconds(paints.after(lambda: QTest.keyClicks(palette.field, word[-1])))
    if palette.field.text() != word or not palette.model.choices():
        raise RuntimeError("the palette did not answer")
    return taken
