"""An editor for each kind of value; all of them tell at once what a person set."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from okrdesk.app.forms import Form, Kind
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.translation import percent_shape, said, tr
from okrdesk.ui.widgets.segments import Segments
from okrdesk.ui.widgets.still_wheel import still_wheel

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
        still_wheel(self)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class NumberInput:
    """A number within its range."""

    def __init__(self, name: str, form: Form, tell: Callable[[Any], object]) -> None:
        self.widget = Whole(name)
        self.widget.setRange(form.low, form.high)
        self.widget.setSingleStep(form.step)
        before, after = _around(form.unit)
        self.widget.setPrefix(before)
        self.widget.setSuffix(after)
        self.widget.valueChanged.connect(tell)

    def show_value(self, value: Any) -> None:
        """Shows a value without telling of it."""
        self.widget.blockSignals(True)
        self.widget.setValue(value or self.widget.minimum())
        self.widget.blockSignals(False)


def _around(unit: str) -> tuple[str, str]:
    """What stands before and after a number with this unit."""
    shape = percent_shape() if unit == "%" else f"{{number}}{unit}"
    before, _, after = shape.partition("{number}")
    return before, after


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


class PictureInput:
    """A picture file: its name, with buttons to choose one and to do without."""

    def __init__(self, name: str, _form: Form, tell: Callable[[Any], object]) -> None:
        self._name, self._tell = name, tell
        self.widget = QWidget()
        self.widget.setAccessibleName(name)
        self.shown = QLabel()
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAccessibleDescription(name)
        self.choose.clicked.connect(self._choose)
        self.remove = QPushButton(tr("Remove"))
        self.remove.setAccessibleDescription(name)
        self.remove.clicked.connect(lambda: self._take(""))
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.shown, self.remove, self.choose):
            row.addWidget(part)
        for button in (self.remove, self.choose):
            button.setProperty("look", "quiet")
        self.widget.setFocusProxy(self.choose)

    def show_value(self, value: Any) -> None:
        """Shows the name of the file."""
        self.shown.setText(Path(value).name if value else "")
        self.shown.setToolTip(str(value))
        self.remove.setVisible(bool(value))

    def _choose(self) -> None:
        from okrdesk.ui.dialogs.files import ask_picture

        path = ask_picture(self.widget, self._name)
        if path is not None:
            self._take(str(path))

    def _take(self, value: str) -> None:
        self._tell(value)


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
    Kind.PICTURE: PictureInput,
}


def made_input(name: str, form: Form, tell: Callable[[Any], object]) -> Input:
    """The editor that a form asks for; ``tell`` is called with each value that is set."""
    return _INPUTS[form.kind](name, form, tell)
