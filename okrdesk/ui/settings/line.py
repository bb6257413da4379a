"""One line of the settings: its name, a line of help, the editor, and what is wrong."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from okrdesk.app.forms import Kind
from okrdesk.ui.editors.fields import mark_invalid
from okrdesk.ui.look import Look
from okrdesk.ui.settings.entries import Entry
from okrdesk.ui.settings.inputs import made_input
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

EDITOR_WIDTH = 240


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
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        if entry.form.help is None:
            grid.addWidget(label, 0, 0, 2, 1, middle)
        else:
            grid.addWidget(label, 0, 0)
            text = said(entry.form.help)
            editor.setAccessibleDescription(text)
            grid.addWidget(look.wrapped(text, TextRole.SMALL, "2"), 1, 0)
        grid.addWidget(self.error, 2, 0, 1, 2)
        grid.addWidget(editor, 0, 1, 2, 1, Qt.AlignmentFlag.AlignRight | middle)
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

    def _write(self, value: Any) -> None:
        problem = self.entry.write(value)
        sentence = "" if problem is None else said(problem)
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        mark_invalid(self.input.widget, sentence)
        if problem is None:
            self.refresh()
