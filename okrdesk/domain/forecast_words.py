"""Where a key result is heading, and what pace would still reach the target, in a sentence."""

from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.entities import Terms
from okrdesk.domain.forecast import Forecast, forecast_of
from okrdesk.domain.readings import span, terms_on
from okrdesk.domain.rounding import rounded
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.text import Message, Run


class _Ahead(NamedTuple):
    """What is said: numbers with the decimals of the key result, the pace with one more."""

    words: dict[str, object]
    banded: bool
    """Whether low and high differ in what is printed."""
    pace: Run | None


def outlook(scores: Scores, key_result: int) -> Message | None:
    """“At this pace 78 by 30 Sep (70 to 85). The target needs +3.2 a week.”; None without one."""
    ahead = _ahead(scores, key_result)
    if ahead is None:
        return None
    found = Message("At this pace {value} by {day}", ahead.words)
    if ahead.banded:
        found = Message("At this pace {value} by {day} ({low} to {high})", ahead.words)
    if ahead.pace is None:
        return Message("{forecast}.", {"forecast": found})
    return Message(
        "{forecast}. The target needs {pace} a week.", {"forecast": found, "pace": ahead.pace}
    )


def outlook_in_short(scores: Scores, key_result: int) -> Message | None:
    """“Forecast 78 (70 to 85), needs +3.2 a week”; None without a forecast."""
    ahead = _ahead(scores, key_result)
    if ahead is None:
        return None
    found = Message("Forecast {value}", ahead.words)
    if ahead.banded:
        found = Message("Forecast {value} ({low} to {high})", ahead.words)
    if ahead.pace is None:
        return found
    return Message("{forecast}, needs {pace} a week", {"forecast": found, "pace": ahead.pace})


def _ahead(scores: Scores, key_result: int) -> _Ahead | None:
    found = forecast_of(scores.snapshot, key_result, scores.today)
    if found is None:
        return None
    row = scores.snapshot.get(KEY_RESULT, key_result)
    terms = terms_on(scores.snapshot, key_result, scores.today)
    _, due = span(scores.snapshot, row, terms)
    value, low, high = (_printed(number, row.decimals) for number in found[:3])
    needed = _needed(found, terms)
    return _Ahead(
        {"value": value, "day": due, "low": low, "high": high},
        low != high,
        None if needed is None else _signed(needed, row.decimals + 1),
    )


def _needed(found: Forecast, terms: Terms | None) -> float | None:
    """The pace towards the target; None where it is reached, or has no direction."""
    needed = found.needed_a_week
    if needed is None or terms is None or terms.start is None or terms.target is None:
        return None
    towards = float(terms.target - terms.start)
    return needed if needed * towards > 0 else None


def _printed(value: float, decimals: int) -> Decimal:
    """With the decimals of the key result, without those that say nothing."""
    exact = Decimal(str(rounded(value, max(decimals, 0))))
    whole = exact.to_integral_value()
    return whole if exact == whole else exact


def _signed(pace: float, decimals: int) -> Run:
    """“+3.2”, “−3.2”."""
    return Run(("+" if pace > 0 else "−", _printed(abs(pace), decimals)))
