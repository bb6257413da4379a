"""KPIs: their targets, values and links to objectives."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from okrdesk.app.commands.bookkeeping import mute
from okrdesk.app.commands.command import command
from okrdesk.app.commands.rows import add, change, entered_after, last_position, remove
from okrdesk.app.commands.values import amount, refuse
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Kpi, KpiValue
from okrdesk.domain.errors import UserError
from okrdesk.domain.matrix import NO_KPI, watch_rule
from okrdesk.domain.words import KpiRule, KpiStrength
from okrdesk.storage.transaction import Transaction

QUALITIES = ("poor", "fair", "good")
"""What the values 0, 1 and 2 of a qualitative KPI mean."""


@command("New KPI")
def create_kpi(tx: Transaction, /, name: str, **fields: object) -> int:
    """Adds a KPI, fields as in ``Kpi``; only its name is needed; returns its id."""
    fields.setdefault("position", last_position(tx.snapshot.rows(t.KPI)))
    return add(tx, t.KPI, name=name, **fields)


@command("Add KPIs")
def add_kpis(tx: Transaction, kpis: Iterable[Mapping[str, Any]]) -> list[int]:
    """Adds ready KPIs, see ``kpi_templates``; those whose name is there already are passed over."""
    there = {row.name.casefold() for row in tx.snapshot.rows(t.KPI)}
    return [create_kpi(tx, **kpi) for kpi in kpis if kpi["name"].casefold() not in there]


@command("Change KPI")
def change_kpi(tx: Transaction, /, kpi: int, **fields: object) -> Kpi:
    """Sets fields of a KPI, named as in ``Kpi``."""
    return change(tx, t.KPI, kpi, **fields)


@command("Change KPI target")
def set_kpi_target(tx: Transaction, /, kpi: int, start: date, **fields: object) -> int:
    """Sets target, low or high for the period that begins on ``start``; returns the row's id."""
    rows = tx.snapshot.children(t.KPI_TARGET, "kpi", kpi)
    for row in rows:
        if row.start == start:
            change(tx, t.KPI_TARGET, row.id, **fields)
            return row.id
    return add(tx, t.KPI_TARGET, kpi=kpi, start=start, **fields)


@command("KPI value")
def record_kpi_value(
    tx: Transaction,
    kpi: int,
    value: object,
    *,
    on: date | None = None,
    note: str = "",
    replace: bool = False,
) -> int:
    """Enters a measurement; a second one for a day is refused unless ``replace``.

    A qualitative KPI takes good, fair or poor, or 2, 1, 0. Returns the id of the row.
    """
    row = tx.snapshot.get(t.KPI, kpi)
    number = _quality(value) if row.rule is KpiRule.QUALITATIVE else value
    when = on or tx.today
    rows = tx.snapshot.children(t.KPI_VALUE, "kpi", kpi)
    held = [other for other in rows if other.date == when]
    if held and not replace:
        raise refuse(
            "{day} already has {value}. Replace it, or choose another day.",
            "value",
            day=when,
            value=held[-1].value,
        )
    if held:
        change(tx, t.KPI_VALUE, held[-1].id, value=number, note=note, author=tx.author)
        return held[-1].id
    return add(
        tx,
        t.KPI_VALUE,
        kpi=kpi,
        date=when,
        entered=entered_after(tx, ()),
        value=number,
        note=note,
        author=tx.author,
    )


@command("Change KPI value")
def change_kpi_value(tx: Transaction, /, row: int, **fields: object) -> KpiValue:
    """Sets date, value or note of a measurement; a day that has another one is refused."""
    held = tx.snapshot.get(t.KPI_VALUE, row)
    kpi = tx.snapshot.get(t.KPI, held.kpi)
    if "value" in fields and kpi.rule is KpiRule.QUALITATIVE:
        fields["value"] = _quality(fields["value"])
    after = change(tx, t.KPI_VALUE, row, **fields)
    for other in tx.snapshot.children(t.KPI_VALUE, "kpi", held.kpi):
        if other.date == after.date and other.id != row:
            raise refuse(
                "{day} already has {value}. Choose another day.",
                "date",
                day=other.date,
                value=other.value,
            )
    return after


@command("KPI values")
def record_kpi_values(tx: Transaction, kpi: int, values: Iterable[tuple[date, object]]) -> None:
    """Enters several measurements as one step; those that days have already are replaced."""
    for day, value in values:
        record_kpi_value(tx, kpi, value, on=day, replace=True)


def _quality(value: object) -> object:
    text = str(value).strip().lower()
    if text in QUALITIES:
        return QUALITIES.index(text)
    try:
        number = amount(value)
    except UserError:
        number = amount(-1)
    if number not in (0, 1, 2):
        raise refuse("Use good, fair or poor.", "value")
    return number


@command("Link KPI")
def link_kpi(tx: Transaction, objective: int, kpi: int, strength: KpiStrength | str | None) -> None:
    """Sets a cell of the matrix: direct, influences, or None for nothing."""
    rows = tx.snapshot.children(t.KPI_LINK, "objective", objective)
    row = next((row for row in rows if row.kpi == kpi), None)
    if row is None and strength is not None:
        add(tx, t.KPI_LINK, objective=objective, kpi=kpi, strength=strength, since=tx.today)
    elif row is not None and strength is not None:
        change(tx, t.KPI_LINK, row.id, strength=strength)
    elif row is not None:
        remove(tx, t.KPI_LINK, row.id)


@command("Watch only")
def watch_only(tx: Transaction, item: int, *, watched: bool = True) -> None:
    """Says that a KPI need not be moved, or that an objective need not move one; or no longer."""
    kpi = tx.snapshot.find(t.KPI, item) is not None
    rule = watch_rule(item) if kpi else NO_KPI
    objective = None if kpi else item
    held = [
        row for row in tx.snapshot.rows(t.MUTE) if (row.rule, row.objective) == (rule, objective)
    ]
    for row in () if watched else held:
        remove(tx, t.MUTE, row.id)
    if watched and not held:
        mute(tx, rule, objective)
