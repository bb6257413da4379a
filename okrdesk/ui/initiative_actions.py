"""What the menus do with initiatives."""

from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import tr

PAGE = "initiatives"


def new_initiative(desk: Desk) -> None:
    """Goes to the line in which an initiative is written."""
    desk.show_page(PAGE)


def choose_aim(desk: Desk) -> None:
    """Asks what the next initiative is for."""
    from okrdesk.ui.initiatives.page import InitiativesPage
    from okrdesk.ui.pickers.aims import aim_picker
    from okrdesk.ui.pickers.picker import Ask

    if desk.bridge is None or desk.view is None:
        return
    page = desk.view.pages.currentWidget()
    if isinstance(page, InitiativesPage):
        ask = Ask(desk.look, desk.widget, tr("What should it move?"))
        aim_picker(desk.bridge, ask, desk.view.scope.cycle_id, page.write_for).open()


def can_choose_aim(desk: Desk) -> bool:
    """Whether the initiatives of a plan that can be changed are seen."""
    return plan_is_writable(desk) and desk.page_id == PAGE
