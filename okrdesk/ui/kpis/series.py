"""A pasted column of dates and values: what will happen, line by line, before it does."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDialog, QTreeWidgetItem, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.entities import Kpi
from okrdesk.domain.errors import UserError
from okrdesk.domain.kpi_series import Fate, SeriesLine, entered, read_series
from okrdesk.domain.kpi_status import limits_on, values_until
from okrdesk.domain.tables import KPI, KPI_VALUE
from okrdesk.domain.words import KpiRule
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.kpis.words import QUALITIES, value_words
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.widgets.plain_list import RIGHT, PlainList

SIZE = (520, 300)
SHOWN = 500
"""Lines that are listed at most; all of them are entered."""
_MONTHS = ("MMM yyyy", "MMMM yyyy", "yyyy-MM", "MM/yyyy", "MM.yyyy")
_CENTURY = 2000


class SeriesDialog(QDialog):
    """Enter enters the values as one step. ``told`` carries what was done."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, look: Look, kpi: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste values"))
        self._bridge, self._look = bridge, look
        self._kpi = bridge.snapshot.get(KPI, kpi)
        held = {row.date: row.value for row in bridge.snapshot.children(KPI_VALUE, "kpi", kpi)}
        self.read = read_series(text, read_any_day, lambda cell: read_value(self._kpi, cell), held)
        self.values = entered(self.read)
        heads = (self.tr("Day"), self.tr("Value"), self.tr("What happens"))
        self.rows = PlainList(look.themes, self.tr("Lines"), heads, wide=2)
        self.rows.setRootIsDecorated(False)
        self.rows.setTabKeyNavigation(False)
        self.rows.align_right(1)
        self.rows.setMinimumSize(*SIZE)
        self.rows.addTopLevelItems([self._item(line) for line in self.read[:SHOWN]])
        self._build()
        self.rows.setFocus()

    def accept(self) -> None:
        """Enters the values."""
        if not self.values:
            return
        self._bridge.attempt(commands.record_kpi_values, self._kpi.id, self.values)
        super().accept()
        words = said(Message("%n value(s) entered", count=len(self.values)))
        self.told.emit(self.tr("{kpi}: {values}").format(kpi=self._kpi.name, values=words))

    def _item(self, line: SeriesLine) -> QTreeWidgetItem:
        day = line.text if line.day is None else short_date(line.day, year=True)
        value = "" if line.value is None else value_words(self._kpi, line.value, short=False)
        item = QTreeWidgetItem([day, value, self._fate(line)])
        item.setTextAlignment(1, RIGHT)
        item.setToolTip(0, line.text)
        return item

    def _fate(self, line: SeriesLine) -> str:
        if line.fate is Fate.REPLACES:
            before = value_words(self._kpi, line.before, short=False)
            return self.tr("Replaces {value}").format(value=before)
        if line.why is not None:
            return self.tr("Left out: {reason}").format(reason=said(line.why))
        return {
            Fate.NEW: self.tr("New"),
            Fate.SAME: self.tr("Is there already"),
            Fate.LATER: self.tr("Left out: a later line has this day"),
        }[line.fate]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._look.wrapped(self._summary(), TextRole.STRONG))
        column.addWidget(self.rows, 1)
        column.addWidget(
            answers(self, self.tr("Cancel"), self.tr("Enter values"), ready=bool(self.values))
        )

    def _summary(self) -> str:
        fates = [line.fate for line in self.read]
        left = len(fates) - len(self.values)
        words = self.tr("{kpi}: {new} new, {replaced} replaced, {left} left out")
        return words.format(
            kpi=self._kpi.name,
            new=fates.count(Fate.NEW),
            replaced=fates.count(Fate.REPLACES),
            left=left,
        )


def read_value(kpi: Kpi, text: str) -> Decimal:
    """A value as a person writes it: an amount, or good, fair, poor. Raises UserError."""
    if kpi.rule is KpiRule.QUALITATIVE:
        words = [said(word).casefold() for word in QUALITIES]
        if text.strip().casefold() in words:
            return Decimal(words.index(text.strip().casefold()))
        if text.strip() not in {"0", "1", "2"}:
            raise UserError(Message("Use good, fair or poor."))
    context = Context(start=Decimal(-1), unit=kpi.unit, decimal_sign=QLocale().decimalPoint())
    return parse_amount(text.strip(), context)


def read_kpi_amount(bridge: Bridge, kpi: Kpi, text: str) -> Decimal:
    """A value of today, which may be a change from the last one: "+2". Raises UserError."""
    told = values_until(bridge.snapshot, kpi.id, bridge.today)
    target = limits_on(bridge.snapshot, kpi.id, bridge.today).target
    last = told[-1].value if told else None
    context = Context(last, kpi.baseline, target, kpi.unit, QLocale().decimalPoint())
    return parse_amount(text.strip(), context)


def read_any_day(text: str) -> date:
    """A day, or a month, which stands for its last day. Raises UserError."""
    plain = text.strip()
    for pattern in _patterns():
        found = QLocale().toDate(plain, pattern, _CENTURY)
        if found.isValid():
            return _plain(found)
    for pattern in _MONTHS:
        found = QLocale().toDate(plain, pattern, _CENTURY)
        if found.isValid():
            day = _plain(found)
            return day.replace(day=monthrange(day.year, day.month)[1])
    return read_day(plain)


def _patterns() -> Sequence[str]:
    """The short date of the language, with two and four digits for the year."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    two = short.replace("yyyy", "yy")
    return (two.replace("yy", "yyyy"), two, "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy")


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
