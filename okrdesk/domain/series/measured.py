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

from okrdesk.domain.entities import CheckIn, KeyResult, Terms
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


class Reports(NamedTuple):
    """What was reported, on each of the days."""

    confidence: tuple[float | None, ...]
    last: tuple[date | None, ...]
    """The day of the last check-in, KPI value or step done."""


class Measured(NamedTuple):
    """A key result on each of the days."""

    ratios: Ratios
    unmeasured: tuple[bool, ...]
    """Whether nothing was measured, so that it may count 0 in a mean."""


class _Known(NamedTuple):
    """What is known of a key result, for all days at once."""

    row: KeyResult
    days: Sequence[date]
    history: list[Terms]
    spans: list[Span]
    untils: list[date]
    """The last day that counts, on each of the days."""
    check_ins: list[CheckIn]
    samples: list[Sample]


def reports(snapshot: Snapshot, row: KeyResult, days: Sequence[date]) -> Reports:
    """Confidence and last word on each of the days, which ascend."""
    known = _known(snapshot, row, days)
    given = _confidence(known.check_ins, known.untils)
    return Reports(tuple(given), tuple(_last_words(snapshot, known)))


def own_reports(snapshot: Snapshot, row: KeyResult, days: Sequence[date]) -> Reports:
    """What was said about a key result that its children drive, on each of the days."""
    check_ins = snapshot.children(CHECK_IN, "key_result", row.id)
    dates: list[date | None] = [check_in.date for check_in in check_ins]
    last = _on_days(dates, _seen(check_ins, days))
    return Reports(tuple(_confidence(check_ins, days)), tuple(last))


def measured(
    snapshot: Snapshot, row: KeyResult, days: Sequence[date], *, for_pace: bool = False
) -> Measured:
    """Ratios on each of the days, which ascend; expected as of each, or as pace compares."""
    known, of_kind = _known(snapshot, row, days), kind(row.kind)
    asked = _pace_days(snapshot, known) if for_pace else tuple(days)
    if isinstance(of_kind, Numeric) and not snapshot.child_ids(PHASE, "key_result", row.id):
        return _on_the_way(of_kind, known, asked)
    reads = _readings(snapshot, known)
    found = [of_kind.ratio(read) for read in reads]
    expected = [of_kind.expected(*pair) for pair in zip(reads, asked, strict=True)]
    return _measured(found, expected)


def _measured(found: Sequence[Ratio], expected: Sequence[float]) -> Measured:
    unmeasured = [ratio.reason is Reason.NO_MEASUREMENT for ratio in found]
    return Measured(Ratios(tuple([r.raw for r in found]), tuple(expected)), tuple(unmeasured))


def _pace_days(snapshot: Snapshot, known: _Known) -> tuple[date, ...]:
    rhythm = rhythm_days(snapshot, known.row)
    words = _last_words(snapshot, known)
    return tuple(pace_day(word, day, rhythm) for word, day in zip(words, known.days, strict=True))


def _known(snapshot: Snapshot, row: KeyResult, days: Sequence[date]) -> _Known:
    history = snapshot.children(TERMS, "key_result", row.id)
    if len(history) > 1:
        spans = [span(snapshot, row, valid_on(history, day)) for day in days]
    else:
        spans = [span(snapshot, row, history[0] if history else None)] * len(days)
    untils = [
        day if due is None or day < due else due for day, (_, due) in zip(days, spans, strict=True)
    ]
    check_ins = snapshot.children(CHECK_IN, "key_result", row.id)
    samples = _samples(snapshot, row, check_ins, spans[0][0])
    return _Known(row, days, history, spans, untils, check_ins, samples)


def _samples(
    snapshot: Snapshot, row: KeyResult, check_ins: list[CheckIn], first: date | None
) -> list[Sample]:
    """The values of its one source; of a KPI those from its first day on."""
    if row.source is Source.KPI and row.kpi is not None:
        values = snapshot.children(KPI_VALUE, "kpi", row.kpi)
        return [Sample(v.date, v.value) for v in values if first is None or v.date >= first]
    return [Sample(c.date, c.value) for c in check_ins if c.value is not None]


def _on_the_way(of_kind: Numeric, known: _Known, asked: tuple[date, ...]) -> Measured:
    """Of a value between start and target; counted anew only where something is new."""
    seen = _seen(known.samples, known.untils)
    if len(known.history) > 1:
        pairs = zip(known.days, seen, strict=True)
        found = [
            of_kind.ratio_of(valid_on(known.history, day), _value(known, count))
            for day, count in pairs
        ]
        return _measured(
            found, [elapsed(*s, day) for s, day in zip(known.spans, asked, strict=True)]
        )
    terms = known.history[0] if known.history else Terms(0, known.row.id, date.min)
    ratios = {count: of_kind.ratio_of(terms, _value(known, count)) for count in set(seen)}
    return _measured([ratios[count] for count in seen], _passed(known.spans[0], asked))


def _value(known: _Known, count: int) -> Decimal | None:
    return known.samples[count - 1].value if count else None


@lru_cache(maxsize=256)
def _passed(of: Span, days: tuple[date, ...]) -> tuple[float, ...]:
    """The share of a span that has passed on each day: most key results of a cycle share it."""
    return tuple(elapsed(*of, day) for day in days)


def _readings(snapshot: Snapshot, known: _Known) -> list[Reading]:
    """The reading of each day, made from one by what differs."""
    row, history = known.row, known.history
    base = reading(snapshot, row.id, row, known.days[-1])
    told, valued = (_seen(rows, known.untils) for rows in (known.check_ins, known.samples))
    zones = _on_days(_newest([c.zone for c in known.check_ins]), told)
    return [
        base._replace(
            terms=valid_on(history, day) if history else base.terms,
            today=day,
            due=due,
            samples=tuple(known.samples[:values]),
            check_in=known.check_ins[words - 1] if words else None,
            zone=zone,
        )
        for day, (_, due), values, words, zone in zip(
            known.days, known.spans, valued, told, zones, strict=True
        )
    ]


def _last_words(snapshot: Snapshot, known: _Known) -> list[date | None]:
    """The day of the last report on each of the days."""
    words = {row.date for row in known.check_ins}
    if known.samples and known.row.source is Source.KPI:
        words |= {row.date for row in known.samples}
    steps = snapshot.children(STEP, "key_result", known.row.id)
    words |= {step.done for step in steps if step.done is not None}
    dates = sorted(words)
    return _on_days(list(dates), [bisect_right(dates, until) for until in known.untils])


def _confidence(check_ins: Sequence[CheckIn], untils: Sequence[date]) -> list[float | None]:
    given = [None if c.confidence is None else float(c.confidence) for c in check_ins]
    return _on_days(_newest(given), _seen(check_ins, untils))


def _seen(rows: Sequence[CheckIn | Sample], untils: Sequence[date]) -> list[int]:
    """How many of the rows, which are in order of date, are known on each of the days."""
    dates = [row.date for row in rows]
    return [bisect_right(dates, until) for until in untils]


def _newest(given: list[V | None]) -> list[V | None]:
    """For each place what was given last up to it."""
    found: list[V | None] = []
    newest: V | None = None
    for value in given:
        newest = newest if value is None else value
        found.append(newest)
    return found


def _on_days(values: Sequence[V | None], counts: Sequence[int]) -> list[V | None]:
    """The last of the first ``count`` values; None of none."""
    return [values[count - 1] if count else None for count in counts]
