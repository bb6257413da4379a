"""What the menus do with KPIs."""

from typing import TYPE_CHECKING

from okrdesk.domain.tables import KPI
from okrdesk.ui.conditions import plan_is_writable
from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from okrdesk.ui.kpis.page import KpisPage
    from okrdesk.ui.pickers.picker import Picker


def new_kpi(desk: Desk) -> None:
    """Shows the KPIs and asks for a new one."""
    desk.show_page("kpis")
    for page in _pages(desk):
        page.edit(None)


def link(desk: Desk) -> None:
    """Asks which objective moves the KPI under the cursor."""
    from okrdesk.ui.pickers.kpi_objectives import objective_picker

    _pick(desk, tr("Which objective moves {kpi}?"), objective_picker)


def feed(desk: Desk) -> None:
    """Asks which key result takes its value from the KPI under the cursor."""
    from okrdesk.ui.pickers.kpi_objectives import key_result_picker

    _pick(desk, tr("Which key result takes its value from {kpi}?"), key_result_picker)


def _pick(desk: Desk, question: str, picker: "Callable[..., Picker]") -> None:
    from okrdesk.ui.pickers.picker import Ask

    bridge, view = desk.bridge, desk.view
    for page in _pages(desk):
        row = None if bridge is None else bridge.snapshot.find(KPI, page.kpi)
        if bridge is None or view is None or row is None:
            continue
        ask = Ask(desk.look, desk.widget, question.format(kpi=row.name))
        picker(bridge, ask, row.id, view.scope.cycle, page.tell).open()


def can_link(desk: Desk) -> bool:
    """Whether the KPIs of a plan that can be changed are seen."""
    return plan_is_writable(desk) and desk.page_id == "kpis"


def _pages(desk: Desk) -> "list[KpisPage]":
    from okrdesk.ui.kpis.page import KpisPage

    return [page for page in desk.widget.findChildren(KpisPage) if page.isVisible()]
