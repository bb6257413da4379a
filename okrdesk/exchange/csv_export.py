"""A plan as a folder of CSV files, one for each table: nothing of the tables is left out."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES, Table
from okrdesk.exchange.columns import columns
from okrdesk.exchange.csv_names import file_name
from okrdesk.exchange.spreadsheet_text import escape
from okrdesk.exchange.whole_files import make_folder, write_whole


class Extra(NamedTuple):
    """A column for readers only: what follows from the rows, at the end of their file.

    ``texts``: by the row's id; plain numbers with a dot, or words.
    """

    name: str
    texts: Mapping[int, str]


Extras = Mapping[str, Sequence[Extra]]
"""Further columns by the name of the table."""


def write_tables(
    folder: Path, snapshot: Snapshot, extras: Extras | None = None, *, bom: bool = False
) -> list[Path]:
    """Writes all tables and returns the files.

    UTF-8, ISO dates, decimal dots, ids as text; ``bom`` for a spreadsheet that else guesses
    the encoding. Each file appears whole or not at all. Raises UserError when the folder
    cannot be written.
    """
    make_folder(folder)
    encoding = "utf-8-sig" if bom else "utf-8"
    more = extras or {}
    return [_write(folder, snapshot, t, more.get(t.name, ()), encoding) for t in TABLES]


def _write(
    folder: Path, snapshot: Snapshot, table: Table[Any], extras: Sequence[Extra], encoding: str
) -> Path:
    path = folder / file_name(table)
    rows = snapshot.sorted_rows(table)

    def write(file: BinaryIO) -> None:
        text = TextIOWrapper(file, encoding, newline="")
        csv.writer(text).writerows(_lines(table, rows, extras))
        text.detach()

    write_whole(path, write)
    return path


def _lines(
    table: Table[Any], rows: Sequence[Any], extras: Sequence[Extra]
) -> Iterator[Sequence[str]]:
    """The head, then a line a row; converted a column at a time."""
    yield [*table.fields, *(extra.name for extra in extras)]
    values = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    cells = [column.write(of) for column, of in zip(columns(table), values, strict=True)]
    yield from zip(*cells, *(_further(extra, values[0]) for extra in extras), strict=True)


def _further(extra: Extra, ids: Sequence[int]) -> Iterable[str]:
    return [escape(extra.texts.get(row_id, "")) for row_id in ids]
