"""Plain text on paper."""

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_and_print(parent: QWidget, title: str, text: str) -> None:
    """Asks for a printer, and prints the text under its title."""
    printer = QPrinter()
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: print_text(printer, title, text))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def print_text(printer: QPrinter, title: str, text: str) -> None:
    """Prints a text, its parts set apart by tabs in columns."""
    document = QTextDocument()
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    option = document.defaultTextOption()
    option.setTabStopDistance(260)
    document.setDefaultTextOption(option)
    document.setPlainText(f"{title}\n\n{text}")
    document.print_(printer)
