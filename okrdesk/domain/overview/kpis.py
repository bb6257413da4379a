"""The KPIs that a dashboard shows."""

from okrdesk.domain.kpi_overview import KpiLine, kpi_lines
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE


def kpis_of(sight: Sight) -> list[KpiLine]:
    """All of them; of a narrowed sight those that its items move or feed from, or its teams own."""
    lines = kpi_lines(sight.snapshot, sight.scores.today, sight.cycle)
    if not sight.narrowed.query:
        return lines
    snapshot, objectives = sight.snapshot, set(sight.objectives)
    feeding = {snapshot.get(KEY_RESULT, item).kpi for item in sight.key_results}
    teams = {snapshot.get(OBJECTIVE, item).team for item in objectives} - {None}
    return [
        line
        for line in lines
        if not objectives.isdisjoint(line.objectives)
        or line.kpi.id in feeding
        or line.kpi.team in teams
    ]
