"""The objectives that support nothing; each can be linked by key or dragged onto the map."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.look import ElidedButton, Look, clear
from okrdesk.ui.models.tree_row import TreeRow
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.themed import ThemedWidget

SHOWN = 2
"""So many stand in the tray; the others are in the plan's view "Not aligned"."""


class TrayRow(QWidget):
    """One objective. ``dragged`` and ``dropped`` carry the place of the pointer on the screen."""

    opened = Signal()
    link_wanted = Signal()
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, look: Look, row: TreeRow, *, free: bool) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._far = False
        self.title = ElidedButton("text")
        self.title.setFont(look.themes.theme.font(TextRole.STRONG))
        self.title.show_text(row.title)
        self.title.clicked.connect(lambda _=False: self.opened.emit())
        status = status_word(row.status) if row.status else ""
        words = " · ".join(filter(None, (row.owner, row.percent, status)))
        self.link = look.button(self.tr("Link to…"), self.link_wanted.emit, "quiet")
        self.link.setAccessibleName(self.tr("Link “{title}” to…").format(title=row.title))
        if not free:
            self.link.hide()
        inside = QVBoxLayout()
        inside.setSpacing(2)
        strut = QHBoxLayout()  # the style sheet would take a least height of its own away
        strut.addStrut(self.title.fontMetrics().height() + 8)
        strut.addWidget(self.title)
        inside.addLayout(strut)
        inside.addWidget(look.label(words, TextRole.SMALL, "2"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(look.icon("user" if row.symbol == "individual" else "target"))
        line.addLayout(inside, 1)
        line.addWidget(self.link)
        if free:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L links, as on the map."""
        if event.key() == Qt.Key.Key_L and not event.modifiers() and self.link.isVisibleTo(self):
            self.link_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the row, if it may be moved."""
        self._far = False
        self._pressed = event.globalPosition().toPoint() if self.link.isVisibleTo(self) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags it."""
        if self._pressed is not None:
            way = event.globalPosition().toPoint() - self._pressed
            self._far = self._far or way.manhattanLength() >= QApplication.startDragDistance()
            if self._far:
                self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops it."""
        if self._far:
            self.dropped.emit(event.globalPosition())
        self._pressed, self._far = None, False


class Tray(ThemedWidget):
    """``opened`` and ``link_wanted`` carry an objective, ``all_wanted`` asks for the others.

    ``dragged`` and ``dropped`` carry an objective and the place of the pointer on the screen.
    """

    opened = Signal(object)
    link_wanted = Signal(object)
    all_wanted = Signal()
    dragged = Signal(object, QPointF)
    dropped = Signal(object, QPointF)

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes)
        self._look = look
        self._shown: object = None
        self.rows: dict[int, TrayRow] = {}
        self._count = look.label("", tone="3")
        self.others = look.button("", self.all_wanted.emit, "link")
        self._hint = look.label("", TextRole.CAPTION, "3")
        self._place = QVBoxLayout()
        self._place.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(look.icon("unlink"))
        head.addWidget(look.label(self.tr("Not aligned"), TextRole.STRONG))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._place)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(look.themes.theme.length(420))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.length(380), super().sizeHint().height())

    def show_rows(self, rows: dict[int, TreeRow], count: int, *, free: bool) -> None:
        """Shows the first of the objectives without a place, and how many there are."""
        wanted = (rows, count, free, self.theme)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._place)
        self.rows = {item: self._made(item, row, free=free) for item, row in rows.items()}
        for made in self.rows.values():
            self._place.addWidget(made)
        self._count.setText(number(count))
        more = count - len(rows)
        self.others.setText(said(Message("%n more", count=more)))
        self.others.setVisible(more > 0)
        hint = self.tr("Drag onto an objective, or press L.") if free else ""
        self._hint.setText(hint if rows else self.tr("Every objective supports something."))

    def focus(self) -> None:
        """Puts the focus onto the first of them."""
        for row in self.rows.values():
            (row.link if row.link.isVisibleTo(row) else row.title).setFocus()
            return

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        with antialiased(painter):
            painter.setPen(QPen(self.theme.colour("border-strong"), 1.0, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    def _made(self, item: int, row: TreeRow, *, free: bool) -> TrayRow:
        made = TrayRow(self._look, row, free=free)
        made.opened.connect(partial(self.opened.emit, item))
        made.link_wanted.connect(partial(self.link_wanted.emit, item))
        made.dragged.connect(partial(self.dragged.emit, item))
        made.dropped.connect(partial(self.dropped.emit, item))
        return made
