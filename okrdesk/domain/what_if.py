"""What another value of a key result would do up the tree, without writing it."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, NamedTuple

from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.driving import above
from okrdesk.domain.entities import CheckIn, KeyResult, KpiValue
from okrdesk.domain.key_result_score import is_running
from okrdesk.domain.key_results import Control, Reading, kind
from okrdesk.domain.key_results.numeric import Numeric
from okrdesk.domain.key_results.stepwise import YesNo
from okrdesk.domain.readings import reading
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, KPI_VALUE, OBJECTIVE
from okrdesk.domain.words import Source
from okrdesk.text import Message

_UNSAVED = -1
"""An id that no row of a plan has."""
_LAST = "9999-12-31T23:59:59.999+00:00"
"""Entered after all else on the day."""
_STEPS = 100
"""A slider has at least about so many places, if the decimals of the value allow it."""
_NICE = (Decimal(5), Decimal(2), Decimal(1))


class Effect(NamedTuple):
    """Progress of an item or a cycle now, and what it would be; ratios."""

    id: int
    before: float | None
    after: float | None


class WhatIf(NamedTuple):
    """The key result, what stands above it and would change (nearest first), and the cycles."""

    key_result: Effect
    above: tuple[Effect, ...]
    cycles: tuple[Effect, ...]


class Reach(NamedTuple):
    """The values worth trying, from low to high in steps."""

    low: Decimal
    high: Decimal
    step: Decimal
    current: Decimal | None

    @property
    def steps(self) -> int:
        """How many steps lead from low to high; the last one ends there, however short it is."""
        return int(((self.high - self.low) / self.step).to_integral_value(ROUND_CEILING))

    def value_at(self, steps: int) -> Decimal:
        """The value so many steps above the low end."""
        return min(self.low + self.step * steps, self.high)

    def steps_to(self, value: Decimal | None) -> int:
        """How many steps lead nearest to a value; none where there is no value."""
        return 0 if value is None else round((value - self.low) / self.step)


def what_if(scores: Scores, key_result: int, value: Decimal) -> WhatIf:
    """What the value would do if it were reported today, or on the due day where that is over.

    ``scores`` stay as they are. KeyError when there is no such key result.
    """
    changeset = ChangeSet(Message("What if"), (_imagined(scores, key_result, value),))
    then = scores.beside(scores.snapshot.apply(changeset.changes), changeset)
    items = list(_above(scores, key_result))
    found = [Effect(i, scores.item(i).progress, then.item(i).progress) for i in items]
    moved = tuple(effect for effect in found if effect.before != effect.after)
    rows = [scores.snapshot.find(OBJECTIVE, item) for item in items]
    cycles = dict.fromkeys(row.cycle for row in rows if row is not None and row.cycle is not None)
    means = [Effect(c, scores.cycle(c).progress, then.cycle(c).progress) for c in cycles]
    return WhatIf(
        Effect(
            key_result,
            scores.key_result(key_result).progress,
            then.key_result(key_result).progress,
        ),
        moved,
        tuple(effect for effect in means if effect.before != effect.after),
    )


def reach_of(scores: Scores, key_result: int) -> Reach | None:
    """What can be tried; None where no one value drives the key result, or it is not running."""
    row = scores.snapshot.get(KEY_RESULT, key_result)
    if row.source is Source.CHILDREN or not is_running(scores.snapshot, row):
        return None
    read = reading(scores.snapshot, key_result, row, scores.today)
    ends = _ends(read)
    if ends is None or ends[0] == ends[1]:
        return None
    low, high = ends
    finest = Decimal(1).scaleb(-row.decimals)
    step = Decimal(1) if isinstance(kind(row.kind), YesNo) else max(_nice(high - low), finest)
    if isinstance(kind(row.kind), Control):
        low, high = _even(low, step, ROUND_FLOOR), _even(high, step, ROUND_CEILING)
    return Reach(low, high, step, read.current)


def _imagined(scores: Scores, key_result: int, value: Decimal) -> Change:
    row = scores.snapshot.get(KEY_RESULT, key_result)
    day = reading(scores.snapshot, key_result, row, scores.today).until
    if row.source is Source.KPI and row.kpi is not None:
        measured = KpiValue(_UNSAVED, row.kpi, day, _LAST, value)
        return Change(KPI_VALUE, _UNSAVED, None, measured)
    return Change(CHECK_IN, _UNSAVED, None, _check_in(row, day, value))


def _check_in(row: KeyResult, day: date, value: Decimal) -> tuple[Any, ...]:
    return CheckIn(_UNSAVED, row.id, day, _LAST, value)


def _above(scores: Scores, item: int) -> Iterator[int]:
    """What the item may be part of, nearest first, each once."""
    seen, level = {item}, [item]
    while level:
        found = [up for each in level for up in above(scores.snapshot, each)]
        level = [up for up in dict.fromkeys(found) if up not in seen]
        seen.update(level)
        yield from level


def _ends(read: Reading) -> tuple[Decimal, Decimal] | None:
    """From start to target and to where the value is; around its limits for a control kind."""
    of_kind, terms = kind(read.key_result.kind), read.terms
    now = [] if read.current is None else [read.current]
    if isinstance(of_kind, YesNo):
        return Decimal(0), Decimal(1)
    if isinstance(of_kind, Numeric) and terms.start is not None and terms.target is not None:
        known = [terms.start, terms.target, *now]
        return min(known), max(known)
    if not isinstance(of_kind, Control):
        return None
    given = (terms.target, terms.low, terms.high, terms.warning)
    limits = [limit for limit in given if limit is not None]
    if not limits:
        return None
    low, high = min([*limits, *now]), max([*limits, *now])
    room = max(high - low, abs(high) / 2, Decimal(1)) / 2
    return low - room, high + room


def _even(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    """The next multiple of the step."""
    return (value / step).to_integral_value(rounding) * step


def _nice(length: Decimal) -> Decimal:
    """The largest of 1, 2 or 5 times a power of ten that goes a hundred times into the length."""
    fine = length / _STEPS
    power = Decimal(1).scaleb(fine.adjusted())
    return next(power * digit for digit in _NICE if power * digit <= fine)
