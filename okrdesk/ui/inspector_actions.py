"""What the menus do with the inspector."""

from okrdesk.ui.desk import Desk


def explain(desk: Desk) -> None:
    """Says how the percent of the selected item is counted."""
    if desk.view is not None and can_explain(desk):
        desk.view.show_inspector(shown=True)
        desk.view.inspector.explain()


def can_explain(desk: Desk) -> bool:
    """Whether an item with a percent is shown."""
    return desk.view is not None and desk.view.inspector.has_percent
