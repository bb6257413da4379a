"""When an action can be done; conditions that several menus share."""

from okrdesk.ui.desk import Desk


def always(desk: Desk) -> bool:
    """Can be done at any time."""
    del desk
    return True


def plan_is_open(desk: Desk) -> bool:
    """Whether there is a plan to look at."""
    return desk.bridge is not None


def plan_is_writable(desk: Desk) -> bool:
    """Whether there is a plan that can be changed."""
    return desk.bridge is not None and not desk.bridge.read_only


def plan_can_begin(desk: Desk) -> bool:
    """Where there is no plan yet, or one that can be changed."""
    return desk.bridge is None or plan_is_writable(desk)


def tree_is_seen(desk: Desk) -> bool:
    """Whether the page with the tree is in front."""
    return desk.plan is not None
