"""What an initiative can be for: the objectives of the cycle, each with its key results."""

from collections.abc import Callable
from functools import partial

from okrdesk.domain.initiative_list import aims
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.pickers.matching import Spans, found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import tr

SHOWN = 60
"""So many are shown at most; letters bring the others."""


def aim_picker(
    bridge: Bridge, ask: Ask, cycle: int | None, chosen: Callable[[int], object]
) -> Picker:
    """A picker of one of them."""
    items = list(aims(bridge.snapshot, cycle))
    snapshot = bridge.snapshot
    named = [(_title(snapshot, item), item) for item in items]

    def offer(typed: str) -> Offer:
        hits = found(typed, named)[:SHOWN]
        entries = [_entry(bridge, item, spans, chosen) for item, spans in hits]
        return Offer((Section(tr("Objectives and key results"), entries),), tr("Nothing fits."))

    return Picker(ask, tr("Find an objective or key result"), offer)


def _title(snapshot: Snapshot, item: int) -> str:
    row = snapshot.find(KEY_RESULT, item)
    return snapshot.get(OBJECTIVE, item).title if row is None else row.title


def _entry(bridge: Bridge, item: int, spans: Spans, chosen: Callable[[int], object]) -> Entry:
    snapshot = bridge.snapshot
    key_result = snapshot.find(KEY_RESULT, item)
    run, score = partial(chosen, item), bridge.scores.item(item)
    if key_result is not None:
        above = snapshot.get(OBJECTIVE, key_result.objective).title
        return Entry("gauge", key_result.title, run, spans, above).scored(score)
    row = snapshot.get(OBJECTIVE, item)
    cycle = snapshot.find(CYCLE, row.cycle)
    icon = LEVEL_ICONS[symbol_of(row, cycle)]
    detail = "" if cycle is None else cycle.name
    return Entry(icon, row.title, run, spans, detail).scored(score)
