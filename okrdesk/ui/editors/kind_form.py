"""The definition of a key result as a form that follows from the fields its kind declares."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.errors import UserError
from okrdesk.domain.key_results import KINDS, Field, Place, kind
from okrdesk.domain.readings import span
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.amounts import terms_of
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.editors.fields import ChoiceField, LineField, mark_invalid
from okrdesk.ui.editors.kind_words import CHOICE_WORDS, FIELD_WORDS, KIND_WORDS, LIMIT_WORD
from okrdesk.ui.editors.parts_form import PartsForm
from okrdesk.ui.editors.source_choice import SourceChoice
from okrdesk.ui.look import Look, frame
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said, short_date

COMMON = (
    Field("start_date", date, Place.KEY_RESULT),
    Field("due", date, Place.TERMS),
    Field("weight", float, Place.KEY_RESULT),
)
"""What every kind has besides its own fields."""
_PARTS = ("steps", "zones")
_PHASED = {"start", "target"}
"""A kind with both goes from one to the other, and may do so in phases."""
_DAYS = ("start_date", "due")
_LIMITS = ("at_least", "at_most")


class KindForm(QWidget):
    """A field for each one that the kind declares; each commit is one step of undo."""

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__()
        self._bridge, self._look, self._item = bridge, look, key_result
        self._shows: list[Callable[[], None]] = []
        self._lines: list[LineField] = []
        self._parts: list[PartsForm] = []
        self._used = 0
        """How many cells of the grid's two columns are taken."""
        self._error = look.wrapped("", TextRole.SMALL, "risk")
        self._error.hide()
        card = frame("card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(14, 12, 14, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Shows what the plan holds."""
        for show in self._shows:
            show()

    def commit(self) -> None:
        """Writes what is being typed."""
        for line in self._lines:
            line.commit()
        for parts in self._parts:
            parts.commit()

    def _build(self) -> None:
        row = self._row()
        self.kind = self._kind_choice()
        self._add(said(Message("Kind")), self.kind, wide=True)
        for field in (*kind(row.kind).fields, *COMMON):
            if field.name in _PARTS:
                self._add_parts(field.name)
            else:
                switch = field.type is bool
                words = "" if switch else self._words(field)
                self._add(words, self._editor(field), wide=switch)
        if {field.name for field in kind(row.kind).fields} >= _PHASED:
            self._add_parts("phases")
        source = SourceChoice(self._bridge, self._item)
        source.refused.connect(lambda message: self._show_error(message, source))
        self._shows.append(source.refresh)
        self._add(source.accessibleName(), source, wide=True)
        self._grid.addWidget(self._error, self._grid.rowCount(), 0, 1, 2)

    def _add_parts(self, name: str) -> None:
        parts = PartsForm(self._bridge, self._look, self._item, name)
        self._parts.append(parts)
        self._shows.append(parts.refresh)
        self._add(said(FIELD_WORDS[name]), parts, wide=True)

    def _words(self, field: Field) -> str:
        limit = field.name == "target" and self._row().kind in _LIMITS
        return said(LIMIT_WORD if limit else FIELD_WORDS[field.name])

    def _add(self, name: str, editor: QWidget, *, wide: bool = False) -> None:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if name:
            column.addWidget(self._look.label(name, TextRole.SMALL, "2"))
        else:
            column.addStretch()
        column.addWidget(editor)
        span = 2 if wide else 1
        self._used += self._used % span
        row, place = divmod(self._used, 2)
        self._used += span
        self._grid.addWidget(box, row, place, 1, span, Qt.AlignmentFlag.AlignTop)

    def _row(self) -> KeyResult:
        return self._bridge.snapshot.get(KEY_RESULT, self._item)

    def _kind_choice(self) -> ChoiceField:
        choice = ChoiceField(said(Message("Kind")))
        for member in KINDS:
            choice.addItem(said(KIND_WORDS[member.id]), member.id)
        choice.setEnabled(not self._bridge.read_only)
        choice.chosen.connect(lambda chosen: self._write("kind", chosen, choice))
        self._shows.append(lambda: choice.show_choice(self._row().kind))
        return choice

    def _editor(self, field: Field) -> QWidget:
        if field.choices:
            return self._choice(field)
        return self._switch(field) if field.type is bool else self._line(field)

    def _choice(self, field: Field) -> ChoiceField:
        choice = ChoiceField(self._words(field))
        for value in field.choices:
            choice.addItem(said(CHOICE_WORDS[value]), value)
        choice.setEnabled(not self._bridge.read_only)
        choice.chosen.connect(lambda chosen: self._write(field.name, chosen, choice))
        self._shows.append(lambda: choice.show_choice(self._value(field) or field.choices[0]))
        return choice

    def _switch(self, field: Field) -> QCheckBox:
        box = QCheckBox(self._words(field))
        box.setEnabled(not self._bridge.read_only)
        box.clicked.connect(lambda on: self._write(field.name, on, box))
        self._shows.append(lambda: box.setChecked(bool(self._value(field))))
        return box

    def _line(self, field: Field) -> LineField:
        line = LineField(self._words(field))
        line.setReadOnly(self._bridge.read_only)
        line.committed.connect(lambda text: self._write_text(field, text, line))
        self._lines.append(line)
        if field.name in _DAYS:
            self._shows.append(partial(self._hint_day, line, _DAYS.index(field.name)))
        self._shows.append(lambda: line.show_text(text_of(self._value(field))))
        return line

    def _hint_day(self, line: LineField, end: int) -> None:
        """Shows the day that holds while no own one is given."""
        plain = self._row()._replace(start_date=None)
        line.setPlaceholderText(text_of(span(self._bridge.snapshot, plain, None)[end]))

    def _value(self, field: Field) -> object:
        row = self._row()
        if field.place is Place.PARAMETERS:
            return json.loads(row.parameters).get(field.name)
        holder = row if field.place is Place.KEY_RESULT else terms_of(self._bridge, row.id)
        return getattr(holder, field.name, None)

    def _write_text(self, field: Field, text: str, line: LineField) -> None:
        try:
            value = value_of(field, text)
        except UserError as error:
            self._show_error(error.message, line)
            line.setModified(True)
            return
        self._write(field.name, value, line)

    def _write(self, name: str, value: object, editor: QWidget) -> None:
        try:
            self._bridge.run(commands.change_key_result, self._item, **{name: value})
        except UserError as error:
            self._show_error(error.message, editor)
        else:
            self._show_error(None, editor)
            self.refresh()

    def _show_error(self, message: Message | None, editor: QWidget) -> None:
        sentence = "" if message is None else said(message)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        mark_invalid(editor, sentence)


def text_of(value: object) -> str:
    """A field's value as text; empty when there is none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return short_date(value, year=True)
    return number(value) if isinstance(value, Decimal | float | int) else str(value)


def value_of(field: Field, text: str) -> object:
    """What a person typed into a field; raises UserError when it cannot be understood."""
    plain = text.strip()
    if field.type is str:
        return plain
    if not plain:
        return None if field.type is not float else 1.0
    if field.type is date:
        return read_day(plain)
    amount = parse_amount(plain, Context(start=Decimal(-1), decimal_sign=QLocale().decimalPoint()))
    if field.type is int:
        return int(amount)
    return float(amount) if field.type is float else amount
