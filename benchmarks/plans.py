"""Plans of a given size, made row by row from a seed."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrdesk.app.clock import SetClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain import entities as e
from okrdesk.domain.ids import new_id
from okrdesk.domain.tables import TABLE_BY_NAME
from okrdesk.domain.words import Horizon, Level
from okrdesk.storage.rows import to_sql

TODAY = date(2026, 8, 17)
CHECK_INS = 5
_KEY_RESULTS = 4
"""Key results of each objective."""
_TEAMS = 20
_WORDS = ("survey", "store", "customer", "training", "order", "visit", "review", "support")


CLOCK = SetClock(datetime(2026, 8, 17, 9, tzinfo=UTC))


def write(path: Path, items: int, weeks: int = CHECK_INS) -> Path:
    """Makes a plan file of that size; rows go in by hand, since 600,000 commands take minutes.

    ``weeks``: for so many each key result has a check-in.
    """
    Workspace.create(path, "Benchmark", clock=CLOCK).close()
    connection = sqlite3.connect(path)
    for name, of_table in rows(items, weeks=weeks).items():
        if name != "organisation":
            table = TABLE_BY_NAME[name]
            marks = ", ".join("?" * len(table.fields))
            lines = [to_sql(table, row) for row in of_table]
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', lines)
    connection.commit()
    connection.close()
    return path


class _Maker:
    """Draws ids and words from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def id(self) -> int:
        return new_id(self.random.getrandbits)

    def title(self, number: int) -> str:
        return f"{self.random.choice(_WORDS)} {self.random.choice(_WORDS)} {number}"


def rows(items: int, seed: int = 1, weeks: int = CHECK_INS) -> dict[str, list[Any]]:
    """Rows by table for a plan of ``items`` objectives and key results together.

    A tree four levels deep, four key results an objective, ``weeks`` weekly check-ins a key result.
    """
    make = _Maker(seed)
    cycle = e.Cycle(make.id(), "Q3 2026", Horizon.QUARTER, date(2026, 7, 1), date(2026, 9, 30))
    people = [e.Person(make.id(), f"Person {n}", f"P{n}", position=n) for n in range(_TEAMS)]
    teams = [e.Team(make.id(), f"Team {n}", position=n) for n in range(_TEAMS)]
    objectives = list(_objectives(make, items // (1 + _KEY_RESULTS), cycle, people, teams))
    key_results = [kr for o in objectives for kr in _key_results(make, o)]
    return {
        "organisation": [e.Organisation(make.id(), "Benchmark", "Measure")],
        "person": people,
        "team": teams,
        "cycle": [cycle],
        "objective": objectives,
        "link": list(_links(make, objectives)),
        "key_result": key_results,
        "terms": [_terms(make, kr) for kr in key_results],
        "check_in": [c for kr in key_results for c in _check_ins(make, kr, weeks)],
    }


def _objectives(
    make: _Maker, count: int, cycle: e.Cycle, people: list[e.Person], teams: list[e.Team]
) -> Iterator[e.Objective]:
    for number in range(count):
        level = (Level.COMPANY, Level.DEPARTMENT, Level.TEAM, Level.INDIVIDUAL)[_depth(number)]
        yield e.Objective(
            make.id(),
            make.title(number),
            cycle.id,
            level,
            team=teams[number % _TEAMS].id,
            owner=people[number % _TEAMS].id,
            position=float(number),
        )


def _depth(number: int) -> int:
    """Depth in a tree where each node has ten children, at most three."""
    depth = 0
    while number and depth < 3:
        number, depth = (number - 1) // 10, depth + 1
    return depth


def _links(make: _Maker, objectives: list[e.Objective]) -> Iterator[e.Link]:
    for number, objective in enumerate(objectives):
        above = (number - 1) // 10
        while above > 0 and objectives[above].level is objective.level:
            above = (above - 1) // 10
        parent = objectives[above].id if number else None
        yield e.Link(make.id(), objective.id, parent, position=float(number))


def _key_results(make: _Maker, objective: e.Objective) -> Iterator[e.KeyResult]:
    for number in range(_KEY_RESULTS):
        yield e.KeyResult(
            make.id(),
            objective.id,
            make.title(number),
            owner=objective.owner,
            position=float(number),
        )


def _terms(make: _Maker, key_result: e.KeyResult) -> e.Terms:
    return e.Terms(make.id(), key_result.id, date(2026, 7, 1), Decimal(0), Decimal(100))


def _check_ins(make: _Maker, key_result: e.KeyResult, weeks: int) -> Iterator[e.CheckIn]:
    for week in range(weeks):
        day = TODAY - timedelta(days=7 * (weeks - 1 - week) + 1)
        yield e.CheckIn(
            make.id(),
            key_result.id,
            day,
            f"{day}T09:00:00.000+00:00",
            Decimal(make.random.randrange(low := 50 * week // weeks, low + 30)),
            None,
            make.random.randint(4, 9),
            author=key_result.owner,
        )
