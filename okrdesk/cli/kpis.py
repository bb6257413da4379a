"""``kpis``: how every KPI stands, and the measurements of one."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from okrdesk.app.reporting.amounts import amount
from okrdesk.app.reporting.kpis import STATUSES
from okrdesk.cli.context import Context, Picture, picture
from okrdesk.cli.find import find_named
from okrdesk.cli.output import Column, as_json, room, say, table
from okrdesk.cli.parser import Commands, add_json, add_on
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Kpi
from okrdesk.domain.ids import id_text
from okrdesk.domain.kpi_overview import KpiLine, kpi_lines
from okrdesk.domain.kpi_status import limits_on, status_of, values_until
from okrdesk.domain.words import KpiRule
from okrdesk.text import Catalogue

_EXAMPLES = """\
  okrdesk kpis plan.okrdesk
  okrdesk kpis plan.okrdesk --of "Net promoter score"
  okrdesk kpis plan.okrdesk --on 2026-07-31 --json"""
_WORDS = ("poor", "fair", "good")


def add_to(commands: Commands) -> None:
    """Adds the command."""
    catalogue = commands.catalogue
    parser = commands.add(
        "kpis",
        run_kpis,
        about=catalogue("print the KPIs with value, target and state"),
        examples=_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument("--of", metavar="KPI", help=catalogue("the measurements of this one"))
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run_kpis(context: Context) -> int:
    """Prints the list, or the measurements of one KPI, newest last."""
    with picture(context) as shown:
        of = context.arguments.of
        lines = kpi_lines(shown.snapshot, shown.as_of)
        if of is not None:
            rows = list(_values(shown, find_named(shown.snapshot, t.KPI, of)))
        else:
            rows = [_document(shown, line) for line in lines]
        if context.arguments.json:
            say(as_json(rows))
            return 0
        printed = _value_table(context.catalogue, shown, rows) if of else _table(context, lines)
        for text in printed:
            say(text)
    return 0


def _document(shown: Picture, line: KpiLine) -> dict[str, Any]:
    kpi = line.kpi
    person, team = shown.snapshot.find(t.PERSON, kpi.owner), shown.snapshot.find(t.TEAM, kpi.team)
    return {
        "id": id_text(kpi.id),
        "name": kpi.name,
        "level": kpi.level,
        "nature": kpi.nature,
        "rule": kpi.rule,
        "unit": kpi.unit,
        "rhythm": kpi.rhythm,
        "value": line.value,
        **line.limits._asdict(),
        "status": line.status,
        "last_entry": line.last and line.last.date,
        "due": line.due,
        "owner": person and person.name,
        "team": team and team.name,
        "objectives": [id_text(objective) for objective in line.objectives],
    }


def _values(shown: Picture, kpi: int) -> Iterator[dict[str, Any]]:
    row = shown.snapshot.get(t.KPI, kpi)
    for value in values_until(shown.snapshot, kpi, shown.as_of):
        limits = limits_on(shown.snapshot, kpi, value.date)
        yield {
            "kpi": id_text(kpi),
            "date": value.date,
            "value": value.value,
            "status": status_of(row, limits, value.value),
            "note": value.note,
        }


def _table(context: Context, lines: list[KpiLine]) -> Iterator[str]:
    catalogue = context.catalogue
    heads = (
        catalogue("KPI"),
        catalogue("Value"),
        catalogue("Target"),
        catalogue("Status"),
        catalogue("Last entry"),
        catalogue("Rhythm"),
    )
    columns = [Column(head) for head in heads]
    rows = [
        [
            line.kpi.name,
            _said(catalogue, line.kpi, line.value),
            _asked(catalogue, line),
            "—" if line.status is None else catalogue.text(STATUSES[line.status]),
            "—" if line.last is None else catalogue.day_and_year(line.last.date),
            line.kpi.rhythm.value,
        ]
        for line in lines
    ]
    yield from table(columns, rows, room())


def _value_table(catalogue: Catalogue, shown: Picture, rows: list[dict[str, Any]]) -> Iterator[str]:
    heads = (catalogue("Day"), catalogue("Value"), catalogue("Status"), catalogue("Note"))
    columns = [Column(head) for head in heads]
    kpis = {id_text(row.id): row for row in shown.snapshot.rows(t.KPI)}
    body = [
        [
            catalogue.day_and_year(row["date"]),
            _said(catalogue, kpis[row["kpi"]], row["value"]),
            "—" if row["status"] is None else catalogue.text(STATUSES[row["status"]]),
            row["note"],
        ]
        for row in rows
    ]
    yield from table(columns, body, room())


def _said(catalogue: Catalogue, kpi: Kpi, value: Decimal | None) -> str:
    if kpi.rule is KpiRule.QUALITATIVE and value is not None:
        return _WORDS[min(max(int(value), 0), 2)]
    return amount(catalogue, value, kpi.unit, kpi.decimals)


def _asked(catalogue: Catalogue, line: KpiLine) -> str:
    ends = [line.limits.low, line.limits.high]
    if line.kpi.rule is KpiRule.RANGE:
        return " – ".join(_said(catalogue, line.kpi, end) for end in ends)
    return _said(catalogue, line.kpi, line.limits.target)
