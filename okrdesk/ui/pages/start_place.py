"""Where the file of the first plan will be, and what to do when it cannot be there."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole

_LONGEST = 420
"""Pixels of a path before its middle goes."""


class PlaceBar(QFrame):
    """The line at the foot. ``change_wanted`` asks for another place."""

    change_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._look, self._path = look, ""
        self._words = look.label("", TextRole.BODY, "2")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        change = look.button(self.tr("Change location…"), self.change_wanted.emit, "link")
        look.themes.changed.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(look.icon("lock", 14))
        row.addWidget(self._words)
        row.addSpacing(4)
        row.addWidget(change)
        row.addStretch(1)

    def words(self) -> str:
        """What it says, with the mark-up of the path."""
        return self._words.text()

    def show_place(self, path: str) -> None:
        """Says where the file will be; a long path loses its middle here, not in its tooltip."""
        self._path = path
        self._show()

    def _show(self) -> None:
        path, ink = self._path, self._look.themes.theme.colour("text").name()
        metrics = self._words.fontMetrics()
        short = metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, _LONGEST)
        text = self.tr(
            "Your plan is one file: {path}. No account, and nothing leaves this computer."
        )
        self._words.setText(escape(text).format(path=f'<b style="color:{ink}">{escape(short)}</b>'))
        self._words.setToolTip(path if short != path else "")
        self._words.setAccessibleName(text.format(path=path))


class PlaceProblem(QWidget):
    """One line below the field, where the usual folder cannot be written to."""

    choice_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.text = self.tr("Choose where to keep your plan")
        self.button = look.button(
            self.tr("Choose a place…"), self.choice_wanted.emit, "", "folder-open"
        )
        self.button.setAccessibleDescription(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(look.icon("triangle-alert", 16, "risk-text"))
        row.addWidget(look.label(self.text, TextRole.BODY, "risk"))
        row.addStretch(1)
        row.addWidget(self.button)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()
