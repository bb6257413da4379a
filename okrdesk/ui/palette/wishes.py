"""What can be done to the selected items in words: "set status behind", "owner amara"."""

from collections.abc import Iterator, Sequence
from functools import partial

from okrdesk.app import commands
from okrdesk.domain.tables import CYCLE, OBJECTIVE, PERSON
from okrdesk.domain.words import CycleState, Status
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.palette.found import title_of
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import said, tr

_CHOICES = (Status.ON_TRACK, Status.BEHIND, Status.AT_RISK)


def wishes(desk: Desk) -> Iterator[Entry]:
    """Every status, owner and cycle that the selected items could have, where they can change."""
    bridge, plan = desk.bridge, desk.plan
    items = [] if plan is None else plan.chosen
    if bridge is None or bridge.read_only or not items:
        return
    what = _what(bridge, items)
    for entry in (*_statuses(bridge, items), *_owners(bridge, items), *_cycles(bridge, items)):
        yield entry._replace(detail=what)


def _what(bridge: Bridge, items: Sequence[int]) -> str:
    if len(items) == 1:
        return title_of(bridge.snapshot, items[0])
    return said(Message("%n selected item(s)", count=len(items)))


def _statuses(bridge: Bridge, items: Sequence[int]) -> Iterator[Entry]:
    words = tr("Set status {status}")
    for status in _CHOICES:
        text = words.format(status=status_word(status))
        yield Entry("", text, partial(_set_status, bridge, items, status), status=status)
    run = partial(_set_status, bridge, items, None)
    yield Entry("circle-dot", tr("Set status as suggested"), run)


def _owners(bridge: Bridge, items: Sequence[int]) -> Iterator[Entry]:
    words = tr("Owner {name}")
    for person in bridge.snapshot.sorted_rows(PERSON):
        if person.active:
            run = partial(bridge.attempt, commands.give_owner, items, person.id)
            yield Entry("circle-user", words.format(name=person.name), run)


def _cycles(bridge: Bridge, items: Sequence[int]) -> Iterator[Entry]:
    words = tr("Move to {cycle}")
    found = (bridge.snapshot.find(OBJECTIVE, item) for item in items)
    rows = [row for row in found if row is not None]
    objectives = [row.id for row in rows]
    for cycle in bridge.snapshot.sorted_rows(CYCLE):
        if cycle.state is not CycleState.CLOSED and any(row.cycle != cycle.id for row in rows):
            run = partial(
                bridge.attempt, commands.move_to_cycle, objectives, cycle.id, keep_values=True
            )
            yield Entry("calendar", words.format(cycle=cycle.name), run)


def _set_status(bridge: Bridge, items: Sequence[int], status: Status | None) -> None:
    bridge.attempt(commands.set_statuses, items, status)
