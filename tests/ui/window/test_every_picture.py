"""Every scene of the screenshots, at the moment its picture is taken.

So a screen, dialog or overlay that has a scene is tested before its author writes a test.
"""

import re

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from devtools.screenshots import stage
from devtools.screenshots.scenes import SCENES
from okrdesk.ui.main_window import MainWindow
from tests.ui.window.accessible import nameless, shown_widgets, texts
from tests.ui.window.wheels import changed_by_the_wheel

SMALLEST_TARGET = 24
IN_TEXT = {"link", "link-small", "percent-quiet", "reading", "text"}
"""Looks of buttons that are words in a line of text, which may be as low as it (WCAG 2.5.8)."""


def cut(window: QWidget) -> list[str]:
    """Buttons and labels whose words do not fit, and that do not say so with an ellipsis."""
    return [
        f"{type(widget).__name__}: {widget.text()}"
        for widget in shown_widgets(window)
        if isinstance(widget, QLabel | QPushButton)
        and widget.text()
        and "…" not in widget.text()
        and widget.minimumSizeHint().width() > widget.width() + 1
    ]


def small(window: QWidget) -> list[str]:
    """Buttons that are hard to hit."""
    return [
        f"{type(widget).__name__} {widget.width()} × {widget.height()}: {widget.text()}"
        for widget in shown_widgets(window)
        if isinstance(widget, QPushButton)
        and widget.property("look") not in IN_TEXT
        and min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def not_english(window: QWidget) -> list[str]:
    """Texts with a place that nothing filled, or of the language that only tests speak."""
    return [text for text in texts(window) if re.search(r"%n|\(s\)|⟦", text)]


LOOKED = "looked at"


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was found wrong whenever a picture was taken."""
    found: list[str] = []

    def look(widget: QWidget, *_: object) -> QPixmap:
        QApplication.processEvents()
        found.extend(f"no name: {fault}" for fault in nameless(widget))
        found.extend(f"cut: {fault}" for fault in cut(widget))
        found.extend(f"small: {fault}" for fault in small(widget))
        found.extend(f"not English: {fault}" for fault in not_english(widget))
        found.extend(f"the wheel turns: {fault}" for fault in changed_by_the_wheel(widget))
        found.append(LOOKED)
        return QPixmap(1, 1)

    monkeypatch.setattr(QWidget, "grab", look)
    monkeypatch.setattr(stage, "SETTLE_S", 0.05)
    # A chart that is scrolled out of a small window is never drawn, and nothing is asked of it.
    monkeypatch.setattr(stage, "PATIENCE", 0.5)
    return found


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
def test_every_scene_is_named_whole_and_large_enough(
    window: MainWindow, faults: list[str], size: tuple[int, int]
) -> None:
    window.resize(*size)
    found = {}
    for scene in SCENES:
        faults.clear()
        scene(window)
        found[scene.__name__] = sorted(set(faults))
    assert {name: faults for name, faults in found.items() if faults != [LOOKED]} == {}
