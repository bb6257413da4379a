"""Percent, bar, expected mark and confidence of an item, large."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from okrdesk.domain.score import Score
from okrdesk.domain.words import Status
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text
from okrdesk.ui.widgets.progress_bar import ProgressBar

THICKNESS = 10


class Headline(QWidget):
    """Shows how far an item is; ``asked`` follows a click on the percent, to learn why."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._percent = QPushButton()
        self._percent.setProperty("look", "number")
        self._percent.setToolTip(self.tr("How this is counted"))
        self._percent.clicked.connect(self.asked)
        self._bar = ProgressBar(look.themes, thickness=THICKNESS)
        self._expected = look.label("", TextRole.SMALL, "2")
        self._confidence = look.label("", TextRole.SMALL, "2")
        below = QHBoxLayout()
        below.addWidget(self._expected)
        below.addStretch()
        below.addWidget(self._confidence)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self._bar)
        right.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._percent, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(right, 1)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def percent_button(self) -> QPushButton:
        """Where the explanation belongs."""
        return self._percent

    def show_score(self, score: Score) -> None:
        """Shows the numbers of an item."""
        text = percent_text(score.progress)
        self._percent.setText(text)
        self._percent.setAccessibleName(self.tr("Progress {percent}").format(percent=text))
        done = score.status is Status.ACHIEVED
        expected = None if done else score.expected
        self._bar.set_values(score.status, score.progress, expected)
        self._bar.setAccessibleDescription(text)
        self._expected.setText(
            ""
            if score.expected is None
            else self.tr("Expected today {percent}").format(percent=percent_text(score.expected))
        )
        self._confidence.setText(
            ""
            if score.confidence is None
            else self.tr("Confidence {value} of 10").format(value=one_place(score.confidence))
        )

    def _restyle(self) -> None:
        self._percent.setFont(self._look.themes.theme.font(TextRole.BIG_NUMBER))


def one_place(value: float) -> str:
    """A mean with one decimal place, a whole number without."""
    return number(value, 0 if float(value).is_integer() else 1)
