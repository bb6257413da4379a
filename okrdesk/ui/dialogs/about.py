"""D14: what this program is, what a plan file is, and the licences of all parts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from okrdesk import __version__
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs.licences import INGREDIENTS
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.support import copy_diagnostics, open_log_folder
from okrdesk.ui.theme import TextRole

WIDTH, HEIGHT, ICON = 560, 520, 48


class AboutDialog(QDialog):
    """Esc and Close leave it; diagnostics and the log are at hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About OKR Desk"))
        self._desk, self._look = desk, desk.look
        self.part = ChoiceField(self.tr("Part"))
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.tr("Licence"))
        for ingredient in INGREDIENTS:
            self.part.addItem(f"{ingredient.name} · {ingredient.licence}", ingredient)
        self.part.currentIndexChanged.connect(self._show_licence)
        self._show_licence(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        for sentence in self._sentences():
            column.addWidget(desk.look.wrapped(sentence))
        column.addWidget(desk.look.label(self.tr("Parts and licences"), TextRole.STRONG))
        column.addWidget(self.part)
        column.addWidget(self.licence, 1)
        column.addWidget(self._buttons())
        self.part.setFocus()

    def sizeHint(self) -> QSize:
        """Larger with the text, but never larger than the window."""
        length, window = self._look.themes.theme.length, self._desk.widget.size()
        return QSize(length(WIDTH), length(HEIGHT)).boundedTo(window)

    def _show_licence(self, place: int) -> None:
        self.licence.setPlainText(self.part.itemData(place).text)

    def _sentences(self) -> list[str]:
        return [
            self.tr(
                "Objectives and key results on your computer only. OKR Desk opens no connection "
                "to any network and sends nothing anywhere."
            ),
            self.tr(
                "A plan is one file in the open format SQLite, ending in .okrdesk. It can be "
                "copied like any document and read by other programs, and all of it can be "
                "exported as CSV."
            ),
            self.tr("OKR Desk is free software under the MIT licence."),
        ]

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        side = self._look.themes.theme.length(ICON)
        picture.setPixmap(self._look.icons.application_icon().pixmap(QSize(side, side)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._look.label(self.tr("OKR Desk"), TextRole.VIEW_TITLE))
        version = self.tr("Version {version}").format(version=__version__)
        words.addWidget(self._look.label(version, TextRole.BODY, "2"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        log = box.addButton(self.tr("Open log folder"), roles.ActionRole)
        log.clicked.connect(lambda: open_log_folder(self._desk))
        facts = box.addButton(self.tr("Copy diagnostics"), roles.ActionRole)
        facts.clicked.connect(lambda: copy_diagnostics(self._desk))
        box.addButton(self.tr("Close"), roles.RejectRole).setDefault(True)
        box.rejected.connect(self.reject)
        return box
