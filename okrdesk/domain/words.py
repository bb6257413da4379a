"""The fixed words of a plan, as they stand in the file, in CSV and in JSON."""

from collections.abc import Mapping
from enum import StrEnum

from okrdesk.text import Message


class Horizon(StrEnum):
    """How long a cycle looks ahead, longest first."""

    LONG_TERM = "long_term"
    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    CUSTOM = "custom"


class CycleState(StrEnum):
    """Where a cycle stands."""

    PLANNING = "planning"
    ACTIVE = "active"
    GRADING = "grading"
    CLOSED = "closed"


class Rhythm(StrEnum):
    """How often a check-in or a KPI value is due."""

    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Level(StrEnum):
    """Whose objective it is, highest first."""

    COMPANY = "company"
    DEPARTMENT = "department"
    TEAM = "team"
    INDIVIDUAL = "individual"


class TeamKind(StrEnum):
    """What a node of the organisation is."""

    DEPARTMENT = "department"
    TEAM = "team"


class Ambition(StrEnum):
    """Committed: 1.0 is expected. Aspirational: 0.7 is a good result."""

    COMMITTED = "committed"
    ASPIRATIONAL = "aspirational"


class Priority(StrEnum):
    """P0 is the most urgent."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class ObjectiveState(StrEnum):
    """Drafts are left out of every mean."""

    DRAFT = "draft"
    ACTIVE = "active"
    CLOSED = "closed"


class Drivers(StrEnum):
    """What an objective's progress is the mean of."""

    KEY_RESULTS = "key_results"
    CHILDREN = "children"
    BOTH = "both"


class Source(StrEnum):
    """Where a key result's current value comes from."""

    CHECK_INS = "check_ins"
    KPI = "kpi"
    CHILDREN = "children"


class Status(StrEnum):
    """How an item stands against what is expected."""

    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    ACHIEVED = "achieved"
    NOT_STARTED = "not_started"


STATUS_WORDS: Mapping[Status, Message] = {
    Status.ON_TRACK: Message("On track"),
    Status.BEHIND: Message("Behind"),
    Status.AT_RISK: Message("At risk"),
    Status.ACHIEVED: Message("Achieved"),
    Status.NOT_STARTED: Message("Not started"),
}
"""What people read for a status."""


class StatusRule(StrEnum):
    """How a status is suggested: progress / expected, or expected - progress in points."""

    PACE = "pace"
    GAP = "gap"


class ObjectiveStatus(StrEnum):
    """What an objective's status follows."""

    PROGRESS = "progress"
    WEAKEST = "weakest"


class GradeScale(StrEnum):
    """How a grade of 0.0–1.0 is shown."""

    ONE = "0-1"
    TEN = "0-10"
    HUNDRED = "0-100"


class Outcome(StrEnum):
    """How an item ended. Postponed and dropped items are left out of every mean."""

    ACHIEVED = "achieved"
    MISSED = "missed"
    POSTPONED = "postponed"
    DROPPED = "dropped"


class DelegationState(StrEnum):
    """Where a hand-over stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class WeekPart(StrEnum):
    """Where a line of the weekly journal stands."""

    PLAN = "plan"
    PROGRESS = "progress"
    PROBLEM = "problem"
    HEALTH = "health"
    NEXT = "next"
    """What comes in the weeks after this one."""


class Health(StrEnum):
    """How something beside the goals feels, best first."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class KpiLevel(StrEnum):
    """High level: the company. Low level: a team."""

    HIGH = "high"
    LOW = "low"


class KpiNature(StrEnum):
    """What a KPI is watched for."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"


class KpiRule(StrEnum):
    """What a KPI's target means. Qualitative values are good, fair or poor."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    INCREASE_TO = "increase_to"
    DECREASE_TO = "decrease_to"
    RANGE = "range"
    QUALITATIVE = "qualitative"


class Aggregation(StrEnum):
    """How the values of one period become one."""

    LAST = "last"
    SUM = "sum"
    MEAN = "mean"


class KpiStrength(StrEnum):
    """How an objective moves a KPI."""

    DIRECT = "direct"
    INFLUENCES = "influences"
