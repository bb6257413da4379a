"""Opens what floats above every screen; each is loaded when it is first asked for."""

from okrdesk.ui.desk import Desk


def open_palette(desk: Desk) -> None:
    """Opens the command palette."""
    from okrdesk.ui.palette.palette import open_palette as open_one

    open_one(desk)


def quick_add(desk: Desk) -> None:
    """Opens the line that adds from anywhere."""
    from okrdesk.ui.palette.quick_add import open_quick_add

    open_quick_add(desk)
