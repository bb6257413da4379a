"""Rows of the organisation: itself, its words, teams and people. Conventions: ``entities.py``."""

from typing import NamedTuple

from okrdesk.domain.words import GradeScale, ObjectiveStatus, StatusRule, TeamKind


class Organisation(NamedTuple):
    """The one row about the whole plan: its statements and its rules of counting."""

    id: int
    name: str
    mission: str = ""
    vision: str = ""
    fiscal_start: int = 1
    """First month of the fiscal year, 1–12."""
    week_start: int = 0
    """First day of the week, Monday = 0 … Sunday = 6."""
    solo: bool = False
    hidden_levels: tuple[str, ...] = ()
    currency: str = "EUR"
    cap: float = 1.0
    """What a ratio counts at most in a roll-up, 1.0–1.5."""
    status_rule: StatusRule = StatusRule.PACE
    pace_on_track: float = 0.9
    pace_behind: float = 0.7
    gap_on_track: float = 5.0
    """Percentage points."""
    gap_behind: float = 15.0
    objective_status: ObjectiveStatus = ObjectiveStatus.PROGRESS
    grade_scale: GradeScale = GradeScale.ONE


class Value(NamedTuple):
    """One of the organisation's values."""

    id: int
    title: str
    description: str = ""
    position: float = 0.0


class Word(NamedTuple):
    """The organisation's own name for one of our words, such as a level."""

    id: int
    word: str
    name: str


class Team(NamedTuple):
    """A department or team; without a parent it stands right below the company."""

    id: int
    name: str
    kind: TeamKind = TeamKind.TEAM
    parent: int | None = None
    colour: int = 1
    """Number of a category colour, 1–5."""
    active: bool = True
    position: float = 0.0


class Person(NamedTuple):
    """Somebody who owns, checks in or comments."""

    id: int
    name: str
    initials: str = ""
    colour: int = 1
    active: bool = True
    position: float = 0.0


class Membership(NamedTuple):
    """A person belongs to a team."""

    id: int
    person: int
    team: int
