"""One pass through the queue of check-ins: what is done of it, and what comes next."""

from statistics import median
from typing import NamedTuple

from okrdesk.domain.check_in_queue import (
    ALL,
    Whose,
    due_check_ins,
    due_kpis,
    wants_answer,
)
from okrdesk.domain.rounding import tidy
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import KEY_RESULT, KPI

USUAL_SECONDS = 10.0
"""What one check-in takes before a person's own pace is known (117 s for twelve)."""


class Balance(NamedTuple):
    """How many of the checked-in key results went up, stayed, and went down."""

    up: int
    same: int
    down: int


class Round(NamedTuple):
    """The key results and then the KPIs that were due when the pass began, with its scores.

    What is done follows from the plan alone: an undo makes an item due again.
    """

    items: tuple[int, ...]
    before: Scores

    def present(self, now: Scores) -> list[int]:
        """The items that are still in the plan."""
        find = now.snapshot.find
        return [item for item in self.items if find(KEY_RESULT, item) or find(KPI, item)]

    def done(self, now: Scores) -> list[int]:
        """Those that want no answer any more."""
        return [item for item in self.present(now) if not wants_answer(now, item)]

    def following(self, item: int | None, now: Scores) -> int | None:
        """The next one that is due, from the one behind ``item`` around to it; None of none."""
        items = self.present(now)
        place = items.index(item) + 1 if item in items else 0
        ahead = [*items[place:], *items[:place]]
        return next((other for other in ahead if wants_answer(now, other)), None)

    def beside(self, item: int, step: int, now: Scores) -> int:
        """The one before or behind in the queue, done or not; the last one stays."""
        items = self.present(now)
        place = items.index(item) + step if item in items else 0
        return items[min(max(place, 0), len(items) - 1)] if items else item

    def balance(self, now: Scores) -> Balance:
        """Where the progress of the key results that are done went since the pass began."""
        done = [item for item in self.done(now) if now.snapshot.find(KEY_RESULT, item)]
        moved = [_moved(self.before, now, item) for item in done]
        return Balance(
            sum(by > 0 for by in moved), sum(by == 0 for by in moved), sum(by < 0 for by in moved)
        )


def begin_round(scores: Scores, whose: Whose = ALL) -> Round:
    """A pass through what is due now."""
    return Round((*due_check_ins(scores, whose), *due_kpis(scores, whose)), scores)


def seconds_left(open_items: int, paces: list[float]) -> float:
    """How long the rest will take at a person's own pace: the median of seconds a check-in."""
    return open_items * (median(paces) if paces else USUAL_SECONDS)


def _moved(before: Scores, now: Scores, item: int) -> float:
    was, is_now = before.key_result(item).progress, now.key_result(item).progress
    return tidy((is_now or 0.0) - (was or 0.0))
