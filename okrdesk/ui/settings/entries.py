"""Settings of the computer and of the plan, in the one form that the page shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale

from okrdesk.app.forms import Form
from okrdesk.app.plan_settings import PLAN_SETTINGS, PlanSetting, change_plan_setting
from okrdesk.app.settings import LANGUAGE, REPORT_LOGO, SETTINGS, Setting
from okrdesk.assets import translations
from okrdesk.domain.errors import UserError
from okrdesk.text import PSEUDO, SOURCE, Message
from okrdesk.ui.bridge import Bridge

COMPUTER = Message("This computer")
"""The heading of what does not belong to a plan."""


class Entry(NamedTuple):
    """One line of the settings: what it is called, how it is read, and how it is set."""

    key: str
    label: Message
    form: Form
    read: Callable[[], Any]
    write: Callable[[Any], Message | None]
    """Sets the value at once; returns what is wrong with it, or None."""
    locked: Message | None = None
    """Why it cannot be changed now."""


def own_entries(
    get: Callable[[Setting[Any]], Any], put: Callable[[Setting[Any], Any], None]
) -> list[Entry]:
    """The settings of this computer that a form shows."""
    return [_own(setting, setting.form, get, put) for setting in SETTINGS if setting.form]


def _own(
    setting: Setting[Any],
    form: Form,
    get: Callable[[Setting[Any]], Any],
    put: Callable[[Setting[Any], Any], None],
) -> Entry:
    if setting is LANGUAGE:
        form = form._replace(choices=(*form.choices, *languages(translations())))
    form = form._replace(group=COMPUTER)

    def write(value: Any) -> Message | None:
        wrong = _wrong_logo(value) if setting is REPORT_LOGO else None
        if wrong is None:
            put(setting, value)
        return wrong

    return Entry(setting.key, setting.label, form, lambda: get(setting), write)


def _wrong_logo(path: str) -> Message | None:
    """Why a picture cannot be used; None when it can, or when there is none."""
    from okrdesk.app.reporting import logo_svg

    try:
        if path:
            logo_svg(Path(path))
    except UserError as error:
        return error.message
    return None


def languages(folder: Path) -> tuple[tuple[str, Message], ...]:
    """The languages whose texts lie in the folder, each by its own name, ours first."""
    codes = {path.stem.partition("_")[2] for path in folder.glob("okrdesk_*.qm")}
    others = sorted(codes - {SOURCE, PSEUDO})
    return tuple((code, _own_name(code)) for code in (SOURCE, *others))


def _own_name(code: str) -> Message:
    if code == SOURCE:
        return Message("English")
    return Message("{language}", {"language": QLocale(code).nativeLanguageName()})


def plan_entries(bridge: Bridge | None) -> list[Entry]:
    """The settings of the open plan; without a plan they are shown, but cannot be changed."""
    return [_of_plan(setting, bridge) for setting in PLAN_SETTINGS]


def _of_plan(setting: PlanSetting, bridge: Bridge | None) -> Entry:
    def read() -> Any:
        return None if bridge is None else setting.read(bridge.snapshot)

    def write(value: Any) -> Message | None:
        try:
            if bridge is not None and value != read():
                bridge.run(change_plan_setting, setting, value)
        except UserError as error:
            return error.message
        return None

    return Entry(setting.key, setting.label, setting.form, read, write, why_locked(bridge))


def why_locked(bridge: Bridge | None) -> Message | None:
    """Why the plan's settings cannot be changed; None when they can."""
    if bridge is None:
        return Message("These belong to a plan. Open one to change them.")
    if bridge.read_only:
        return Message("This plan can only be read, so its settings cannot be changed here.")
    return None
