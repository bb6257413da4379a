"""One action with its keys: changed by pressing others, conflicts named and settled."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.settings.key_button import KeyButton
from okrdesk.ui.shortcuts import NATIVE, Keys, plain_name
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class KeyLine(QWidget):
    """``changed`` tells that keys were given or taken, here or from another action."""

    changed = Signal()

    def __init__(self, look: Look, action: QAction, keys: Keys) -> None:
        super().__init__()
        self.action, self._keys = action, keys
        self._wanted: QKeySequence | None = None
        self.name = plain_name(action).rstrip("…")
        self.button = KeyButton(self.name)
        self.button.pressed_keys.connect(self._hear)
        self.back = look.tool_button(
            "undo-2",
            self.tr("Back to the usual keys of {name}").format(name=self.name),
            self._reset,
        )
        self.said = look.wrapped("", TextRole.SMALL, "2")
        self.instead = look.button(self.tr("Use here instead"), self._take)
        self.leave = look.button(self.tr("Cancel"), self.refresh)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(look.label(self.name), 1)
        row.addWidget(self.back)
        row.addWidget(self.button)
        problem = QHBoxLayout()
        problem.addWidget(self.said, 1)
        problem.addWidget(self.instead)
        problem.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 12, 5)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(problem)
        self.refresh()

    def refresh(self) -> None:
        """Shows the keys that hold now."""
        self._wanted = None
        self.button.show_keys(self.action.shortcuts())
        self.back.setVisible(self._keys.is_changed(self.action))
        for widget in (self.said, self.instead, self.leave):
            widget.hide()

    def matches(self, words: str) -> bool:
        """Whether the name or the keys hold the words, in small letters."""
        shown = [keys.toString(NATIVE) for keys in self.action.shortcuts()]
        return any(words in text.casefold() for text in [self.name, *shown])

    def _hear(self, wanted: QKeySequence | None) -> None:
        self.refresh()
        if wanted is None:
            self._give(None)
            return
        problem = self._keys.why_not(wanted, self.action)
        if problem is not None:
            self._say(said(problem))
            return
        user = self._keys.user_of(wanted, self.action)
        if user is None:
            self._give(wanted)
            return
        self._wanted = wanted
        names = {"keys": wanted.toString(NATIVE), "name": plain_name(user).rstrip("…")}
        self._say(said(Message("{keys} is used for “{name}”.", names)))
        self.instead.show()
        self.leave.show()
        self.instead.setFocus()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

    def _take(self) -> None:
        """Takes the keys from the other action."""
        self._give(self._wanted)
        self.button.setFocus()

    def _give(self, wanted: QKeySequence | None) -> None:
        self._keys.give(self.action, wanted)
        self.changed.emit()

    def _reset(self) -> None:
        self._keys.reset(self.action)
        self.button.setFocus()
        self.changed.emit()
