"""The list of sections; arrow keys go up and down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from okrdesk.app.forms import SECTIONS, Section
from okrdesk.ui.icons import clear_icon
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said, tr

ICONS = {
    Section.GENERAL: "settings-2",
    Section.CYCLE: "calendar-range",
    Section.STATUS: "gauge",
    Section.PEOPLE: "users",
    Section.FILE: "save",
    Section.SHORTCUTS: "keyboard",
    Section.ACCESSIBILITY: "eye",
    Section.REPORT: "file-text",
}


class Nav(QFrame):
    """``chosen`` carries the section that a person went to."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections"))
        self._group = QButtonGroup(self)
        self.buttons = {section: self._button(look, section) for section in Section}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for section, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, chosen=section: self.chosen.emit(chosen))
            column.addWidget(button)
        column.addStretch()

    def shrink(self, *, small: bool) -> None:
        """Leaves the icons alone, with the names as tooltips."""
        for section, button in self.buttons.items():
            name = said(SECTIONS[section])
            button.setText("" if small else name)
            button.setToolTip(name if small else "")

    def show_section(self, section: Section, *, marked: bool = True) -> None:
        """Marks a section, or none while something is searched; Tab goes to it all the same."""
        self._group.setExclusive(False)
        for other, button in self.buttons.items():
            on = other is section
            button.setChecked(on and marked)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)
        self.setFocusProxy(self.buttons[section])

    def _button(self, look: Look, section: Section) -> QPushButton:
        button = QPushButton(said(SECTIONS[section]))
        button.setIcon(look.icons.icon(ICONS[section]))
        clear_icon(button, look.themes)
        button.setProperty("look", "nav")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(button.text())
        return button
