"""Pasted rows become objectives and key results, as one step of undo."""

from collections.abc import Callable
from typing import Any, NamedTuple

from okrdesk.app.commands.check_ins import check_in
from okrdesk.app.commands.command import command
from okrdesk.app.commands.copying import copy_key_result
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.objectives import change_objective, create_objective, set_tags
from okrdesk.app.commands.pasted_fields import (
    cell_fields,
    day_of,
    found_cycle,
    found_level,
    joined,
    owner_of,
    team_of,
)
from okrdesk.app.commands.rows import change, last_position
from okrdesk.app.commands.structure import reorder
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.app.commands.trying import passes
from okrdesk.app.commands.values import refuse
from okrdesk.app.commands.writing import write_objective
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.ids import parse_id
from okrdesk.exchange.rows import ItemRow, counted
from okrdesk.storage.transaction import Transaction

MOST = 5_000
"""So many rows are pasted at once at most."""


class Pasted(NamedTuple):
    """What was added; the ids of what now stands at the place."""

    objectives: int
    key_results: int
    tops: tuple[int, ...]


class _Place(NamedTuple):
    """Where the rows go, with the objective or key result that they stand behind."""

    objective: int | None = None
    key_result: int | None = None


@command("Paste")
def paste_rows(
    tx: Transaction,
    rows: tuple[ItemRow, ...],
    *,
    at: int | None = None,
    cycle: int | None = None,
    language: str = "en",
) -> Pasted:
    """Adds the rows behind the item ``at``, or at the top.

    An objective without a cycle of its own takes ``cycle`` or that of the one beside it; people
    and teams that are not known yet are created. What a field cannot take goes into the
    description. ``language`` decides where the words of a sentence do not.
    """
    objectives, key_results = counted(rows)
    _require_some(objectives + key_results)
    pasting = _Pasting(tx, cycle, language)
    place, added = _place(tx, at), list[int]()
    for row in rows:
        if row.key_result:
            key_result = pasting.key_result(row, _holder(place))
            if place.key_result is not None:
                reorder(tx, t.KEY_RESULT, key_result, after=place.key_result)
            place, new = place._replace(key_result=key_result), key_result
        else:
            new = pasting.objective_beside(row, place.objective)
            place = _Place(new)
        added.append(new)
    return Pasted(objectives, key_results, tuple(added))


def _require_some(count: int) -> None:
    if count == 0:
        raise refuse("There is nothing to paste. Copy a list or rows of a spreadsheet first.")
    if count > MOST:
        raise refuse(
            "These are {n} rows. Paste at most {most} at once; nothing was added.",
            n=count,
            most=MOST,
        )


def _place(tx: Transaction, at: int | None) -> _Place:
    key_result = tx.snapshot.find(t.KEY_RESULT, at)
    if key_result is not None:
        return _Place(key_result.objective, key_result.id)
    return _Place(at if tx.snapshot.find(t.OBJECTIVE, at) else None)


def _holder(place: _Place) -> int:
    if place.objective is None:
        raise refuse("These are key results. Choose the objective that they belong to first.")
    return place.objective


class _Pasting:
    """Writes rows and all below them."""

    def __init__(self, tx: Transaction, cycle: int | None, language: str) -> None:
        self._tx, self._cycle, self._language = tx, cycle, language

    def objective_beside(self, row: ItemRow, beside: int | None) -> int:
        """An objective behind another one, or the last one at the top."""
        supports: int | None = MISSION
        if beside is not None:
            link = parent_of(self._tx.snapshot, beside)
            supports = None if link is None else link.key_result or link.objective or MISSION
        new = write_objective(
            self._tx, row.title, supports=supports, beside=beside, cycle=self._cycle
        )
        self._finish_objective(new, row)
        return new

    def key_result(self, row: ItemRow, objective: int) -> int:
        """A key result behind the others of the objective, with what supports it."""
        tx, cells = self._tx, dict(row.cells)
        source = self._source(row, cells.get("copy_of", ""))
        if source is not None:
            new = self._copied(source, objective)
            self._below(row, new)
            return new
        new = self._measured(row, objective)
        current = cells.pop("current", "")
        if current and not _tried(tx, check_in, new, current):
            self._note(t.KEY_RESULT, new, current)
        owner = owner_of(tx, cells.get("owner", ""))
        change(tx, t.KEY_RESULT, new, owner=owner)
        self._below(row, new)
        return new

    def _source(self, row: ItemRow, text: str) -> KeyResult | None:
        """The key result of this plan that was copied, if it is still called the same."""
        found = self._tx.snapshot.find(t.KEY_RESULT, parse_id(text))
        return found if found is not None and found.title == row.title else None

    def _copied(self, source: KeyResult, objective: int) -> int:
        """A copy with its kind, steps and zones; with its dates where the cycle is the same."""
        snapshot = self._tx.snapshot
        above, target = (snapshot.get(t.OBJECTIVE, o) for o in (source.objective, objective))
        place = last_position(snapshot.children(t.KEY_RESULT, "objective", objective))
        fields = {"position": place, "share": None}
        same = above.cycle == target.cycle
        return copy_key_result(self._tx, source, objective, keep_dates=same, **fields)

    def _measured(self, row: ItemRow, objective: int) -> int:
        """By its cells, else by its sentence; what does not fit goes into the description."""
        from okrdesk.app.sentences import key_result_in

        tx, cells = self._tx, dict(row.cells)
        said = key_result_in(tx.snapshot, objective, row.title, tx.today, self._language).fields
        given = cell_fields(tx, objective, said, cells, self._language)
        lost = [cells[name] for name in ("start", "target", "unit", "due") if cells.get(name)]
        wanted: list[tuple[dict[str, Any], list[str]]] = [({}, lost)]
        wanted = [(said, lost), *wanted] if said else wanted
        if given is not None:
            wanted.insert(0, (given, []))
        for fields, more in wanted[:-1]:
            everything = {**fields, "description": joined(row.note, more)}
            if passes(tx, create_key_result, objective, row.title, **everything):
                return create_key_result(tx, objective, row.title, **everything)
        note = joined(row.note, wanted[-1][1])
        return create_key_result(tx, objective, row.title, description=note)

    def _finish_objective(self, objective: int, row: ItemRow) -> None:
        tx, cells = self._tx, dict(row.cells)
        people = {
            "owner": owner_of(tx, cells.get("owner", "")),
            "team": team_of(tx, cells.get("team", "")),
        }
        fields: dict[str, Any] = {name: who for name, who in people.items() if who is not None}
        places = {
            "level": found_level(cells.get("level", "")),
            "cycle": found_cycle(tx.snapshot, cells.get("cycle", "")),
            "due": day_of(cells.get("due", ""), tx.today),
        }
        change_objective(tx, objective, description=row.note, **fields)
        for name, value in places.items():
            said = cells.get(name, "")
            if said and (
                value is None or not _tried(tx, change_objective, objective, **{name: value})
            ):
                self._note(t.OBJECTIVE, objective, said)
        for name in ("start", "current", "target", "unit"):
            self._note(t.OBJECTIVE, objective, cells.get(name, ""))
        set_tags(tx, objective, _tags(cells.get("tags", "")))
        self._below(row, objective)

    def _below(self, row: ItemRow, item: int) -> None:
        for below in row.below:
            if below.key_result:
                self.key_result(below, item)
            else:
                self._supporting(below, item)

    def _supporting(self, row: ItemRow, item: int) -> None:
        tx = self._tx
        key_result = tx.snapshot.find(t.KEY_RESULT, item)
        above = tx.snapshot.get(t.OBJECTIVE, item if key_result is None else key_result.objective)
        new = create_objective(
            tx, row.title, supports=item, cycle=above.cycle, level=above.level, team=above.team
        )
        self._finish_objective(new, row)

    def _note(self, table: t.Table[Any], item: int, text: str) -> None:
        if text:
            held = self._tx.snapshot.get(table, item).description
            change(self._tx, table, item, description=joined(held, [text]))


def _tried(tx: Transaction, run: Callable[..., Any], *args: Any, **fields: Any) -> bool:
    """Runs the command if the rules allow it; says whether they did."""
    if not passes(tx, run, *args, **fields):
        return False
    run(tx, *args, **fields)
    return True


def _tags(text: str) -> list[str]:
    return [tag for part in text.replace(";", ",").split(",") if (tag := part.strip(" #"))]
