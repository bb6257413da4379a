"""The card of a tile: title, what stands beside it, the numbers or a sentence in their place."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QImage, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from okrdesk.ui.dashboard.openers import INSET
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.growing import grow

COPIED = 2.0
"""The scale of a copied picture."""
PADDING, TOP, HEAD = 10, 7, 26
"""Between the line around a card and what is in it, and the height of the title, in pixels.

What cannot be pressed stands further in, by ``INSET``: see ``openers.Row``.
"""


class TileFrame(QFrame):
    """The button for its menu is seen while the mouse or the focus is on it."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look = look
        self.setProperty("look", "tile")
        self.setAccessibleName(title)
        self.title = look.label(title, TextRole.STRONG)
        self.aside = look.label("", TextRole.SMALL, "3")
        self._more = look.tool_button("ellipsis", self.tr("More about this tile"), self._open_menu)
        self._more.setProperty("look", "small")
        self._note = look.wrapped("", tone="2")
        self.body = QWidget()
        self.head = QHBoxLayout()
        self._build()

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        return menu

    def rename(self, title: str) -> None:
        """Gives it another title."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def put_note(self, sentence: str) -> None:
        """Shows a sentence in place of the numbers; an empty one shows the numbers."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self.body.setVisible(not sentence)

    def picture(self) -> QImage:
        """The tile, larger than on the screen."""
        image = QImage(self.size() * COPIED, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(COPIED)
        image.fill(self.look.themes.theme.colour("surface"))
        self._more.hide()
        painter = QPainter(image)
        self.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
        return image

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._more.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._more.setVisible(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._more.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._more.setVisible(self.underMouse())

    def _open_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _build(self) -> None:
        self.head.setSpacing(8)
        self.head.setContentsMargins(INSET, 0, INSET, 0)
        self._note.setContentsMargins(INSET, 0, INSET, 0)
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        grow(self.title, self.look.themes, height=HEAD)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.aside)
        self.head.addWidget(self._more)
        for part in (self.aside, self._more, self._note):
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, TOP, PADDING, TOP)
        column.setSpacing(2)
        column.addLayout(self.head)
        column.addWidget(self._note, 1)
        column.addWidget(self.body, 1)
