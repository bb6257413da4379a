"""Labels, buttons and frames in the sizes and colours of the design."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from okrdesk.ui.icons import IconSet, clear_icon
from okrdesk.ui.theme import TextRole, ThemeController


class TextLabel(QLabel):
    """Plain text in a step of the type scale; follows the text size."""

    def __init__(self, themes: ThemeController, text: str, role: TextRole, tone: str) -> None:
        super().__init__(text)
        self._themes, self._role = themes, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        themes.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._themes.theme.font(self._role))


class IconLabel(QLabel):
    """An icon beside a text; follows the theme."""

    def __init__(self, look: "Look", name: str, size: int, token: str) -> None:
        super().__init__()
        self._look, self._name, self._size, self._token = look, name, size, token
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def show_icon(self, name: str) -> None:
        """Shows another icon."""
        self._name = name
        self._restyle()

    def _restyle(self) -> None:
        side = self._look.themes.theme.length(self._size)
        self.setFixedSize(side, side)
        icon = self._look.icons.icon(self._name, self._token)
        self.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))


class ElidedButton(QPushButton):
    """A button that ends in … where its text does not fit, and tells the whole text then."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 16
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 8
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if text == self._whole else self._whole)
        self.setText(text.replace("&", "&&"))


class Look(NamedTuple):
    """What a widget needs to look right in both themes."""

    themes: ThemeController
    icons: IconSet

    def label(self, text: str = "", role: TextRole = TextRole.BODY, tone: str = "") -> QLabel:
        """Plain text; ``tone`` 2 or 3 for quieter text."""
        return TextLabel(self.themes, text, role, tone)

    def wrapped(self, text: str = "", role: TextRole = TextRole.BODY, tone: str = "") -> QLabel:
        """A label of as many lines as it needs."""
        label = self.label(text, role, tone)
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        return label

    def icon(self, name: str, size: int = 16, colour: str = "text-2") -> IconLabel:
        """An icon beside a text."""
        return IconLabel(self, name, size, colour)

    def button(
        self, text: str, clicked: Callable[[], object], look: str = "quiet", icon: str = ""
    ) -> QPushButton:
        """A push button; ``look``: primary, quiet, link, or nothing for the plain one."""
        button = QPushButton(text)
        button.setProperty("look", look)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: clicked())
        if icon:
            tokens = {"primary": "on-accent", "link": "accent"}
            button.setIcon(self.icons.icon(icon, tokens.get(look, "text-2")))
            clear_icon(button, self.themes)
        return button

    def tool_button(self, icon: str, name: str, clicked: Callable[[], object]) -> QToolButton:
        """A button of one icon, with its name as tooltip and for screen readers."""
        button = QToolButton()
        button.setIcon(self.icons.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: clicked())
        return button


def frame(look: str, parent: QWidget | None = None) -> QFrame:
    """A frame of the style sheet: card, panel, sidebar, surface, line."""
    result = QFrame(parent)
    result.setProperty("look", look)
    return result


def repolished(widget: QWidget) -> None:
    """Lets the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Takes every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
