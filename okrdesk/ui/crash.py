"""What happens when something happens that must not: a log, and a plain word to the person."""

import sys
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from okrdesk.domain.errors import UserError
from okrdesk.ui.translation import said


class CrashReporter(QObject):
    """Takes over ``sys.excepthook`` for as long as the window is open."""

    def __init__(self, window: QWidget, log: Path) -> None:
        super().__init__(window)
        self._window, self._log = window, log
        self._previous = sys.excepthook
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Begins to listen."""
        sys.excepthook = self.report

    def uninstall(self) -> None:
        """Gives the hook back."""
        sys.excepthook = self._previous

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Logs the error and tells of it; a second one while the first is shown is only logged."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        self._write(text)
        if self._box is None:
            self._show(error, text)

    def _write(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
        except OSError as error:
            sys.stderr.write(f"{error}\n")

    def _show(self, error: BaseException, text: str) -> None:
        box = self._box = QMessageBox(QApplication.activeWindow() or self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("OKR Desk"))
        if isinstance(error, UserError):
            box.setText(said(error.message))
        else:
            box.setText(self.tr("Something went wrong in OKR Desk itself."))
            box.setInformativeText(
                self.tr(
                    "Your plan is safe: every step that you finished is in the file. You can go "
                    "on working. If it happens again, close the program and open it anew."
                )
            )
            box.setDetailedText(text)
            copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
            copy.clicked.disconnect()
            copy.clicked.connect(partial(_copy, text))
            folder = box.addButton(self.tr("Show log"), QMessageBox.ButtonRole.ActionRole)
            folder.clicked.connect(self._open_log)
        box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(self._forget)
        box.open()

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))

    def _forget(self) -> None:
        self._box = None


def _copy(text: str) -> None:
    """The error with the versions; nothing that a person typed but what the error itself says."""
    from okrdesk.app.diagnostics import diagnostics

    more = {"Qt": qVersion(), "Platform of the window": QGuiApplication.platformName()}
    QGuiApplication.clipboard().setText(f"{diagnostics(None, more)}\n{text}")
