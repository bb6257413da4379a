"""What this program is, its licence and the ones of its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from okrdesk import __version__
from okrdesk.ui.translation import tr


def about_box(parent: QWidget) -> QMessageBox:
    """The box, not yet shown."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("About OKR Desk"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("OKR Desk {version}").format(version=__version__))
    box.setInformativeText(
        tr(
            "Objectives and key results in one file that is yours. It works without a network and "
            "sends nothing anywhere.\n\n"
            "OKR Desk is free software under the MIT licence. It is built on Qt for Python (LGPL), "
            "peewee (MIT), matplotlib (PSF-like), Typst (Apache 2.0), the font Inter (OFL) and "
            "icons of Lucide (ISC)."
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    return box
