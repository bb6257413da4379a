"""Who checked in this week, and the way to the rest."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from okrdesk.domain.overview.check_ins import CheckIns, check_ins
from okrdesk.domain.overview.sight import CHECKED_IN, KEY_RESULTS, Sight, search_for
from okrdesk.text import Message
from okrdesk.ui.dashboard.openers import INSET, Opener
from okrdesk.ui.dashboard.progress_tile import MIDDLE
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Place, Search
from okrdesk.ui.dashboard.words import weekday
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.themed import ThemedWidget

MOST = 40
"""So many key results have a box of their own; more are a bar."""
HEIGHT, GAP = 8, 3


class CheckInsTile(Tile):
    """The count opens those that were checked in, the tile all of them, the link the check-in."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Check-ins this week"))
        self._big = Opener(look, TextRole.BIG_NUMBER, "number")
        self._of = look.label("", tone="2")
        self._boxes = Boxes(look.themes)
        self._due = look.wrapped("", TextRole.SMALL, "2")
        self._now = Opener(look, TextRole.STRONG, "reading")
        self.offers = True
        """Whether a person may check in."""
        self.take(self._big, self._now)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(6)
        for part in (self._big, self._of):
            first.addWidget(part, 0, MIDDLE)
        first.addStretch(1)
        last.addWidget(self._due, 1)
        last.addWidget(self._now)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._boxes)
        column.addStretch(1)
        column.addLayout(last)

    def show_sight(self, sight: Sight) -> None:
        figure = check_ins(sight)
        wish = Search(search_for(sight, KEY_RESULTS))
        if not self.is_news((figure, sight.over, wish, self.offers)):
            return
        self.rename(tr("Check-ins of the last week") if sight.over else tr("Check-ins this week"))
        if not figure.every:
            self.say(tr("No key results here yet."))
            return
        due = due_words(sight, figure)
        sentence = tr("{done} of {all} checked in. {due}.")
        sentence = sentence.format(done=figure.done, all=figure.every, due=due)
        checked_in = Search(search_for(sight, KEY_RESULTS, CHECKED_IN))
        self._big.show_text(str(figure.done), sentence, checked_in)
        self._of.setText(tr("of {all}").format(all=figure.every))
        self._boxes.show_share(figure.done, figure.every)
        self._due.setText(due)
        go = tr("Check in now")
        self._now.show_text(go, go, Place("check_in"))
        self._now.setVisible(figure.due > 0 and self.offers)
        rows = ((tr("Checked in"), str(figure.done)), (tr("Due"), str(figure.due)))
        self.tell(sentence, wish, (*rows, (tr("All"), str(figure.every))))


def due_words(sight: Sight, figure: CheckIns) -> str:
    """“12 due by Friday”."""
    if not figure.due:
        return tr("Nothing is due")
    if figure.until == sight.scores.today:
        return said(Message("%n due today", count=figure.due))
    day = {"day": weekday(figure.until)}
    return said(Message("%n due by {day}", day, count=figure.due))


class Boxes(ThemedWidget):
    """A box for each key result, filled for those that were heard of."""

    def __init__(self, themes: ThemeController) -> None:
        super().__init__(themes)
        self._done, self._every = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, every: int) -> None:
        """Shows another count."""
        self._done, self._every = done, every
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(160), self.theme.length(HEIGHT) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints boxes where there is room for them, else a bar of two parts."""
        del event
        painter = QPainter(self)
        height = self.theme.length(HEIGHT)
        step = min((self.width() + GAP) / max(self._every, 1), height + GAP)
        with antialiased(painter):
            if self._every > MOST or step < GAP + 3:
                self._paint_bar(painter, height)
            else:
                for place in range(self._every):
                    self._paint_box(painter, place, step, height)
        painter.end()

    def _paint_box(self, painter: QPainter, place: int, step: float, height: int) -> None:
        side = step - GAP
        left = self.width() - side - place * step if self._is_mirrored() else place * step
        box = QRectF(left, (self.height() - height) / 2, side, height).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        filled = place < self._done
        painter.setPen(QPen(self.theme.colour("accent" if filled else "border-strong"), 1))
        painter.setBrush(self.theme.colour("accent" if filled else "surface"))
        painter.drawRoundedRect(box, 2, 2)

    def _paint_bar(self, painter: QPainter, height: int) -> None:
        whole = QRectF(0, (self.height() - height) / 2, self.width(), height)
        part = self.width() * self._done / self._every
        painter.setPen(QPen(self.theme.colour("border-strong"), 1))
        painter.setBrush(self.theme.colour("surface"))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(self.theme.colour("accent"))
        painter.setBrush(self.theme.colour("accent"))
        left = self.width() - part if self._is_mirrored() else 0
        painter.drawRoundedRect(QRectF(left, whole.top(), part, height), 3, 3)
