"""The items of a plan as ``show --json`` prints them; other programs read this."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from okrdesk.cli.context import Picture
from okrdesk.cli.output import enum_text
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import KeyResult, Link, Objective
from okrdesk.domain.ids import id_text
from okrdesk.domain.key_results import chosen_zone, done_steps
from okrdesk.domain.readings import reading, terms_on
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tree import mission_id, walk

_WITHOUT_NUMBER = frozenset({"milestones", "rubric"})


class Item(NamedTuple):
    """One item, its fields in the order of the JSON form; None where there is none.

    ``raw``, ``progress`` and ``expected`` are ratios, 1 for 100 %. ``parent`` is the id of the
    mission, an objective or a key result.
    """

    id: str
    kind: str
    kr_kind: str | None = None
    title: str = ""
    parent: str | None = None
    cycle: str | None = None
    level: str | None = None
    team: str | None = None
    owner: str | None = None
    start: Decimal | None = None
    target: Decimal | None = None
    current: Any = None
    unit: str | None = None
    weight: float | None = None
    raw: float | None = None
    progress: float | None = None
    expected: float | None = None
    status: str | None = None
    suggested_status: str | None = None
    confidence: float | None = None
    stale: bool = False
    reason: str | None = None


class Place(NamedTuple):
    """An item's place in the printed tree."""

    depth: int
    row_id: int


def places(snapshot: Snapshot, cycle: int | None = None) -> Iterator[Place]:
    """All objectives and key results in the order of the tree, those not aligned last.

    With ``cycle`` only the objectives of that cycle with their key results, which then stand
    as deep as what is shown above them.
    """
    depths: dict[int | None, int] = {None: 0}
    for row_id, parent, _depth in walk(snapshot):
        depth = depths[parent]
        shown = row_id != mission_id(snapshot) and _is_in(snapshot, row_id, cycle)
        depths[row_id] = depth + shown
        if shown:
            yield Place(depth, row_id)


def _is_in(snapshot: Snapshot, row_id: int, cycle: int | None) -> bool:
    return cycle is None or _cycle_of(snapshot, row_id) == cycle


def _cycle_of(snapshot: Snapshot, row_id: int) -> int | None:
    key_result = snapshot.find(t.KEY_RESULT, row_id)
    objective = row_id if key_result is None else key_result.objective
    return snapshot.get(t.OBJECTIVE, objective).cycle


def mission_item(snapshot: Snapshot) -> Item:
    """The root of the tree, which has no number."""
    row = next(snapshot.rows(t.ORGANISATION))
    return Item(id_text(row.id), "mission", title=row.mission)


def item(picture: Picture, row_id: int) -> Item:
    """The objective or key result with its numbers."""
    objective = picture.snapshot.find(t.OBJECTIVE, row_id)
    if objective is not None:
        found = _objective(picture.snapshot, objective)
    else:
        found = _key_result(picture, picture.snapshot.get(t.KEY_RESULT, row_id))
    return _scored(found, picture.scores.item(row_id))


def _objective(snapshot: Snapshot, row: Objective) -> Item:
    link = parent_of(snapshot, row.id)
    return Item(
        id_text(row.id),
        "objective",
        title=row.title,
        parent=None if link is None else id_text(_above(snapshot, link)),
        weight=row.weight,
        **_belonging(snapshot, row, row.owner),
    )


def _above(snapshot: Snapshot, link: Link) -> int:
    return link.objective or link.key_result or next(iter(snapshot.ids(t.ORGANISATION)))


def _belonging(snapshot: Snapshot, objective: Objective, owner: int | None) -> dict[str, Any]:
    cycle = snapshot.find(t.CYCLE, objective.cycle)
    team, person = snapshot.find(t.TEAM, objective.team), snapshot.find(t.PERSON, owner)
    return {
        "cycle": cycle and cycle.name,
        "level": objective.level.value,
        "team": team and team.name,
        "owner": person and person.name,
    }


def _key_result(picture: Picture, row: KeyResult) -> Item:
    objective = picture.snapshot.get(t.OBJECTIVE, row.objective)
    terms = terms_on(picture.snapshot, row.id, picture.as_of)
    return Item(
        id_text(row.id),
        "key_result",
        kr_kind=row.kind,
        title=row.title,
        parent=id_text(objective.id),
        start=terms and terms.start,
        target=terms and terms.target,
        current=_chosen(picture, row),
        unit=row.unit,
        weight=row.weight,
        **_belonging(picture.snapshot, objective, row.owner or objective.owner),
    )


def _chosen(picture: Picture, row: KeyResult) -> str | int | None:
    """The zone of a rubric, or how many steps of milestones are done."""
    if row.kind not in _WITHOUT_NUMBER:
        return None
    read = reading(picture.snapshot, row.id, row, picture.as_of)
    if row.kind == "milestones":
        return len(done_steps(read))
    zone = chosen_zone(read)
    return zone and zone.title


def _scored(found: Item, score: Score) -> Item:
    return found._replace(
        current=found.current if score.current is None else score.current,
        raw=score.raw,
        progress=score.progress,
        expected=score.expected,
        status=enum_text(score.status),
        suggested_status=enum_text(score.suggested),
        confidence=score.confidence,
        stale=score.stale,
        reason=enum_text(score.reason),
    )
