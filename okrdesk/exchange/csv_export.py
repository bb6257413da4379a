"""A plan as a folder of CSV files, one for each table: nothing of the tables is left out."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from io import TextIOWrapper
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import TABLES, Table
from okrdesk.exchange.columns import IdTexts, columns
from okrdesk.exchange.csv_names import file_name
from okrdesk.exchange.spreadsheet_text import escape
from okrdesk.exchange.whole_files import make_folder, whole_files


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
    known, more = IdTexts(), extras or {}
    paths = [folder / file_name(table) for table in TABLES]
    with whole_files() as put:
        for table, path in zip(TABLES, paths, strict=True):
            lines = _lines(table, snapshot, more.get(table.name, ()), known)
            put(path, partial(_write, lines, encoding))
    return paths


def _write(lines: Iterable[Sequence[str]], encoding: str, file: BinaryIO) -> None:
    text = TextIOWrapper(file, encoding, newline="")
    csv.writer(text).writerows(lines)
    text.detach()


def _lines(
    table: Table[Any], snapshot: Snapshot, extras: Sequence[Extra], known: IdTexts
) -> Iterable[Sequence[str]]:
    """The head, then a line a row; converted a column at a time."""
    order = itemgetter(*(table.fields.index(name) for name in table.order))
    values = list(zip(*sorted(snapshot.rows(table), key=order), strict=True))
    values = values or [()] * len(table.fields)
    cells = [column.write(of, known) for column, of in zip(columns(table), values, strict=True)]
    further = (_further(extra, values[0]) for extra in extras)
    head = [*table.fields, *(extra.name for extra in extras)]
    return chain((head,), zip(*cells, *further, strict=True))


def _further(extra: Extra, ids: Sequence[int]) -> Iterable[str]:
    texts = [extra.texts.get(row_id, "") for row_id in ids]
    safe = {text: escape(text) for text in set(texts)}
    return map(safe.__getitem__, texts)
