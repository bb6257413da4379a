"""Reads the rows of the tree from the snapshot and the scores, in words and numbers to be shown."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from okrdesk.domain.alignment import ancestors
from okrdesk.domain.entities import Cycle, KeyResult, Objective, Terms
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, ORGANISATION, PERSON, STEP
from okrdesk.domain.words import Horizon, Level, ObjectiveState, Outcome, Status
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.models.tree_structure import UNALIGNED
from okrdesk.ui.translation import number, percent_text

_SYMBOLS = {Level.TEAM: "team", Level.DEPARTMENT: "team", Level.INDIVIDUAL: "individual"}


class Score(Protocol):
    """The numbers of an item, as `domain.scoring` counts them."""

    progress: float | None
    expected: float | None
    status: Status | None
    stale: bool
    confidence: float | None
    current: Decimal | int | None


class Scores(Protocol):
    """The numbers of all items on a day."""

    def item(self, row_id: int) -> Score: ...
    def terms(self, row_id: int) -> Terms: ...


def symbol_of(objective: Objective, cycle: Cycle | None) -> str:
    """Return the key of `LEVEL_ICONS` for an objective, by its level and its cycle's horizon."""
    if objective.level in _SYMBOLS:
        return _SYMBOLS[objective.level]
    longest = cycle is not None and cycle.horizon is Horizon.LONG_TERM
    return "long_term" if longest else "year"


class RowReader:
    """Puts together what one row shows."""

    def __init__(self, snapshot: Snapshot, scores: Scores) -> None:
        """Read from these until `renew` brings others."""
        self._snapshot, self._scores = snapshot, scores

    def renew(self, snapshot: Snapshot, scores: Scores, nodes: Iterable[int]) -> set[int]:
        """Read from others from now on; return those of `nodes` whose numbers differ."""
        old_snapshot, old_scores = self._snapshot, self._scores
        self._snapshot, self._scores = snapshot, scores
        both = (node for node in nodes if _is_item(old_snapshot, node) and _is_item(snapshot, node))
        return {node for node in both if old_scores.item(node) != scores.item(node)}

    def read(self, node: int) -> TreeRow:
        """Return the row of a node; an empty one for a node that is gone."""
        key_result = self._snapshot.find(KEY_RESULT, node)
        if key_result is not None:
            return self._key_result(key_result)
        objective = self._snapshot.find(OBJECTIVE, node)
        if objective is not None:
            return self._objective(objective)
        if node == UNALIGNED:
            title = QCoreApplication.translate("TreeRow", "Not aligned")
            return TreeRow(RowKind.GROUP, title)
        return self._mission(node)

    def status(self, node: int) -> str | None:
        """Return the status of an objective or key result."""
        return self._scores.item(node).status

    def _mission(self, node: int) -> TreeRow:
        organisation = self._snapshot.find(ORGANISATION, node)
        if organisation is None:
            return TreeRow(RowKind.GROUP, "")
        caption = QCoreApplication.translate("TreeRow", "Mission")
        title = organisation.mission or organisation.name
        return TreeRow(RowKind.MISSION, title, "mission", caption)

    def _objective(self, objective: Objective) -> TreeRow:
        cycle = self._snapshot.find(CYCLE, objective.cycle)
        caption = " · ".join(filter(None, (self._period(objective, cycle), _standing(objective))))
        row = TreeRow(RowKind.OBJECTIVE, objective.title, symbol_of(objective, cycle), caption)
        return self._owned(self._scored(row, self._scores.item(objective.id)), objective.owner)

    def _period(self, objective: Objective, cycle: Cycle | None) -> str:
        """Return the cycle's name, without the year if the objective above has it already."""
        above = next(ancestors(self._snapshot, objective.id), None)
        around = None if above is None else self._snapshot.find(CYCLE, above.cycle)
        if cycle is None or around is None:
            return "" if cycle is None else cycle.name
        name, _, year = cycle.name.rpartition(" ")
        return name if name and around.name.split()[-1:] == [year] else cycle.name

    def _key_result(self, key_result: KeyResult) -> TreeRow:
        score = self._scores.item(key_result.id)
        row = TreeRow(RowKind.KEY_RESULT, key_result.title, amount=self._amount(key_result, score))
        objective = self._snapshot.find(OBJECTIVE, key_result.objective)
        inherited = None if objective is None else objective.owner
        return self._owned(self._scored(row, score), key_result.owner or inherited)

    def _scored(self, row: TreeRow, score: Score) -> TreeRow:
        done = score.status is Status.ACHIEVED
        expected = None if done else score.expected
        return row._replace(
            progress=score.progress,
            percent=percent_text(score.progress),
            expected=expected,
            expected_percent="" if expected is None else percent_text(expected),
            status=score.status,
            stale=score.stale,
            confidence=""
            if done or score.confidence is None
            else number(Decimal(str(score.confidence)), 0),
        )

    def _owned(self, row: TreeRow, owner: int | None) -> TreeRow:
        person = self._snapshot.find(PERSON, owner)
        if person is None:
            return row
        return row._replace(owner=person.name, letters=person.initials, tint=person.colour - 1)

    def _amount(self, key_result: KeyResult, score: Score) -> str:
        """Return current and target, such as `5 / 15`; empty where there is no number."""
        steps = self._snapshot.children(STEP, "key_result", key_result.id)
        if steps:
            done = sum(step.done is not None for step in steps)
            return f"{number(done)} / {number(len(steps))}"
        target = self._scores.terms(key_result.id).target
        if target is None or score.current is None:
            return ""
        return f"{_amount_of(key_result, score.current)} / {_amount_of(key_result, target)}"


def _standing(objective: Objective) -> str:
    """Return the word for an objective that does not count, or no longer."""
    words = {
        ObjectiveState.DRAFT: QCoreApplication.translate("TreeRow", "Draft"),
        Outcome.POSTPONED: QCoreApplication.translate("TreeRow", "Postponed"),
        Outcome.DROPPED: QCoreApplication.translate("TreeRow", "Dropped"),
    }
    by_outcome = "" if objective.outcome is None else words.get(objective.outcome, "")
    return by_outcome or words.get(objective.state, "")


def _amount_of(key_result: KeyResult, value: Decimal | int) -> str:
    text = number(value)
    return f"{text}%" if key_result.kind == "percent" else text


def _is_item(snapshot: Snapshot, node: int) -> bool:
    return snapshot.find(KEY_RESULT, node) is not None or (
        snapshot.find(OBJECTIVE, node) is not None
    )
