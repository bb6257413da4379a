"""The tags of one or many objectives: each Enter gives or takes one."""

from collections.abc import Callable, Sequence
from functools import partial

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import OBJECTIVE_TAG
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.pickers.matching import found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import said, tr

Change = Callable[[str, bool], object]
"""Gets a tag, and whether all shall have it."""


def tag_picker(
    bridge: Bridge,
    ask: Ask,
    objectives: Sequence[int],
    change: Change,
) -> Picker:
    """A picker that stays open; tags that all objectives have are marked."""
    return Picker(
        ask,
        tr("Find a tag, or write a new one"),
        lambda typed: _offer(bridge.snapshot, typed, objectives, change),
        stays=True,
    )


def tags_of(snapshot: Snapshot, objectives: Sequence[int]) -> dict[str, int]:
    """Every tag of the plan in order, with how many of the objectives have it."""
    chosen, counts = set(objectives), dict[str, int]()
    for row in sorted(snapshot.rows(OBJECTIVE_TAG), key=lambda row: row.tag.casefold()):
        counts[row.tag] = counts.get(row.tag, 0) + (row.objective in chosen)
    return counts


def _offer(snapshot: Snapshot, typed: str, objectives: Sequence[int], change: Change) -> Offer:
    counts = tags_of(snapshot, objectives)
    name = typed.strip().lstrip("#").strip()
    entries = []
    for tag, spans in found(name, [(tag, tag) for tag in counts]):
        every = counts[tag] == len(objectives)
        some = "" if every or not counts[tag] else said(Message("on %n of them", count=counts[tag]))
        icon = "check" if every else "minus" if counts[tag] else "tag"
        run = partial(change, tag, not every)
        entries.append(
            Entry(icon, tag, run, spans, some, tint="accent" if counts[tag] else "text-2")
        )
    given, new = True, []
    if name and not any(tag.casefold() == name.casefold() for tag in counts):
        words = tr("New tag “{name}”").replace("{name}", name)
        new.append(
            Entry("plus", words, partial(change, name, given))
        )  # goes through a plain callable
    hint = tr("There are no tags yet. Write one to begin.")
    return Offer((Section(tr("Tags"), entries), Section(tr("Or"), new)), hint)
