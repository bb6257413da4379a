"""Files dropped on a window: a plan is opened, of a table it is said what can be done with it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.session import SUFFIX, Session

TABLES = {".csv", ".tsv", ".xlsx", ".xls", ".ods"}


class FileDrops(QObject):
    """Takes dropped files for its window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what it can do something with; Qt asks the widget for the rest."""
        if isinstance(event, QDropEvent):
            path = dropped(event.mimeData())
            if path is not None and not isinstance(event, QDragEnterEvent):
                self.take(path)
            if path is not None:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def take(self, path: Path) -> None:
        """Opens a plan, or says what can be done with another file."""
        kind = path.suffix.lower()
        if kind == SUFFIX:
            self._session.open(path)
        elif kind in TABLES:
            self._window.toast(
                self.tr(
                    "“{name}” is a table. Open it in a spreadsheet, copy its rows and paste them "
                    "into the tree."
                ).format(name=path.name)
            )
        else:
            self._window.toast(
                self.tr("“{name}” is not a plan. Plans end in {ending}.").format(
                    name=path.name, ending=SUFFIX
                )
            )


def dropped(data: QMimeData) -> Path | None:
    """The one file of this computer that is dropped, or None."""
    urls = data.urls()
    local = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return local[0] if len(local) == len(urls) == 1 else None
