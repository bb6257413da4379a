"""What is read out of a sentence beside its editor, and the fields that put it right."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from okrdesk.app.sentences import put_right
from okrdesk.domain.amounts import Context, parse_amount
from okrdesk.domain.errors import UserError
from okrdesk.domain.sentences import Form, Reading
from okrdesk.text import Message
from okrdesk.ui.editors.fields import mark_invalid
from okrdesk.ui.look import ElidedButton, Look, repolished
from okrdesk.ui.pages.reading_words import arrow, reading_words, unit_words
from okrdesk.ui.translation import number, said

_SAME = Message("Start and target are the same, so progress cannot be measured.")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ReadingPanel(QFrame):
    """The reading in words; start, target and unit as fields once they are opened.

    ``finished`` comes with Enter, ``left`` with Esc or back out of the first field,
    ``deserted`` when the focus went elsewhere from a field.
    """

    finished = Signal()
    left = Signal()
    deserted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.reading = Reading()
        self.correcting = False
        self._read = Reading()
        self._words = ElidedButton("reading")
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.clicked.connect(self.open)
        self._start = self._field(self.tr("Start"), 2)
        self._target = self._field(self.tr("Target"), 2)
        self._unit = self._field(self.tr("Unit"), 3)
        self._arrow = look.label(arrow(), tone="2")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        for widget, stretch in (
            (self._start, 2),
            (self._arrow, 0),
            (self._target, 2),
            (self._unit, 3),
        ):
            row.addWidget(widget, stretch)
        self._show_fields(shown=False)

    @property
    def words(self) -> str:
        """The reading as it is shown."""
        return self._words.accessibleName()

    def show_reading(self, reading: Reading) -> None:
        """Says what is read; a correction stays."""
        self._read = reading
        if not self.correcting:
            self._show(reading)

    def open(self) -> None:
        """Opens the fields with what was read, the caret in the first one."""
        reading = self.reading
        ends = (reading.start, reading.target)
        if reading.form is Form.RANGE:
            ends = (reading.low, reading.high)
        self._start.setText(_text(ends[0]))
        self._target.setText(_text(ends[1]))
        self._unit.setText(unit_words(reading))
        self._show_fields(shown=True)
        self._start.setFocus(Qt.FocusReason.TabFocusReason)
        self._start.selectAll()

    def problem(self) -> Message | None:
        """Why what stands in the fields cannot be kept; the field at fault is marked then."""
        if not self.correcting:
            return None
        try:
            start, target = self._amount(self._start), self._amount(self._target)
        except UserError as error:
            return error.message
        if start is not None and start == target:
            mark_invalid(self._target, said(_SAME))
            self._target.setFocus()
            return _SAME
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Esc and the ends of the row of fields."""
        if event.type() == QEvent.Type.FocusOut:
            self.deserted.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, field: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        back = key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shift)
        if key in _ENTER or (key == Qt.Key.Key_Tab and not shift and field is self._unit):
            self.finished.emit()
            return True
        if key == Qt.Key.Key_Escape:
            self.correcting = False
            self._show(self._read)
            self._close()
            return True
        if back and field is self._start:
            self._close()
            return True
        return False

    def _close(self) -> None:
        self._show_fields(shown=False)
        self.left.emit()

    def _field(self, name: str, stretch: int) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("look", "cell")
        field.setMinimumWidth(24 * stretch)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.textEdited.connect(self._correct)
        field.installEventFilter(self)
        return field

    def _correct(self) -> None:
        """Takes the fields for what is read; a field that says no number leaves it as it is."""
        self.correcting = True
        for field in (self._start, self._target):
            mark_invalid(field, "")
        try:
            start, target = self._amount(self._start), self._amount(self._target)
        except UserError:
            return
        self._show(put_right(self._read, start, target, self._unit.text()))

    def _amount(self, field: QLineEdit) -> Decimal | None:
        """What a field says; raises UserError, marked at the field."""
        text = field.text().strip()
        if not text:
            return None
        try:
            return parse_amount(text, Context(decimal_sign=QLocale().decimalPoint()))
        except UserError as error:
            mark_invalid(field, said(error.message))
            raise

    def _show(self, reading: Reading) -> None:
        self.reading = reading
        self._words.setProperty("tone", "2" if reading.kind is None else "")
        repolished(self._words)
        self._words.show_text(reading_words(reading))

    def _show_fields(self, *, shown: bool) -> None:
        self._words.setVisible(not shown)
        for widget in (self._start, self._arrow, self._target, self._unit):
            widget.setVisible(shown)


def _text(value: Decimal | None) -> str:
    return "" if value is None else number(value)
