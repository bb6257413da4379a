"""What happens in an example's history: dated steps, each done by a person through a command."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from okrdesk.app.commands.command import Command
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message


class Ids(dict[str, int]):
    """Row ids by what the example calls the row, such as ``cycle:q3``."""


Step = Callable[[Transaction, Ids], None]


class Event(NamedTuple):
    """One step. Those of a day happen in the order of ``rank``, then as they were found."""

    day: date
    rank: int
    author: str
    label: Message
    apply: Step


def in_order(events: Iterable[Event]) -> list[tuple[Event, list[Event]]]:
    """The events in time; what one person did of one sort on one day is one step of history."""
    ordered = sorted(events, key=lambda event: (event.day, event.rank))
    groups = [list(group) for _, group in groupby(ordered, key=_occasion)]
    return [(group[0], group) for group in groups]


def _occasion(event: Event) -> tuple[date, int, str, str]:
    return event.day, event.rank, event.author, event.label.text


def as_command(events: list[Event]) -> Command[[Ids], None]:
    """One command that does them all."""

    def apply_all(tx: Transaction, ids: Ids) -> None:
        for event in events:
            event.apply(tx, ids)

    return Command(events[0].label, apply_all)
