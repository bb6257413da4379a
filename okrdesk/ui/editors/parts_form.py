"""The steps of a milestones key result, the zones of a rubric, or phased targets, as lists."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import PHASE, STEP, ZONE, Table
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.amounts import plain_amount, plain_number
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look
from okrdesk.ui.translation import number, said, short_date


class Column(NamedTuple):
    """A field of each part: how it is called, written and read. ``wide`` takes what is left."""

    name: str
    words: Message
    shown: Callable[[Any], str]
    read: Callable[[str], object]
    wide: bool = False
    empty: object = None
    """What an emptied field means."""


class Shape(NamedTuple):
    """A kind of part."""

    table: Table[Any]
    columns: tuple[Column, ...]
    replace: Callable[..., object]
    add: Message


def _day(value: date | None) -> str:
    return "" if value is None else short_date(value, year=True)


_TITLE = Column("title", Message("Part"), str, str, wide=True)
SHAPES: dict[str, Shape] = {
    "steps": Shape(
        STEP,
        (
            _TITLE,
            Column("due", Message("Due"), _day, read_day),
            Column("weight", Message("Weight"), number, plain_number, empty=1.0),
        ),
        commands.set_steps,
        Message("Add a step"),
    ),
    "zones": Shape(
        ZONE,
        (
            _TITLE,
            Column("ratio", Message("Counts, 0 to 1"), number, plain_number, empty=1.0),
        ),
        commands.set_zones,
        Message("Add a zone"),
    ),
    "phases": Shape(
        PHASE,
        (
            Column("date", Message("Day"), _day, read_day, wide=True),
            Column("value", Message("Value expected then"), number, plain_amount, wide=True),
        ),
        commands.set_phases,
        Message("Add a day"),
    ),
}


class PartsForm(QWidget):
    """One line for each part, in order; the last one is empty and adds another.

    Emptying the first field of a part removes it.
    """

    def __init__(self, bridge: Bridge, look: Look, key_result: int, parts: str) -> None:
        super().__init__()
        self._bridge, self._look, self._item = bridge, look, key_result
        self._shape = SHAPES[parts]
        self._lines: list[list[LineField]] = []
        self._boxes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def refresh(self) -> None:
        """Shows what the plan holds; the fields stay, so that the focus does."""
        rows = self._rows()
        wanted = len(rows) + (0 if self._bridge.read_only else 1)
        while len(self._lines) < wanted:
            self._add_line(len(self._lines))
        while len(self._lines) > wanted:
            self._lines.pop()
            box = self._boxes.pop()
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        for place, fields in enumerate(self._lines):
            self._show(fields, rows[place] if place < len(rows) else None)

    def commit(self) -> None:
        """Writes what is being typed."""
        for fields in list(self._lines):
            for field in list(fields):
                field.commit()

    def _rows(self) -> list[Any]:
        return self._bridge.snapshot.children(self._shape.table, "key_result", self._item)

    def _show(self, fields: list[LineField], row: Any) -> None:
        for place, (column, field) in enumerate(zip(self._shape.columns, fields, strict=True)):
            field.show_text("" if row is None else column.shown(getattr(row, column.name)))
            hint = said(self._shape.add) if row is None and place == 0 else said(column.words)
            field.setPlaceholderText(hint)
            # What the new part counts is asked once it is there.
            field.setVisible(row is not None or column.wide)

    def _add_line(self, place: int) -> None:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        fields = []
        for column in self._shape.columns:
            field = LineField(self._name(column, place))
            field.setReadOnly(self._bridge.read_only)
            field.committed.connect(lambda text, c=column, f=field: self._write(place, c, text, f))
            if not column.wide:
                room = field.fontMetrics().horizontalAdvance("30 Sep 2026")
                field.setFixedWidth(room + 22 if column.name == "due" else room - 4)
            layout.addWidget(field, 1 if column.wide else 0)
            fields.append(field)
        self._lines.append(fields)
        self._boxes.append(box)
        self._column.addWidget(box)

    def _name(self, column: Column, place: int) -> str:
        """For screen readers: "Part 2" and "Part 2, Weight"."""
        part = said(Message("Part {number}", {"number": place + 1}))
        if column is self._shape.columns[0]:
            return part
        return said(Message("{part}, {field}", {"part": part, "field": column.words}))

    def _write(self, place: int, column: Column, text: str, field: LineField) -> None:
        """Changes, adds or, when the first field is empty, removes the part at a place."""
        parts = [row._asdict() for row in self._rows()]
        for part in parts:
            del part["key_result"]
            part.pop("position", None)
        removed = not text.strip() and column is self._shape.columns[0]
        try:
            if removed:
                del parts[place : place + 1]
            else:
                self._put(parts, place, column, text)
            self._bridge.run(self._shape.replace, self._item, parts)
        except UserError as error:
            field.show_error(said(error.message))
            field.setModified(True)
        except _Unfinished:
            return
        else:
            field.show_error("")
            self.refresh()

    def _put(self, parts: list[dict[str, object]], place: int, column: Column, text: str) -> None:
        value = column.read(text.strip()) if text.strip() else column.empty
        if place < len(parts):
            parts[place][column.name] = value
            return
        parts.append(self._new_part() | {column.name: value})

    def _new_part(self) -> dict[str, object]:
        """What stands in the wide fields of the last line; raises when one of them is empty."""
        found: dict[str, object] = {}
        for column, field in zip(self._shape.columns, self._lines[-1], strict=True):
            if column.wide and not field.text().strip():
                raise _Unfinished
            found[column.name] = column.read(field.text().strip()) if column.wide else column.empty
        return found


class _Unfinished(Exception):
    """A new part lacks a field; it is written once it is whole."""
