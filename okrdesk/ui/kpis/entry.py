"""Entering a measurement: day, value, note; Enter saves."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.entities import KpiValue
from okrdesk.domain.errors import UserError
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.kpi_status import values_until
from okrdesk.domain.words import KpiRule
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.editors.fields import ChoiceField, LineField, NumberField, mark_invalid
from okrdesk.ui.kpis.words import QUALITIES, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date


class KpiEntry(QWidget):
    """``saved`` carries what was done, in words.

    A day that has a value asks first; Enter once more, or the button, replaces it.
    """

    saved = Signal(str)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._line: KpiLine | None = None
        self._asked = False
        self.day = LineField(self.tr("Day"))
        self.value = NumberField(self.tr("New value"))
        self.quality = ChoiceField(self.tr("New value"))
        for worth, word in reversed(list(enumerate(QUALITIES))):
            self.quality.addItem(said(word), worth)
        self.note = LineField(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.replace = look.button(self.tr("Replace"), self.save, "quiet")
        self.button = look.button(self.tr("Save value"), self.save, "quiet")
        for field in (self.day, self.note, self.value.lineEdit()):
            field.returnPressed.connect(self.save)
            field.textEdited.connect(lambda _text: self._say(""))
        self._build()

    def show_line(self, line: KpiLine) -> None:
        """Makes ready for a value of this KPI; what is being typed for the same one stays."""
        same = self._line is not None and self._line.kpi.id == line.kpi.id
        if not same:
            self.commit()
        self._line = line
        qualitative = line.kpi.rule is KpiRule.QUALITATIVE
        self.value.setVisible(not qualitative)
        self.quality.setVisible(qualitative)
        if not same:
            self._clear()

    def focus_value(self) -> None:
        """Puts the focus where the value is typed."""
        field = self.value if self.quality.isHidden() else self.quality
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Writes the measurement, or says what is in the way."""
        if self._line is None:
            return
        try:
            day, value = self._read()
            held = self._held(day)
            if held is not None and held.value != value and not self._asked:
                self._ask(held, value)
                return
            note = self.note.text() or (held.note if held else "")
            kpi = self._line.kpi
            self._bridge.run(
                commands.record_kpi_value, kpi.id, value, on=day, note=note, replace=True
            )
        except UserError as error:
            self._say(said(error.message))
            return
        self._clear()
        self.saved.emit(
            self.tr("{kpi}: {value} saved").format(kpi=kpi.name, value=value_words(kpi, value))
        )

    def commit(self) -> None:
        """Writes a value that was typed and not yet saved, where nothing is in its way."""
        if self._line is None or not self.value.text().strip():
            return
        try:
            day, _value = self._read()
        except UserError:
            return
        if self._held(day) is None:
            self.save()

    def _read(self) -> tuple[date, Decimal]:
        day = read_day(self.day.text().strip())
        if not self.quality.isHidden():
            return day, Decimal(int(self.quality.currentData()))
        return day, parse_amount(self.value.text(), self._context())

    def _context(self) -> Context:
        line = self._line
        assert line is not None  # noqa: S101  # asked only while a KPI is shown
        last = line.last
        return Context(
            None if last is None else last.value,
            line.kpi.baseline,
            line.limits.target,
            line.kpi.unit,
            QLocale().decimalPoint(),
        )

    def _held(self, day: date) -> KpiValue | None:
        assert self._line is not None  # noqa: S101  # asked only while a KPI is shown
        values = values_until(self._bridge.snapshot, self._line.kpi.id, day)
        return values[-1] if values and values[-1].date == day else None

    def _ask(self, held: KpiValue, value: Decimal) -> None:
        assert self._line is not None  # noqa: S101  # asked only while a KPI is shown
        words = self.tr("{day} already has {old}. Replace with {new}?").format(
            day=short_date(held.date),
            old=value_words(self._line.kpi, held.value, short=False),
            new=value_words(self._line.kpi, value, short=False),
        )
        self._say(words)
        self._asked = True
        self.replace.show()

    def _say(self, sentence: str) -> None:
        """Says something below the fields; an empty sentence takes it back."""
        self._asked = False
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.replace.hide()
        mark_invalid(self.value, sentence)

    def _clear(self) -> None:
        self._say("")
        self.value.show_text("")
        self.value.restore()
        self.note.show_text("")
        self.note.restore()
        self.day.show_text(short_date(self._bridge.today, year=True))
        self.day.restore()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place, words in enumerate((self.tr("Day"), self.tr("New value"))):
            grid.addWidget(self._look.label(words, TextRole.SMALL, "2"), 0, place)
            grid.setColumnStretch(place, 1)
        values = QHBoxLayout()
        values.addWidget(self.value, 1)
        values.addWidget(self.quality, 1)
        grid.addWidget(self.day, 1, 0)
        grid.addLayout(values, 1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
