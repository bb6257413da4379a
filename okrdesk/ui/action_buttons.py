"""Buttons of the tool bar, each of which does what an action does and is enabled when it is."""

from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from okrdesk.ui.icons import clear_icon
from okrdesk.ui.look import Look, repolished
from okrdesk.ui.translation import short_date
from okrdesk.ui.widgets.elided_label import ElidedLabel
from okrdesk.ui.widgets.growing import grow
from okrdesk.ui.widgets.key_cap import key_caps

SEARCH_WIDTH, SEARCH_NARROWEST = 330, 150


class ActionButton(QPushButton):
    """The primary button, unless the page that is seen has one of its own."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__()
        self._look = look
        self.setAutoDefault(False)
        clear_icon(self, look.themes)
        self.show_primary(primary=True)
        action.changed.connect(lambda: self.setText(name_of(action)))
        self.setText(name_of(action))
        _follow(self, action)

    def show_primary(self, *, primary: bool) -> None:
        """Is filled, or quiet beside a primary button of the page."""
        look = "primary" if primary else "quiet"
        if self.property("look") != look:
            self.setProperty("look", look)
            self.setIcon(self._look.icons.icon("plus", "on-accent" if primary else "text-2"))
            repolished(self)


class QuietButton(QPushButton):
    """A button beside the primary one; where there is no room it is its icon alone."""

    def __init__(self, look: Look, action: QAction, icon: str) -> None:
        super().__init__()
        self._action, self._whole = action, True
        self.setProperty("look", "quiet")
        self.setIcon(look.icons.icon(icon))
        clear_icon(self, look.themes)
        self.setAutoDefault(False)
        action.changed.connect(self._say)
        _follow(self, action)
        self._say()

    def show_whole(self, *, whole: bool) -> None:
        """Shows the text beside the icon, or the icon alone."""
        self._whole = whole
        self._say()

    def _say(self) -> None:
        self.setText(name_of(self._action) if self._whole else "")
        self.setAccessibleName(name_of(self._action))


class IconButton(QToolButton):
    """A button of one icon; ``mirrored`` is its icon where the language runs from the right."""

    def __init__(self, look: Look, action: QAction, icon: str, mirrored: str = "") -> None:
        super().__init__()
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIcon(look.icons.icon((mirrored if right else "") or icon))
        self.setProperty("look", "bar")
        grow(self, look.themes, width=32, height=30)
        action.changed.connect(lambda: self.setAccessibleName(name_of(action)))
        self.setAccessibleName(name_of(action))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        _follow(self, action)


class DayButton(QToolButton):
    """Looks back: an icon, and beside it the day while that is a past one."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__()
        self._look, self._action, self._day = look, action, ""
        self.setProperty("look", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._say)
        _follow(self, action)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Shows a past day; None: today, which needs no word."""
        text = self._day = "" if day is None else short_date(day)
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
        )
        self.setText(text)
        self.setIcon(self._look.icons.icon("history", "accent" if text else "text-2"))
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(f"{name_of(self._action)} {self._day}".strip())


class SearchButton(QPushButton):
    """Looks like a field and opens the palette."""

    def __init__(self, look: Look, action: QAction) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(SEARCH_WIDTH)
        words = self._words = ElidedLabel(look, tone="3")
        self._say()
        self._look, self._action = look, action
        self._caps = key_caps(look.themes, action.shortcut())
        self._keys = action.shortcut()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 7, 0)
        self._row.setSpacing(8)
        self._row.addWidget(look.icon("search"))
        self._row.addWidget(words, 1)
        self._row.addWidget(self._caps)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        action.changed.connect(self._show_keys)
        _follow(self, action)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        text = self.tr("Search or run a command")
        self._words.show_words(text)
        self.setAccessibleName(text)

    def _show_keys(self) -> None:
        """Shows the keys that a person gave to the action."""
        if self._action.shortcut() != self._keys:
            self._keys = self._action.shortcut()
            caps = key_caps(self._look.themes, self._keys)
            caps.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.replaceWidget(self._caps, caps)
            self._caps.deleteLater()
            self._caps = caps

    def sizeHint(self) -> QSize:
        return QSize(SEARCH_WIDTH, max(super().sizeHint().height(), 32))

    def minimumSizeHint(self) -> QSize:
        return QSize(SEARCH_NARROWEST, self.sizeHint().height())


def name_of(action: QAction) -> str:
    """What an action is called, without the letter that chooses it in a menu."""
    return action.text().replace("&", "").removesuffix("…")


def _follow(button: QAbstractButton, action: QAction) -> None:
    def refresh() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    button.clicked.connect(lambda _checked=False: action.trigger())
    action.changed.connect(refresh)
    refresh()
