"""The Go menu: back, forward and the pages."""

from okrdesk.text import Message
from okrdesk.ui import go_actions, time_actions
from okrdesk.ui.actions.spec import MAC, Place, Spec
from okrdesk.ui.conditions import always, plan_is_open, plan_is_writable
from okrdesk.ui.screens import PAGES, Screen


def _row(page: Screen) -> Spec:
    return Spec(
        f"page_{page.id}",
        page.title,
        go_actions.page_shower(page.id),
        Place(page.menu, page.section),
        page.keys,
        page.icon,
        always if page.at_bottom else plan_is_open,
        go_actions.page_checker(page.id),
    )


GO: tuple[Spec, ...] = (
    Spec(
        "go_back",
        Message("&Back"),
        go_actions.go_back,
        Place("go", 1),
        ("Ctrl+[",) if MAC else ("Alt+Left",),
        "arrow-left",
        go_actions.can_go_back,
    ),
    Spec(
        "go_forward",
        Message("&Forward"),
        go_actions.go_forward,
        Place("go", 1),
        ("Ctrl+]",) if MAC else ("Alt+Right",),
        "arrow-right",
        go_actions.can_go_forward,
    ),
    Spec(
        "notice",
        Message("&Notice"),
        go_actions.focus_notice,
        Place("go", 1),
        ("F8",),
        "bell",
        go_actions.notice_is_shown,
    ),
    *(_row(page) for page in PAGES),
    Spec(
        "as_of",
        Message("&As of a day…"),
        time_actions.ask_day,
        Place("go", 3),
        ("Ctrl+Shift+T",),
        "history",
        plan_is_open,
    ),
    Spec(
        "today",
        Message("Back to &today"),
        time_actions.back_to_today,
        Place("go", 3),
        (),
        "undo-2",
        time_actions.past_is_shown,
    ),
    Spec(
        "since_meeting",
        Message("&Since the last meeting…"),
        time_actions.show_changes,
        Place("go", 3),
        ("Ctrl+Shift+M",),
        "list-checks",
        plan_is_open,
    ),
    Spec(
        "meeting_held",
        Message("&Meeting held"),
        time_actions.hold_meeting,
        Place("go", 3),
        (),
        "check",
        plan_is_writable,
    ),
    Spec(
        "next_region",
        Message("Focus the ne&xt region"),
        go_actions.next_region,
        Place("go", 4),
        ("F6",),
    ),
    Spec(
        "previous_region",
        Message("Focus the pre&vious region"),
        go_actions.previous_region,
        Place("go", 4),
        ("Shift+F6",),
    ),
)
