"""A status chip that can be clicked to choose another one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.status_chip import StatusChip


class ChipButton(QPushButton):
    """Looks like its chip; the frame is there only while it has the focus."""

    def __init__(self, themes: ThemeController) -> None:
        """Show nothing until `set_status`."""
        super().__init__()
        self.setProperty("look", "text")
        self.setAutoDefault(False)
        self._chip = StatusChip(themes, None, self)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 2, 3, 2)
        row.addWidget(self._chip)

    def set_status(self, status: str | None, *, stale: bool) -> None:
        """Show a status; without one there is no button."""
        self._chip.set_status(status, stale=stale)
        self.setVisible(status is not None)
        word = self._chip.accessibleName()
        self.setAccessibleName(self.tr("Status {status}").format(status=word))
        self.setToolTip(self.tr("Choose another status") if self.isEnabled() else word)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._chip.sizeHint() + QSize(8, 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
