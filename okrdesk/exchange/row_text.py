"""Rows as text that people can send and that reads back the same: plain, Markdown, table."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from html import escape as html_escape
from io import StringIO

from okrdesk.exchange.outline_lines import ESCAPES, Line, Mark, line_of
from okrdesk.exchange.row_cells import INDENT
from okrdesk.exchange.rows import ItemRow, RowWords
from okrdesk.exchange.spreadsheet_text import escape

_OBJECTIVE, _KEY_RESULT = "Objective: ", "Key result: "


def plain_text(rows: Sequence[ItemRow], words: RowWords) -> str:
    """A line a row, indented by tabs; a kind stands before a title only where it is needed."""
    lines = ["\t" * depth + _named(row, depth, row.title, words) for row, depth in _deep(rows)]
    return "\n".join(lines) + "\n" * bool(lines)


def markdown(rows: Sequence[ItemRow], words: RowWords) -> str:
    """A nested list with the objectives in bold."""
    lines = ["  " * depth + "- " + _emphasised(row, words) for row, depth in _deep(rows)]
    return "\n".join(lines) + "\n" * bool(lines)


def table(
    rows: Sequence[ItemRow], heads: Mapping[str, str], kinds: Sequence[str]
) -> list[list[str]]:
    """The cells of a table with names of columns.

    ``heads``: the columns wanted, by id, with their names; ``kind`` and ``title`` are always
    there to be asked for. ``kinds``: the words for an objective and for a key result.
    """
    lines = [list(heads.values())]
    for row, depth in _deep(rows):
        cells = {
            **dict(row.cells),
            "kind": kinds[row.key_result],
            "note": row.note,
            "title": " " * INDENT * depth + escape(row.title),
        }
        lines.append([_safe(name, cells.get(name, "")) for name in heads])
    return lines


def tsv(cells: Sequence[Sequence[str]]) -> str:
    """The cells with tabs between them, for a spreadsheet."""
    out = StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(cells)
    return out.getvalue()


def html_table(cells: Sequence[Sequence[str]]) -> str:
    """The cells as a table of HTML, for mail and documents; spaces in front are kept."""
    head, *body = cells
    lines = [_html_row(head, "th"), *(_html_row(row, "td") for row in body)]
    return f'<meta charset="utf-8"><table border="1">{"".join(lines)}</table>'


def _html_row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_html(cell)}</{tag}>' for cell in cells)}</tr>"


def _html(cell: str) -> str:
    text = cell.lstrip(" ")
    body = html_escape(text).replace("\n", "<br>")
    return "&nbsp;" * (len(cell) - len(text)) + body


def _safe(name: str, text: str) -> str:
    return text if name == "title" else escape(text)


def _deep(rows: Sequence[ItemRow]) -> Iterator[tuple[ItemRow, int]]:
    """All rows with their depth, each before those below it."""
    waiting = [(row, 0) for row in reversed(rows)]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting.extend((below, depth + 1) for below in reversed(row.below))


def _named(row: ItemRow, depth: int, shown: str, words: RowWords) -> str:
    """The title, with its kind in front where the place or the words would mislead."""
    usual = not row.below if row.key_result else depth == 0
    cell = shown.startswith("|")
    if usual and not cell and line_of(shown, words) == Line(0.0, row.title):
        return shown
    return (_KEY_RESULT if row.key_result else _OBJECTIVE) + shown


def _emphasised(row: ItemRow, words: RowWords) -> str:
    text = "".join("\\" + letter if letter in ESCAPES else letter for letter in row.title)
    if row.key_result:
        usual = not row.below and line_of("- " + text, words) == Line(0.5, row.title, bullet=True)
        return text if usual else _KEY_RESULT + text
    bold = f"**{text}**"
    usual = line_of("- " + bold, words) == Line(0.5, row.title, Mark.OBJECTIVE, bullet=True)
    return bold if usual else _OBJECTIVE + text
