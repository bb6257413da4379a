"""Link to…: what objectives support, or support beside their place in the tree (ux.md D4)."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from okrdesk.app.commands import MISSION
from okrdesk.app.support_choices import Nearness, SupportChoices
from okrdesk.domain.alignment import parent_of
from okrdesk.domain.entities import Objective
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.palette.quoting import joined
from okrdesk.ui.pickers.matching import Spans, found
from okrdesk.ui.pickers.picker import Ask, Offer, Picker
from okrdesk.ui.translation import said, tr

SHOWN = 60
"""So many of a section are shown at most; letters bring the others."""

Chosen = Callable[[int | None], object]
"""Gets what is to be supported: an item, MISSION, or None for nothing."""


def link_picker(
    bridge: Bridge,
    ask: Ask,
    objectives: Sequence[int],
    chosen: Chosen,
    *,
    further: bool = False,
) -> Picker:
    """A picker of what the objectives support; ``further``: beside their place in the tree."""
    offers = _Offers(bridge, objectives, chosen, further=further)
    return Picker(ask, tr("Find an objective or key result"), offers.offer)


class _Offers:
    """Reads the plan once, and answers to the letters."""

    def __init__(
        self, bridge: Bridge, objectives: Sequence[int], chosen: Chosen, *, further: bool
    ) -> None:
        self._bridge, self._snapshot = bridge, bridge.snapshot
        self._objectives, self._chosen, self._further = objectives, chosen, further
        self._choices = SupportChoices(bridge.snapshot, objectives)
        self._groups = self._choices.objectives()
        rows = (self._snapshot.get(KEY_RESULT, item) for item in self._choices.key_results())
        self._key_results = [(row.title, row.id) for row in rows]

    def offer(self, typed: str) -> Offer:
        """Objectives by their nearness; with letters the key results, too."""
        titles = {
            Nearness.ONE_UP: tr("One level up"),
            Nearness.HIGHER: tr("Higher up"),
            Nearness.BESIDE: tr("On the same level"),
        }
        sections = [
            Section(title, self._entries(typed, self._groups[near]))
            for near, title in titles.items()
        ]
        if typed.strip():
            hits = found(typed, self._key_results)[:SHOWN]
            entries = [self._key_result(item, spans) for item, spans in hits]
            sections.append(Section(tr("Key results"), entries))
        elif not self._further:
            sections.append(Section(tr("Or"), list(self._places())))
        none = not any(self._groups.values())
        hint = said(self._choices.why_none()) if none else tr("Nothing that can be supported fits.")
        return Offer(sections, hint)

    def _entries(self, typed: str, rows: Iterable[Objective]) -> list[Entry]:
        hits = found(typed, [(row.title, row) for row in rows])[:SHOWN]
        return [self._objective(row, spans) for row, spans in hits]

    def _objective(self, row: Objective, spans: Spans) -> Entry:
        cycle = self._snapshot.find(CYCLE, row.cycle)
        team, owner = self._snapshot.find(TEAM, row.team), self._snapshot.find(PERSON, row.owner)
        whose = team.name if team else owner.name if owner else ""
        detail = joined(cycle.name if cycle else "", whose)
        icon = LEVEL_ICONS[symbol_of(row, cycle)]
        entry = Entry(icon, row.title, partial(self._chosen, row.id), spans, detail)
        return entry.scored(self._bridge.scores.item(row.id))

    def _key_result(self, item: int, spans: Spans) -> Entry:
        row = self._snapshot.get(KEY_RESULT, item)
        above = self._snapshot.get(OBJECTIVE, row.objective).title
        entry = Entry("gauge", row.title, partial(self._chosen, item), spans, above)
        return entry.scored(self._bridge.scores.item(item))

    def _places(self) -> Iterable[Entry]:
        """The mission, and no place at all, where they are not what they are already."""
        links = [parent_of(self._snapshot, objective) for objective in self._objectives]
        top = [
            link is not None and link.objective is None and link.key_result is None
            for link in links
        ]
        if not all(top):
            yield Entry("compass", tr("The mission"), partial(self._chosen, MISSION))
        if any(links):
            yield Entry("unlink", tr("Nothing: not aligned"), partial(self._chosen, None))
