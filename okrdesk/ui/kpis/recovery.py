"""From a KPI to an objective that moves it: words for the draft, and the way to it."""

from collections.abc import Callable

from okrdesk.app import commands
from okrdesk.domain.kpi_overview import KpiLine, kpi_line
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.plan_view import PlanView
from okrdesk.ui.translation import tr


def recover(bridge: Bridge, view: PlanView, kpi: int, tell: Callable[[str], object]) -> None:
    """Adds a draft for the KPI and selects it in the plan."""
    line = kpi_line(bridge.snapshot, kpi, bridge.today)
    made = bridge.attempt(
        commands.recover_kpi,
        kpi,
        _title(line),
        _key_result(line),
        description=_drivers(bridge, line),
        cycle=view.scope.cycle_of_new,
    )
    if made is not None:
        view.go_to(made)
        tell(tr("Draft “{title}” added").format(title=_title(line)))


def _title(line: KpiLine) -> str:
    back = line.status in (KpiStatus.NEAR, KpiStatus.OFF)
    words = tr("Bring {kpi} back to target") if back else tr("Improve {kpi}")
    return words.format(kpi=line.kpi.name)


def _key_result(line: KpiLine) -> str:
    start, target = commands.way_back(line)
    if start is None or target is None:
        return line.kpi.name
    return tr("{kpi} from {start} to {target}").format(
        kpi=line.kpi.name,
        start=value_words(line.kpi, start),
        target=value_words(line.kpi._replace(decimals=0), target),
    )


def _drivers(bridge: Bridge, line: KpiLine) -> str:
    """What drives the KPI so far, for the description."""
    titles = [bridge.snapshot.get(OBJECTIVE, item).title for item in line.objectives]
    if not titles:
        return line.kpi.description
    return "\n".join([tr("What drives it so far:"), *(f"• {title}" for title in titles)])
