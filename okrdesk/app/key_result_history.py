"""How a key result moved, as its chart wants it; for every kind and every source."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from okrdesk.app.reporting.view import weekly_days
from okrdesk.charts.key_result_history import History
from okrdesk.charts.key_result_history import Reading as Mark
from okrdesk.domain.cycles import RHYTHM_DAYS
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.forecast import Forecast, forecast_of
from okrdesk.domain.key_results import Reading, kind
from okrdesk.domain.readings import reading
from okrdesk.domain.rounding import rounded
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, KPI
from okrdesk.domain.words import Source

_IN_SHARES = {"milestones", "yes_no", "rubric"}
_JUDGED = 40
"""The status of older values is not worked out: nobody could tell their shapes apart."""

Printed = Callable[[float], str]


class Words(NamedTuple):
    """How values are printed."""

    number: Printed
    percent: Printed


def history_of(scores: Scores, key_result: int, words: Words) -> History | None:
    """What the chart shows on the day of ``scores``; None where the item has no days at all."""
    row = scores.snapshot.get(KEY_RESULT, key_result)
    read = reading(scores.snapshot, key_result, row, scores.today)
    shares = row.kind in _IN_SHARES or row.source is Source.CHILDREN
    marks = tuple(_shares(scores, read) if shares else _values(scores, read))
    first, due = read.start or _first(marks), read.due or scores.today
    if first is None or first > due:
        return None
    start, target = (0.0, 1.0) if shares else _way(read)
    return History(
        title=row.title,
        first=first,
        due=due,
        start=start,
        target=target,
        readings=marks,
        number=words.percent if shares else words.number,
        today=scores.today,
        limits=() if shares or target is not None else _limits(read),
        expected=tuple(_expected(read, first, due, shares=shares)),
        forecast=None if shares else _forecast(scores, row),
        gap=None if shares else _gap(scores, read),
    )


def _forecast(scores: Scores, row: KeyResult) -> Forecast | None:
    """With the decimals of the key result, since its value is printed."""
    found = forecast_of(scores.snapshot, row.id, scores.today)
    return found and found._replace(value=rounded(found.value, max(row.decimals, 0)))


def _gap(scores: Scores, read: Reading) -> timedelta:
    """Two rhythms: of the key result, or of the KPI that it follows."""
    row = read.key_result
    kpi = scores.snapshot.find(KPI, row.kpi) if row.source is Source.KPI else None
    return timedelta(days=2 * (RHYTHM_DAYS[kpi.rhythm] if kpi else read.rhythm_days))


def _first(marks: tuple[Mark, ...]) -> date | None:
    return marks[0].day if marks else None


def _way(read: Reading) -> tuple[float | None, float | None]:
    """Start and target where the kind goes from one to the other."""
    start, target = read.terms.start, read.terms.target
    if kind(read.key_result.kind).control or start is None or target is None or start == target:
        return None, None
    return float(start), float(target)


def _limits(read: Reading) -> tuple[float, ...]:
    asked = (read.terms.target, read.terms.low, read.terms.high)
    return tuple(float(limit) for limit in asked if limit is not None)


def _values(scores: Scores, read: Reading) -> Iterator[Mark]:
    """What was measured, one value a day."""
    days = {sample.date: sample.value for sample in read.samples}
    for place, (day, value) in enumerate(days.items()):
        judged = place >= len(days) - _JUDGED
        yield Mark(day, float(value), _status(scores, read, day) if judged else None)


def _shares(scores: Scores, read: Reading) -> Iterator[Mark]:
    """The ratio on each day on which something was reported, for what has no scale of its own."""
    for day in _days_of_shares(scores, read):
        score = Scores(scores.snapshot, day).key_result(read.key_result.id)
        if score.raw is not None:
            yield Mark(day, score.raw, score.status)


def _days_of_shares(scores: Scores, read: Reading) -> list[date]:
    if read.key_result.source is Source.CHILDREN:
        return weekly_days(read.start, read.until)[-_JUDGED:] if read.start else [read.until]
    check_ins = scores.snapshot.children(CHECK_IN, "key_result", read.key_result.id)
    days = {row.date for row in check_ins} | {step.done for step in read.steps if step.done}
    days |= {sample.date for sample in read.samples}
    return sorted(day for day in days if day <= read.until)[-_JUDGED:]


def _status(scores: Scores, read: Reading, day: date) -> str | None:
    """How it stood on the day by what was known then."""
    return Scores(scores.snapshot, day).key_result(read.key_result.id).status


def _expected(
    read: Reading, first: date, due: date, *, shares: bool
) -> Iterator[tuple[date, float]]:
    """Bends of the line, where it is not straight."""
    if shares:
        of_kind = kind(read.key_result.kind)
        yield from ((day, of_kind.expected(read, day)) for day in weekly_days(first, due))
        return
    start, target = _way(read)
    inside = [phase for phase in read.phases if first < phase.date < due]
    if start is not None and target is not None and inside:
        yield first, start
        yield from ((phase.date, float(phase.value)) for phase in inside)
        yield due, target
