"""One line of the settings: its name, a line of help, the editor, and what is wrong."""

from typing import Any

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from okrdesk.app.forms import Kind
from okrdesk.ui.editors.fields import mark_invalid
from okrdesk.ui.look import Look
from okrdesk.ui.settings.entries import Entry
from okrdesk.ui.settings.inputs import made_input
from okrdesk.ui.settings.sides import Sides
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

EDITOR_WIDTH, BESIDE_FROM = 240, 440
"""In pixels at the text size of the design."""


class SettingLine(QWidget):
    """Shows a setting and sets it as soon as it is changed."""

    def __init__(self, look: Look, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        name = said(entry.label)
        self.input = made_input(name, entry.form, self._write)
        editor = self.input.widget
        editor.setEnabled(entry.locked is None)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        label = look.wrapped(name)
        label.setBuddy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(Sides(look.themes, self._words(look, label), editor, BESIDE_FROM))
        column.addWidget(self.error)
        if entry.form.kind in {Kind.TEXT, Kind.CHOICE}:
            editor.setMinimumWidth(EDITOR_WIDTH)
            editor.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.refresh()

    def refresh(self) -> None:
        """Shows the value as it stands now."""
        self.input.show_value(self.entry.read())

    def matches(self, words: str) -> bool:
        """Whether the name, the help or the choices hold the words, in small letters."""
        form = self.entry.form
        messages = [self.entry.label, form.help, form.group, *(word for _, word in form.choices)]
        return any(words in said(text).casefold() for text in messages if text is not None)

    def _words(self, look: Look, label: QLabel) -> QWidget:
        """The name, and the line of help below it."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        if self.entry.form.help is not None:
            text = said(self.entry.form.help)
            self.input.widget.setAccessibleDescription(text)
            column.addWidget(look.wrapped(text, TextRole.SMALL, "2"))
        return box

    def _write(self, value: Any) -> None:
        problem = self.entry.write(value)
        sentence = "" if problem is None else said(problem)
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        mark_invalid(self.input.widget, sentence)
        if problem is None:
            self.refresh()
