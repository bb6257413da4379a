"""A plan as files for other programs: its rows, and beside them what follows from them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.ids import id_text
from okrdesk.domain.key_results import KINDS, Place
from okrdesk.domain.readings import span, terms_on
from okrdesk.domain.rounding import tidy
from okrdesk.domain.score import Score
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.exchange.csv_export import Extra, write_tables


def export_csv(
    snapshot: Snapshot, scores: Scores, folder: Path, *, bom: bool = False
) -> list[Path]:
    """Writes the CSV files of a plan into a folder and returns them.

    Objectives and key results end in columns for readers: where they hang, what they ask for
    on the day of the scores, and how they stand. Raises UserError when the folder cannot be
    written.
    """
    extras = {
        t.OBJECTIVE.name: list(_of_objectives(snapshot, scores)),
        t.KEY_RESULT.name: list(_of_key_results(snapshot, scores)),
    }
    return write_tables(folder, snapshot, extras, bom=bom)


def _of_objectives(snapshot: Snapshot, scores: Scores) -> Iterator[Extra]:
    ids = list(snapshot.ids(t.OBJECTIVE))
    yield Extra("parent", {row_id: _parent(snapshot, row_id) for row_id in ids})
    yield from _standing(ids, _columns([scores.objective(row_id) for row_id in ids]))


def _parent(snapshot: Snapshot, objective: int) -> str:
    """The id of the objective or key result it hangs under; empty below the mission."""
    link = parent_of(snapshot, objective)
    above = None if link is None else link.objective or link.key_result
    return "" if above is None else id_text(above)


def _of_key_results(snapshot: Snapshot, scores: Scores) -> Iterator[Extra]:
    """What the kinds declare outside of the row itself, then how the key results stand."""
    rows = list(snapshot.rows(t.KEY_RESULT))
    ids = [row.id for row in rows]
    terms = [terms_on(snapshot, row_id, scores.today) for row_id in ids]
    for name in _declared(Place.TERMS):
        yield _extra(name, ids, [getattr(held, name, None) for held in terms])
    yield _extra("due", ids, [span(snapshot, *pair)[1] for pair in zip(rows, terms, strict=True)])
    yield from _parameters(rows)
    found = _columns([scores.key_result(row_id) for row_id in ids])
    yield _extra("current", ids, found["current"])
    yield from _standing(ids, found)


def _parameters(rows: Iterable[KeyResult]) -> Iterator[Extra]:
    held = {row.id: json.loads(row.parameters) for row in rows if row.parameters != "{}"}
    for name in _declared(Place.PARAMETERS):
        yield Extra(name, {row_id: _cell(of.get(name)) for row_id, of in held.items()})


def _declared(place: Place) -> tuple[str, ...]:
    """Names of the fields of all kinds that are kept at a place, each once."""
    return tuple(dict.fromkeys(f.name for k in KINDS for f in k.fields if f.place is place))


def _columns(scores: Sequence[Score]) -> dict[str, Sequence[Any]]:
    """The scores by field, since a call a cell is slow."""
    return dict(zip(Score._fields, zip(*scores, strict=True), strict=False))


def _standing(ids: Sequence[int], scores: Mapping[str, Sequence[Any]]) -> Iterator[Extra]:
    yield _extra("progress", ids, scores["raw"])
    yield _extra("expected", ids, scores["expected"])
    yield _extra("status", ids, scores["status"])
    yield _extra("suggested_status", ids, scores["suggested"])
    yield _extra("confidence", ids, scores["confidence"])
    yield _extra("reason", ids, scores["reason"])


def _extra(name: str, ids: Sequence[int], values: Sequence[Any]) -> Extra:
    return Extra(name, dict(zip(ids, _texts(values), strict=True)))


def _texts(values: Sequence[Any]) -> Iterable[str]:
    """Each different value is converted once; amounts are not: 1.5 and 1.50 are equal."""
    if Decimal in set(map(type, values)):
        return ["" if value is None else str(value) for value in values]
    texts = {value: _cell(value) for value in set(values)}
    return map(texts.__getitem__, values)


def _cell(value: Any) -> str:
    """A plain number with a dot, an ISO date, or a word; empty for None; else JSON."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return repr(tidy(value)).removesuffix(".0")
        case Decimal() | int() | str():
            return str(value)
        case date():
            return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
