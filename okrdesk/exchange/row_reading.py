"""What a person pastes, back as objectives and key results."""

from okrdesk.exchange.outline import Measurable, read_outline, rows_of
from okrdesk.exchange.row_cells import lines_of, sheet_of
from okrdesk.exchange.rows import RowsRead, RowWords


def read_rows(text: str, words: RowWords, measurable: Measurable) -> RowsRead:
    """An indented list or rows of a spreadsheet; nothing of the text is lost.

    ``measurable`` says whether a sentence holds something to measure.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    plain = plain.removeprefix("\ufeff").replace("\x00", "")
    sheet = sheet_of(plain)
    if sheet is None:
        return read_outline(plain.split("\n"), words, measurable)
    return rows_of(lines_of(sheet, words), measurable)
