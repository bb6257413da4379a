"""Which objective may support what."""

from typing import NamedTuple

from okrdesk.app.commands.values import refuse
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import fits_below
from okrdesk.domain.entities import Objective
from okrdesk.domain.snapshot import Snapshot

MISSION = 0
"""Stands for the mission where a command asks what an objective supports."""


class Parent(NamedTuple):
    """What a link points to; with neither, the mission."""

    objective: int | None
    key_result: int | None


def support_target(snapshot: Snapshot, supports: int) -> Parent:
    """The parent that an id stands for: MISSION or the plan's own id, or an item's."""
    if supports == MISSION or snapshot.find(t.ORGANISATION, supports):
        return Parent(None, None)
    if snapshot.find(t.OBJECTIVE, supports):
        return Parent(supports, None)
    if snapshot.find(t.KEY_RESULT, supports):
        return Parent(None, supports)
    raise refuse("What you chose is no longer in the plan. Choose again.", "supports")


def parent_objective(snapshot: Snapshot, parent: Parent) -> Objective | None:
    """The objective that is, or holds, the parent; None for the mission."""
    if parent.key_result is not None:
        return snapshot.get(t.OBJECTIVE, snapshot.get(t.KEY_RESULT, parent.key_result).objective)
    return snapshot.find(t.OBJECTIVE, parent.objective)


def require_support(snapshot: Snapshot, objective: int, parent: Parent) -> None:
    """Raises UserError when the objective may not support the parent."""
    child, above = snapshot.get(t.OBJECTIVE, objective), parent_objective(snapshot, parent)
    if above is None:
        return
    if above.id == objective or objective in _above(snapshot, above.id):
        raise refuse(
            "“{parent}” is this objective or stands below it, so this would be a circle. "
            "Choose another one.",
            "supports",
            parent=above.title,
        )
    if not fits_below(snapshot, child, above):
        raise refuse(
            "“{parent}” is not above “{title}”. An objective supports one of a higher level, or "
            "of the same level with the same or a longer horizon.",
            "supports",
            parent=above.title,
            title=child.title,
        )


def require_supports_still_fit(snapshot: Snapshot, objective: int) -> None:
    """After a change of level or cycle: raises UserError when a link no longer fits."""
    for link in snapshot.children(t.LINK, "child", objective):
        require_support(snapshot, objective, Parent(link.objective, link.key_result))
    for child, parent in supporters(snapshot, objective):
        require_support(snapshot, child, parent)


def supporters(snapshot: Snapshot, objective: int) -> list[tuple[int, Parent]]:
    """Who supports the objective or one of its key results, and where."""
    links = snapshot.children(t.LINK, "objective", objective)
    for key_result in snapshot.child_ids(t.KEY_RESULT, "objective", objective):
        links += snapshot.children(t.LINK, "key_result", key_result)
    return [(link.child, Parent(link.objective, link.key_result)) for link in links]


def _above(snapshot: Snapshot, objective: int) -> set[int]:
    """Every objective that this one supports, directly or through others."""
    found, waiting = set[int](), [objective]
    while waiting:
        for link in snapshot.children(t.LINK, "child", waiting.pop()):
            above = parent_objective(snapshot, Parent(link.objective, link.key_result))
            if above is not None and above.id not in found:
                found.add(above.id)
                waiting.append(above.id)
    return found
