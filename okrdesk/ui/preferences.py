"""Settings of this computer are applied the moment they are set."""

import os
from typing import Any

from PySide6.QtWidgets import QApplication

from okrdesk.app.settings import LANGUAGE, Setting
from okrdesk.assets import translations
from okrdesk.ui.appearance import appearance
from okrdesk.ui.desk import Desk
from okrdesk.ui.languages import chosen_language, speak_anew
from okrdesk.ui.theme import ThemeController


def prefer(desk: Desk, setting: Setting[Any], value: Any) -> None:
    """Keeps a setting and lets the window follow."""
    desk.session.settings.set(setting, value)
    if setting is LANGUAGE:
        _change_language(value)
        return
    desk.look.themes.wear(appearance(desk.session.settings))
    show_focus_if_wanted(desk.look.themes)


def _change_language(setting: str) -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        speak_anew(application, chosen_language(os.environ, setting), translations())


def show_focus_if_wanted(themes: ThemeController) -> None:
    """Begins to frame what has the keyboard, when it is first asked for."""
    application = QApplication.instance()
    if not themes.theme.show_focus or not isinstance(application, QApplication):
        return
    from okrdesk.ui.focus_ring import FocusRings

    if themes.findChild(FocusRings) is None:
        FocusRings(application, themes)
