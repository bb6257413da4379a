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
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import KpiRule, ObjectiveState, Source

DEFAULT_ZONES = (("Fail", 0.0), ("Commit", 0.3), ("Target", 0.7), ("Stretch", 1.0))
NUMBER_KINDS = frozenset({"number", "percent", "currency", "ratio", "duration"})
LIMIT_KINDS = frozenset({"at_least", "at_most"})
_PARAMETERS: Mapping[str, Rule] = {
    "method": one_of_texts(("binary", "hit_rate", "distance")),
    "empty_counts": yes_no,
}


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
            parts.parameters[name] = checked(_PARAMETERS[name], name, value)
        else:
            (parts.terms if name in TERMS_FIELDS else parts.own)[name] = value
    return parts


def with_source(own: dict[str, object]) -> dict[str, object]:
    """A KPI that is given is the source, and one that is taken away is not."""
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
    draft = snapshot.get(t.OBJECTIVE, row.objective).state is ObjectiveState.DRAFT
    if row.kind in NUMBER_KINDS:
        _number(terms)
    elif row.kind in LIMIT_KINDS:
        _limit(row, terms, draft=draft)
    elif row.kind == "range":
        _range(terms, draft=draft)
    elif row.kind == "rubric" and not 2 <= len(_zones(snapshot, key_result)) <= 5:
        raise refuse("A rubric has two to five zones.", "zones")
    _source(snapshot, row)


def _zones(snapshot: Snapshot, key_result: int) -> tuple[int, ...]:
    return snapshot.child_ids(t.ZONE, "key_result", key_result)


def _number(terms: Terms) -> None:
    if terms.start is not None and terms.start == terms.target:
        raise refuse("Start and target are the same, so progress cannot be measured.", "target")


def _limit(row: KeyResult, terms: Terms, *, draft: bool) -> None:
    if terms.target is None:
        if draft:
            return
        raise refuse("This kind needs its limit, for example 25.", "target")
    if json.loads(row.parameters).get("method") == "distance" and terms.target <= 0:
        raise refuse("The distance to a limit needs a limit above 0.", "target")
    if terms.warning is not None and not _beyond(row.kind, terms.target, terms.warning):
        raise refuse("The warning limit lies outside the limit. Use another number.", "warning")


def _beyond(kind: str, limit: Decimal, warning: Decimal) -> bool:
    return warning >= limit if kind == "at_most" else warning <= limit


def _range(terms: Terms, *, draft: bool) -> None:
    missing = next((name for name in ("low", "high") if getattr(terms, name) is None), None)
    if missing and draft:
        return
    if missing:
        raise refuse("A range needs both of its limits.", missing)
    if terms.low is not None and terms.high is not None and terms.high < terms.low:
        raise refuse("The upper limit is below the lower one. Use a larger number.", "high")


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
