"""Rows of the tree on the clipboard, in every form that other programs take, and back."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from okrdesk.app.row_copies import rows_of
from okrdesk.app.row_words import row_words
from okrdesk.domain.scoring import Scores
from okrdesk.exchange.row_text import html_table, markdown, plain_text, table, tsv
from okrdesk.exchange.rows import ItemRow
from okrdesk.text import Message
from okrdesk.ui.status_words import status_word
from okrdesk.ui.translation import said, tr

OWN = "application/x-okrdesk-rows"
"""Our own form: a table with all that defines the rows, in fixed words, and what they copy."""

_HEADS: Mapping[str, Message] = {
    "kind": Message("Type"),
    "title": Message("Title"),
    "owner": Message("Owner"),
    "team": Message("Team"),
    "start": Message("Start"),
    "current": Message("Current"),
    "target": Message("Target"),
    "unit": Message("Unit"),
    "progress": Message("Progress"),
    "status": Message("Status"),
    "due": Message("Due"),
}
_DEFINING = (
    "kind",
    "title",
    "owner",
    "team",
    "level",
    "cycle",
    "start",
    "target",
    "unit",
    "due",
    "tags",
    "note",
    "copy_of",
)


def mime_of(scores: Scores, items: list[int]) -> QMimeData:
    """The items with all below them: text, Markdown, a table as text and as HTML."""
    rows, data = rows_of(scores, items), QMimeData()
    words = row_words()
    data.setText(plain_text(rows, words))
    cells = _cells(rows)
    data.setHtml(html_table(cells))
    data.setData("text/markdown", markdown(rows, words).encode())
    data.setData("text/tab-separated-values", tsv(cells).encode())
    data.setData(OWN, tsv(_defining(rows)).encode())
    return data


def as_text(scores: Scores, items: list[int]) -> str:
    """The items as an indented list."""
    return plain_text(rows_of(scores, items), row_words())


def as_markdown(scores: Scores, items: list[int]) -> str:
    """The items as a list in Markdown."""
    return markdown(rows_of(scores, items), row_words())


def as_table(scores: Scores, items: list[int]) -> str:
    """The items as rows for a spreadsheet."""
    return tsv(_cells(rows_of(scores, items)))


def text_to_paste(data: QMimeData | None) -> str:
    """What the clipboard holds of rows: our own form, else its text; nothing if it is empty."""
    if data is None:
        return ""
    if data.hasFormat(OWN):
        return bytes(data.data(OWN).data()).decode("utf-8", "replace")
    return data.text()


def clipboard() -> QClipboard:
    """The clipboard of the system."""
    return QGuiApplication.clipboard()


def _cells(rows: tuple[ItemRow, ...]) -> list[list[str]]:
    heads = {name: said(message) for name, message in _HEADS.items()}
    return table([_in_words(row) for row in rows], heads, (tr("Objective"), tr("Key result")))


def _in_words(row: ItemRow) -> ItemRow:
    cells = ((n, status_word(text) if n == "status" else text) for n, text in row.cells)
    return row._replace(cells=tuple(cells), below=tuple(_in_words(below) for below in row.below))


def _defining(rows: tuple[ItemRow, ...]) -> list[list[str]]:
    words = row_words().columns
    heads = {name: next(w for w, column in words.items() if column == name) for name in _DEFINING}
    return table(rows, heads, ("objective", "key result"))
