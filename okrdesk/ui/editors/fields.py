"""Fields that write when a person has finished, never while the plan fills them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from okrdesk.ui.look import repolished
from okrdesk.ui.widgets.still_wheel import still_wheel

CLEAR = 8
"""Pixels beside the text of a choice that belong to the style."""


class LineField(QLineEdit):
    """One line of text. ``committed`` carries it when it was changed and left with Enter or Tab.

    Esc restores the old text. Ctrl+Z belongs to the field while something is being typed, and
    to the plan otherwise.
    """

    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Shows what the plan holds, unless the person is in the middle of typing."""
        self._shown = text
        if not (self.hasFocus() and self.isModified()):
            self.restore()

    def restore(self) -> None:
        """Shows the plan's text again."""
        if self.text() != self._shown or self.isModified():
            self.setText(self._shown)
            self.setCursorPosition(0 if not self.hasFocus() else len(self._shown))
        self.show_error("")

    def commit(self) -> None:
        """Tells the text if it was changed."""
        if self.isModified() and self.text() != self._shown:
            self.setModified(False)
            self.committed.emit(self.text())

    def show_error(self, sentence: str) -> None:
        """Marks the field; the sentence is its tooltip, too."""
        mark_invalid(self, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc restores while something is typed; else it goes on to the window."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.restore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the plan when there is nothing to take back here."""
        if isinstance(event, QKeyEvent) and _is_plan_undo(event, typing=self.isModified()):
            event.ignore()
            return False
        return super().event(event)


class NumberField(QAbstractSpinBox):
    """An amount as text, with arrows; what the text means is the caller's.

    ``committed`` carries the text when it was changed and left. The wheel does nothing without
    the focus, so that scrolling past never changes a number.
    """

    committed = Signal(str)
    restored = Signal()
    """The plan's number is shown again, whatever was typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        # Enter clears the line edit's own mark before it tells of it.
        self._typing = False
        self.setAccessibleName(name)
        still_wheel(self)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().textEdited.connect(self._note_typing)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Shows what the plan holds, unless the person is in the middle of typing."""
        self._shown = text
        if not (self.hasFocus() and self._typing):
            self.restore()

    def restore(self) -> None:
        """Shows the plan's number again."""
        self.lineEdit().setText(self._shown)
        self._typing = False
        if self.hasFocus():
            self.selectAll()
        self.show_error("")
        self.restored.emit()

    def commit(self) -> None:
        """Tells the text if it was changed."""
        if self._typing and self.text() != self._shown:
            self._typing = False
            self.committed.emit(self.text())

    def refuse(self, sentence: str) -> None:
        """Says what is wrong and keeps the text, so that it can be put right."""
        self.show_error(sentence)
        self._typing = True

    def show_error(self, sentence: str) -> None:
        """Marks the field; the sentence is its tooltip, too."""
        mark_invalid(self, sentence)

    def stepBy(self, steps: int) -> None:
        """Adds whole steps to a plain number; other texts stay as they are."""
        number, valid = self.locale().toDouble(self.text())
        if valid:
            decimals = len(self.text().partition(self.locale().decimalPoint())[2])
            self.lineEdit().setText(self.locale().toString(number + steps, "f", decimals))
            self._typing = True
            self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Both ways, unless the field is read-only."""
        if self.isReadOnly():
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        both = QAbstractSpinBox.StepEnabledFlag
        return both.StepUpEnabled | both.StepDownEnabled

    def sizeHint(self) -> QSize:
        """Room for seven digits and the arrows; a compact one has room for what it shows."""
        compact = self.property("look") == "compact"
        texts = ("0,000", self._shown) if compact else ("0,000,000",)
        width = max(self.fontMetrics().horizontalAdvance(text) for text in texts) + 32
        return QSize(width, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc restores while something is typed; else it goes on to the window."""
        if event.key() == Qt.Key.Key_Escape and self._typing:
            self.restore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the plan when there is nothing to take back here."""
        if isinstance(event, QKeyEvent) and _is_plan_undo(event, typing=self._typing):
            event.ignore()
            return False
        return super().event(event)

    def _note_typing(self) -> None:
        self._typing = True
        self.show_error("")


MOST_LINES = 12
"""A longer text scrolls."""


class TextField(QPlainTextEdit):
    """Several lines of plain text. ``committed`` carries them when they were changed and left."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self._lines = lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)
        self.fit()

    def show_text(self, text: str) -> None:
        """Shows what the plan holds, unless the person is in the middle of typing."""
        self._shown = text
        if not (self.hasFocus() and self.document().isModified()):
            self.restore()

    def restore(self) -> None:
        """Shows the plan's text again."""
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
        self.document().setModified(False)

    def commit(self) -> None:
        """Tells the text if it was changed."""
        if self.document().isModified() and self.toPlainText() != self._shown:
            self.document().setModified(False)
            self.committed.emit(self.toPlainText())

    def show_lines(self, lines: int) -> None:
        """Has room for so many lines, or more where its text needs them."""
        self._lines = lines
        self.fit()

    def fit(self) -> None:
        """Gives the field the height of its text, within bounds."""
        lines = round(self.document().size().height())
        shown = min(max(lines, self._lines), MOST_LINES)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits."""
        super().focusOutEvent(event)
        self.commit()


class ChoiceField(QComboBox):
    """One of a few. ``chosen`` carries the data of the entry that a person picked."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        still_wheel(self)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends in … where the entry does not fit; Qt would cut it."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        whole = self.currentText() or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(
            whole, Qt.TextElideMode.ElideRight, room - CLEAR
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def sizeHint(self) -> QSize:
        """Room for the longest entry and for what the style keeps clear beside it."""
        return super().sizeHint() + QSize(CLEAR, 0)

    def show_choice(self, data: object) -> None:
        """Shows the entry with this data."""
        self.setCurrentIndex(self.findData(data))


def mark_invalid(widget: QWidget, sentence: str) -> None:
    """Draws the field in the colour of risk and tells why; an empty sentence takes it back."""
    if widget.property("invalid") == bool(sentence):
        return
    widget.setProperty("invalid", bool(sentence))
    widget.setToolTip(sentence)
    widget.setAccessibleDescription(sentence)
    repolished(widget)


def _is_plan_undo(event: QKeyEvent, *, typing: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or typing:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
