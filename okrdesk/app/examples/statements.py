"""The first day of an example: the organisation, its people, cycles and KPIs."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from okrdesk.app import commands as c
from okrdesk.app.examples.event import Event, Ids
from okrdesk.app.examples.source import Record
from okrdesk.storage.transaction import Transaction

_FIRST, _CYCLES, _KPIS, _VALUES = range(4)
_ORGANISATION_FIELDS = ("name", "mission", "vision", "currency", "solo")
_ENTRY_DELAY = timedelta(days=3)
"""A monthly value is known this long after the month."""


def statement_events(plan: Record) -> Iterator[Event]:
    """The organisation, its values, teams and people, all on the first day."""
    first = plan["organisation"]
    made = partial(Event, first["made"], _FIRST, first["author"])
    yield made(c.set_organisation.label, partial(_organisation, first))
    for record in plan.get("value", ()):
        yield made(c.add_value.label, partial(_value, record))
    for record in plan.get("team", ()):
        yield made(c.create_team.label, partial(_team, record))
    for record in plan["person"]:
        yield made(c.create_person.label, partial(_person, record))


def _organisation(record: Record, tx: Transaction, _ids: Ids) -> None:
    fields = {name: record[name] for name in _ORGANISATION_FIELDS if name in record}
    c.set_organisation(tx, **fields)


def _value(record: Record, tx: Transaction, ids: Ids) -> None:
    ids[f"value:{record['title']}"] = c.add_value(tx, record["title"], record["description"])


def _team(record: Record, tx: Transaction, ids: Ids) -> None:
    ids[f"team:{record['name']}"] = c.create_team(
        tx, record["name"], kind=record["kind"], colour=record["colour"]
    )


def _person(record: Record, tx: Transaction, ids: Ids) -> None:
    """The author of the first day is made with the plan."""
    teams = [ids[f"team:{name}"] for name in record["teams"]]
    fields: dict[str, Any] = {"initials": record["initials"], "colour": record["colour"]}
    key = f"person:{record['name']}"
    ids[key] = c.create_person(tx, record["name"], teams=teams, **fields)


def cycle_events(plan: Record, names: dict[str, str]) -> Iterator[Event]:
    """Each cycle on the day on which it was planned; closed ones are closed later."""
    author = plan["organisation"]["author"]
    for record in plan["cycle"]:
        name = names[record["key"]]
        make = partial(_cycle, record, name)
        yield Event(record["made"], _CYCLES, author, c.create_cycle.label, make)


def _cycle(record: Record, name: str, tx: Transaction, ids: Ids) -> None:
    ids[f"cycle:{record['key']}"] = c.create_cycle(
        tx,
        name,
        record["horizon"],
        record["start"],
        record["end"],
        narrative=record["narrative"],
        rhythm=record.get("rhythm"),
        check_in_day=record["check_ins"][-1].weekday(),
    )


def kpi_events(plan: Record) -> Iterator[Event]:
    """The KPIs with the values before the plan began, and each later value when it was known."""
    made = plan["organisation"]["made"]
    for record in plan.get("kpi", ()):
        yield Event(made, _KPIS, record["owner"], c.create_kpi.label, partial(_kpi, record))
        delay = timedelta() if record.get("rhythm") == "weekly" else _ENTRY_DELAY
        for day, value in zip(_kpi_days(plan, record), record["values"], strict=True):
            enter = partial(_kpi_value, record["key"], day, value)
            on = max(made, day + delay)
            yield Event(on, _VALUES, record["owner"], c.record_kpi_value.label, enter)


def _kpi_days(plan: Record, record: Record) -> list[date]:
    days = plan["kpi_days"]
    if record.get("rhythm") != "weekly":
        return list(days["monthly"])
    weekly = days["weekly"]
    return [weekly["first"] + timedelta(weeks=week) for week in range(weekly["count"])]


_NOT_FIELDS = frozenset({"key", "values", "targets", "owner", "team"})


def _kpi(record: Record, tx: Transaction, ids: Ids) -> None:
    fields = {name: value for name, value in record.items() if name not in _NOT_FIELDS}
    team = ids[f"team:{record['team']}"] if "team" in record else None
    kpi = c.create_kpi(tx, **fields, owner=ids[f"person:{record['owner']}"], team=team)
    for start, target in record.get("targets", ()):
        c.set_kpi_target(tx, kpi, start, target=target)
    ids[f"kpi:{record['key']}"] = kpi


def _kpi_value(key: str, day: date, value: object, tx: Transaction, ids: Ids) -> None:
    c.record_kpi_value(tx, ids[f"kpi:{key}"], value, on=day)
