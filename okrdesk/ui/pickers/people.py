"""The people picker: type to find or create (ux.md O6)."""

from collections.abc import Callable, Collection
from functools import partial

from okrdesk.domain.tables import PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.pickers.matching import found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import tr

Chosen = Callable[[int | str | None], object]
"""Gets a person's id, the name of a new one, or None for nobody."""


def people_picker(
    bridge: Bridge,
    ask: Ask,
    chosen: Chosen,
    *,
    now: Collection[int | None] = (),
    may_be_nobody: bool = True,
) -> Picker:
    """A picker of one person, or nobody; ``now``: who it is at present, marked in the list."""
    return Picker(
        ask,
        tr("Find a person, or write a new name"),
        lambda typed: _offer(bridge, typed, chosen, now if may_be_nobody else {*now, None}),
    )


def _offer(bridge: Bridge, typed: str, chosen: Chosen, now: Collection[int | None]) -> Offer:
    rows = [row for row in bridge.snapshot.sorted_rows(PERSON) if row.active or row.id in now]
    people = [
        Entry(
            "check" if row.id in now else "circle-user",
            row.name,
            partial(chosen, row.id),
            spans,
            tr("Owner now") if row.id in now else "",
            tint="accent" if row.id in now else "text-2",
        )
        for row, spans in found(typed, [(row.name, row) for row in rows])
    ]
    name = typed.strip().lstrip("@")
    known = any(row.name.casefold() == name.casefold() for row in rows)
    further = []
    if name and not known:
        words = tr("New person “{name}”").replace("{name}", name)
        further.append(Entry("plus", words, partial(chosen, name)))
    if not name and None not in now:
        further.append(Entry("x", tr("No owner"), partial(chosen, None)))
    hint = tr("Nobody is in this plan yet. Write a name to add somebody.")
    return Offer((Section(tr("People"), people), Section(tr("Or"), further)), hint)
