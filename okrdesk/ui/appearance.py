"""How the window looks and moves, as the settings of this computer say."""

from enum import StrEnum
from typing import NamedTuple

from okrdesk.app import settings as s
from okrdesk.app.settings import Settings


class ThemeChoice(StrEnum):
    """What a person may choose in Settings."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Appearance(NamedTuple):
    """The wishes of a person; the system's come on top of them."""

    choice: ThemeChoice = ThemeChoice.SYSTEM
    accent: str = "blue"
    """``blue`` or ``system``."""
    text_percent: int = 100
    row_height: str = "normal"
    """``compact``, ``normal`` or ``comfortable``."""
    high_contrast: bool = False
    reduce_motion: bool = False
    show_focus: bool = False


def appearance(settings: Settings) -> Appearance:
    """What the settings say."""
    return Appearance(
        ThemeChoice(settings.get(s.THEME)),
        settings.get(s.ACCENT),
        settings.get(s.TEXT_SIZE),
        settings.get(s.ROW_HEIGHT),
        settings.get(s.HIGH_CONTRAST),
        settings.get(s.REDUCE_MOTION),
        settings.get(s.SHOW_FOCUS),
    )
