"""A folder of CSV files, as ``csv_export`` writes it, back as rows."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import TABLES, Table
from okrdesk.exchange.columns import Column, columns
from okrdesk.exchange.csv_names import file_name
from okrdesk.text import Message


def read_tables(folder: Path) -> dict[str, list[Any]]:
    """Rows by the table's name; a table without a file is empty.

    Columns that are not the table's are passed over; one that is missing gets the default of
    its field. Raises UserError, with file and row, for what is no such file.
    """
    return {table.name: list(_rows(folder / file_name(table), table)) for table in TABLES}


def _rows(path: Path, table: Table[Any]) -> Iterator[Any]:
    if not path.is_file():
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            head = next(lines, [])
            places = _places(path, table, head)
            for number, line in enumerate(filter(None, lines), 2):
                yield _row(path, number, table, places, line)
    except UnicodeDecodeError as error:
        raise _refused(path, Message("it is not encoded in UTF-8")) from error
    except csv.Error as error:
        raise _refused(path, Message("a quotation mark is missing")) from error


Place = tuple[Column, int | None]
"""A column and where it stands in the file, or None."""


def _places(path: Path, table: Table[Any], head: Sequence[str]) -> list[Place]:
    at = {name: position for position, name in enumerate(head)}
    found = [(column, at.get(column.name)) for column in columns(table)]
    defaults = table.row._field_defaults  # a NamedTuple's own
    missing = [c.name for c, place in found if place is None and c.name not in defaults]
    if missing:
        raise _refused(path, Message("the column “{name}” is missing", {"name": missing[0]}))
    return found


def _row(
    path: Path, number: int, table: Table[Any], places: Sequence[Place], line: Sequence[str]
) -> Any:
    values = {}
    for column, place in places:
        if place is not None:
            values[column.name] = _value(
                path, number, column, line[place] if place < len(line) else None
            )
    return table.row(**values)


def _value(path: Path, number: int, column: Column, text: str | None) -> Any:
    if text is None:
        raise _refused(path, Message("row {row} is too short", {"row": number}))
    if column.optional and not text:
        return None
    try:
        return column.read(text)
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        where = {"value": text[:40], "row": number, "column": column.name}
        problem = Message("“{value}” in row {row} does not fit the column “{column}”", where)
        raise _refused(path, problem) from error


def _refused(path: Path, problem: Message) -> UserError:
    return UserError(
        Message(
            "“{file}” cannot be read: {problem}. Nothing was changed.",
            {"file": path.name, "problem": problem},
        )
    )
