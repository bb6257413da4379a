"""The keys of the actions: those of the table, or those that a person gave them instead."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar

from okrdesk.app.settings import SHORTCUTS, Settings
from okrdesk.text import Message
from okrdesk.ui.fixed_keys import why_not

DEFAULTS = "keys"
"""The property of an action that holds the keys of the table."""
NAME = "name"
"""The property that holds its name where its text changes, such as "Undo Check-in"."""
NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def plain_name(action: QAction) -> str:
    """What an action is always called, without the letter that chooses it in a menu."""
    text = str(action.property(NAME) or action.text())
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def wear_keys(action: QAction, settings: Settings) -> None:
    """Gives an action its keys, and names them in its tooltip."""
    given = settings.get(SHORTCUTS).get(action.objectName())
    keys = default_keys(action) if given is None else listed(given)
    action.setShortcuts(keys)
    shown = keys[0].toString(NATIVE) if keys else ""
    name = plain_name(action).rstrip("…")
    action.setToolTip(f"{name} ({shown})" if shown else name)


def default_keys(action: QAction) -> list[QKeySequence]:
    """The keys of the table."""
    return [QKeySequence(key) for key in action.property(DEFAULTS) or ()]


def listed(text: str) -> list[QKeySequence]:
    """The keys of a setting."""
    return QKeySequence.listFromString(text) if text else []


class Keys:
    """Changes keys: kept in the settings, and worn by the actions of every window at once."""

    def __init__(self, settings: Settings, actions: Iterable[QAction], menus: QMenuBar) -> None:
        self._settings = settings
        self._menus = menus
        self.actions = list(actions)

    def is_changed(self, action: QAction) -> bool:
        """Whether a person gave the action other keys."""
        return action.objectName() in self._settings.get(SHORTCUTS)

    @property
    def any_changed(self) -> bool:
        """Whether any action has other keys than in the table."""
        return bool(self._settings.get(SHORTCUTS))

    def user_of(self, keys: QKeySequence, but: QAction) -> QAction | None:
        """The other action that has these keys."""
        others = (action for action in self.actions if action is not but)
        return next((action for action in others if keys in action.shortcuts()), None)

    def why_not(self, keys: QKeySequence, action: QAction) -> Message | None:
        """Why an action cannot have these keys; None when it can."""
        if keys in default_keys(action):
            return None
        for menu in self._menus.actions():
            if keys == QKeySequence.mnemonic(menu.text()):
                return Message(
                    "These keys open the menu “{menu}”, so they stay as they are.",
                    {"menu": plain_name(menu)},
                )
        return why_not(keys)

    def give(self, action: QAction, keys: QKeySequence | None) -> None:
        """Gives an action one combination, or none; whoever had it goes without."""
        given = self._given()
        if keys is not None:
            given |= self._without(keys, action)
        given[action.objectName()] = "" if keys is None else keys.toString(_PORTABLE)
        self._keep(given)

    def reset(self, action: QAction) -> None:
        """Gives an action its keys of the table back; whoever has one of them goes without."""
        given = self._given()
        given.pop(action.objectName(), None)
        for keys in default_keys(action):
            given |= self._without(keys, action)
        self._keep(given)

    def reset_all(self) -> None:
        """Gives every action its keys of the table back."""
        self._keep({})

    def _given(self) -> dict[str, str]:
        given = self._settings.get(SHORTCUTS)
        return dict(given)

    def _without(self, keys: QKeySequence, but: QAction) -> dict[str, str]:
        """What the other action with these keys is left with."""
        user = self.user_of(keys, but)
        if user is None:
            return {}
        rest = [other for other in user.shortcuts() if other != keys]
        return {user.objectName(): QKeySequence.listToString(rest, _PORTABLE)}

    def _keep(self, given: dict[str, str]) -> None:
        """What equals the table is not kept, so that it follows the table later."""
        by_id = {action.objectName(): action for action in self.actions}
        changed = {
            name: text
            for name, text in given.items()
            if name not in by_id or listed(text) != default_keys(by_id[name])
        }
        self._settings.set(SHORTCUTS, changed)
        for window in QApplication.topLevelWidgets():
            for action in window.actions():
                if action.property(DEFAULTS) is not None:
                    wear_keys(action, self._settings)
