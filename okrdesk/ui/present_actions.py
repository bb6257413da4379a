"""Begins a presentation."""

from okrdesk.domain.entities import Cycle
from okrdesk.ui.desk import Desk


def present(desk: Desk) -> None:
    """Shows the plan full screen for a meeting, also the plan of a past day."""
    if desk.bridge is None or desk.view is None:
        return
    from okrdesk.ui.present.window import PresentWindow

    scope = desk.view.scope

    def cycle() -> Cycle | None:
        return scope.cycle

    desk.view.commit()
    window = PresentWindow(desk.bridge, desk.look, desk.session.settings, cycle, desk.widget)
    desk.session.closing.connect(window.close)
    window.begin()
