"""What a form proposes before a person has typed anything."""

from datetime import date, timedelta

from okrdesk.app.commands.periods import period_of
from okrdesk.domain.cycles import Period, fiscal_start
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE
from okrdesk.domain.words import Horizon


def next_period(snapshot: Snapshot, horizon: Horizon, today: date) -> Period | None:
    """The first period of the horizon, from today's on, that has no cycle yet.

    None for a horizon whose cycles have days of their own.
    """
    if horizon is Horizon.CUSTOM:
        return None
    taken = {(row.start, row.end) for row in snapshot.rows(CYCLE) if row.horizon is horizon}
    period = period_of(horizon, today, fiscal_start(snapshot))
    while (period.start, period.end) in taken:
        day = period.end + timedelta(days=1)
        period = period_of(horizon, day, fiscal_start(snapshot))
    return period
