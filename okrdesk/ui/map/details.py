"""What is chosen on the map, in a few lines."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from okrdesk.domain.alignment import parent_of, supporters
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.look import ElidedButton, Look
from okrdesk.ui.map.faces import Face
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said
from okrdesk.ui.widgets.elided_label import ElidedLabel
from okrdesk.ui.widgets.paint import paint_shape
from okrdesk.ui.widgets.themed import ThemedWidget

WIDTH = 324


class StatusCounts(ThemedWidget):
    """Shapes with how many there are of each."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Shows other counts."""
        self._counts = counts
        words = (f"{number(count)} {status_word(status)}" for status, count in counts.items())
        self.setAccessibleName(", ".join(words))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.theme.font(TextRole.BODY))
        widths = (metrics.horizontalAdvance(number(n)) + 26 for n in self._counts.values())
        return QSize(round(sum(widths)), round(metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, font = QPainter(self), self.theme.font(TextRole.BODY)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        metrics, left = QFontMetricsF(font), 0.0
        for status, count in self._counts.items():
            top = (self.height() - 9) / 2
            wide = metrics.horizontalAdvance(number(count))
            x = self.width() - left - 9 if self._is_mirrored() else left
            paint_shape(painter, QRectF(x, top, 9, 9), self.theme, status)
            text = x - 5 - wide if self._is_mirrored() else x + 14
            painter.drawText(
                round(text), round((self.height() + metrics.ascent()) / 2 - 1), number(count)
            )
            left += 26 + wide
        painter.end()


class Details(QFrame):
    """What the chosen card supports, what supports it, its key results.

    ``opened`` follows the wish to see it in the plan.
    """

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.place = ElidedLabel(look, TextRole.SMALL, "2")
        self._look = look
        self.title = ElidedButton("text")
        look.themes.changed.connect(self._restyle)
        self._restyle()
        self.title.clicked.connect(lambda _=False: self.opened.emit())
        self.values = {name: ElidedLabel(look) for name in ("supports", "below", "confidence")}
        self.statuses = StatusCounts(look)
        open_ = look.button(self.tr("Open"), self.opened.emit, "link-small")
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(open_)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Supports"), self.values["supports"]),
            (self.tr("Supported by"), self.values["below"]),
            (self.tr("Key results"), self.statuses),
            (self.tr("Confidence"), self.values["confidence"]),
        )
        for row, (words, value) in enumerate(rows):
            grid.addWidget(look.label(words, tone="2"), row, 0)
            grid.addWidget(value, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addStretch(1)

    def _restyle(self) -> None:
        theme = self._look.themes.theme
        self.setFixedWidth(theme.length(WIDTH))
        self.title.setFont(theme.font(TextRole.STRONG))

    def show_card(self, face: Face, item: int, scores: Scores) -> None:
        """Shows what is chosen."""
        snapshot, score = scores.snapshot, scores.item(item)
        self.place.show_words(
            " · ".join(dict.fromkeys(filter(None, (face.caption, face.row.cycle))))
        )
        self.title.show_text(face.row.title)
        below = Message("%n objective(s)", count=len(supporters(snapshot, item)))
        key_results = snapshot.child_ids(KEY_RESULT, "objective", item)
        counts = Counter(scores.item(each).status or Status.NOT_STARTED for each in key_results)
        known = score.confidence
        confidence = (
            "—" if known is None else self.tr("{number} of 10").format(number=number(known, 1))
        )
        for name, words in (
            ("supports", self._above(snapshot, item)),
            ("below", said(below)),
            ("confidence", confidence),
        ):
            self.values[name].show_words(words)
            self.values[name].setToolTip(words)
        self.statuses.show_counts({str(s): counts[s] for s in Status if counts[s]})

    def _above(self, snapshot: Snapshot, item: int) -> str:
        link = parent_of(snapshot, item)
        if link is None:
            return "—"
        row = snapshot.find(KEY_RESULT, link.key_result) or snapshot.find(OBJECTIVE, link.objective)
        return self.tr("The mission") if row is None else row.title
