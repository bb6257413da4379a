"""Settings that a plan carries along, declared once; changing one is a step of undo."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from okrdesk.app.commands import change_cycle, command, name_word, set_organisation
from okrdesk.app.forms import Form, Kind, Section
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import usual_check_in_day
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import (
    CycleState,
    GradeScale,
    Level,
    ObjectiveStatus,
    StatusRule,
)
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message


class PlanSetting(NamedTuple):
    """One setting of a plan: its key, what a form calls it, how it is read and written."""

    key: str
    label: Message
    form: Form
    read: Callable[[Snapshot], Any]
    write: Callable[[Transaction, Any], object]


@command("Change plan settings")
def change_plan_setting(tx: Transaction, setting: PlanSetting, value: object) -> None:
    """Writes one setting; UserError when it is not allowed or does not go with the others."""
    setting.write(tx, value)


WEEKDAYS: tuple[tuple[int, Message], ...] = (
    (0, Message("Monday")),
    (1, Message("Tuesday")),
    (2, Message("Wednesday")),
    (3, Message("Thursday")),
    (4, Message("Friday")),
    (5, Message("Saturday")),
    (6, Message("Sunday")),
)
MONTHS: tuple[tuple[int, Message], ...] = (
    (1, Message("January")),
    (2, Message("February")),
    (3, Message("March")),
    (4, Message("April")),
    (5, Message("May")),
    (6, Message("June")),
    (7, Message("July")),
    (8, Message("August")),
    (9, Message("September")),
    (10, Message("October")),
    (11, Message("November")),
    (12, Message("December")),
)
LEVEL_WORDS: Mapping[Level, Message] = {
    Level.COMPANY: Message("Company"),
    Level.DEPARTMENT: Message("Department"),
    Level.TEAM: Message("Team"),
    Level.INDIVIDUAL: Message("Individual"),
}
NAMED_WORDS: Mapping[str, Message] = {
    "objective": Message("Objective"),
    "objectives": Message("Objectives"),
    "key_result": Message("Key result"),
    "key_results": Message("Key results"),
    "check_in": Message("Check-in"),
    "check_ins": Message("Check-ins"),
    "initiative": Message("Initiative"),
    "initiatives": Message("Initiatives"),
}
"""The words that an organisation may call by its own name, one and several apart."""
CONFIDENCE_WORDS: Mapping[str, Message] = {
    "confidence_low": Message("Unlikely"),
    "confidence_middle": Message("Possible"),
    "confidence_high": Message("Likely"),
}
"""What 1 to 3, 4 to 6 and 7 to 10 mean."""


def confidence_word(value: int) -> Message:
    """The word for a confidence of 1 to 10."""
    return tuple(CONFIDENCE_WORDS.values())[(value > 3) + (value > 6)]


_CONFIDENCE_LABELS = (
    Message("Confidence 1 to 3"),
    Message("Confidence 4 to 6"),
    Message("Confidence 7 to 10"),
)
_PLAN = Message("This plan")
_LEVELS = Message("Levels in use")
_LEVEL_NAMES = Message("Names of levels")
_WORDS = Message("Words")
_PACE = Message("Pace: progress as a share of what is expected")
_GAP = Message("Gap: points behind what is expected")
_GRADES = Message("Objectives and grades")
_CONFIDENCE = Message("Confidence words")


def _field(key: str, label: Message, form: Form, factor: int = 1) -> PlanSetting:
    """A field of the organisation; ``factor`` 100 shows a ratio as percent."""

    def read(snapshot: Snapshot) -> Any:
        (row,) = snapshot.rows(t.ORGANISATION)
        value = getattr(row, key)
        return round(value * factor) if form.kind is Kind.NUMBER else value

    def write(tx: Transaction, value: Any) -> object:
        return set_organisation(tx, **{key: value if factor == 1 else value / factor})

    return PlanSetting(key, label, form, read, write)


def word_of(snapshot: Snapshot, word: str) -> str:
    """The organisation's own name for one of our words; "" where it has none."""
    return next((row.name for row in snapshot.rows(t.WORD) if row.word == word), "")


def _word(word: str, label: Message, group: Message, section: Section, own: Message) -> PlanSetting:
    return PlanSetting(
        word,
        label,
        Form(section, Kind.TEXT, group=group, placeholder=own),
        lambda snapshot: word_of(snapshot, word),
        lambda tx, name: name_word(tx, word, name),
    )


def _level_is_used(level: Level, snapshot: Snapshot) -> bool:
    (row,) = snapshot.rows(t.ORGANISATION)
    return level.value not in row.hidden_levels


def _use_level(level: Level, tx: Transaction, used: object) -> object:
    (row,) = tx.snapshot.rows(t.ORGANISATION)
    others = {name for name in row.hidden_levels if name != level.value}
    return set_organisation(tx, hidden_levels=tuple(others if used else {*others, level.value}))


def _level(level: Level) -> PlanSetting:
    return PlanSetting(
        f"use_{level.value}",
        LEVEL_WORDS[level],
        Form(Section.CYCLE, Kind.SWITCH, group=_LEVELS),
        partial(_level_is_used, level),
        partial(_use_level, level),
    )


def _set_check_in_day(tx: Transaction, day: object) -> None:
    for row in tx.snapshot.rows(t.CYCLE):
        if row.state is not CycleState.CLOSED:
            change_cycle(tx, row.id, check_in_day=day)


def _limit(key: str, label: Message, group: Message, text: Message | None = None) -> PlanSetting:
    """A limit of a status rule: percent of what is expected, or points behind it."""
    percent = key.startswith("pace")
    form = Form(
        Section.STATUS,
        Kind.NUMBER,
        text,
        group,
        high=200 if percent else 100,
        unit="%" if percent else "",
    )
    return _field(key, label, form, 100 if percent else 1)


PLAN_SETTINGS: tuple[PlanSetting, ...] = (
    _field("name", Message("Name"), Form(Section.GENERAL, Kind.TEXT, group=_PLAN)),
    _field(
        "solo",
        Message("Only for me"),
        Form(Section.GENERAL, Kind.SWITCH, Message("Without teams and owners."), _PLAN),
    ),
    _field(
        "week_start",
        Message("The week starts on"),
        Form(Section.GENERAL, Kind.CHOICE, group=_PLAN, choices=WEEKDAYS),
    ),
    PlanSetting(
        "check_in_day",
        Message("Check-in day"),
        Form(
            Section.GENERAL,
            Kind.CHOICE,
            Message("For all cycles that are open. A cycle may have its own."),
            _PLAN,
            WEEKDAYS,
        ),
        usual_check_in_day,
        _set_check_in_day,
    ),
    _field("currency", Message("Currency"), Form(Section.GENERAL, Kind.TEXT, group=_PLAN)),
    _field(
        "fiscal_start",
        Message("The fiscal year starts in"),
        Form(
            Section.CYCLE,
            Kind.CHOICE,
            Message("Quarters and years are counted from here."),
            Message("Calendar"),
            MONTHS,
        ),
    ),
    *(_level(level) for level in Level),
    *(
        _word(level.value, word, _LEVEL_NAMES, Section.CYCLE, word)
        for level, word in LEVEL_WORDS.items()
    ),
    *(_word(word, label, _WORDS, Section.CYCLE, label) for word, label in NAMED_WORDS.items()),
    _field(
        "status_rule",
        Message("A status follows"),
        Form(
            Section.STATUS,
            Kind.CHOICE,
            Message("A suggestion only: everybody may choose another status."),
            Message("How a status is suggested"),
            (
                (StatusRule.PACE, Message("Pace")),
                (StatusRule.GAP, Message("Gap")),
            ),
        ),
    ),
    _limit("pace_on_track", Message("On track from"), _PACE),
    _limit("pace_behind", Message("Behind from"), _PACE, Message("Below it: at risk.")),
    _limit("gap_on_track", Message("On track up to"), _GAP),
    _limit("gap_behind", Message("Behind up to"), _GAP, Message("Above it: at risk.")),
    _field(
        "objective_status",
        Message("An objective follows"),
        Form(
            Section.STATUS,
            Kind.CHOICE,
            group=_GRADES,
            choices=(
                (ObjectiveStatus.PROGRESS, Message("Its own progress")),
                (ObjectiveStatus.WEAKEST, Message("Its weakest key result")),
            ),
        ),
    ),
    _field(
        "cap",
        Message("A key result counts at most"),
        Form(
            Section.STATUS,
            Kind.NUMBER,
            Message("Above 100%, one key result can make up for another."),
            _GRADES,
            low=100,
            high=150,
            step=5,
            unit="%",
        ),
        100,
    ),
    _field(
        "grade_scale",
        Message("Grades are shown as"),
        Form(
            Section.STATUS,
            Kind.CHOICE,
            group=_GRADES,
            choices=(
                (GradeScale.ONE, Message("0.0 to 1.0")),
                (GradeScale.TEN, Message("0 to 10")),
                (GradeScale.HUNDRED, Message("0 to 100")),
            ),
        ),
    ),
    *(
        _word(word, label, _CONFIDENCE, Section.STATUS, CONFIDENCE_WORDS[word])
        for word, label in zip(CONFIDENCE_WORDS, _CONFIDENCE_LABELS, strict=True)
    ),
)
