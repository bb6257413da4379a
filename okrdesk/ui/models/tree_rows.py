"""Reads rows of the tree from the snapshot and the scores."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from okrdesk.domain.entities import Cycle, KeyResult, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, ORGANISATION, PERSON
from okrdesk.domain.words import Horizon, Level
from okrdesk.ui.models.tree_row import RowKind, TreeRow
from okrdesk.ui.models.tree_structure import UNALIGNED

Scores = Mapping[int, Any]

_SYMBOLS = {Level.TEAM: "team", Level.DEPARTMENT: "team", Level.INDIVIDUAL: "individual"}


def symbol_of(objective: Objective, cycle: Cycle | None) -> str:
    """Return the key of `LEVEL_ICONS` for an objective, by its level and its cycle's horizon."""
    if objective.level in _SYMBOLS:
        return _SYMBOLS[objective.level]
    longest = cycle is not None and cycle.horizon is Horizon.LONG_TERM
    return "long_term" if longest else "year"


class RowReader:
    """Puts together what a row shows."""

    def __init__(self, snapshot: Snapshot, scores: Scores) -> None:
        self._snapshot, self._scores = snapshot, scores

    def read(self, node: int) -> TreeRow:
        if node == UNALIGNED:
            title = QCoreApplication.translate("TreeRow", "Not aligned")
            return TreeRow(RowKind.GROUP, title)
        key_result = self._snapshot.find(KEY_RESULT, node)
        if key_result is not None:
            return self._key_result(key_result)
        objective = self._snapshot.find(OBJECTIVE, node)
        if objective is not None:
            return self._objective(objective)
        organisation = self._snapshot.find(ORGANISATION, node)
        if organisation is None:
            return TreeRow(RowKind.GROUP, "")
        caption = QCoreApplication.translate("TreeRow", "Mission")
        return TreeRow(
            RowKind.MISSION, organisation.mission or organisation.name, "mission", caption
        )

    def _objective(self, objective: Objective) -> TreeRow:
        cycle = self._snapshot.find(CYCLE, objective.cycle)
        row = TreeRow(
            RowKind.OBJECTIVE,
            objective.title,
            symbol_of(objective, cycle),
            cycle.name if cycle else "",
        )
        return self._scored(self._owned(row, objective.owner), objective.id)

    def _key_result(self, kr: KeyResult) -> TreeRow:
        return self._scored(self._owned(TreeRow(RowKind.KEY_RESULT, kr.title), kr.owner), kr.id)

    def _owned(self, row: TreeRow, owner: int | None) -> TreeRow:
        person = self._snapshot.find(PERSON, owner)
        if person is None:
            return row
        return row._replace(owner=person.name, letters=person.initials, tint=person.colour - 1)

    def _scored(self, row: TreeRow, node: int) -> TreeRow:
        s = self._scores.get(node)
        return row if s is None else row._replace(**s)

    def status(self, node: int) -> str | None:
        s = self._scores.get(node)
        return None if s is None else s.get("status")

    def renew(self, snapshot: Snapshot, scores: Scores, nodes: Iterable[int]) -> set[int]:
        old = self._scores
        self._snapshot, self._scores = snapshot, scores
        return {n for n in nodes if old.get(n) is not scores.get(n) and old.get(n) != scores.get(n)}
