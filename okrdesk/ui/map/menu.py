"""The menu of a card: what can be done with it, and each of its lines to be unlinked."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from okrdesk.ui.map.scene import MapScene
from okrdesk.ui.translation import tr

ACTIONS = ("link", "also_support", "set_status", "set_owner", "move_to_cycle")
"""Rows of the table of actions that work on the chosen card."""


class Wishes(NamedTuple):
    """What is done with a card or a line that is chosen in the menu."""

    open: Callable[[int], object]
    fold: Callable[[int], object]
    unlink: Callable[[int], object] | None
    """None where the plan can only be read."""


def map_menu(parent: QWidget, scene: MapScene, actions: Iterable[QAction], wishes: Wishes) -> QMenu:
    """The menu of the chosen card."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    item = scene.chosen
    if item is None:
        return menu
    menu.addAction(tr("Open"), partial(wishes.open, item))
    if scene.cards[item].face.hidden:
        menu.addAction(tr("Show what is below"), partial(wishes.fold, item))
    elif any(card.parent == item for card in scene.map.cards):
        menu.addAction(tr("Fold away what is below"), partial(wishes.fold, item))
    menu.addSeparator()
    menu.addActions([action for action in actions if action.isEnabled()])
    if wishes.unlink is not None:
        menu.addSeparator()
        for line in (line for line in scene.map.lines if line.child == item):
            title = scene.cards[line.target].face.row.title.replace("&", "&&")
            words = tr("Unlink from “{title}”").format(title=title)
            menu.addAction(words, partial(wishes.unlink, line.link))
    return menu
