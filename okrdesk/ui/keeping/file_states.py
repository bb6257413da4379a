"""What may become of the open plan's file, told in the window: ux.md 5.4, D11 and D13."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from okrdesk.app.settings import SHARED_TOLD
from okrdesk.domain.errors import UserError
from okrdesk.storage.identity import FileState
from okrdesk.storage.places import mount_table, shared_folder
from okrdesk.ui.banners import Banners, Rank, State, show_kind
from okrdesk.ui.bridge import Bridge, Unsaved
from okrdesk.ui.desk import Desk
from okrdesk.ui.keeping.file_watch import FileWatch
from okrdesk.ui.me_asking import MeAsking
from okrdesk.ui.status_bar import clock_time

if TYPE_CHECKING:
    from okrdesk.ui.keeping.changed_on_disk import ChangedOnDiskDialog

AFTER_PAINT_MS = 600
"""Asking about folders and files waits until the plan is painted."""


class FileStates(QObject):
    """Belongs to one window; follows the file of the plan that it has open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self._desk = desk
        self._banners: Banners | None = None
        self._watch: FileWatch | None = None
        self._own: Path | None = None
        self._failed = False
        self.me = MeAsking(desk)
        self._came: datetime | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._later.timeout.connect(self.begin)
        desk.session.opened.connect(self._follow)
        desk.session.closing.connect(self._forget)

    @property
    def banners(self) -> Banners | None:
        """The banner of the open plan."""
        return self._banners

    def begin(self) -> None:
        """Begins to watch, and says once if others may change the file."""
        if self._watch is not None:
            self._watch.begin()
            self._warn_of_others()

    def look(self) -> None:
        """Looks at the file now."""
        if self._watch is not None:
            self._watch.look()

    def _follow(self, bridge: Bridge) -> None:
        if self._desk.view is None:
            return
        self._own = None
        self._banners = Banners(self._desk.view.banner)
        show_kind(self._banners, bridge, self._desk.session)
        self.me.follow(bridge, self._banners)
        self._watch = FileWatch(bridge.workspace, bridge)
        self._watch.changed.connect(self._tell)
        bridge.unsaved.connect(self._tell_unsaved)
        bridge.outdated.connect(self._refuse_to_write)
        self._later.start()

    def _forget(self) -> None:
        self._later.stop()
        if self._watch is not None:
            self._watch.end()
        self._banners, self._watch = None, None

    def _tell(self, state: FileState) -> None:
        if self._banners is None:
            return
        if state is FileState.MISSING:
            words = self.tr(
                "The file of this plan is not there any more. Everything is still here."
            )
            ways = ((self.tr("Save a copy…"), self._save_copy),)
            self._banners.show(Rank.FILE, State(words, "triangle-alert", ways))
        elif state is FileState.AS_LEFT:
            self._banners.end(Rank.FILE)
        elif self._keep_own():
            self._show_banner(self._banners)

    def _keep_own(self) -> bool:
        """Writes this program's version beside the plan before anything else can happen to it."""
        from okrdesk.app.versions import keep_own

        session = self._desk.session
        if session.bridge is None:
            return False
        self._came = session.clock.now()
        try:
            self._own = keep_own(session.bridge.workspace, session.places, self._came)
        except UserError as error:
            self._desk.say_problem("", error)
            return False
        return True

    def _own_is_there(self) -> bool:
        return self._own is not None and self._own.exists()

    def _show_banner(self, banners: Banners) -> None:
        ways = (
            (self.tr("Compare…"), self.compare),
            (self.tr("Use newer"), self._use_newer),
        )
        banners.show(Rank.FILE, State(self.sentence(), "triangle-alert", ways))

    def sentence(self) -> str:
        """Who has changed the file, when, and what is safe."""
        session = self._desk.session
        path = session.bridge.path if session.bridge is not None else Path()
        shared = shared_folder(path, mount_table())
        time = clock_time((self._came or session.clock.now()).astimezone())
        if shared is None or not shared.service:
            return self.tr(
                "A newer version came from another program at {time}. Your version is kept as a "
                "copy."
            ).format(time=time)
        return self.tr(
            "A newer version came from {service} at {time}. Your version is kept as a copy."
        ).format(service=shared.service, time=time)

    def compare(self) -> "ChangedOnDiskDialog | None":
        """Shows both versions with their times and what differs."""
        from okrdesk.ui.keeping.changed_on_disk import ChangedOnDiskDialog

        session = self._desk.session
        if session.bridge is None or self._own is None or self._watch is None:
            return None
        mine = session.saved_at or self._watch.opened
        dialog = ChangedOnDiskDialog(self._desk, self.sentence(), mine)
        dialog.newer_chosen.connect(self._use_newer)
        dialog.mine_chosen.connect(self._keep_mine)
        dialog.open()
        return dialog

    def _refuse_to_write(self) -> None:
        """Work cannot go on: a change was wanted, and the file is another one."""
        if self._own is None:
            self.look()
        self.compare()

    def _use_newer(self) -> None:
        session = self._desk.session
        if session.bridge is not None and session.open(session.bridge.path):
            self._desk.toast(self.tr("This is the newer version"))

    def _keep_mine(self) -> None:
        from okrdesk.app.versions import keep_mine

        session = self._desk.session
        if session.bridge is None or not (self._own_is_there() or self._keep_own()):
            return
        own, path = self._own or session.bridge.path, session.bridge.path
        session.close()
        try:
            keep_mine(own, path, session.places, session.clock.now())
        except UserError as error:
            self._desk.say_problem("", error)
        if session.open(path):
            self._desk.toast(self.tr("This is your version. The other one is among the backups."))

    def committed(self) -> bool:
        """Writes what is being typed; False when the disk did not take it, which is told."""
        self._failed = False
        if self._desk.view is not None:
            self._desk.view.commit()
        return not self._failed

    def _tell_unsaved(self, unsaved: Unsaved) -> None:
        from okrdesk.ui.keeping.not_saved import not_saved_box

        self._failed = True
        not_saved_box(self._desk, unsaved).open()

    def _save_copy(self) -> None:
        from okrdesk.ui.keeping.not_saved import go_on_in_a_copy

        go_on_in_a_copy(self._desk)

    def _warn_of_others(self) -> None:
        """Once for each plan: other computers may change it at the same time."""
        session = self._desk.session
        if self._banners is None or session.bridge is None or session.bridge.read_only:
            return
        place, told = str(session.bridge.path), session.settings.get(SHARED_TOLD)
        shared = None if place in told else shared_folder(session.bridge.path, mount_table())
        if shared is None:
            return
        session.settings.set(SHARED_TOLD, [*told, place])
        words = self.tr("This plan is in a network folder. Change it on one computer at a time.")
        if shared.service:
            words = self.tr(
                "{service} copies this plan to other computers. Change it on one at a time."
            ).format(service=shared.service)
        banners = self._banners
        ways = ((self.tr("Got it"), lambda: banners.end(Rank.SHARED)),)
        banners.show(Rank.SHARED, State(words, "info", ways))
