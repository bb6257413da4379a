"""What can be done to the selected item in words: "set status behind", "owner amara"."""

from collections.abc import Iterator
from functools import partial

from okrdesk.app import commands
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON
from okrdesk.domain.words import CycleState, Status
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import tr

_CHOICES = (Status.ON_TRACK, Status.BEHIND, Status.AT_RISK)


def wishes(desk: Desk) -> Iterator[Entry]:
    """Every status, owner and cycle that the selected item could have, where it can change."""
    bridge, plan = desk.bridge, desk.plan
    if bridge is None or plan is None:
        return
    snapshot, item = bridge.snapshot, plan.current
    objective, key_result = snapshot.find(OBJECTIVE, item), snapshot.find(KEY_RESULT, item)
    row = objective or key_result
    if row is None or bridge.read_only:
        return
    yield from _statuses(bridge, row.id, row.title)
    yield from _owners(bridge, row.id, row.title)
    if objective is not None:
        yield from _cycles(bridge, objective.id, objective.title)


def _statuses(bridge: Bridge, item: int, title: str) -> Iterator[Entry]:
    words = tr("Set status {status}")
    for status in _CHOICES:
        text = words.format(status=status_word(status))
        run = partial(_set_status, bridge, item, status)
        yield Entry("circle-dot", text, run, detail=title, status=status)
    run = partial(_set_status, bridge, item, None)
    yield Entry("circle-dot", tr("Set status as suggested"), run, detail=title)


def _owners(bridge: Bridge, item: int, title: str) -> Iterator[Entry]:
    words, owned = tr("Owner {name}"), bridge.snapshot.find(OBJECTIVE, item) is not None
    change = commands.change_objective if owned else commands.change_key_result
    for person in bridge.snapshot.sorted_rows(PERSON):
        if person.active:
            run = partial(bridge.attempt, change, item, owner=person.id)
            yield Entry("circle-user", words.format(name=person.name), run, detail=title)


def _cycles(bridge: Bridge, objective: int, title: str) -> Iterator[Entry]:
    words, now = tr("Move to {cycle}"), bridge.snapshot.get(OBJECTIVE, objective).cycle
    for cycle in bridge.snapshot.sorted_rows(CYCLE):
        if cycle.id != now and cycle.state is not CycleState.CLOSED:
            run = partial(
                bridge.attempt, commands.move_to_cycle, (objective,), cycle.id, keep_values=True
            )
            yield Entry("calendar", words.format(cycle=cycle.name), run, detail=title)


def _set_status(bridge: Bridge, item: int, status: Status | None) -> None:
    bridge.attempt(commands.set_status, item, status)
