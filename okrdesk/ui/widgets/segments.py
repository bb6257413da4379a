"""A few choices side by side; arrow keys go from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segments(QFrame):
    """``chosen`` carries the value that a person picked."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))
        self._values: list[object] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)

    def add(self, text: str, value: object) -> None:
        """Adds a choice behind the others."""
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        self._row.addWidget(button)
        if self.focusProxy() is None:
            self.setFocusProxy(button)

    def clear(self) -> None:
        """Takes the choices away."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._values.clear()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs leave None out

    @property
    def value(self) -> object:
        """The value that is shown, or None."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def show_choice(self, value: object) -> None:
        """Shows a value; it alone takes the focus from Tab."""
        for place, known in enumerate(self._values):
            button = self._group.button(place)
            button.setChecked(known == value)
            on = known == value
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
            if on:
                self.setFocusProxy(button)
