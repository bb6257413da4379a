"""One key result in the inspector of its objective."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.tables import KEY_RESULT, PERSON
from okrdesk.domain.words import Status
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.value import value_editor
from okrdesk.ui.look import ElidedButton, Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text, tr
from okrdesk.ui.widgets.avatar import Avatar
from okrdesk.ui.widgets.paint import paint_shape
from okrdesk.ui.widgets.progress_bar import ProgressBar
from okrdesk.ui.widgets.themed import ThemedWidget


class StatusShape(ThemedWidget):
    """The shape of a status; its word is the tooltip and the accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._status: str | None = None
        self.setFixedSize(11, 11)

    def show_status(self, status: str | None) -> None:
        """Shows another status."""
        self._status = status
        word = "" if status is None else status_word(status)
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shape(
            painter, self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self.theme, self._status
        )
        painter.end()


class KeyResultRow(QWidget):
    """Status, title, confidence and owner; below them value, bar and percent.

    ``chosen`` carries the key result whose title was clicked.
    """

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, key_result: int) -> None:
        super().__init__()
        self._bridge, self._look, self.key_result = bridge, look, key_result
        self._shape = StatusShape(look)
        self._title = ElidedButton("text")
        self._title.clicked.connect(lambda: self.chosen.emit(key_result))
        self._confidence = look.label("", TextRole.SMALL, "2")
        self._owner = Avatar(look.themes)
        self.value = value_editor(bridge, look, key_result, compact=True)
        self._bar = ProgressBar(look.themes)
        self._percent = look.label("", TextRole.STRONG)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._percent.setMinimumWidth(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 11)
        column.setSpacing(5)
        column.addLayout(self._head())
        column.addLayout(self._body())
        # Below the whole row, so that the bar keeps its width.
        self.value.error.setIndent(19)
        column.addWidget(self.value.error)
        self.refresh()

    def refresh(self) -> None:
        """Shows the key result as it stands now."""
        row = self._bridge.snapshot.get(KEY_RESULT, self.key_result)
        score = self._bridge.scores.key_result(self.key_result)
        self._shape.show_status(score.status)
        self._title.show_text(row.title)
        self._confidence.setText(confidence_text(score.confidence))
        person = self._bridge.snapshot.find(PERSON, row.owner)
        self._owner.setVisible(person is not None)
        if person is not None:
            self._owner.set_person(person.name, person.initials, person.colour - 1)
        self.value.refresh()
        achieved = score.status is Status.ACHIEVED
        self._bar.set_values(score.status, score.progress, None if achieved else score.expected)
        self._percent.setText(percent_text(score.progress))

    def sizeHint(self) -> QSize:
        return QSize(300, super().sizeHint().height())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._shape)
        row.addWidget(self._title, 1)
        row.addWidget(self._confidence)
        row.addWidget(self._owner)
        return row

    def _body(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(19, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.value, 3)
        right = QHBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._bar, 1)
        right.addWidget(self._percent)
        box = QWidget()
        box.setFixedHeight(self.value.sizeHint().height())
        box.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box, 4, Qt.AlignmentFlag.AlignTop)
        return row


def confidence_text(confidence: float | None) -> str:
    """``Confidence 8``; nothing when nobody gave one."""
    return "" if confidence is None else tr("Confidence {value}").format(value=f"{confidence:g}")
