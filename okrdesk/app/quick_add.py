"""One line from anywhere: "Interview 50 top customers @amara #care > churn", and where it goes."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from okrdesk.app.finding import folded
from okrdesk.app.sentences import key_result_in
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.entities import Objective, Person, Team
from okrdesk.domain.people import is_solo
from okrdesk.domain.sentences import Reading
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, PERSON, TEAM
from okrdesk.domain.words import Horizon, Level, ObjectiveState
from okrdesk.text import Message

_MARK = re.compile(r"(?:^|(?<=\s))([@#])(\w[\w-]*)(?=\s|$)")
_PLACE = re.compile(r"\s>\s*(.*)$|^>\s*(.*)$")

NO_NUMBER = Reading()

Search = Callable[[str], int | None]
"""From words to the objective that they name best."""


class Typed(NamedTuple):
    """The parts of a line, as they were written."""

    title: str
    people: tuple[str, ...] = ()
    """Names behind an ``@``."""
    groups: tuple[str, ...] = ()
    """Teams or tags, behind a ``#``."""
    place: str = ""
    """What stands behind ``>``."""


class Where(NamedTuple):
    """What a line is written beside: what is selected and looked at."""

    snapshot: Snapshot
    today: date
    selected: int | None = None
    cycle: int | None = None
    language: str = "en"


class Line(NamedTuple):
    """What a line will become. ``problem``: what stands in the way, or None."""

    title: str
    as_key_result: bool
    objective: int | None = None
    """What the key result belongs to, or the objective supports; None: the mission."""
    reading: Reading = NO_NUMBER
    owner: int | None = None
    team: int | None = None
    tags: tuple[str, ...] = ()
    level: Level = Level.TEAM
    cycle: int | None = None
    problem: Message | None = None


def parts_of(text: str) -> Typed:
    """Takes a line apart; marks without a word behind them belong to the title."""
    place = _PLACE.search(text)
    line = text if place is None else text[: place.start()]
    marks = _MARK.findall(line)
    return Typed(
        " ".join(_MARK.sub("", line).split()),
        tuple(word for mark, word in marks if mark == "@"),
        tuple(word for mark, word in marks if mark == "#"),
        "" if place is None else (place[1] or place[2] or "").strip(),
    )


def read_line(
    text: str, where: Where, search: Search, *, as_key_result: bool | None = None
) -> Line:
    """What the line will become.

    It is a key result where there is an objective to put it in and it says a number;
    ``as_key_result`` says so, or the contrary, where a person does.
    """
    typed, snapshot = parts_of(text), where.snapshot
    owner, unknown = _owner(snapshot, typed.people)
    team, tags = _groups(snapshot, typed.groups)
    into = search(typed.place) if typed.place else _place(where, team)
    reading = _reading(where, into, typed.title)
    measured = reading.kind is not None if as_key_result is None else as_key_result
    line = Line(typed.title, measured and into is not None, into, reading, owner, team, tags)
    if not line.as_key_result:
        line = _as_objective(where, line)
    missing = _missing(typed, line)
    return line._replace(problem=missing or unknown)


def _place(where: Where, team: int | None) -> int | None:
    """The selected objective; the newest of a team that is named and has not that one."""
    snapshot = where.snapshot
    key_result = snapshot.find(KEY_RESULT, where.selected)
    selected = where.selected if key_result is None else key_result.objective
    chosen = snapshot.find(OBJECTIVE, selected)
    if chosen is not None and team in (None, chosen.team):
        return chosen.id
    now = current_cycle(snapshot, where.today, Horizon.QUARTER)
    cycle = where.cycle or (None if now is None else now.id)
    rows = () if team is None else snapshot.children(OBJECTIVE, "team", team)
    fitting = [row.id for row in rows if row.cycle == cycle and row.state is ObjectiveState.ACTIVE]
    return fitting[0] if fitting else (None if chosen is None else chosen.id)


def _reading(where: Where, objective: int | None, title: str) -> Reading:
    if not title:
        return NO_NUMBER
    return key_result_in(where.snapshot, objective or 0, title, where.today, where.language)


def _as_objective(where: Where, line: Line) -> Line:
    """A level that may stand below what it supports, and the cycle that is looked at."""
    above = where.snapshot.find(OBJECTIVE, line.objective)
    solo = is_solo(where.snapshot)
    level = Level.INDIVIDUAL if solo else Level.COMPANY if above is None else above.level
    if line.team is not None and level in (Level.COMPANY, Level.DEPARTMENT):
        level = Level.TEAM
    cycle = where.cycle or (None if above is None else above.cycle)
    team = line.team if line.team is not None or above is None else above.team
    return line._replace(level=level, cycle=cycle, team=team)


def _owner(snapshot: Snapshot, names: tuple[str, ...]) -> tuple[int | None, Message | None]:
    """The person whose name begins like the last one written, and what is unknown."""
    if not names:
        return None, None
    people = (person for person in snapshot.sorted_rows(PERSON) if person.active)
    found = _named(people, names[-1])
    if found is None:
        return None, Message("Nobody is called “{name}”.", {"name": names[-1]})
    return found, None


def _groups(snapshot: Snapshot, words: tuple[str, ...]) -> tuple[int | None, tuple[str, ...]]:
    """The team that is named, and the words that are tags."""
    team, tags = None, list[str]()
    for word in words:
        teams = (row for row in snapshot.sorted_rows(TEAM) if row.active)
        found = _named(teams, word)
        if found is None:
            tags.append(word)
        else:
            team = found
    return team, tuple(tags)


def _named(rows: Iterable[Person | Team], word: str) -> int | None:
    """The first row with a name, or a word in it, that begins like this; initials count."""
    wanted = folded(word).replace("-", " ")
    for row in rows:
        name = folded(row.name)
        initials = folded(getattr(row, "initials", ""))
        if name.startswith(wanted) or f" {wanted}" in name or wanted == initials:
            return row.id
    return None


def _missing(typed: Typed, line: Line) -> Message | None:
    if not typed.title:
        return Message("Write what you want to achieve or to measure.")
    if typed.place and line.objective is None:
        return Message("No objective is called “{name}”.", {"name": typed.place})
    if line.as_key_result and line.tags:
        return Message(
            "There is no team “{name}”; only objectives have tags.", {"name": line.tags[0]}
        )
    return None


def parent_title(snapshot: Snapshot, line: Line) -> str:
    """The title of the objective that the line goes into; empty for the mission."""
    row: Objective | None = snapshot.find(OBJECTIVE, line.objective)
    return "" if row is None else row.title
