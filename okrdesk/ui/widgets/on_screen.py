"""A dialog that is higher than the screen at large text scrolls."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from okrdesk.ui.widgets.scrolled import scrolled

ROOM = 48
"""Pixels of the screen left to the frame and title bar of a window."""


def keep_on_screen(dialog: QDialog, height: int | None = None) -> None:
    """Puts what is in a dialog into a scroll area, if there is no room for all of it.

    ``height`` is that of the screen. To be called once the dialog is built and before it is seen.
    """
    room = (dialog.screen().availableSize().height() if height is None else height) - ROOM
    wanted, layout = dialog.sizeHint(), dialog.layout()
    if layout is None or wanted.height() <= room:
        return
    inside = QWidget()
    inside.setLayout(layout)
    area = scrolled(inside)
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    bar = area.verticalScrollBar().sizeHint().width()
    dialog.setMinimumWidth(max(dialog.minimumWidth(), inside.sizeHint().width() + bar))
    dialog.resize(wanted.width() + bar, room)
