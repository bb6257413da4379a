"""The banner over a plan that is not an ordinary one: read-only, or the sample."""

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.session import Session
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.banner import Banner


def show_banner(banner: Banner, bridge: Bridge, session: Session) -> None:
    """Says what is special about the plan, once for as long as it is open."""
    if session.places.cache in bridge.path.parents:
        banner.show_state(
            tr("This is a sample plan. Change what you like; nothing here is kept."),
            (tr("Start your own plan"),),
            "eye",
        )
        banner.triggered.connect(lambda _number: session.close())
    elif bridge.read_only:
        notice = bridge.workspace.notice
        words = tr("This plan can be read but not changed here.")
        banner.show_state(words if notice is None else said(notice), (), "lock")
