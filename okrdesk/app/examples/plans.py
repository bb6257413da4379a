"""The planning days of an example: objectives with their key results, initiatives and links."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from okrdesk.app import commands as c
from okrdesk.app.examples.event import Event, Ids
from okrdesk.app.examples.source import Record
from okrdesk.storage.transaction import Transaction

_OBJECTIVES, _LINKS = 10, 11
_OBJECTIVE_FIELDS = ("description", "ambition", "priority", "drivers")
_KEY_RESULT_FIELDS = (
    "kind",
    "unit",
    "decimals",
    "start",
    "target",
    "low",
    "high",
    "warning",
    "due",
    "scoring",
    "method",
    "rhythm",
    "description",
    "weight",
)


def cycle_of(plan: Record, objective: Record) -> Record:
    """The record of the objective's cycle."""
    found: Record = next(r for r in plan["cycle"] if r["key"] == objective["cycle"])
    return found


def objective_events(plan: Record) -> Iterator[Event]:
    """Each objective with all that is below it, made by its owner when its cycle was planned."""
    for record in plan["objective"]:
        day, owner = cycle_of(plan, record)["made"], record["owner"]
        label = c.create_objective.label
        yield Event(day, _OBJECTIVES, owner, label, partial(_objective, record))


def _objective(record: Record, tx: Transaction, ids: Ids) -> None:
    objective = c.create_objective(
        tx,
        record["title"],
        cycle=ids[f"cycle:{record['cycle']}"],
        level=record.get("level", "team"),
        team=ids[f"team:{record['team']}"] if "team" in record else None,
        owner=ids[f"person:{record['owner']}"],
        supports=_supports(record, ids),
        predecessor=ids[f"objective:{record['predecessor']}"] if "predecessor" in record else None,
        **_given(record, _OBJECTIVE_FIELDS),
    )
    ids[f"objective:{record['key']}"] = objective
    c.set_values(tx, objective, [ids[f"value:{title}"] for title in record.get("serves", ())])
    c.set_tags(tx, objective, record.get("tags", ()))
    for other in record.get("also_supports", ()):
        c.also_support(tx, objective, ids[f"objective:{other}"])
    for key_result in record["key_result"]:
        _key_result(record, key_result, tx, ids)
    for initiative in record.get("initiative", ()):
        _initiative(record, initiative, tx, ids)


def _supports(record: Record, ids: Ids) -> int | None:
    above = record.get("supports")
    if above is None or above == "mission":
        return c.MISSION if above else None
    return ids[f"objective:{above}"]


def _given(record: Record, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: record[name] for name in names if name in record}


def _key_result(objective: Record, record: Record, tx: Transaction, ids: Ids) -> None:
    owner = ids[f"person:{record.get('owner', objective['owner'])}"]
    fields = _given(record, _KEY_RESULT_FIELDS)
    if "kpi" in record:
        fields["kpi"] = ids[f"kpi:{record['kpi']}"]
    key_result = c.create_key_result(
        tx,
        ids[f"objective:{objective['key']}"],
        record["title"],
        owner=owner,
        steps=record.get("steps", ()),
        zones=[tuple(zone) for zone in record.get("zones", ())],
        phases=[tuple(phase) for phase in record.get("phases", ())],
        **fields,
    )
    ids[f"key_result:{objective['key']}/{record['title']}"] = key_result


def item_id(objective: Record, record: Record, ids: Ids) -> int:
    """The key result that the record names, else the objective."""
    if "key_result" in record:
        return ids[f"key_result:{objective['key']}/{record['key_result']}"]
    return ids[f"objective:{objective['key']}"]


def _initiative(objective: Record, record: Record, tx: Transaction, ids: Ids) -> None:
    initiative = c.add_initiative(
        tx,
        record["text"],
        item=item_id(objective, record, ids),
        owner=ids[f"person:{record.get('owner', objective['owner'])}"],
        due=record.get("due"),
    )
    key = f"initiative:{objective['key']}/{record['text']}"
    ids[key] = initiative
    for number, text in enumerate(record.get("steps", ())):
        ids[f"{key}/{number}"] = c.add_initiative(tx, text, parent=initiative)


def link_events(plan: Record) -> Iterator[Event]:
    """The matrix of objectives and KPIs, filled in when the objective was planned."""
    objectives = {record["key"]: record for record in plan["objective"]}
    for record in plan.get("kpi_link", ()):
        objective = objectives[record["objective"]]
        day, owner = cycle_of(plan, objective)["made"], objective["owner"]
        yield Event(day, _LINKS, owner, c.link_kpi.label, partial(_links, record))


def _links(record: Record, tx: Transaction, ids: Ids) -> None:
    objective = ids[f"objective:{record['objective']}"]
    for strength in ("direct", "influences"):
        for kpi in record.get(strength, ()):
            c.link_kpi(tx, objective, ids[f"kpi:{kpi}"], strength)
