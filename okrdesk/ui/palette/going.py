"""What choosing an entry does: each takes the desk."""

from okrdesk.ui.desk import Desk
from okrdesk.ui.plan_actions import check_in_on
from okrdesk.ui.screens import FIRST


def go(desk: Desk, item: int | None) -> None:
    """Goes to an objective or key result."""
    show_plan(desk)
    if item is not None and desk.plan is not None:
        desk.plan.select(item)
        desk.plan.focus_tree()


def go_to_kpi(desk: Desk, kpi: int) -> None:
    """Goes to a KPI on its page."""
    desk.show_page("kpis")
    if desk.view is not None and desk.view.pages.page is not None:
        desk.view.pages.page.restore(kpi)


def show_plan(desk: Desk) -> None:
    """Shows the page with the tree; "back" returns to what is seen now."""
    if desk.page_id == FIRST:
        desk.navigator.leave()
    desk.show_page(FIRST)


def choose_cycle(desk: Desk, cycle: int) -> None:
    """Looks at a cycle."""
    if desk.view is not None:
        desk.view.scope.choose(cycle)


def open_check_in(desk: Desk, key_result: int) -> None:
    """Opens the check-in of a key result."""
    go(desk, key_result)
    check_in_on(desk, key_result)


def filter_tree(desk: Desk, text: str) -> None:
    """Filters the tree by a text, as if it had been typed above it."""
    show_plan(desk)
    if desk.plan is not None:
        field = desk.plan.filter
        field.field.setText(text)
        field.changed.emit(text)
        desk.plan.focus_tree()
