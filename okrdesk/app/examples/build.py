"""Writes an example into a plan file, as if its people had worked with it day by day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from okrdesk.app.examples.event import Event, Ids, as_command, in_order
from okrdesk.app.examples.plans import link_events, objective_events
from okrdesk.app.examples.source import Record, cycle_names, read_example
from okrdesk.app.examples.statements import cycle_events, kpi_events, statement_events
from okrdesk.app.examples.weeks import check_in_events, closing_events, tick_events, word_events
from okrdesk.domain.changes import ChangeSet, squash
from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import new_id
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import ORGANISATION
from okrdesk.storage.journal import Origin
from okrdesk.storage.new_plan import write_lived_plan
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

EXAMPLES = ("marigold", "personal")
"""The names of the examples: a company with seven people, and one person's own plan."""

_NINE = time(9, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 1910, 2190


def write_example(path: Path, example: str, today: date) -> None:
    """Makes the file ``path`` with the example, in which ``today`` is a day of week 7.

    The same day gives the same rows with the same ids and the same journal, which is the floor
    of undo. Raises UserError when there is such a file already, or it cannot be written.
    """
    if not _FIRST_YEAR <= today.year <= _LAST_YEAR:
        years = {"first": str(_FIRST_YEAR), "last": str(_LAST_YEAR)}
        raise UserError(Message("Use a date between {first} and {last}.", years))
    write_lived_plan(path, _steps(read_example(example, today), Random(example), today))  # noqa: S311  # ids that repeat, not secrets


def all_events(plan: Record, today: date) -> list[Event]:
    """All that happens in the example, in no order."""
    return [
        *statement_events(plan),
        *cycle_events(plan, cycle_names(today)),
        *kpi_events(plan),
        *objective_events(plan),
        *link_events(plan),
        *check_in_events(plan),
        *tick_events(plan),
        *word_events(plan),
        *closing_events(plan),
    ]


def _steps(plan: Record, random: Random, today: date) -> Iterator[tuple[ChangeSet, Origin]]:
    """Everything in its order, under a clock of its own: a minute for each step of a day."""

    def fresh_id() -> int:
        return new_id(random.getrandbits)

    snapshot, ids, moment = Snapshot(), Ids(), datetime.min.replace(tzinfo=UTC)
    for first, group in [_beginning(plan), *in_order(all_events(plan, today))]:
        moment = max(moment, datetime.combine(first.day, _NINE)) + timedelta(minutes=1)
        author = ids.get(f"person:{first.author}")
        tx = Transaction(
            snapshot,
            lambda _: None,
            new_id=fresh_id,
            now=moment,
            today=first.day,
            author=author,
        )
        as_command(group)(tx, ids)
        snapshot = tx.snapshot
        changes = ChangeSet(first.label, squash(tx.changes), author, tx.entered)
        yield changes, Origin(first.day, moment)


def _beginning(plan: Record) -> tuple[Event, list[Event]]:
    """The step that makes the plan, before anybody is in it."""
    first = plan["organisation"]

    def make(tx: Transaction, _ids: Ids) -> None:
        tx.insert(ORGANISATION, Organisation(tx.new_id(), first["name"]))

    event = Event(first["made"], 0, "", Message("New plan"), make)
    return event, [event]
