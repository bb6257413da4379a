"""Rules of a key result that need more than one of its rows."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrdesk.app.commands.terms import TERMS_FIELDS, latest_terms
from okrdesk.app.commands.values import Rule, checked, one_of_texts, refuse, yes_no
from okrdesk.domain import tables as t
from okrdesk.domain.entities import KeyResult, Terms
from okrdesk.domain.key_results import KINDS, Field, Kind, Place, kind
from okrdesk.domain.key_results.control import DISTANCE
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import KpiRule, ObjectiveState, Source

_PARAMETERS = frozenset(
    field.name for each in KINDS for field in each.fields if field.place is Place.PARAMETERS
)


class Parts(NamedTuple):
    """The fields of a key result by the place where they are kept."""

    own: dict[str, object]
    terms: dict[str, object]
    parameters: dict[str, object]


def split_fields(fields: Mapping[str, object]) -> Parts:
    """Sorts fields into the row, its terms and its parameters."""
    parts = Parts({}, {}, {})
    for name, value in fields.items():
        if name in _PARAMETERS:
            parts.parameters[name] = value
        else:
            (parts.terms if name in TERMS_FIELDS else parts.own)[name] = value
    return parts


def with_source(own: dict[str, object]) -> dict[str, object]:
    """A KPI that is given is the source; with another source there is none."""
    if "source" in own and own["source"] != Source.KPI:
        return {**own, "kpi": None}
    if "kpi" in own and "source" not in own:
        return {**own, "source": Source.CHECK_INS if own["kpi"] is None else Source.KPI}
    return own


def with_parameters(
    own: dict[str, object], held: str, given: Mapping[str, object]
) -> dict[str, object]:
    """The row's fields with the kind's parameters written into their JSON text."""
    if not given:
        return own
    merged: dict[str, object] = {**json.loads(held), **given}
    return {**own, "parameters": json.dumps(merged, sort_keys=True, ensure_ascii=False)}


def require_kind(snapshot: Snapshot, key_result: int, day: date) -> None:
    """Raises UserError when what the key result holds does not go with its kind."""
    row = snapshot.get(t.KEY_RESULT, key_result)
    terms = latest_terms(snapshot, key_result, day)
    rules = kind(row.kind)
    parameters: dict[str, object] = json.loads(row.parameters)
    for field in rules.fields:
        if field.place is Place.PARAMETERS and field.name in parameters:
            checked(_parameter_rule(field), field.name, parameters[field.name])
    if rules.control:
        draft = snapshot.get(t.OBJECTIVE, row.objective).state is ObjectiveState.DRAFT
        _limits(rules, terms, parameters, draft=draft)
    elif terms.start is not None and terms.start == terms.target:
        raise refuse("Start and target are the same, so progress cannot be measured.", "target")
    if row.kind == "rubric" and not 2 <= len(_zones(snapshot, key_result)) <= 5:
        raise refuse("A rubric has two to five zones.", "zones")
    _source(snapshot, row)


def _parameter_rule(field: Field) -> Rule:
    return yes_no if field.type is bool else one_of_texts(field.choices)


def _zones(snapshot: Snapshot, key_result: int) -> tuple[int, ...]:
    return snapshot.child_ids(t.ZONE, "key_result", key_result)


def _limits(rules: Kind, terms: Terms, parameters: Mapping[str, object], *, draft: bool) -> None:
    """A control kind has its limits, unless its objective is still a draft."""
    needed = [field.name for field in rules.fields if field.required]
    missing = [name for name in needed if getattr(terms, name) is None]
    if missing and not draft:
        if len(needed) > 1:
            raise refuse("A range needs both of its limits.", missing[0])
        raise refuse("This kind needs its limit, for example 25.", missing[0])
    if terms.low is not None and terms.high is not None and terms.high < terms.low:
        raise refuse("The upper limit is below the lower one. Use a larger number.", "high")
    if terms.target is None or "target" not in needed:
        return
    if parameters.get("method") == DISTANCE and terms.target <= 0:
        raise refuse("The distance to a limit needs a limit above 0.", "target")
    if terms.warning is not None and not _beyond(rules, terms.target, terms.warning):
        raise refuse("The warning limit lies outside the limit. Use another number.", "warning")


def _beyond(rules: Kind, limit: Decimal, warning: Decimal) -> bool:
    return warning >= limit if rules.id == "at_most" else warning <= limit


def _source(snapshot: Snapshot, row: KeyResult) -> None:
    if row.source is not Source.KPI:
        return
    kpi = snapshot.find(t.KPI, row.kpi)
    if kpi is None:
        raise refuse("Choose the KPI that the value comes from.", "kpi")
    if kpi.rule is KpiRule.QUALITATIVE and row.kind != "rubric":
        raise refuse(
            "{kpi} is good, fair or poor, and only a rubric can be measured by that.",
            "kpi",
            kpi=kpi.name,
        )
