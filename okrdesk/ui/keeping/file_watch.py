"""Notices that another program has changed the file of the open plan."""

from datetime import UTC, datetime

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from okrdesk.app.workspace import Workspace
from okrdesk.storage.identity import FileState

SETTLE_MS = 400
"""A sync program is given so long to finish; our own commits come in bursts."""


class FileWatch(QObject):
    """Looks when the system tells of a change, and when the person comes back to the program.

    Where the system does not tell, as on network disks, the look before each change is left.
    """

    changed = Signal(object)
    """What has become of the file: a ``FileState``, told once each time it differs."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._told = FileState.AS_LEFT
        self.opened = _last_change(workspace)
        """When the file had been changed last before it was opened (UTC)."""
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.look)
        self._watcher: QFileSystemWatcher | None = None

    def begin(self) -> None:
        """Begins to watch; after the first paint, as it asks the system for its help."""
        path = self._workspace.path
        watcher = self._watcher = QFileSystemWatcher([str(path), str(path.parent)], self)
        watcher.fileChanged.connect(self._soon.start)
        watcher.directoryChanged.connect(self._soon.start)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._come_back)

    def end(self) -> None:
        """Watches no more, as the plan is being closed.

        A look that is due yet would find the file of whatever is opened next.
        """
        self._soon.stop()
        self.blockSignals(True)
        application = QGuiApplication.instance()
        if self._watcher is not None and isinstance(application, QGuiApplication):
            application.applicationStateChanged.disconnect(self._come_back)
            self._watcher.deleteLater()
            self._watcher = None

    def look(self) -> None:
        """Looks at the file now."""
        state = self._workspace.file_state()
        if state is not self._told:
            self._told = state
            self.changed.emit(state)
        self._watch_again()

    def _watch_again(self) -> None:
        """A file that was replaced is not watched any more."""
        path = str(self._workspace.path)
        if self._watcher is not None and path not in self._watcher.files():
            self._watcher.addPath(path)

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._soon.start()


def _last_change(workspace: Workspace) -> datetime:
    try:
        return datetime.fromtimestamp(workspace.path.stat().st_mtime, UTC)
    except OSError:
        return datetime.fromtimestamp(0, UTC)
