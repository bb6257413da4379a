"""Which backups are kept: many of the last hours, fewer of the last days, weeks and months."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

RECENT, DAILY, WEEKLY, MONTHLY = 10, 12, 10, 9
ALWAYS = 3
"""The newest so many are kept whatever their size."""
ROOM = 100_000_000
"""Bytes that backups may take, or three times the plan if that is more."""

_PERIODS: tuple[tuple[int, Callable[[datetime], Any]], ...] = (
    (RECENT, lambda moment: moment),
    (DAILY, lambda moment: moment.date()),
    (WEEKLY, lambda moment: moment.isocalendar()[:2]),
    (MONTHLY, lambda moment: (moment.year, moment.month)),
)


def kept(backups: Iterable[tuple[datetime, int]], plan_size: int) -> set[datetime]:
    """The moments of the backups to keep, given the moment and the bytes of each."""
    ordered = sorted(backups, reverse=True)
    moments = [moment for moment, _ in ordered]
    chosen = set(moments[:ALWAYS])
    for count, period in _PERIODS:
        chosen |= _newest_of_each(moments, count, period)
    return _within([pair for pair in ordered if pair[0] in chosen], max(ROOM, 3 * plan_size))


def _newest_of_each(
    moments: Sequence[datetime], count: int, period: Callable[[datetime], Any]
) -> set[datetime]:
    newest: dict[Any, datetime] = {}
    for moment in moments:
        newest.setdefault(period(moment), moment)
    return set(list(newest.values())[:count])


def _within(ordered: Sequence[tuple[datetime, int]], room: int) -> set[datetime]:
    taken, chosen = 0, set[datetime]()
    for number, (moment, size) in enumerate(ordered):
        taken += size
        if number >= ALWAYS and taken > room:
            break
        chosen.add(moment)
    return chosen
