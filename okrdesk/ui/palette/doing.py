"""Actions of the program as entries of the palette, and what can be made of the words typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from okrdesk.app import commands
from okrdesk.app.finding import Match, Span, folded, matched
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette import going
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.palette.quoting import clipped
from okrdesk.ui.translation import language_code, tr

OWN_ACTION = "palette"
"""The action that opens the palette is not offered in it."""
CREATE, FILTER = "new_key_result", "filter"
"""The actions whose shortcuts make something of the words typed."""

_ARROWS = {"Up": "↑", "Down": "↓"}
_MNEMONIC = re.compile("&(.)")


def action_entries(actions: Iterable[QAction]) -> Iterator[Entry]:
    """The actions that can be done now, those with a menu named as their detail."""
    for action in actions:
        name = action.objectName()
        if name and name != OWN_ACTION and action.isEnabled() and action.isVisible():
            yield Entry(
                action.icon(),
                _plain(action.text()),
                action.trigger,
                detail=_plain(str(action.property("menu") or "")),
                keys=native(action.shortcut()),
                key=(None, name),
            )


def ranked(words: Sequence[str], entries: Iterable[Entry]) -> list[tuple[Match, Entry]]:
    """The entries that hold the words in text or detail, best first, with what matched.

    No words: all of them as they come.
    """
    found = []
    for entry in entries:
        match = matched(words, folded(f"{entry.text} {entry.detail}"))
        if match is not None:
            found.append((match, entry._replace(spans=clipped(match.spans, len(entry.text)))))
    if words:
        found.sort(key=lambda pair: (pair[0].rank, len(pair[1].text)))
    return found


def made_of(desk: Desk, text: str) -> Iterator[Entry]:
    """What can be made of the words typed: a key result or an objective, and a filter."""
    if desk.bridge is None or not text:
        return
    if not desk.bridge.read_only:
        yield _new_item(desk, text)
    run = partial(going.filter_tree, desk, text)
    entry = Entry("list-filter", "", run, keys=keys_of(desk, FILTER))
    yield _named(tr("Filter the tree by “{text}”"), text, entry)


def _new_item(desk: Desk, text: str) -> Entry:
    """A key result in the selected objective; an objective where none is selected."""
    objective, keys = _selected_objective(desk), keys_of(desk, CREATE)
    if objective is None:
        entry = Entry("plus", "", partial(_new_objective, desk, text), keys=keys)
        return _named(tr("New objective named “{text}”"), text, entry)
    where = tr("In the selected objective")
    run = partial(_new_key_result, desk, objective, text)
    entry = Entry("plus", "", run, detail=where, keys=keys)
    return _named(tr("New key result named “{text}”"), text, entry)


def keys_of(desk: Desk, action_id: str) -> str:
    """The first shortcut of an action, as the system writes it."""
    return native(desk.action(action_id).shortcut())


def pressed_keys(desk: Desk, action_id: str) -> list[str]:
    """All shortcuts of an action as events name them; both Enter keys alike."""
    given = [keys.toString() for keys in desk.action(action_id).shortcuts()]
    return [*given, *(keys.replace("Enter", "Num+Enter") for keys in given)]


def native(keys: str | QKeySequence) -> str:
    """A shortcut as the system writes it, ``⌘F`` or ``Ctrl+F``; both Enter keys alike.

    The arrow keys are arrows.
    """
    if keys in _ARROWS:
        return _ARROWS[str(keys)]
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", "Enter")


def _named(words: str, text: str, entry: Entry) -> Entry:
    start = words.index("{text}")
    spans = (Span(start, start + len(text)),)
    return entry._replace(text=words.replace("{text}", text), spans=spans)


def _plain(text: str) -> str:
    """A menu's text without the marks of its keys."""
    return _MNEMONIC.sub(r"\1", text)


def _selected_objective(desk: Desk) -> int | None:
    if desk.bridge is None or desk.plan is None:
        return None
    snapshot, item = desk.bridge.snapshot, desk.plan.current
    key_result = snapshot.find(KEY_RESULT, item)
    if key_result is not None:
        return key_result.objective
    return None if snapshot.find(OBJECTIVE, item) is None else item


def _new_key_result(desk: Desk, objective: int, text: str) -> None:
    if desk.bridge is not None:
        language = language_code()
        written = desk.bridge.attempt(commands.write_key_result, objective, text, language=language)
        going.go(desk, written)


def _new_objective(desk: Desk, text: str) -> None:
    if desk.bridge is not None and desk.view is not None:
        cycle = desk.view.scope.cycle_of_new
        going.go(desk, desk.bridge.attempt(commands.write_objective, text, cycle=cycle))
