"""What the Go menu does with days and meetings."""

from datetime import timedelta

from okrdesk.app.past_days import past_days
from okrdesk.ui.desk import Desk


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
