"""What the Go menu does with days and meetings."""

from datetime import timedelta

from okrdesk.app.commands import add_bookmark
from okrdesk.app.past_days import past_days
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import short_date, tr


def ask_day(desk: Desk) -> None:
    """Asks for a past day, and shows the plan as it stood then."""
    live = desk.session.bridge
    if live is None:
        return
    from okrdesk.ui.dialogs.as_of import AsOfDialog

    choices = past_days(live.snapshot, live.today)
    shown = desk.travel.day or live.today - timedelta(days=7)
    dialog = AsOfDialog(desk.look, choices, live.today, shown, desk.widget)
    dialog.chosen.connect(desk.travel.go)
    dialog.open()


def back_to_today(desk: Desk) -> None:
    """Shows the plan as it stands today."""
    desk.travel.back()


def past_is_shown(desk: Desk) -> bool:
    """Whether a past day is looked at."""
    return desk.travel.day is not None


def show_changes(desk: Desk) -> None:
    """Lists what changed since the last meeting."""
    live = desk.session.bridge
    if live is None:
        return
    from okrdesk.ui.dialogs.since_meeting import SinceMeetingDialog

    dialog = SinceMeetingDialog(live, desk.look, desk.widget)
    dialog.noted.connect(desk.toast)
    if desk.view is not None:
        dialog.chosen.connect(desk.view.go_to)
    dialog.open()


def hold_meeting(desk: Desk) -> None:
    """Notes that a meeting was held: from here on changes are counted anew."""
    if desk.bridge is None:
        return
    name = tr("Meeting of {day}").format(day=short_date(desk.bridge.today, year=True))
    if desk.bridge.attempt(add_bookmark, name, desk.bridge.workspace.last_txn) is not None:
        desk.toast(tr("Meeting held. Changes are counted from here."), undo=True)
