"""Which plan is open: opening, making and closing it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from okrdesk.app import commands
from okrdesk.app.clock import Clock
from okrdesk.app.jobs import Cancelled
from okrdesk.app.locations import Locations
from okrdesk.app.settings import RECENT_FILES, Settings
from okrdesk.app.workspace import Update, Workspace
from okrdesk.domain.errors import Refused, UserError
from okrdesk.domain.snapshot import Snapshot
from okrdesk.storage.store import Store
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.ticker import Ticker

SUFFIX = ".okrdesk"


class Session(QObject):
    """At most one open plan.

    ``opened`` carries its ``Bridge``; ``closing`` comes while it can still be written to;
    ``refused`` carries the path and the ``UserError`` of a plan that could not be opened;
    ``backed_up`` follows each look at the backups, with the ``Message`` of what went wrong or None;
    ``me_changed`` tells that another person is at the keyboard.
    """

    opened = Signal(object)
    closing = Signal()
    closed = Signal()
    refused = Signal(object, object)
    backed_up = Signal(object)
    me_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        places: Locations,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings, self.places, self.clock = settings, places, clock
        self.bridge: Bridge | None = None
        self.ticker = Ticker(clock, self)
        self.ticker.ticked.connect(self.keep_time)
        self.saved_at: datetime | None = None
        """The local moment of the last commit since the plan was opened."""
        self.load: Callable[[Store], Snapshot] = Store.load
        """Reads the rows of a plan that is opened; raises Cancelled when that is not wanted."""
        self._busy = False
        self.elsewhere: Callable[[Path], bool] = lambda _path: False
        """Shows the other window that has a plan, if there is one, and tells so."""

    def open(self, path: Path, *, write: bool = True) -> bool:
        """Opens the plan in place of the one that is open; tells whether it is open here now."""
        if self.elsewhere(path):
            return False
        return self._adopt(path, lambda: self._opened(path, write=write))

    def create(self, path: Path, name: str) -> bool:
        """Makes an empty plan and opens it."""
        return self._adopt(
            path, lambda: Workspace.create(path, name, clock=self.clock, places=self.places)
        )

    def begin(self, title: str, path: Path) -> int | None:
        """Makes a plan whose first objective this is; returns its id."""
        if not self.create(path, path.stem) or self.bridge is None:
            return None
        return self.bridge.attempt(commands.write_objective, title)

    def open_backup(self, path: Path) -> bool:
        """Opens the newest sound backup of a damaged plan, as a file beside it."""
        from okrdesk.app.rescue import backup_beside

        def beside() -> Workspace:
            target = backup_beside(path, self.places.backups_of(path))
            if target is None:
                raise Refused(Message("There is no backup of this plan on this computer."))
            return self._opened(target)

        return self._adopt(path, beside)

    def open_readable(self, path: Path) -> bool:
        """Opens what can be read of a damaged plan, as a file beside it."""
        from okrdesk.app.rescue import readable_beside

        def beside() -> Workspace:
            target, _rows, _lost = readable_beside(path, self.clock)
            return self._opened(target)

        return self._adopt(path, beside)

    def open_sample(self) -> bool:
        """Makes a fresh sample plan and opens it; nothing of it is kept for long."""
        path = self.places.cache / f"{self.tr('Marigold Beauty')}{SUFFIX}"
        if self.elsewhere(path):
            return False
        return self._adopt(path, lambda: self._sample(path))

    def close(self) -> None:
        """Commits what is being typed, backs up and closes."""
        if self.bridge is not None:
            self.closing.emit()
            bridge, self.bridge = self.bridge, None
            self.saved_at = None
            self.ticker.stop()
            try:
                bridge.close()
            finally:
                bridge.deleteLater()
                self.closed.emit()

    def recent(self) -> list[Path]:
        """The plans opened last that are still there, newest first."""
        return [path for text in self.settings.get(RECENT_FILES) if (path := Path(text)).exists()]

    def folder(self) -> Path:
        """Where dialogs begin: beside the open plan, else where documents are."""
        return self.bridge.path.parent if self.bridge is not None else documents()

    def free_path(self, name: str) -> Path:
        """A path among the documents at which there is no file yet."""
        folder = documents()
        numbers = range(2, 10_000)
        names = [name, *(f"{name} {number}" for number in numbers)]
        paths = (folder / f"{text}{SUFFIX}" for text in names)
        return next(path for path in paths if not path.exists())

    def _adopt(self, path: Path, get: Callable[[], Workspace]) -> bool:
        if self._busy:
            return False
        self._busy = True
        try:
            if self.bridge is not None and self.bridge.path == path:
                self.close()
            workspace = get()
        except Cancelled:
            return False
        except UserError as error:
            self.refused.emit(path, error)
            return False
        except OSError as error:
            self.refused.emit(path, Refused(_unreachable(error)))
            return False
        finally:
            self._busy = False
        self.close()
        self.bridge = Bridge(workspace, self)
        self.bridge.updated.connect(self._note_commit)
        if self.places.cache not in workspace.path.parents:
            self.settings.remember_file(workspace.path)
        self.ticker.start()
        self.opened.emit(self.bridge)
        return True

    def _opened(self, path: Path, *, write: bool = True) -> Workspace:
        return Workspace.open(
            path, clock=self.clock, write=write, places=self.places, load=self.load
        )

    def keep_time(self) -> None:
        """Lets the plan follow the clock: another day, and a backup if it is time for one."""
        if self.bridge is not None and self.bridge.today != self.clock.today():
            self.bridge.workspace.set_today(self.clock.today())
        self.back_up_if_due()

    def back_up_if_due(self) -> None:
        """Makes a backup if it is time for one, and tells how it went."""
        if self.bridge is not None and self.bridge.workspace.backups.automatic:
            backups = self.bridge.workspace.backups
            backups.make_if_due()
            self.backed_up.emit(backups.problem)

    def _sample(self, path: Path) -> Workspace:
        from okrdesk.app.examples.build import write_example

        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        write_example(path, "marigold", self.clock.today())
        return Workspace.open(path, clock=self.clock)

    def _note_commit(self, update: Update) -> None:
        if update.changeset.changes:
            self.saved_at = self.clock.now().astimezone()


def documents() -> Path:
    """The person's documents; the home folder where there are none."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def _unreachable(error: OSError) -> Message:
    return Message(
        "The file could not be opened: {reason}. Nothing in it was changed.",
        {"reason": error.strerror or str(error)},
    )
