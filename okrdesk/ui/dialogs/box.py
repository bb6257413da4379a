"""A box with a sentence, what is safe, and the ways on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from okrdesk.ui.look import Look

ICON = QSize(32, 32)


def made_box(
    parent: QWidget,
    look: Look,
    title: str,
    text: str,
    *,
    more: str = "",
    icon: str = "triangle-alert",
) -> QMessageBox:
    """The box, not yet shown and without buttons; it is deleted once it is closed."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    token = "behind-text" if icon == "triangle-alert" else "accent"
    box.setIconPixmap(look.icons.icon(icon, token).pixmap(ICON))
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    return box
