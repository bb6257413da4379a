"""One key result in the inspector of its objective."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.entities import KeyResult
from okrdesk.domain.score import Score
from okrdesk.domain.tables import KEY_RESULT, PERSON
from okrdesk.domain.words import Status
from okrdesk.ui.editors.headline import bold
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.editors.value import value_editor
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, tr
from okrdesk.ui.widgets.avatar import Avatar
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.progress_bar import ProgressBar
from okrdesk.ui.widgets.themed import ThemedWidget

INDENT = 19
"""What stands below the title begins where it begins."""
_ROUND = 9.0


class KeyResultRow(ThemedWidget):
    """Status, title, confidence and owner; below them value, bar and percent.

    ``entered`` follows a click on it or the focus coming in.
    """

    entered = Signal()

    def __init__(self, tools: Tools, key_result: int) -> None:
        look = tools.look
        super().__init__(look.themes)
        self._bridge, self.key_result = tools.bridge, key_result
        self._selected, self._first = False, False
        self._shape = StatusShape(look)
        self._title = ElidedButton("text")
        self._title.clicked.connect(lambda: tools.chosen.emit(key_result))
        self._confidence = look.label("", TextRole.SMALL, "2")
        self._confidence.setTextFormat(Qt.TextFormat.RichText)
        self._owner = Avatar(look.themes)
        self.value = value_editor(tools.bridge, look, key_result, compact=True)
        self._bar = ProgressBar(look.themes)
        self.percent = PercentButton(tools, key_result, TextRole.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 9)
        column.setSpacing(2)
        column.addLayout(self._head())
        column.addLayout(self._body())
        # Below the whole row, so that the bar keeps its width.
        self.value.error.setIndent(INDENT)
        column.addWidget(self.value.error)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        self.refresh()

    @property
    def title(self) -> str:
        """What the key result is called."""
        return self._bridge.snapshot.get(KEY_RESULT, self.key_result).title

    def refresh(self) -> None:
        """Shows the key result as it stands now."""
        row = self._bridge.snapshot.get(KEY_RESULT, self.key_result)
        score = self._bridge.scores.key_result(self.key_result)
        self._shape.show_status(score.status)
        self._title.show_text(row.title)
        self._confidence.setText(confidence_text(score.confidence))
        self._show_owner(row)
        self.value.refresh()
        achieved = score.status is Status.ACHIEVED
        self._bar.set_values(score.status, score.progress, None if achieved else score.expected)
        sentence = row_sentence(row, score)
        self._bar.setAccessibleDescription(sentence)
        self.percent.show_percent(percent_text(score.progress), sentence)
        self.setAccessibleName(sentence)

    def set_selected(self, *, on: bool, first: bool) -> None:
        """Marks the row whose history is shown; ``first``: it has the card's round corners."""
        self._selected, self._first = on, first
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, super().sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.entered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes when the focus comes into the row."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._selected:
            return
        painter = QPainter(self)
        below = 0.0 if self._first else _ROUND
        # The lower corners lie outside of the row, which cuts them off.
        rect = QRectF(self.rect()).adjusted(0, -below, 0, _ROUND)
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent-soft"))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.end()

    def _show_owner(self, row: KeyResult) -> None:
        person = self._bridge.snapshot.find(PERSON, row.owner)
        self._owner.setVisible(person is not None)
        if person is not None:
            self._owner.set_person(person.name, person.initials, person.colour - 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._shape)
        row.addWidget(self._title, 1)
        row.addWidget(self._confidence)
        row.addWidget(self._owner)
        row.setContentsMargins(0, 0, 4, 0)
        return row

    def _body(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.value)
        right = QHBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._bar, 1)
        right.addWidget(self.percent)
        box = QWidget()
        box.setFixedHeight(max(self.value.sizeHint().height(), self.percent.sizeHint().height()))
        box.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        return row


def confidence_text(confidence: float | None) -> str:
    """``Confidence 8``, the number standing out; nothing when nobody gave one."""
    if confidence is None:
        return ""
    return bold(tr("Confidence {value}"), value=f"{confidence:g}")


def row_sentence(row: KeyResult, score: Score) -> str:
    """The row as a screen reader says it."""
    parts = [row.title]
    if score.status is not None:
        parts.append(status_word(score.status))
    parts.append(tr("Progress {percent}").format(percent=percent_text(score.progress)))
    if score.expected is not None:
        percent = percent_text(score.expected)
        parts.append(tr("Expected today {percent}").format(percent=percent))
    if score.confidence is not None:
        parts.append(tr("Confidence {value}").format(value=f"{score.confidence:g}"))
    return ", ".join(parts)
