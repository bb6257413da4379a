"""Scores on many days at once: what ``Scores`` says of each of them, at a part of the cost.

From one day to the next only key results change; the tree, the weights and the shares of days
are those of the plan. So each item is visited once and takes its days along as small arrays.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from okrdesk.domain.driving import Child, counts
from okrdesk.domain.entities import KeyResult, Objective, Organisation
from okrdesk.domain.groups import Group, members
from okrdesk.domain.key_results import kind
from okrdesk.domain.rounding import clamp
from okrdesk.domain.scoring import Scores
from okrdesk.domain.series.below import Order, without
from okrdesk.domain.series.measured import (
    Material,
    Measured,
    Ratios,
    Reports,
    material_of,
    measured,
    own_reports,
    reports,
)
from okrdesk.domain.series.rolled import Pull, mean_ratios, mean_reports, overruled
from okrdesk.domain.shares import Part
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.domain.words import Source

S = TypeVar("S", Ratios, Reports)


class Courses:
    """Scores of a snapshot on ``days``, which ascend; each result has a value for each of them.

    ``for_pace``: what is expected is that of the day which pace compares with (product rule 8).
    """

    def __init__(self, snapshot: Snapshot, days: Sequence[date], *, for_pace: bool = False) -> None:
        self.snapshot, self.days = snapshot, tuple(days)
        self._cap = next(snapshot.rows(ORGANISATION), Organisation(0, "")).cap
        self._order = Order(snapshot)
        self._ratios: dict[int, Ratios] = {}
        self._reports: dict[int, Reports] = {}
        self._materials: dict[int, Material] = {}
        self._for_pace = for_pace
        self._pace_ratios: dict[int, Ratios] = {}

    @property
    def for_pace(self) -> "Courses":
        """The same for pace; what both need is looked up once."""
        new = Courses(self.snapshot, self.days, for_pace=True)
        new._order, new._reports, new._materials = self._order, self._reports, self._materials
        new._ratios = self._pace_ratios
        return new

    def after(self, snapshot: Snapshot, touched: Collection[int]) -> "Courses":
        """Of the next snapshot: what was not touched is handed on.

        ``touched``: all that an edit alters, and what stands above it; rules are the same.
        """
        new = Courses(snapshot, self.days, for_pace=self._for_pace)
        new._order = self._order.after(snapshot, touched)
        new._ratios = without(self._ratios, touched)
        new._reports = without(self._reports, touched)
        new._materials = without(self._materials, touched)
        new._pace_ratios = without(self._pace_ratios, touched)
        return new

    def places(self, days: Iterable[date]) -> list[int]:
        """Where the days are among all; KeyError for one that is not."""
        place = {day: number for number, day in enumerate(self.days)}
        return [place[day] for day in days]

    def ratios(self, item: int) -> Ratios:
        """Of an objective or a key result; KeyError when there is neither."""
        return self._settled(item, self._ratios, self._ratios_of, self._mean_ratios([]))

    def reports(self, item: int) -> Reports:
        """Of an objective or a key result; KeyError when there is neither."""
        return self._settled(item, self._reports, self._reports_of, self._mean_reports([]))

    def ratios_of_all(self, objectives: Iterable[int]) -> Ratios:
        """The mean of the objectives that have a ratio, each of the same weight."""
        pulls = [self._child_pull(Child(row, 1.0)) for row in self._counting(objectives)]
        return self._mean_ratios([pull._replace(weighs=Part(1.0, None)) for pull in pulls])

    def reports_of_all(self, objectives: Iterable[int]) -> Reports:
        """The mean confidence of the objectives, and the last word about any of them."""
        return self._mean_reports([self.reports(row.id) for row in self._counting(objectives)])

    def group_ratios(self, group: Group) -> Ratios:
        """Of the objectives of a cycle, or of a team or a person in it."""
        return self.ratios_of_all(members(self.snapshot, group))

    def group_reports(self, group: Group) -> Reports:
        """Of the objectives of a cycle, or of a team or a person in it."""
        return self.reports_of_all(members(self.snapshot, group))

    def _counting(self, objectives: Iterable[int]) -> list[Objective]:
        rows = (self.snapshot.get(OBJECTIVE, objective) for objective in objectives)
        return [row for row in rows if counts(row)]

    def _settled(self, item: int, known: dict[int, S], of: Callable[[int], S], nothing: S) -> S:
        """Counts what is below first; what drives itself has nothing on any day."""
        if item not in known:
            for each in self._order.up_to(item, known):
                known[each] = nothing if self._order.drives_itself(each) else of(each)
        return known[item]

    def _ratios_of(self, item: int) -> Ratios:
        row = self.snapshot.find(KEY_RESULT, item)
        if row is not None and row.source is not Source.CHILDREN:
            return self._measured(row).ratios
        below = self._order.below(item)
        pulls = [self._key_result_pull(key_result) for key_result in below.key_results]
        return self._mean_ratios(pulls + [self._child_pull(child) for child in below.children])

    def _reports_of(self, item: int) -> Reports:
        row = self.snapshot.find(KEY_RESULT, item)
        if row is not None and row.source is not Source.CHILDREN:
            return reports(self._material(row))
        below = self._order.below(item)
        parts = [self.reports(key_result.id) for key_result in below.key_results]
        mean = self._mean_reports(parts + [self.reports(c.row.id) for c in below.children])
        return overruled(mean, own_reports(self.snapshot, row, self.days)) if row else mean

    def _key_result_pull(self, row: KeyResult) -> Pull:
        weighs = Part(max(0.0, row.weight), row.share)
        if row.source is Source.CHILDREN:
            ratios = self.ratios(row.id)
            return _pull(ratios, _clamped(ratios, self._cap), weighs)
        ratios, unmeasured = self._measured(row)
        counted = _clamped(ratios, self._cap)
        if any(unmeasured) and kind(row.kind).missing_is_zero:
            pairs = zip(counted, unmeasured, strict=True)
            counted = [0.0 if nothing else ratio for ratio, nothing in pairs]
        return _pull(ratios, counted, weighs)

    def _child_pull(self, child: Child) -> Pull:
        ratios = self.ratios(child.row.id)
        weighs = Part(max(0.0, child.row.weight), child.row.share)
        return _shortened(_pull(ratios, _clamped(ratios, self._cap), weighs), child.days)

    def _measured(self, row: KeyResult) -> Measured:
        return measured(self.snapshot, self._material(row), for_pace=self._for_pace)

    def _material(self, row: KeyResult) -> Material:
        """Looked up once for ratios and reports."""
        known = self._materials.get(row.id)
        if known is None:
            known = self._materials[row.id] = material_of(self.snapshot, row, self.days)
        return known

    def _mean_ratios(self, pulls: Sequence[Pull]) -> Ratios:
        return mean_ratios(pulls, len(self.days))

    def _mean_reports(self, parts: Sequence[Reports]) -> Reports:
        return mean_reports(parts, len(self.days))


def courses_of(scores: Scores, days: tuple[date, ...]) -> Courses:
    """Scores on other days of the same plan: counted once for whoever asks for these days."""
    known = scores.followers.get(days)
    if not isinstance(known, Courses):
        known = scores.followers[days] = Courses(scores.snapshot, days)
    return known


def _clamped(ratios: Ratios, cap: float) -> Sequence[float | None]:
    if all(ratio is not None and 0 <= ratio <= cap for ratio in ratios.raw):
        return ratios.raw
    return [None if ratio is None else clamp(ratio, 0.0, cap) for ratio in ratios.raw]


def _pull(ratios: Ratios, counted: Sequence[float | None], weighs: Part) -> Pull:
    expected = tuple([ratio or 0.0 for ratio in ratios.expected])
    return Pull(counted, expected, [raw is not None for raw in ratios.raw], weighs)


def _shortened(pull: Pull, share: float) -> Pull:
    """The pull of what covers a share of its parent's days."""
    if share == 1:
        return pull
    return pull._replace(
        counted=[None if ratio is None else ratio * share for ratio in pull.counted],
        expected=[ratio * share for ratio in pull.expected],
    )
