"""Percent, bar, expected mark and confidence of an item, large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from okrdesk.domain.score import Score
from okrdesk.domain.words import Status
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.spread import Spread
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text
from okrdesk.ui.widgets.progress_bar import ProgressBar

THICKNESS = 10


class Headline(QWidget):
    """Shows how far an item is; its percents explain themselves."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__()
        look = tools.look
        self.percent_button = PercentButton(tools, item, TextRole.BIG_NUMBER, "number")
        self._bar = ProgressBar(look.themes, thickness=THICKNESS)
        self._expected = PercentButton(tools, item, TextRole.SMALL, "percent-quiet")
        self._confidence = look.label("", TextRole.SMALL, "2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.percent_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._right(), 1)

    def show_score(self, score: Score) -> None:
        """Shows the numbers of an item."""
        text = percent_text(score.progress)
        self.percent_button.show_percent(text, self.tr("Progress {percent}").format(percent=text))
        done = score.status is Status.ACHIEVED
        expected = None if done else score.expected
        self._bar.set_values(score.status, score.progress, expected)
        self._show_expected(score.expected)
        self._bar.setAccessibleDescription(" · ".join(filter(None, (text, self._expected.text()))))
        self._confidence.setText(
            ""
            if score.confidence is None
            else bold(self.tr("Confidence {value} of 10"), value=one_place(score.confidence))
        )

    def _show_expected(self, expected: float | None) -> None:
        percent = percent_text(expected)
        words = self.tr("Expected today {percent}").format(percent=percent)
        self._expected.show_percent(words, words)
        self._expected.setVisible(expected is not None)

    def _right(self) -> QVBoxLayout:
        self._confidence.setTextFormat(Qt.TextFormat.RichText)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addStretch(1)
        right.addWidget(self._bar)
        right.addWidget(Spread(self._expected, self._confidence))
        right.addStretch(1)
        return right


def bold(words: str, **values: str) -> str:
    """The words as rich text with what is filled in standing out; only for our own numbers."""
    return words.format(**{name: f"<b>{value}</b>" for name, value in values.items()})


def one_place(value: float) -> str:
    """A mean with one decimal place, a whole number without."""
    return number(value, 0 if float(value).is_integer() else 1)


def plain_text(label: QLabel) -> str:
    """What a label says, without its marks."""
    return label.text().replace("<b>", "").replace("</b>", "")
