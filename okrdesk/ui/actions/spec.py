"""What a row of the table of actions says."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from okrdesk.text import Message
from okrdesk.ui.conditions import always
from okrdesk.ui.desk import Desk

MAC = sys.platform == "darwin"
"""Where Qt's "Ctrl" is the command key, its "Meta" the control key and "Alt" the option key."""


class Place(NamedTuple):
    """A menu and the section of it; sections are set apart by a line."""

    menu: str
    section: int


class Spec(NamedTuple):
    """One thing a person can do."""

    id: str
    text: Message
    run: Callable[[Desk], None]
    place: Place
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Desk], bool] = always
    checked: Callable[[Desk], bool] | None = None
    """For a switch: whether it is on."""
    label: Callable[[Desk], str] | None = None
    """For a text that names what it will do, such as "Undo Check-in"."""
    context: bool = False
    """Whether it is also in the context menu of the tree."""
