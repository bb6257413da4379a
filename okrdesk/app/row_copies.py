"""Items of a plan as rows for the clipboard, and a text from there as rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from okrdesk.app.commands.terms import latest_terms
from okrdesk.app.row_words import row_words
from okrdesk.app.sentences import key_result_in
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.ids import id_text
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.scoring import Scores
from okrdesk.domain.selection import tops
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tree import children_of
from okrdesk.exchange.row_reading import read_rows
from okrdesk.exchange.rows import ItemRow, RowsRead
from okrdesk.text import Percent


def rows_in(snapshot: Snapshot, text: str, today: date, language: str = "en") -> RowsRead:
    """What a pasted text holds; ``language`` decides where the words of a sentence do not."""
    return read_rows(
        text, row_words(), lambda sentence: has_number(snapshot, sentence, today, language)
    )


def has_number(snapshot: Snapshot, sentence: str, today: date, language: str = "en") -> bool:
    """Whether the sentence holds a number to measure by; yes or no is none."""
    return key_result_in(snapshot, 0, sentence, today, language).kind not in {None, "yes_no"}


def rows_of(scores: Scores, items: Iterable[int]) -> tuple[ItemRow, ...]:
    """The items with all that stands below them; the mission stands for all below it."""
    snapshot = scores.snapshot
    given = list[int]()
    for item in items:
        whole = snapshot.find(t.ORGANISATION, item) is not None
        given += children_of(snapshot, item) if whole else [item]
    return tuple(_row(scores, item) for item in tops(snapshot, given))


def _row(scores: Scores, item: int) -> ItemRow:
    snapshot = scores.snapshot
    below = tuple(_row(scores, child) for child in children_of(snapshot, item))
    score = scores.item(item)
    progress = None if score.progress is None else str(Percent(whole_percent(score.progress)))
    shown = {"progress": progress, "status": None if score.status is None else score.status.value}
    objective = snapshot.find(t.OBJECTIVE, item)
    if objective is None:
        row = snapshot.get(t.KEY_RESULT, item)
        cells = {**_of_key_result(scores, row), **shown}
        return _item(row, below, cells)
    cells = {**_of_objective(snapshot, objective), **shown}
    return _item(objective, below, cells)


def _item(
    row: Objective | KeyResult, below: tuple[ItemRow, ...], cells: Mapping[str, str | None]
) -> ItemRow:
    filled = tuple((name, text) for name, text in cells.items() if text)
    return ItemRow(row.title, isinstance(row, KeyResult), below, filled, row.description)


def _of_objective(snapshot: Snapshot, row: Objective) -> dict[str, str | None]:
    owner, team = snapshot.find(t.PERSON, row.owner), snapshot.find(t.TEAM, row.team)
    cycle = snapshot.find(t.CYCLE, row.cycle)
    tags = snapshot.children(t.OBJECTIVE_TAG, "objective", row.id)
    return {
        "owner": owner and owner.name,
        "team": team and team.name,
        "level": row.level.value,
        "cycle": cycle and cycle.name,
        "due": _day(row.due),
        "tags": ", ".join(tag.tag for tag in tags),
    }


def _of_key_result(scores: Scores, row: KeyResult) -> dict[str, str | None]:
    snapshot, owner = scores.snapshot, scores.snapshot.find(t.PERSON, row.owner)
    terms = latest_terms(snapshot, row.id, scores.today)
    return {
        "copy_of": id_text(row.id),
        "owner": owner and owner.name,
        "start": _amount(terms.start),
        "current": _amount(scores.item(row.id).current),
        "target": _amount(terms.target),
        "unit": row.unit,
        "due": _day(terms.due),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
