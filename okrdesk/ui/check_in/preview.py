"""What a check-in would make of its key result, before it is in the plan."""

from collections.abc import Iterator
from decimal import Decimal

from okrdesk.domain.changes import Change
from okrdesk.domain.entities import CheckIn
from okrdesk.domain.rounding import tidy
from okrdesk.domain.score import Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, STEP
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.reading import Reading
from okrdesk.ui.editors.amounts import terms_of
from okrdesk.ui.translation import number, percent_text, tr

_PREVIEW = -1
"""The id of a check-in that is not in the plan."""
_LATEST = "9999"
"""A moment of entry after all others."""


def score_with(bridge: Bridge, item: int, reading: Reading) -> Score:
    """How the key result would stand after this reading; as it stands where it says nothing."""
    changes = tuple(_changes(bridge, item, reading))
    if not changes:
        return bridge.scores.key_result(item)
    return Scores(bridge.snapshot.apply(changes), bridge.today).key_result(item)


def _changes(bridge: Bridge, item: int, reading: Reading) -> Iterator[Change]:
    value, zone, done = reading.get("value"), reading.get("zone"), reading.get("steps")
    if (value, zone, done) == (None, None, None):
        return
    amount = None if value is None else Decimal(value)
    row = CheckIn(_PREVIEW, item, bridge.today, _LATEST, amount, zone)
    yield Change(CHECK_IN, _PREVIEW, None, row)
    for step in bridge.snapshot.children(STEP, "key_result", item) if done is not None else ():
        day = (step.done or bridge.today) if step.id in (done or ()) else None
        if day != step.done:
            yield Change(STEP, step.id, step, step._replace(done=day))


def expected_words(bridge: Bridge, item: int, score: Score) -> str:
    """What is expected today, in the unit where there is one: "7.8 interviews (52%)"."""
    if score.expected is None:
        return ""
    percent = percent_text(score.expected)
    terms, unit = terms_of(bridge, item), bridge.snapshot.get(KEY_RESULT, item).unit
    if terms is None or terms.start is None or terms.target is None:
        return tr("Expected today: {percent}").format(percent=percent)
    way = float(terms.target - terms.start)
    value = number(round(tidy(float(terms.start) + way * score.expected), 1))
    words = tr("Expected today: {value} {unit} ({percent})")
    return words.format(value=value, unit=unit, percent=percent).replace("  ", " ")


def movement_words(before: Score, after: Score) -> str:
    """How much more or less it is: "2 more than last time"; nothing where it stays."""
    if before.current is None or after.current is None or before.current == after.current:
        return ""
    by = after.current - before.current
    words = tr("{amount} more than last time") if by > 0 else tr("{amount} less than last time")
    return words.format(amount=number(abs(by)))
