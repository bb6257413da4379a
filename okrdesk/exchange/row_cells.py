"""Rows of a spreadsheet, or of a table in Markdown, become marked lines."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from okrdesk.exchange.outline_lines import Line, Mark
from okrdesk.exchange.rows import RowWords
from okrdesk.exchange.spreadsheet_text import MARKED, unescape

INDENT = 4
"""Columns that a level of a title is indented by."""

_ITEM = frozenset({"kind", "title", "objective", "key_result"})
_CALCULATED = frozenset({"progress", "status"})
_SPLIT = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_AMOUNT = re.compile(r"[^\w]*[\d.,:\s'%€$£-]+[^\w]*|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")

Cells = Sequence[str]


def sheet_of(text: str) -> list[Cells] | None:
    """The cells of a text that is a table: with tabs inside lines, or of Markdown; else None."""
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and all(line.strip().startswith("|") for line in lines):
        rows = [_markdown_cells(line.strip()) for line in lines]
        return [row for row in rows if not all(_DASHES.fullmatch(cell) for cell in row)]
    if not any("\t" in line.strip() for line in lines):
        return None
    rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    return [row for row in rows if any(cell.strip() for cell in row)]


def lines_of(sheet: Sequence[Cells], words: RowWords) -> list[Line]:
    """The lines that the rows stand for; the first row may name the columns."""
    if not sheet:
        return []
    names = [words.columns.get(_plain(cell)) for cell in sheet[0]]
    known = sum(name is not None for name in names)
    titled = bool(_ITEM.intersection(filter(None, names)) - {"kind"})
    if not titled or known * 2 < sum(bool(cell.strip()) for cell in sheet[0]):
        return [line for row in sheet for line in _stepped(row)]
    heads = [cell.strip() for cell in sheet[0]]
    return list(_named(sheet[1:], names, heads, words))


def _markdown_cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _SPLIT.split(line.strip("|"))]


def _plain(head: str) -> str:
    return " ".join(head.strip().strip("*:").split()).casefold()


def _stepped(row: Cells) -> Iterator[Line]:
    """Without names of columns: each cell stands below the one before it."""
    for place, cell in enumerate(row):
        text = _text(cell)
        if text:
            note = place > 0 and _AMOUNT.fullmatch(text) is not None
            yield Line(float(place), text, Mark.NOTE if note else Mark.NONE)


def _named(
    rows: Sequence[Cells], names: Sequence[str | None], heads: Cells, words: RowWords
) -> Iterator[Line]:
    objective = ""
    for row in rows:
        cells = dict[str, str]()
        further = list[tuple[str, str]]()
        for name, head, cell in zip(names, heads, row, strict=False):
            if name in _ITEM:
                cells[name] = cell.rstrip()
            elif cell.strip():
                further.append(_further(name, head, _text(cell)))
        above = _text(cells.get("objective", ""))
        if above and above != objective:
            objective = above
            own = () if _text(cells.get("key_result", "")) else tuple(further)
            yield Line(0.0, above, Mark.OBJECTIVE, cells=own)
        title = cells.get("title") or cells.get("key_result") or ""
        if _text(title):
            yield _line(title, cells, tuple(further), words)
        elif further and not above:
            yield Line(INDENT * 100.0, "; ".join(text for _, text in further), Mark.NOTE)


def _further(name: str | None, head: str, text: str) -> tuple[str, str]:
    """A cell beside the title; what no column takes goes into the note."""
    if name is None or name in _CALCULATED:
        return "note", f"{head}: {text}" if head else text
    return name, text


def _line(
    title: str, cells: dict[str, str], further: tuple[tuple[str, str], ...], words: RowWords
) -> Line:
    depth = float(len(title) - len(title.lstrip()))
    mark = Mark.NONE
    kind = _plain(cells.get("kind", ""))
    below_one = not cells.get("title") or bool(_text(cells.get("objective", "")))
    if kind in words.key_result or (not kind and below_one):
        mark = Mark.KEY_RESULT
    elif kind in words.objective:
        mark = Mark.OBJECTIVE
    return Line(depth, _text(title), mark, cells=further)


def _text(cell: str) -> str:
    """What a cell says, without the apostrophe that keeps it from running."""
    text = " ".join(cell.split("\n")).strip()
    return unescape(text) if text[1:2] and text[1:2] in MARKED else text
