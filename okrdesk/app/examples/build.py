"""Writes an example into a plan file, as if its people had worked with it day by day."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from okrdesk.app.examples.event import Event, Ids, as_command, in_order
from okrdesk.app.examples.plans import link_events, objective_events
from okrdesk.app.examples.source import Record, cycle_names, read_example
from okrdesk.app.examples.statements import cycle_events, kpi_events, statement_events
from okrdesk.app.examples.weeks import check_in_events, closing_events, tick_events, word_events
from okrdesk.domain.entities import Organisation
from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import new_id
from okrdesk.storage.store import Store, create
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
    plan = read_example(example, today)
    random = Random(example)  # noqa: S311  # ids that repeat, not secrets
    first = plan["organisation"]
    organisation = Organisation(new_id(random.getrandbits), first["name"])
    day = first["made"]
    store = create(path, organisation, now=datetime.combine(day, _NINE), today=day)
    try:
        _live(store, random, all_events(plan, today))
        store.set_undo_floor()
    finally:
        store.close()


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


def _live(store: Store, random: Random, events: list[Event]) -> None:
    """Does everything in its order, under a clock of its own: a minute for each step of a day."""
    snapshot, ids, moment = store.load(), Ids(), datetime.min.replace(tzinfo=UTC)
    for first, group in in_order(events):
        moment = max(moment, datetime.combine(first.day, _NINE)) + timedelta(minutes=1)
        transaction = store.transaction(
            snapshot,
            first.label,
            author=ids.get(f"person:{first.author}"),
            now=moment,
            today=first.day,
            new_id=lambda: new_id(random.getrandbits),
        )
        with transaction as tx:
            as_command(group)(tx, ids)
        snapshot = tx.snapshot
