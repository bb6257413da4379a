"""One table of a screen as a CSV file."""

import csv
from collections.abc import Iterable, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from okrdesk.exchange.spreadsheet_text import escape
from okrdesk.exchange.whole_files import whole_files


def write_sheet(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Writes the rows, UTF-8 with a mark that spreadsheets know it by.

    Text that a spreadsheet would run gets an apostrophe. Raises UserError when the folder does
    not take the file.
    """
    lines = [[escape(cell) for cell in row] for row in rows]
    with whole_files() as put:
        put(path, partial(_write, lines))


def _write(lines: Iterable[Sequence[str]], file: BinaryIO) -> None:
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    csv.writer(text).writerows(lines)
    text.detach()
