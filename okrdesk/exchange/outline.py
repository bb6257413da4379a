"""Marked lines become a tree of objectives and key results.

What is at the top is an objective, and what is right below one and has nothing below itself is
a key result. Where a line below an objective has lines of its own, its words decide: with a
number it is a key result with notes, else an objective that supports.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from okrdesk.exchange.outline_lines import Line, Mark, line_of
from okrdesk.exchange.rows import ItemRow, RowsRead, RowWords

TITLE_LENGTH = 500

Measurable = Callable[[str], bool]
"""Whether a sentence holds something to measure."""


@dataclass(slots=True)
class Node:
    """A line and the lines below it."""

    line: Line
    below: list["Node"] = field(default_factory=list)


def read_outline(lines: Iterable[str], words: RowWords, measurable: Measurable) -> RowsRead:
    """An indented list, of bullets, numbers or headings, as rows."""
    found = [line for text in lines if (line := line_of(text, words)) is not None]
    return rows_of(_with_notes(found), measurable)


def rows_of(lines: Sequence[Line], measurable: Measurable) -> RowsRead:
    """The rows that marked lines make; notes before the first one are left over."""
    tops, left_over = _grown(lines), list[str]()
    while tops and tops[0].line.mark is Mark.NOTE:
        left_over += _texts(tops.pop(0))
    flat = all(not node.below and node.line.mark is Mark.NONE for node in tops)
    rows = tuple(_row(node, measurable, top=True) for node in tops)
    return RowsRead(rows, bool(rows) and flat, tuple(left_over))


def _with_notes(lines: list[Line]) -> list[Line]:
    """Under a heading that has a list, a paragraph that leads no list is a note.

    One that leads the only list there is a note, too: it introduces the list.
    """
    marked = list(lines)
    for first, end in _sections(lines):
        plain = [at for at in range(first, end) if _is_paragraph(lines[at])]
        bullets = any(lines[at].bullet for at in range(first, end))
        leading = [at for at in plain if at + 1 < end and lines[at + 1].bullet]
        kept = leading if len(leading) > 1 else []
        for at in plain if bullets else []:
            if at not in kept:
                depth = lines[first - 1].depth + 0.5
                marked[at] = lines[at]._replace(depth=depth, mark=Mark.NOTE)
    return marked


def _sections(lines: list[Line]) -> list[tuple[int, int]]:
    """From behind each heading to the next one."""
    heads = [at for at, line in enumerate(lines) if line.heading]
    return [(at + 1, end) for at, end in pairwise([*heads, len(lines)])]


def _is_paragraph(line: Line) -> bool:
    return line.depth == 0 and line.mark is Mark.NONE and not line.bullet


def _grown(lines: Sequence[Line]) -> list[Node]:
    """Each line stands below the last one before it that is less deep, or holds it."""
    tops, above = list[Node](), list[Node]()
    for line in lines:
        node = Node(line)
        while above and above[-1].line.depth >= line.depth and not _holds(above, line):
            above.pop()
        (above[-1].below if above else tops).append(node)
        if line.mark is not Mark.NOTE:
            above.append(node)
    return tops


def _holds(above: Sequence[Node], line: Line) -> bool:
    """Whether a key result that is marked belongs to the line above it, although beside it."""
    last = above[-1].line
    if line.mark is not Mark.KEY_RESULT or last.depth != line.depth:
        return False
    return last.mark is Mark.OBJECTIVE or (last.mark is Mark.NONE and len(above) == 1)


def _row(node: Node, measurable: Measurable, *, top: bool) -> ItemRow:
    key_result = _is_key_result(node, measurable, top=top)
    rows, notes = list[ItemRow](), list[str]()
    for child in node.below:
        if _is_note(child, key_result=key_result):
            notes += _texts(child)
        else:
            rows.append(_row(child, measurable, top=False))
    title, rest = _cut(node.line.title)
    cells = tuple(cell for cell in node.line.cells if cell[0] != "note")
    notes = [*rest, *(text for name, text in node.line.cells if name == "note"), *notes]
    return ItemRow(title, key_result, tuple(rows), cells, "\n".join(notes))


def _is_key_result(node: Node, measurable: Measurable, *, top: bool) -> bool:
    mark = node.line.mark
    if mark is not Mark.NONE:
        return mark is Mark.KEY_RESULT
    lines = [child for child in node.below if child.line.mark is not Mark.NOTE]
    if top or not lines:
        return not top
    if any(child.line.mark is Mark.KEY_RESULT for child in lines):
        return False
    if measurable(node.line.title):
        return True
    deep = any(child.below for child in lines)
    return not (node.line.heading or deep or any(measurable(c.line.title) for c in lines))


def _is_note(node: Node, *, key_result: bool) -> bool:
    if node.line.mark is Mark.NOTE:
        return True
    return key_result and node.line.mark is not Mark.OBJECTIVE


def _texts(node: Node) -> list[str]:
    """The node and all below it as lines of a note."""
    return [node.line.title, *("  " + text for child in node.below for text in _texts(child))]


def _cut(title: str) -> tuple[str, list[str]]:
    """A title that is too long ends with a word; the whole of it goes into the note."""
    if len(title) <= TITLE_LENGTH:
        return title, []
    head = title[: TITLE_LENGTH - 1]
    return (head.rsplit(" ", 1)[0].rstrip() or head) + "…", [title]
