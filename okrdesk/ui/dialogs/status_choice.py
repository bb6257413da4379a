"""Three statuses to choose from; the suggestion is shown and gives way to a person's choice."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.words import Status
from okrdesk.ui.dialogs.dialog_choice import DialogChoice
from okrdesk.ui.look import Look
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.growing import grow
from okrdesk.ui.widgets.paint import paint_shape, status_colour

CHOICES = (Status.ON_TRACK, Status.BEHIND, Status.AT_RISK)


class StatusChoice(QWidget):
    """Alt+1, 2 and 3 choose, too; a second click on the choice goes back to the suggestion."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Status"))
        self._suggested: Status | None = None
        self._chosen: Status | None = None
        self.buttons: dict[Status, StatusButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for place, status in enumerate(CHOICES, start=1):
            button = StatusButton(look, status, f"Alt+{place}")
            button.clicked.connect(lambda _=False, chosen=status: self.choose(chosen))
            self.buttons[status] = button
            row.addWidget(button, 1)

    @property
    def override(self) -> Status | None:
        """The person's own status where it differs from the suggestion."""
        return None if self._chosen == self._suggested else self._chosen

    def show_suggestion(self, status: Status | None) -> None:
        """Shows what the numbers suggest."""
        self._suggested = status
        self._mark()

    def choose(self, status: Status) -> None:
        """Chooses a status, or lets go of it."""
        self._chosen = None if self._chosen is status else status
        self._mark()

    def _mark(self) -> None:
        shown = self._chosen or self._suggested
        for status, button in self.buttons.items():
            button.setChecked(status is shown)


class StatusButton(DialogChoice):
    """Shape, word and key of one status."""

    def __init__(self, look: Look, status: Status, key: str) -> None:
        super().__init__(look, status_word(status))
        self._look, self._status, self._key = look, status, key
        grow(self, look.themes, height=38)

    def sizeHint(self) -> QSize:
        return QSize(150, 38)

    def nextCheckState(self) -> None:
        """The choice as a whole says which one is checked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = status_colour(theme, self._status) if on else theme.colour("border-strong")
        if self.hasFocus():
            edge = theme.colour("focus")
        strong = on or self.hasFocus()
        painter.setPen(QPen(edge, 2 if strong else 1))
        ground = theme.colour("hover" if self.underMouse() else "surface")
        painter.setBrush(status_colour(theme, self._status, "bg") if on else ground)
        inset = 1.0 if strong else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        paint_shape(painter, QRectF(13, self.height() / 2 - 5.5, 11, 11), theme, self._status)
        painter.setPen(status_colour(theme, self._status, "text") if on else theme.colour("text"))
        painter.setFont(theme.font(TextRole.STRONG if on else TextRole.BODY))
        words = self.rect().adjusted(33, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setPen(theme.colour("text-2"))
        painter.setFont(theme.font(TextRole.CAPTION))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, self._key)
        painter.end()
