"""What the Go menu does."""

from collections.abc import Callable

from okrdesk.ui.desk import Desk
from okrdesk.ui.focus import move_focus


def go_back(desk: Desk) -> None:
    """Goes to the place before the last jump."""
    desk.navigator.back()


def go_forward(desk: Desk) -> None:
    """Goes to the place that "back" left."""
    desk.navigator.forward()


def can_go_back(desk: Desk) -> bool:
    """Whether there is a place to go back to."""
    return desk.navigator.can_go_back


def can_go_forward(desk: Desk) -> bool:
    """Whether "back" left a place."""
    return desk.navigator.can_go_forward


def next_region(desk: Desk) -> None:
    """Moves the focus on: tool bar, sidebar, page, inspector, status bar."""
    move_focus(desk.regions, 1)


def previous_region(desk: Desk) -> None:
    """Moves the focus back by a part of the window."""
    move_focus(desk.regions, -1)


def page_shower(page_id: str) -> Callable[[Desk], None]:
    """What shows a page."""
    return lambda desk: desk.show_page(page_id)


def page_checker(page_id: str) -> Callable[[Desk], bool]:
    """What tells whether a page is seen."""
    return lambda desk: desk.page_id == page_id


def focus_notice(desk: Desk) -> None:
    """Moves the focus to what has just been said."""
    desk.notices.focus()


def notice_is_shown(desk: Desk) -> bool:
    """Whether something has just been said."""
    return desk.notices.shown
