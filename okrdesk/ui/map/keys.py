"""What each key does on the map."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt

from okrdesk.domain.alignment_map import Step, beside
from okrdesk.ui.map.scene import MapScene

ZOOM = 1.2
"""One step of the zoom."""
KeyTable = dict[tuple[Qt.Key, bool], Callable[[], object]]
"""By the key, and whether Shift is held."""


class Keyed(Protocol):
    """What the keys ask of the view."""

    @property
    def map(self) -> MapScene:
        """The cards and lines."""

    @property
    def zoom(self) -> float:
        """1.0 is the size of the design."""

    def set_zoom(self, zoom: float) -> None:
        """Shows the map larger or smaller."""

    def fit(self) -> None:
        """Shows all of the map."""

    def choose(self, item: int | None) -> None:
        """Chooses a card."""

    def choose_line(self, link: int) -> None:
        """Chooses a line."""

    def wish(self, name: str) -> None:
        """Tells one of the wishes below for what is chosen."""


OPEN, FOLD, LINK, UNLINK, TRAY = "open", "fold", "link", "unlink", "tray"


def key_table(view: Keyed) -> KeyTable:
    """The keys of a view; arrows follow the direction of the language."""
    key = Qt.Key
    back, on = (Step.TO_PARENT, Step.TO_CHILD)
    if view.map.sheet.mirrored:
        back, on = on, back
    plain: dict[Qt.Key, Callable[[], object]] = {
        key.Key_Left: partial(go, view, back),
        key.Key_Right: partial(go, view, on),
        key.Key_Up: partial(go, view, Step.UP),
        key.Key_Down: partial(go, view, Step.DOWN),
        key.Key_Home: partial(go_to_first, view),
        key.Key_Plus: lambda: view.set_zoom(view.zoom * ZOOM),
        key.Key_Equal: lambda: view.set_zoom(view.zoom * ZOOM),
        key.Key_Minus: lambda: view.set_zoom(view.zoom / ZOOM),
        key.Key_0: lambda: view.set_zoom(1.0),
        key.Key_F: view.fit,
        key.Key_T: partial(view.wish, TRAY),
        key.Key_L: partial(view.wish, LINK),
        key.Key_Space: partial(view.wish, FOLD),
        key.Key_Return: partial(view.wish, OPEN),
        key.Key_Enter: partial(view.wish, OPEN),
        key.Key_Delete: partial(view.wish, UNLINK),
        key.Key_Backspace: lambda: None,
    }
    if view.map.line is not None:
        plain[key.Key_Escape] = lambda: view.choose(view.map.chosen)
    table: KeyTable = {(code, False): do for code, do in plain.items()}
    for code in (key.Key_Left, key.Key_Right):
        table[code, True] = partial(next_line, view)
    return table


def go(view: Keyed, step: Step) -> None:
    """Along a line, or up and down a column; from nowhere to the first card."""
    scene = view.map
    if scene.chosen is None:
        go_to_first(view)
        return
    other = beside(scene.map.cards, scene.geometry.layout.places, scene.chosen, step)
    if other is not None:
        view.choose(other)


def go_to_first(view: Keyed) -> None:
    """To the mission, or what else comes first."""
    if view.map.map.cards:
        view.choose(view.map.map.cards[0].item)


def next_line(view: Keyed) -> None:
    """From the chosen card to the line by which it supports something, then to the next one."""
    scene = view.map
    own = [line.link for line in scene.map.lines if line.child == scene.chosen]
    if own:
        here = own.index(scene.line) + 1 if scene.line in own else 0
        view.choose_line(own[here % len(own)])
