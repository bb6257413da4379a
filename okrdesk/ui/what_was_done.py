"""Sentences about many items: how many there are, and what was done with them."""

from collections.abc import Iterable, Sequence

from okrdesk.app.commands import Deleted
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.translation import said

LONGEST = 48
"""So many letters of a title stand in a sentence."""


def number_of(snapshot: Snapshot, items: Iterable[int]) -> tuple[int, int]:
    """How many objectives and how many key results the items are."""
    kinds = [snapshot.find(OBJECTIVE, item) is not None for item in items]
    return kinds.count(True), kinds.count(False)


def items_message(objectives: int, key_results: int) -> Message:
    """``3 objectives``, ``6 key results`` or ``3 objectives and 6 key results``."""
    one = Message("%n objective(s)", count=objectives)
    other = Message("%n key result(s)", count=key_results)
    if objectives and key_results:
        return Message("{objectives} and {key_results}", {"objectives": one, "key_results": other})
    return one if objectives else other


def counted(snapshot: Snapshot, items: Iterable[int]) -> str:
    """What the items are, in words."""
    return said(items_message(*number_of(snapshot, items)))


def about(sentence: Message, snapshot: Snapshot, items: Sequence[int]) -> str:
    """A sentence with ``{items}`` in it: a title, or how many there are."""
    what: object = items_message(*number_of(snapshot, items))
    if len(items) == 1:
        row = snapshot.find(OBJECTIVE, items[0])
        title = snapshot.get(KEY_RESULT, items[0]).title if row is None else row.title
        what = f"“{title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + '…'}”"
    return said(Message(sentence.text, {**sentence.arguments, "items": what}))


def status_set(snapshot: Snapshot, items: Sequence[int], status: Status | None) -> str:
    """What the toast says after a status was set or given back to the rule."""
    if status is None:
        return about(Message("The rule decides the status of {items}"), snapshot, items)
    return about(Message("Status set for {items}"), snapshot, items)


def deleted(gone: Deleted) -> str:
    """``3 objectives deleted, with 9 key results``."""
    below = Message("%n key result(s)", count=gone.key_results)
    if gone.objectives == 0:
        if gone.key_results == 1:
            return said(Message("Key result deleted"))
        return said(Message("{items} deleted", {"items": below}))
    one = gone.objectives == 1
    if gone.key_results == 0:
        objectives = Message("%n objective(s)", count=gone.objectives)
        return said(
            Message("Objective deleted")
            if one
            else Message("{items} deleted", {"items": objectives})
        )
    if one:
        return said(Message("Objective deleted, with %n key result(s)", count=gone.key_results))
    objectives = Message("%n objective(s)", count=gone.objectives)
    return said(
        Message(
            "{objectives} deleted, with {key_results}",
            {"objectives": objectives, "key_results": below},
        )
    )


def added(objectives: int, key_results: int) -> str:
    """``7 objectives and 21 key results added``."""
    return said(Message("{items} added", {"items": items_message(objectives, key_results)}))
