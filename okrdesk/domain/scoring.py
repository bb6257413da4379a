"""Scores: computed when asked for, remembered, and forgotten along the branch of an edit."""

from collections.abc import Collection, Hashable, Iterable
from datetime import date
from typing import Protocol

from okrdesk.domain.changes import ChangeSet
from okrdesk.domain.driven_score import Frame, driven_score, mean_score
from okrdesk.domain.driving import above, parts_of
from okrdesk.domain.entities import Organisation
from okrdesk.domain.groups import Group, Groups, groups_of, members, regrouped
from okrdesk.domain.key_result_score import measured_score
from okrdesk.domain.key_results import Reason
from okrdesk.domain.reach import reached, reaches_all
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.domain.words import Source

__all__ = ["Score", "Scores"]

_CIRCLE = Score(reason=Reason.CIRCLE)


class Follower(Protocol):
    """What else was counted of a plan, and goes along from edit to edit."""

    def after(self, snapshot: Snapshot, touched: Collection[int]) -> "Follower":
        """Of the next snapshot; ``touched``: what an edit alters, and all that stands above it."""


class Scores:
    """Scores of a snapshot on a day.

    ``followers`` is for what is counted beside them; whoever needs it puts it there.
    """

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.snapshot, self.today = snapshot, today
        self.rules = next(snapshot.rows(ORGANISATION), Organisation(0, ""))
        self._known: dict[int, Score] = {}
        self._means: dict[Group, Score] = {}
        self.followers: dict[Hashable, Follower] = {}
        self._open: set[int] = set()

    def item(self, item: int) -> Score:
        """The score of a key result or an objective; an empty one for anything else."""
        known = self._known.get(item)
        if known is not None:
            return known
        if self.snapshot.find(KEY_RESULT, item):
            return self.key_result(item)
        return self.objective(item) if self.snapshot.find(OBJECTIVE, item) else Score()

    def key_result(self, key_result: int) -> Score:
        """The score of a key result; KeyError when there is none."""
        row = self.snapshot.get(KEY_RESULT, key_result)
        if row.source is Source.CHILDREN:
            return self._settled(key_result)
        known = self._known.get(key_result)
        if known is None:
            known = measured_score(self.snapshot, row, self.today, self.rules)
            self._known[key_result] = known
        return known

    def objective(self, objective: int) -> Score:
        """The score of an objective; KeyError when there is none."""
        return self._settled(objective)

    def cycle(self, cycle: int) -> Score:
        """The mean of a cycle's objectives that have a ratio."""
        return self._group(Group(Groups.CYCLE, cycle, cycle))

    def team(self, team: int, cycle: int) -> Score:
        """The mean of the objectives that the team has, or shares, in a cycle."""
        return self._group(Group(Groups.TEAM, team, cycle))

    def person(self, person: int, cycle: int) -> Score:
        """The mean of the objectives that the person owns, alone or with others, in a cycle."""
        return self._group(Group(Groups.PERSON, person, cycle))

    def mean(self, objectives: Iterable[int]) -> Score:
        """The mean of the objectives that have a ratio, each of the same weight."""
        return mean_score(self._frame(), [self.snapshot.get(OBJECTIVE, o) for o in objectives])

    def after(self, snapshot: Snapshot, changeset: ChangeSet) -> "Scores":
        """Scores of the next snapshot: what the edit did not touch is handed on.

        This object forgets what it hands on, and would compute it again.
        """
        new = Scores(snapshot, self.today)
        if any(reaches_all(change) for change in changeset.changes):
            return new
        new._known, self._known = self._known, {}
        new._means, self._means = self._means, {}
        pictures = (self.snapshot, snapshot)
        touched = [i for c in changeset.changes for s in pictures for i in reached(c, s)]
        moved = new._forget(touched, pictures) | regrouped(changeset.changes)
        for group in {g for item in moved for s in pictures for g in groups_of(s, item)}:
            new._means.pop(group, None)
        for key, follower in self.followers.items():
            new.followers[key] = follower.after(snapshot, moved)
        return new

    def beside(self, snapshot: Snapshot, changeset: ChangeSet) -> "Scores":
        """What ``after`` gives, while this object keeps what it knows: to look at an edit."""
        copy = Scores(self.snapshot, self.today)
        copy._known, copy._means = dict(self._known), dict(self._means)
        return copy.after(snapshot, changeset)

    def _forget(self, items: list[int], snapshots: tuple[Snapshot, Snapshot]) -> set[int]:
        """Forgets the items and all that stands above them, before or after the edit.

        Returns everything that was forgotten.
        """
        stack, seen = items, set[int]()
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            self._known.pop(current, None)
            for snapshot in snapshots:
                stack += above(snapshot, current)
        return seen

    def _group(self, group: Group) -> Score:
        known = self._means.get(group)
        if known is None:
            known = self._means[group] = self.mean(members(self.snapshot, group))
        return known

    def _frame(self) -> Frame:
        return Frame(self.snapshot, self.today, self.rules, self.item)

    def _settled(self, item: int) -> Score:
        """Counts what is below first, by a stack of its own: a plan may be deep, or a circle."""
        known = self._known.get(item)
        if known is not None:
            return known
        if item in self._open:
            return _CIRCLE
        stack = [item]
        try:
            while stack:
                self._step(stack)
        finally:
            self._open.clear()
        return self._known[item]

    def _step(self, stack: list[int]) -> None:
        """Opens the item on top and puts what it waits for above it, or counts and removes it."""
        current = stack[-1]
        if current not in self._known and current not in self._open:
            self._open.add(current)
            parts = parts_of(self.snapshot, current)
            waiting = [p for p in parts if p not in self._known and p not in self._open]
            if waiting:
                stack += waiting
                return
        stack.pop()
        if current not in self._known:
            self._known[current] = self._computed(current)
        self._open.discard(current)

    def _computed(self, item: int) -> Score:
        score = driven_score(self._frame(), item)
        met = (d.counted is None and self.item(d.id).reason is Reason.CIRCLE for d in score.drivers)
        return _CIRCLE if any(met) and self._runs_in_a_circle(item) else score

    def _runs_in_a_circle(self, item: int) -> bool:
        """Whether the item drives itself."""
        stack, seen = [item], set[int]()
        while stack:
            parts = parts_of(self.snapshot, stack.pop())
            if item in parts:
                return True
            stack += [part for part in parts if part not in seen]
            seen.update(parts)
        return False
