"""The rule of every field of every table, declared once.

``KEY_RESULT`` kinds declare which terms they need; here stand the rules that hold for all.
"""

from collections.abc import Mapping
from typing import Any

from okrdesk.app.commands.values import (
    Rule,
    amount,
    between,
    checked,
    day,
    grade,
    line,
    note,
    one_of,
    one_of_texts,
    optional,
    refuse,
    row_id,
    title,
    weight,
    whole_between,
    words,
    yes_no,
)
from okrdesk.domain import tables as t
from okrdesk.domain import words as w
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.snapshot import Snapshot

_REF = optional(row_id)
_ITEM: Mapping[str, Rule] = {"objective": _REF, "key_result": _REF}
_SHARE = optional(between(0, 100))
_COLOUR = whole_between(1, 5)
_CONFIDENCE = optional(whole_between(1, 10))
_POSITION = between(-1e12, 1e12)
_AMOUNT = optional(amount)
_DAY = optional(day)


def _hidden_levels(value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple | list):
        raise refuse("Choose levels from the list.")
    levels = {one_of(w.Level)(level) for level in value}
    return tuple(level.value for level in w.Level if level in levels)


def _tag(value: object) -> str:
    return title(title(value).lstrip("#"))


RULES: Mapping[str, Mapping[str, Rule]] = {
    t.ORGANISATION.name: {
        "name": title,
        "mission": note,
        "vision": note,
        "fiscal_start": whole_between(1, 12),
        "week_start": whole_between(0, 6),
        "solo": yes_no,
        "hidden_levels": _hidden_levels,
        "currency": title,
        "cap": between(1.0, 1.5),
        "status_rule": one_of(w.StatusRule),
        "pace_on_track": between(0, 2),
        "pace_behind": between(0, 2),
        "gap_on_track": between(0, 100),
        "gap_behind": between(0, 100),
        "objective_status": one_of(w.ObjectiveStatus),
        "grade_scale": one_of(w.GradeScale),
    },
    t.VALUE.name: {"title": title, "description": note, "position": _POSITION},
    t.WORD.name: {"word": title, "name": title},
    t.TEAM.name: {
        "name": title,
        "kind": one_of(w.TeamKind),
        "parent": _REF,
        "colour": _COLOUR,
        "active": yes_no,
        "position": _POSITION,
    },
    t.PERSON.name: {
        "name": title,
        "initials": line,
        "colour": _COLOUR,
        "active": yes_no,
        "position": _POSITION,
    },
    t.MEMBERSHIP.name: {"person": row_id, "team": row_id},
    t.CYCLE.name: {
        "name": title,
        "horizon": one_of(w.Horizon),
        "start": day,
        "end": day,
        "narrative": note,
        "rhythm": one_of(w.Rhythm),
        "check_in_day": whole_between(0, 6),
        "state": one_of(w.CycleState),
    },
    t.OBJECTIVE.name: {
        "title": title,
        "cycle": _REF,
        "level": one_of(w.Level),
        "description": note,
        "team": _REF,
        "owner": _REF,
        "ambition": one_of(w.Ambition),
        "priority": optional(one_of(w.Priority)),
        "state": one_of(w.ObjectiveState),
        "outcome": optional(one_of(w.Outcome)),
        "drivers": one_of(w.Drivers),
        "weight": weight,
        "share": _SHARE,
        "start": _DAY,
        "due": _DAY,
        "predecessor": _REF,
        "position": _POSITION,
    },
    t.OBJECTIVE_TEAM.name: {"objective": row_id, "team": row_id},
    t.OBJECTIVE_OWNER.name: {"objective": row_id, "person": row_id},
    t.OBJECTIVE_TAG.name: {"objective": row_id, "tag": _tag},
    t.OBJECTIVE_VALUE.name: {"objective": row_id, "value": row_id},
    t.KPI.name: {
        "name": title,
        "level": one_of(w.KpiLevel),
        "nature": one_of(w.KpiNature),
        "rule": one_of(w.KpiRule),
        "unit": line,
        "decimals": whole_between(0, 12),
        "baseline": _AMOUNT,
        "target": _AMOUNT,
        "low": _AMOUNT,
        "high": _AMOUNT,
        "near": _AMOUNT,
        "rhythm": one_of(w.Rhythm),
        "aggregation": one_of(w.Aggregation),
        "resets": yes_no,
        "team": _REF,
        "owner": _REF,
        "description": note,
        "active": yes_no,
        "position": _POSITION,
    },
    t.KEY_RESULT.name: {
        "objective": row_id,
        "title": title,
        "kind": one_of_texts(kind.id for kind in KINDS),
        "description": note,
        "unit": line,
        "decimals": whole_between(0, 12),
        "owner": _REF,
        "weight": weight,
        "share": _SHARE,
        "scoring": note,
        "source": one_of(w.Source),
        "kpi": _REF,
        "start_date": _DAY,
        "rhythm": optional(one_of(w.Rhythm)),
        "parameters": note,
        "outcome": optional(one_of(w.Outcome)),
        "predecessor": _REF,
        "position": _POSITION,
    },
    t.LINK.name: {
        "child": row_id,
        **_ITEM,
        "primary": yes_no,
        "contributes": yes_no,
        "position": _POSITION,
    },
    t.TERMS.name: {
        "key_result": row_id,
        "valid_from": day,
        "start": _AMOUNT,
        "target": _AMOUNT,
        "low": _AMOUNT,
        "high": _AMOUNT,
        "warning": _AMOUNT,
        "due": _DAY,
    },
    t.PHASE.name: {"key_result": row_id, "date": day, "value": amount},
    t.STEP.name: {
        "key_result": row_id,
        "title": title,
        "weight": weight,
        "due": _DAY,
        "done": _DAY,
        "position": _POSITION,
    },
    t.ZONE.name: {
        "key_result": row_id,
        "title": title,
        "ratio": between(0, 1),
        "position": _POSITION,
    },
    t.CHECK_IN.name: {
        "key_result": row_id,
        "date": day,
        "entered": title,
        "value": _AMOUNT,
        "zone": _REF,
        "confidence": _CONFIDENCE,
        "status": optional(one_of(w.Status)),
        "note": note,
        "author": _REF,
    },
    t.STATUS_OVERRIDE.name: {
        "date": day,
        "entered": title,
        "status": one_of(w.Status),
        **_ITEM,
        "calculated": optional(one_of(w.Status)),
        "reason": note,
        "author": _REF,
    },
    t.COMMENT.name: {
        "entered": title,
        "text": words,
        **_ITEM,
        "initiative": _REF,
        "kpi": _REF,
        "author": _REF,
    },
    t.INITIATIVE.name: {
        "text": title,
        **_ITEM,
        "parent": _REF,
        "owner": _REF,
        "due": _DAY,
        "done": _DAY,
        "position": _POSITION,
    },
    t.DELEGATION.name: {
        "person": row_id,
        "date": day,
        **_ITEM,
        "delegated_by": _REF,
        "state": one_of(w.DelegationState),
        "note": note,
    },
    t.KPI_TARGET.name: {
        "kpi": row_id,
        "start": day,
        "target": _AMOUNT,
        "low": _AMOUNT,
        "high": _AMOUNT,
    },
    t.KPI_VALUE.name: {
        "kpi": row_id,
        "date": day,
        "entered": title,
        "value": amount,
        "note": note,
        "author": _REF,
    },
    t.KPI_LINK.name: {
        "objective": row_id,
        "kpi": row_id,
        "strength": one_of(w.KpiStrength),
        "since": _DAY,
    },
    t.GRADE.name: {
        "date": day,
        "grade": grade,
        **_ITEM,
        "proposed": optional(between(0, 1)),
        "reason": note,
        "note": note,
        "author": _REF,
    },
    t.RETROSPECTIVE.name: {
        "cycle": row_id,
        "objective": _REF,
        "worked": note,
        "did_not": note,
        "change": note,
        "author": _REF,
    },
    t.SAVED_VIEW.name: {"name": title, "query": note, "position": _POSITION},
    t.MUTE.name: {"rule": title, **_ITEM},
    t.BOOKMARK.name: {"name": title, "txn": whole_between(0, 2**62), "date": day},
    t.WEEK_LINE.name: {
        "week": day,
        "text": title,
        "part": one_of(w.WeekPart),
        "team": _REF,
        "person": _REF,
        "done": _DAY,
        "dropped": _DAY,
        "priority": optional(one_of(w.Priority)),
        "health": optional(one_of(w.Health)),
        "position": _POSITION,
        "author": _REF,
    },
}
"""By the name of the table, for each field but the id."""


def cleaned(
    snapshot: Snapshot, table: t.Table[Any], fields: Mapping[str, object]
) -> dict[str, Any]:
    """The values as they go into the row; UserError names the field that does not."""
    rules = RULES[table.name]
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in rules:
            raise TypeError(f"{table.name} has no field {name}")
        values[name] = checked(rules[name], name, value)
    for ref in table.refs:
        target = t.TABLE_BY_NAME[ref.target]
        given = values.get(ref.field)
        if given is not None and snapshot.find(target, given) is None:
            raise refuse("What you chose is no longer in the plan. Choose again.", ref.field)
    return values
