"""Settings of this computer are applied the moment they are set."""

from typing import Any

from okrdesk.app.settings import Setting
from okrdesk.ui.appearance import appearance
from okrdesk.ui.desk import Desk


def prefer(desk: Desk, setting: Setting[Any], value: Any) -> None:
    """Keeps a setting and lets the window follow."""
    desk.session.settings.set(setting, value)
    desk.look.themes.wear(appearance(desk.session.settings))
