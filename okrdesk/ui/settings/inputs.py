"""An editor for each kind of value; all of them tell at once what a person set."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from okrdesk.app.forms import Form, Kind
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.segments import Segments

FEW = 3
"""Up to so many choices stand side by side."""
WIDE = 16
"""Longer words, in characters, stand in a list all the same."""


class Input(Protocol):
    """What a line of the settings needs of its editor."""

    @property
    def widget(self) -> QWidget:
        """The editor."""

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""


class Whole(QSpinBox):
    """A whole number; the wheel turns it only with the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberInput:
    """A number within its range."""

    def __init__(self, name: str, form: Form, tell: Callable[[Any], object]) -> None:
        self.widget = Whole(name)
        self.widget.setRange(form.low, form.high)
        self.widget.setSingleStep(form.step)
        self.widget.setSuffix(form.unit)
        self.widget.valueChanged.connect(tell)

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""
        self.widget.blockSignals(True)
        self.widget.setValue(value or self.widget.minimum())
        self.widget.blockSignals(False)


class SwitchInput:
    """On or off."""

    def __init__(self, name: str, _form: Form, tell: Callable[[Any], object]) -> None:
        self.widget = QCheckBox()
        self.widget.setAccessibleName(name)
        self.widget.clicked.connect(tell)

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""
        self.widget.setChecked(bool(value))


class TextInput:
    """One line of text."""

    def __init__(self, name: str, form: Form, tell: Callable[[Any], object]) -> None:
        self.widget = LineField(name)
        if form.placeholder is not None:
            self.widget.setPlaceholderText(said(form.placeholder))
        self.widget.committed.connect(tell)

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""
        self.widget.show_text(value or "")


class ChoiceInput:
    """One of several words: side by side where they are few and short, else in a list."""

    def __init__(self, name: str, form: Form, tell: Callable[[Any], object]) -> None:
        words = [(said(word), value) for value, word in form.choices]
        few = len(words) <= FEW and all(len(word) <= WIDE for word, _ in words)
        self.widget: Segments | ChoiceField = Segments(name) if few else ChoiceField(name)
        for word, value in words:
            if isinstance(self.widget, Segments):
                self.widget.add(word, value)
            else:
                self.widget.addItem(word, value)
        self.widget.chosen.connect(tell)

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""
        self.widget.show_choice(value)


_INPUTS: dict[Kind, Callable[[str, Form, Callable[[Any], object]], Input]] = {
    Kind.CHOICE: ChoiceInput,
    Kind.SWITCH: SwitchInput,
    Kind.NUMBER: NumberInput,
    Kind.TEXT: TextInput,
}


def made_input(name: str, form: Form, tell: Callable[[Any], object]) -> Input:
    """The editor that a form asks for; ``tell`` is called with each value that is set."""
    return _INPUTS[form.kind](name, form, tell)
