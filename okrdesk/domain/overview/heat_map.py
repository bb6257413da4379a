"""The heatmap of a sight: which rows it has, and how warm a cell is."""

from bisect import bisect_right
from collections.abc import Mapping

from okrdesk.domain.groups import Groups
from okrdesk.domain.overview.sight import Sight
from okrdesk.domain.rounding import one_decimal, whole_percent
from okrdesk.domain.series.heat import Heat, Measure, heat

STEPS: Mapping[Measure, tuple[float, ...]] = {
    Measure.CONFIDENCE: (4.5, 5.5, 6.3, 7.0, 7.8),
    Measure.PACE: (50, 70, 90, 100, 110),
}
"""Where each step but the first begins: confidence (ux.md 8.1), and pace in percent."""


def heat_map(sight: Sight, measure: Measure) -> Heat:
    """The cells of a sight; of a team only its own row."""
    found = heat(
        sight.snapshot,
        sight.cycle.id,
        sight.scores.today,
        measure,
        set(sight.objectives),
        courses=sight.courses_on,
    )
    team = sight.narrowed.team
    if team is None:
        return found
    own = (row for row in found.rows if (row.kind, row.id) == (Groups.TEAM, team))
    return found._replace(rows=tuple(own))


def heat_step(measure: Measure, value: float) -> int:
    """0, the lowest, to 5: of the number as it is printed in the cell."""
    printed = one_decimal(value) if measure is Measure.CONFIDENCE else whole_percent(value)
    return bisect_right(STEPS[measure], printed)
