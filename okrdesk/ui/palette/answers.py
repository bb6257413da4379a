"""What the palette answers to what was typed."""

from collections.abc import Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from okrdesk.app.finding import Found, Hit, Index, Kind, words_of
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette.doing import action_entries, made_of, ranked
from okrdesk.ui.palette.entries import Entry, Key, Section
from okrdesk.ui.palette.found import FoundEntries
from okrdesk.ui.palette.wishes import wishes
from okrdesk.ui.translation import tr

COMMANDS, PEOPLE, TEAMS = ">", "@", "#"
_OF_EACH, _SHOWN, _ACTIONS, _RECENT = 30, 40, 6, 6
_TEXTS = frozenset({Kind.NOTE, Kind.COMMENT})
_ONLY = {PEOPLE: Kind.PERSON, TEAMS: Kind.TEAM}
_WORST = 99


class Answer(NamedTuple):
    """What is shown. ``total``: how many entries there are, shown or not."""

    sections: tuple[Section, ...]
    total: int


class Answers:
    """Answers from the plan that is open on a desk; remembers what was chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._recent: list[Key] = []

    def remember(self, entry: Entry) -> None:
        """Offers the entry as recent from now on."""
        if entry.key is not None:
            others = [key for key in self._recent if key != entry.key]
            self._recent = [entry.key, *others][:_RECENT]

    def answer(self, text: str, index: Index | None) -> Answer:
        """Sections for a text; ``index`` is of the open plan, None without one."""
        prefix, wanted = text[:1], text.strip()
        if prefix == COMMANDS:
            return self._commands(words_of(text[1:]))
        if index is not None and prefix in _ONLY:
            return self._only(_ONLY[prefix], words_of(text[1:]), index)
        if not wanted:
            return self._untyped()
        return self._everything(wanted, index)

    def _untyped(self) -> Answer:
        actions = self._actions(())[1]
        first = actions[0].detail if actions else ""
        actions.sort(key=lambda entry: entry.detail == first)
        chosen = self._chosen
        hits = [] if chosen is None else [Hit(0, 0, Kind.KEY_RESULT, chosen, ())]
        return _answer(
            Section(tr("Recent"), self._recents()),
            Section(tr("Check in"), self._check_ins(hits, 1)),
            Section(tr("Actions"), actions),
        )

    def _commands(self, words: Sequence[str]) -> Answer:
        return _answer(Section(tr("Actions"), self._actions(words)[1]))

    def _only(self, kind: Kind, words: Sequence[str], index: Index) -> Answer:
        found = index.find(words, (kind,), _SHOWN)
        entries = self._entries(found.hits)
        if not words:
            entries.sort(key=lambda entry: entry.text.casefold())
        return _answer(Section(tr("Go to"), entries), found=found)

    def _everything(self, text: str, index: Index | None) -> Answer:
        words = words_of(text)
        rank, actions = self._actions(words)
        made = Section(tr("Actions"), [*actions[:_ACTIONS], *made_of(self._desk, text)])
        if index is None:
            return _answer(made)
        found = index.find(words, tuple(Kind), _OF_EACH)
        hits = sorted(found.hits, key=self._order)
        check_in = Section(tr("Check in"), self._asked_check_ins(words, hits, index))
        go_to = Section(tr("Go to"), self._entries(hits[:_SHOWN]))
        best = hits[0].rank if hits else _WORST
        order = (made, check_in, go_to) if rank < best else (check_in, go_to, made)
        return _answer(*order, found=found)

    def _order(self, hit: Hit) -> tuple[object, ...]:
        """Items before notes; of those that match alike, what belongs to the selected objective."""
        near = hit.kind is Kind.KEY_RESULT and hit.id in self._near
        return (hit.kind in _TEXTS, hit.rank, not near, hit.length)

    @property
    def _near(self) -> tuple[int, ...]:
        """The key results of the selected objective."""
        bridge, item = self._desk.bridge, self._chosen
        if bridge is None or item is None:
            return ()
        key_result = bridge.snapshot.find(KEY_RESULT, item)
        objective = item if key_result is None else key_result.objective
        return bridge.snapshot.child_ids(KEY_RESULT, "objective", objective)

    @property
    def _chosen(self) -> int | None:
        return None if self._desk.plan is None else self._desk.plan.current

    def _actions(self, words: Sequence[str]) -> tuple[int, list[Entry]]:
        """Actions and what can be done to the selected item; the rank of the best of them."""
        entries = action_entries(self._desk.every_action())
        found = ranked(words, chain(entries, wishes(self._desk)) if words else entries)
        return (found[0][0].rank if found else _WORST), [entry for _, entry in found]

    def _asked_check_ins(
        self, words: Sequence[str], hits: Sequence[Hit], index: Index
    ) -> list[Entry]:
        """The check-in of the best key result; of some of them after "check in"."""
        rest = _without(words, words_of(tr("Check in: {title}").partition(":")[0]))
        if rest and len(rest) < len(words):
            return self._check_ins(index.find(rest, (Kind.KEY_RESULT,), _OF_EACH).hits, _ACTIONS)
        return self._check_ins(hits, 1)

    def _check_ins(self, hits: Sequence[Hit], limit: int) -> list[Entry]:
        bridge, entries = self._desk.bridge, list[Entry]()
        for hit in hits if bridge is not None else ():
            if len(entries) < limit and bridge is not None and _is_key_result(bridge, hit):
                entry = FoundEntries(self._desk, bridge).check_in(hit.id, hit.spans)
                entries += [] if entry is None else [entry]
        return entries

    def _entries(self, hits: Sequence[Hit]) -> list[Entry]:
        bridge = self._desk.bridge
        return [] if bridge is None else [FoundEntries(self._desk, bridge).entry(h) for h in hits]

    def _recents(self) -> list[Entry]:
        """What was chosen last and can be chosen now."""
        actions = {entry.key: entry for entry in action_entries(self._desk.every_action())}
        entries = (actions.get(key) or self._row(*key) for key in self._recent)
        return [entry for entry in entries if entry is not None]

    def _row(self, kind: Kind | None, row_id: int | str) -> Entry | None:
        bridge = self._desk.bridge
        if bridge is None or kind is None or not isinstance(row_id, int):
            return None
        gone = bridge.snapshot.find(kind.table, row_id) is None
        return None if gone else FoundEntries(self._desk, bridge).of(kind, row_id)


def _is_key_result(bridge: Bridge, hit: Hit) -> bool:
    return hit.kind is Kind.KEY_RESULT and bridge.snapshot.find(KEY_RESULT, hit.id) is not None


def _answer(*sections: Section, found: Found | None = None) -> Answer:
    """``found``: the rows behind "Go to", of which not all are shown."""
    shown = [section for section in sections if found is None or section.title != tr("Go to")]
    count = sum(len(section.entries) for section in shown)
    return Answer(sections, count + (0 if found is None else found.total))


def _without(words: Sequence[str], phrase: Sequence[str]) -> tuple[str, ...]:
    """The words without those at their front that begin like the phrase."""
    pairs = takewhile(lambda pair: pair[1].startswith(pair[0]), zip(words, phrase, strict=False))
    return tuple(words[len(list(pairs)) :])
