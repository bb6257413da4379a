"""Settings of this computer are applied the moment they are set."""

from typing import Any

from PySide6.QtWidgets import QApplication

from okrdesk.app.settings import Setting
from okrdesk.ui.appearance import appearance
from okrdesk.ui.desk import Desk
from okrdesk.ui.theme import ThemeController


def prefer(desk: Desk, setting: Setting[Any], value: Any) -> None:
    """Keeps a setting and lets the window follow."""
    desk.session.settings.set(setting, value)
    desk.look.themes.wear(appearance(desk.session.settings))
    show_focus_if_wanted(desk.look.themes)


def show_focus_if_wanted(themes: ThemeController) -> None:
    """Begins to frame what has the keyboard, when it is first asked for."""
    application = QApplication.instance()
    if not themes.theme.show_focus or not isinstance(application, QApplication):
        return
    from okrdesk.ui.focus_ring import FocusRings

    if themes.findChild(FocusRings) is None:
        FocusRings(application, themes)
