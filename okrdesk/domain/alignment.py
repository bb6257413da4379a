"""What supports what: the links between objectives, key results and the mission."""

from collections.abc import Iterator

from okrdesk.domain.entities import Link, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE
from okrdesk.domain.words import Horizon, Level

_LEVELS = {level: rank for rank, level in enumerate(Level)}
_HORIZONS = {horizon: rank for rank, horizon in enumerate(Horizon)}


def links_of(snapshot: Snapshot, objective: int) -> list[Link]:
    """All links by which the objective supports something."""
    return snapshot.children(LINK, "child", objective)


def parent_of(snapshot: Snapshot, objective: int) -> Link | None:
    """The link that is the objective's one place in the tree, or None: not aligned."""
    return next((link for link in links_of(snapshot, objective) if link.primary), None)


def links_to(snapshot: Snapshot, item: int) -> list[Link]:
    """All links that end at an objective or a key result."""
    field = "objective" if snapshot.find(OBJECTIVE, item) else "key_result"
    return snapshot.children(LINK, field, item)


def supporters(snapshot: Snapshot, item: int) -> list[Objective]:
    """The objectives whose place is under this objective or key result."""
    links = links_to(snapshot, item)
    return [snapshot.get(OBJECTIVE, link.child) for link in links if link.primary]


def target_objective(snapshot: Snapshot, link: Link) -> int | None:
    """The objective at the upper end of a link: itself, or its key result's; None: mission."""
    if link.objective is not None:
        return link.objective
    key_result = snapshot.find(KEY_RESULT, link.key_result)
    return None if key_result is None else key_result.objective


def top_objectives(snapshot: Snapshot) -> list[Objective]:
    """The objectives right under the mission, in order."""
    links = [
        link
        for link in snapshot.rows(LINK)
        if link.primary and link.objective is None and link.key_result is None
    ]
    return [snapshot.get(OBJECTIVE, link.child) for link in sorted(links, key=LINK.sort_key)]


def unaligned(snapshot: Snapshot) -> list[Objective]:
    """The objectives without a place under anything, in order."""
    loose = [o for o in snapshot.rows(OBJECTIVE) if parent_of(snapshot, o.id) is None]
    return sorted(loose, key=OBJECTIVE.sort_key)


def ancestors(snapshot: Snapshot, objective: int) -> Iterator[Objective]:
    """The objectives above this one by its place in the tree, nearest first.

    Ends where a damaged plan runs in a circle.
    """
    seen = {objective}
    link = parent_of(snapshot, objective)
    while link is not None:
        above = target_objective(snapshot, link)
        if above is None or above in seen:
            return
        seen.add(above)
        yield snapshot.get(OBJECTIVE, above)
        link = parent_of(snapshot, above)


def fits_below(snapshot: Snapshot, child: Objective, parent: Objective) -> bool:
    """Whether the parent is of a higher level, or of the same with no shorter horizon."""
    if _LEVELS[parent.level] != _LEVELS[child.level]:
        return _LEVELS[parent.level] < _LEVELS[child.level]
    above, below = (_horizon_rank(snapshot, objective) for objective in (parent, child))
    return above is None or below is None or above <= below


def _horizon_rank(snapshot: Snapshot, objective: Objective) -> int | None:
    cycle = snapshot.find(CYCLE, objective.cycle)
    return None if cycle is None or cycle.horizon is Horizon.CUSTOM else _HORIZONS[cycle.horizon]
