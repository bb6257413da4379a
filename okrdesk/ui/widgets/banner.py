"""The banner for states that last, such as a read-only file (ux.md O4)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from okrdesk.ui.icons import IconSet
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.themed import ThemedWidget

MOST_ACTIONS, ICON = 2, 18


class Banner(ThemedWidget):
    """One sentence over the view, with an icon and at most two buttons; hidden when empty."""

    triggered = Signal(int)
    """The number of the action that was chosen, from 0."""

    def __init__(
        self, themes: ThemeController, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(themes, parent)
        self._icons = icons
        self._name = ""
        self._icon = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._buttons = [self._button(number) for number in range(MOST_ACTIONS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        for button in self._buttons:
            layout.addWidget(button)
        self.hide()

    def show_state(self, sentence: str, actions: tuple[str, ...] = (), icon: str = "info") -> None:
        """Show a sentence with buttons named `actions`; ValueError for more than two."""
        if len(actions) > MOST_ACTIONS:
            msg = f"a banner has at most {MOST_ACTIONS} actions"
            raise ValueError(msg)
        self._name = icon
        self._paint_icon()
        news = sentence != self._sentence.text() or not self.isVisible()
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        texts = (*actions, *("",) * (MOST_ACTIONS - len(actions)))
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.setVisible(bool(text))
        self.show()
        if news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("accent-soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("border"))
        painter.end()

    def _restyle(self) -> None:
        super()._restyle()
        self._paint_icon()

    def _paint_icon(self) -> None:
        scale, size = self.devicePixelRatioF(), QSize(ICON, ICON)
        if self._name:
            self._icon.setPixmap(self._icons.icon(self._name, "accent").pixmap(size, scale))

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(lambda: self.triggered.emit(number))
        return button
