"""Words of the settings for what a plan keeps as a code."""

from collections.abc import Mapping

from okrdesk.domain.words import CycleState, Horizon, Rhythm, TeamKind
from okrdesk.text import Message

HORIZON_WORDS: Mapping[Horizon, Message] = {
    Horizon.LONG_TERM: Message("Long term"),
    Horizon.YEAR: Message("Year"),
    Horizon.HALF_YEAR: Message("Half year"),
    Horizon.QUARTER: Message("Quarter"),
    Horizon.MONTH: Message("Month"),
    Horizon.WEEK: Message("Week"),
    Horizon.CUSTOM: Message("Days of its own"),
}
RHYTHM_WORDS: Mapping[Rhythm, Message] = {
    Rhythm.DAILY: Message("Daily"),
    Rhythm.WEEKLY: Message("Weekly"),
    Rhythm.FORTNIGHTLY: Message("Every two weeks"),
    Rhythm.MONTHLY: Message("Monthly"),
    Rhythm.QUARTERLY: Message("Quarterly"),
    Rhythm.YEARLY: Message("Yearly"),
}
STATE_WORDS: Mapping[CycleState, Message] = {
    CycleState.PLANNING: Message("Planning"),
    CycleState.ACTIVE: Message("Active"),
    CycleState.GRADING: Message("Grading"),
    CycleState.CLOSED: Message("Closed"),
}
KIND_WORDS: Mapping[TeamKind, Message] = {
    TeamKind.DEPARTMENT: Message("Department"),
    TeamKind.TEAM: Message("Team"),
}
COLOUR_WORDS: Mapping[int, Message] = {
    1: Message("Blue"),
    2: Message("Amber"),
    3: Message("Green"),
    4: Message("Plum"),
    5: Message("Ink"),
}
