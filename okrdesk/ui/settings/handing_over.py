"""Who takes over what a person or team that is removed owns."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said

WIDTH = 420


class Heir(NamedTuple):
    """Somebody who may take over."""

    id: int
    name: str


class HandingOver(QDialog):
    """``moved`` carries the id of the one who takes over, when that is decided."""

    moved = Signal(object)

    def __init__(
        self, look: Look, name: str, count: int, heirs: list[Heir], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Move to…"))
        self.setMinimumWidth(WIDTH)
        self.to = ChoiceField(self.tr("Move to"))
        for heir in heirs:
            self.to.addItem(heir.name, heir.id)
        sentence = Message(
            "{name} owns %n item(s). Who takes (it|them) over?", {"name": name}, count
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(look.wrapped(said(sentence)))
        column.addWidget(self.to)
        column.addWidget(
            answers(self, self.tr("Cancel"), self.tr("Move and remove"), ready=self.to.count() > 0)
        )
        self.to.setFocus()

    def accept(self) -> None:
        """Tells who takes over."""
        self.moved.emit(self.to.currentData())
        super().accept()
