"""A field for a day."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.translation import said, short_date


class DayField(LineField):
    """A day as text. ``chosen`` carries it, or None when the field was emptied and may be."""

    chosen = Signal(object)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, may_be_empty: bool = False
    ) -> None:
        super().__init__(name, parent)
        self._may_be_empty = may_be_empty
        self.committed.connect(self._read)

    def show_day(self, day: date | None) -> None:
        """Shows a day, or none."""
        self.show_text("" if day is None else short_date(day, year=True))

    def _read(self, text: str) -> None:
        if self._may_be_empty and not text.strip():
            self.chosen.emit(None)
            return
        try:
            day = read_day(text.strip())
        except UserError as error:
            self.show_error(said(error.message))
            self.setModified(True)
            return
        self.show_error("")
        self.chosen.emit(day)


def read_day(text: str) -> date:
    """A day as the locale writes it, or as ISO. Raises UserError."""
    for pattern in (
        "d MMM yyyy",
        "yyyy-MM-dd",
        QLocale().dateFormat(QLocale.FormatType.ShortFormat),
    ):
        found = QLocale().toDate(text, pattern)
        if found.isValid():
            return QDate.toPython(found)  # type: ignore[return-value]  # the stub says object
    raise UserError(Message("Use a date, for example 2026-09-30."))
