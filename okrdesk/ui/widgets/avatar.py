"""A person as initials on a round tint."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.widgets.paint import Face, avatar_font, avatar_tint, initials, paint_avatar
from okrdesk.ui.widgets.themed import ThemedWidget


class Avatar(ThemedWidget):
    """Shows a person's initials; the full name is the tool tip and the accessible name."""

    def __init__(
        self, themes: ThemeController, parent: QWidget | None = None, *, diameter: int = 22
    ) -> None:
        """Show nobody."""
        super().__init__(themes, parent)
        self._diameter = diameter
        self._face = Face("", 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, letters: str = "", tint: int | None = None) -> None:
        """Show a person; letters and tint follow from the name unless given."""
        number = avatar_tint(name, self.theme) if tint is None else tint
        self._face = Face(letters or initials(name), number)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the diameter, both ways."""
        return QSize(self._diameter, self._diameter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle; nobody stays empty."""
        del event
        if not self._face.letters:
            return
        rect = QRectF(0, 0, self._diameter, self._diameter)
        rect.moveCenter(QRectF(self.rect()).center())
        font = avatar_font(self.theme.font(TextRole.CAPTION), self._diameter)
        painter = QPainter(self)
        paint_avatar(painter, rect, self.theme, self._face, font)
        painter.end()
