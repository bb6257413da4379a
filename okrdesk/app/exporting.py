"""A plan as files for other programs: its rows, and beside them what follows from them."""

import json
from collections.abc import Callable, Iterable, Iterator
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
    yield from _standing({row_id: scores.objective(row_id) for row_id in ids})


def _parent(snapshot: Snapshot, objective: int) -> str:
    """The id of the objective or key result it hangs under; empty below the mission."""
    link = parent_of(snapshot, objective)
    above = None if link is None else link.objective or link.key_result
    return "" if above is None else id_text(above)


def _of_key_results(snapshot: Snapshot, scores: Scores) -> Iterator[Extra]:
    """What the kinds declare outside of the row itself, then how the key results stand."""
    rows = list(snapshot.rows(t.KEY_RESULT))
    terms = {row.id: terms_on(snapshot, row.id, scores.today) for row in rows}
    for name in _declared(Place.TERMS):
        yield Extra(name, {i: _cell(getattr(held, name, None)) for i, held in terms.items()})
    yield Extra("due", {row.id: _cell(span(snapshot, row, terms[row.id])[1]) for row in rows})
    yield from _parameters(rows)
    found = {row.id: scores.key_result(row.id) for row in rows}
    yield Extra("current", _cells(found, lambda score: score.current))
    yield from _standing(found)


def _parameters(rows: Iterable[KeyResult]) -> Iterator[Extra]:
    held = {row.id: json.loads(row.parameters) for row in rows if row.parameters != "{}"}
    for name in _declared(Place.PARAMETERS):
        yield Extra(name, {row_id: _cell(of.get(name)) for row_id, of in held.items()})


def _declared(place: Place) -> tuple[str, ...]:
    """Names of the fields of all kinds that are kept at a place, each once."""
    return tuple(dict.fromkeys(f.name for k in KINDS for f in k.fields if f.place is place))


def _standing(scores: dict[int, Score]) -> Iterator[Extra]:
    yield Extra("progress", _cells(scores, lambda score: score.progress))
    yield Extra("expected", _cells(scores, lambda score: score.expected))
    yield Extra("status", _cells(scores, lambda score: score.status))
    yield Extra("suggested_status", _cells(scores, lambda score: score.suggested))
    yield Extra("confidence", _cells(scores, lambda score: score.confidence))
    yield Extra("reason", _cells(scores, lambda score: score.reason))


def _cells(scores: dict[int, Score], pick: Callable[[Score], Any]) -> dict[int, str]:
    return {row_id: _cell(pick(score)) for row_id, score in scores.items()}


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
