"""Reads the rows of the tree from the snapshot and the scores, in words and numbers to be shown."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from okrdesk.domain.alignment import ancestors
from okrdesk.domain.entities import Cycle, KeyResult, Objective
from okrdesk.domain.grading import grade_of
from okrdesk.domain.readings import objective_span, span, terms_on
from okrdesk.domain.rounding import rounded
from okrdesk.domain.scoring import Score, Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON, STEP, TEAM
from okrdesk.domain.words import Horizon, Level, ObjectiveState, Outcome, Status
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.translation import number, percent, percent_text, short_date

_SYMBOLS = {Level.TEAM: "team", Level.DEPARTMENT: "team", Level.INDIVIDUAL: "individual"}
_MILLION = 1_000_000
ReadOther = Callable[[int, Snapshot, Scores], TreeRow]
REMEMBERED_ROWS = 5_000
"""Rows that are kept ready; a screen holds some fifty."""


def symbol_of(objective: Objective, cycle: Cycle | None) -> str:
    """Return the key of `LEVEL_ICONS` for an objective, by its level and its cycle's horizon."""
    if objective.level in _SYMBOLS:
        return _SYMBOLS[objective.level]
    longest = cycle is not None and cycle.horizon is Horizon.LONG_TERM
    return "long_term" if longest else "year"


class RowReader:
    """Puts together what one row shows, and remembers it."""

    def __init__(self, snapshot: Snapshot, scores: Scores, others: ReadOther) -> None:
        """Read from these until `renew` brings others; `others`: rows that are no items."""
        self._snapshot, self._scores, self._others = snapshot, scores, others
        self._known: dict[int, tuple[Score, TreeRow]] = {}

    def row(self, node: int) -> TreeRow:
        """Return the row of a node; an empty one for a node that is gone."""
        known = self._known.get(node)
        if known is None:
            if len(self._known) >= REMEMBERED_ROWS:
                self._known.clear()
            score = self._scores.item(node)
            known = self._known[node] = (score, self._read(node, score))
        return known[1]

    def renew(self, snapshot: Snapshot, scores: Scores) -> set[int]:
        """Read from others from now on; return the remembered nodes whose numbers differ."""
        self._snapshot, self._scores = snapshot, scores
        known = self._known.items()
        return {node for node, (score, _) in known if _differ(score, scores.item(node))}

    def start_over(self, snapshot: Snapshot, scores: Scores) -> None:
        """Read everything anew, as it is asked for."""
        self._snapshot, self._scores = snapshot, scores
        self._known.clear()

    def forget(self, node: int) -> None:
        """Read this node anew when asked for it."""
        self._known.pop(node, None)

    def _read(self, node: int, score: Score) -> TreeRow:
        key_result = self._snapshot.find(KEY_RESULT, node)
        if key_result is not None:
            return self._key_result(key_result, score)
        objective = self._snapshot.find(OBJECTIVE, node)
        if objective is not None:
            return self._objective(objective, score)
        return self._others(node, self._snapshot, self._scores)

    @property
    def scores(self) -> Scores:
        """Return the numbers that are read from."""
        return self._scores

    def _objective(self, objective: Objective, score: Score) -> TreeRow:
        cycle = self._snapshot.find(CYCLE, objective.cycle)
        caption = " · ".join(filter(None, (self._period(objective, cycle), _standing(objective))))
        row = TreeRow(RowKind.OBJECTIVE, objective.title, symbol_of(objective, cycle), caption)
        row = self._placed(row, objective, objective_span(self._snapshot, objective.id)[1])
        return self._owned(self._graded(_scored(row, score), objective.id), objective.owner)

    def _period(self, objective: Objective, cycle: Cycle | None) -> str:
        """Return the cycle's name, without the year if the objective above has it already."""
        above = next(ancestors(self._snapshot, objective.id), None)
        around = None if above is None else self._snapshot.find(CYCLE, above.cycle)
        if cycle is None or around is None:
            return "" if cycle is None else cycle.name
        name, _, year = cycle.name.rpartition(" ")
        return name if name and around.name.split()[-1:] == [year] else cycle.name

    def _key_result(self, key_result: KeyResult, score: Score) -> TreeRow:
        row = TreeRow(RowKind.KEY_RESULT, key_result.title, amount=self._amount(key_result, score))
        objective = self._snapshot.get(OBJECTIVE, key_result.objective)
        terms = terms_on(self._snapshot, key_result.id, self._scores.today)
        row = self._placed(row, objective, span(self._snapshot, key_result, terms)[1])
        row = self._graded(_scored(row, score), key_result.id)
        return self._owned(row, key_result.owner or objective.owner)

    def _placed(self, row: TreeRow, objective: Objective, due: date | None) -> TreeRow:
        """Add team, cycle and last day."""
        team = self._snapshot.find(TEAM, objective.team)
        cycle = self._snapshot.find(CYCLE, objective.cycle)
        return row._replace(
            team="" if team is None else team.name,
            cycle="" if cycle is None else cycle.name,
            due=self._day(due),
        )

    def _graded(self, row: TreeRow, item: int) -> TreeRow:
        """Add the grade, and the day of the last report."""
        grade = grade_of(self._snapshot, item)
        updated = self._day(self._scores.item(item).last_check_in)
        shown = "" if grade is None else number(Decimal(str(grade.grade)), 1)
        return row._replace(updated=updated, grade=shown)

    def _day(self, day: date | None) -> str:
        """Return a day, with its year where that is another one."""
        return "" if day is None else short_date(day, year=day.year != self._scores.today.year)

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
        terms = terms_on(self._snapshot, key_result.id, self._scores.today)
        if terms is None or terms.target is None or score.current is None:
            return ""
        return f"{_amount_of(key_result, score.current)} / {_amount_of(key_result, terms.target)}"


def _scored(row: TreeRow, score: Score) -> TreeRow:
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
    if abs(float(value)) >= _MILLION:
        text = QCoreApplication.translate("TreeRow", "{number}M")
        return text.format(number=number(rounded(float(value) / _MILLION, 1)))
    return percent(value) if key_result.kind == "percent" else number(value)


def _differ(one: Score, other: Score) -> bool:
    return one is not other and one != other
