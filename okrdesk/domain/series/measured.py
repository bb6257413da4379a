"""One key result on many days, from its check-ins or its KPI.

The rules are those of ``measured_score``. What a day has in common with the next is looked up
once: a chart asks for a quarter or a year of days.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from okrdesk.domain.entities import CheckIn, KeyResult, Step, Terms
from okrdesk.domain.key_results import Ratio, Reading, Reason, Sample, kind
from okrdesk.domain.key_results.kind import elapsed, valid_on
from okrdesk.domain.key_results.numeric import Numeric
from okrdesk.domain.readings import Span, pace_day, reading, rhythm_days, span
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CHECK_IN, KPI_VALUE, PHASE, STEP, TERMS
from okrdesk.domain.words import Source

V = TypeVar("V")


class Ratios(NamedTuple):
    """Ratios on each of the days, as ``Score`` has them."""

    raw: tuple[float | None, ...]
    expected: tuple[float | None, ...]
    """On the day itself, or on the one that pace compares with, as was asked."""

    def at(self, places: Sequence[int]) -> "Ratios":
        """Of some of the days, by their places."""
        raw = tuple([self.raw[place] for place in places])
        return Ratios(raw, tuple([self.expected[place] for place in places]))


class Reports(NamedTuple):
    """What was reported, on each of the days."""

    confidence: tuple[float | None, ...]
    last: tuple[date | None, ...]
    """The day of the last check-in, KPI value or step done."""

    def at(self, places: Sequence[int]) -> "Reports":
        """Of some of the days, by their places."""
        confidence = tuple([self.confidence[place] for place in places])
        return Reports(confidence, tuple([self.last[place] for place in places]))


class Measured(NamedTuple):
    """A key result on each of the days."""

    ratios: Ratios
    unmeasured: tuple[bool, ...]
    """Whether nothing was measured, so that it may count 0 in a mean."""


class Material(NamedTuple):
    """What there is about a key result, looked up once for all days."""

    row: KeyResult
    days: tuple[date, ...]
    """In ascending order."""
    history: list[Terms]
    spans: list[Span]
    untils: list[date]
    """The last day that counts, on each of the days."""
    check_ins: list[CheckIn]
    told: list[int]
    """How many of the check-ins are known on each of the days."""
    dates: list[date]
    values: list[Decimal]
    """The values of its one source and their dates."""
    steps: list[Step]


def material_of(snapshot: Snapshot, row: KeyResult, days: tuple[date, ...]) -> Material:
    """What there is about a key result that its children do not drive."""
    history = snapshot.children(TERMS, "key_result", row.id)
    if len(history) > 1:
        spans = [span(snapshot, row, valid_on(history, day)) for day in days]
    else:
        spans = [span(snapshot, row, history[0] if history else None)] * len(days)
    untils = [
        day if due is None or day < due else due for day, (_, due) in zip(days, spans, strict=True)
    ]
    check_ins = snapshot.children(CHECK_IN, "key_result", row.id)
    told = _counts([check_in.date for check_in in check_ins], untils)
    dates, values = _valued(snapshot, row, check_ins, spans[0][0] if spans else None)
    steps = snapshot.children(STEP, "key_result", row.id)
    return Material(row, days, history, spans, untils, check_ins, told, dates, values, steps)


def reports(of: Material) -> Reports:
    """Confidence and last word on each of the days."""
    return Reports(_confidence(of.check_ins, of.told), tuple(_last_words(of)))


def own_reports(snapshot: Snapshot, row: KeyResult, days: Sequence[date]) -> Reports:
    """What was said about a key result that its children drive, on each of the days."""
    check_ins = snapshot.children(CHECK_IN, "key_result", row.id)
    dates = [check_in.date for check_in in check_ins]
    told = _counts(dates, days)
    return Reports(_confidence(check_ins, told), tuple(_on_days(dates, told)))


def measured(snapshot: Snapshot, of: Material, *, for_pace: bool = False) -> Measured:
    """Ratios on each of the days; expected as of each, or of the day that pace compares with."""
    of_kind = kind(of.row.kind)
    asked = _pace_days(snapshot, of) if for_pace else of.days
    if isinstance(of_kind, Numeric) and not snapshot.child_ids(PHASE, "key_result", of.row.id):
        return _on_the_way(of_kind, of, asked)
    reads = _readings(snapshot, of)
    found = [of_kind.ratio(read) for read in reads]
    expected = [of_kind.expected(*pair) for pair in zip(reads, asked, strict=True)]
    return _measured(found, expected)


def _measured(found: Sequence[Ratio], expected: Sequence[float]) -> Measured:
    unmeasured = [ratio.reason is Reason.NO_MEASUREMENT for ratio in found]
    return Measured(Ratios(tuple([r.raw for r in found]), tuple(expected)), tuple(unmeasured))


def _pace_days(snapshot: Snapshot, of: Material) -> tuple[date, ...]:
    rhythm = rhythm_days(snapshot, of.row)
    words = zip(_last_words(of), of.days, strict=True)
    return tuple([pace_day(word, day, rhythm) for word, day in words])


def _valued(
    snapshot: Snapshot, row: KeyResult, check_ins: list[CheckIn], first: date | None
) -> tuple[list[date], list[Decimal]]:
    """Dates and values of its one source; of a KPI those from the first day on."""
    if row.source is Source.KPI and row.kpi is not None:
        of_kpi = snapshot.children(KPI_VALUE, "kpi", row.kpi)
        kept = [value for value in of_kpi if first is None or value.date >= first]
        return [value.date for value in kept], [value.value for value in kept]
    dates = [check_in.date for check_in in check_ins if check_in.value is not None]
    return dates, [check_in.value for check_in in check_ins if check_in.value is not None]


def _on_the_way(of_kind: Numeric, of: Material, asked: tuple[date, ...]) -> Measured:
    """Of a value between start and target; counted anew only where something is new."""
    seen = _counts(of.dates, of.untils)
    if len(of.history) > 1:
        terms = [valid_on(of.history, day) for day in of.days]
        values = zip(terms, _on_days(of.values, seen), strict=True)
        expected = [elapsed(*s, day) for s, day in zip(of.spans, asked, strict=True)]
        return _measured([of_kind.ratio_of(*pair) for pair in values], expected)
    only = of.history[0] if of.history else Terms(0, of.row.id, date.min)
    ratios = {n: of_kind.ratio_of(only, of.values[n - 1] if n else None) for n in set(seen)}
    return _measured([ratios[n] for n in seen], _passed(of.spans[0], asked) if seen else ())


@lru_cache(maxsize=256)
def _passed(of: Span, days: tuple[date, ...]) -> tuple[float, ...]:
    """The share of a span that has passed on each day: most key results of a cycle share it."""
    return tuple(elapsed(*of, day) for day in days)


def _readings(snapshot: Snapshot, of: Material) -> list[Reading]:
    """The reading of each day, made from one by what differs."""
    base = reading(snapshot, of.row.id, of.row, of.days[-1])
    samples = [Sample(*pair) for pair in zip(of.dates, of.values, strict=True)]
    return [
        base._replace(
            terms=valid_on(of.history, day) if of.history else base.terms,
            today=day,
            due=due,
            samples=tuple(samples[:values]),
            check_in=of.check_ins[told - 1] if told else None,
            zone=_last_given(of.check_ins, told, "zone"),
        )
        for day, (_, due), values, told in zip(
            of.days, of.spans, _counts(of.dates, of.untils), of.told, strict=True
        )
    ]


def _last_words(of: Material) -> list[date | None]:
    """The day of the last report on each of the days."""
    dates = [check_in.date for check_in in of.check_ins]
    if not of.steps and of.row.source is not Source.KPI:
        return _on_days(dates, of.told)
    done = [step.done for step in of.steps if step.done is not None]
    every = sorted({*dates, *of.dates, *done})
    return _on_days(every, _counts(every, of.untils))


def _confidence(check_ins: list[CheckIn], told: Sequence[int]) -> tuple[float | None, ...]:
    given = [_last_given(check_ins, count, "confidence") for count in told]
    return tuple([None if confidence is None else float(confidence) for confidence in given])


def _last_given(check_ins: list[CheckIn], count: int, field: str) -> int | None:
    """What the last of the first ``count`` check-ins gave that gave anything."""
    for place in range(count - 1, -1, -1):
        found: int | None = getattr(check_ins[place], field)
        if found is not None:
            return found
    return None


def _counts(dates: Sequence[date], untils: Sequence[date]) -> list[int]:
    """How many of the dates, which ascend, lie not after each of the days."""
    return [bisect_right(dates, until) for until in untils]


def _on_days(values: Sequence[V], counts: Sequence[int]) -> list[V | None]:
    """The last of the first ``count`` values; None of none."""
    return [values[count - 1] if count else None for count in counts]
