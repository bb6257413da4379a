"""A gentle word that check-ins are due: a banner at start, on the check-in day a notice, too."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from okrdesk.app.settings import CHECK_IN_REMINDER
from okrdesk.domain.check_in_queue import due_check_ins, due_kpis, is_check_in_day
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.text import Message
from okrdesk.ui.banners import Rank, State
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.me import usual_people
from okrdesk.ui.sidebar.numbers import CHECK_IN_PAGE
from okrdesk.ui.translation import said

AFTER_MS = 1_500
"""The plan is painted and the first key can be pressed before anything is counted."""
NOTICE_MS = 10_000
LARGE = 5_000
"""Objectives above which nobody is kept waiting for a count."""


class CheckInReminder(QObject):
    """Belongs to one window; reminds once of each plan that is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self.remind)
        window.session.opened.connect(self._later.start)
        window.session.closing.connect(self._later.stop)
        window.stage.turned.connect(self._look)

    def remind(self) -> None:
        """Says how much is due, if anything is and the person wants to hear of it."""
        due, banners = self._due(), self._window.file_states.banners
        if not due or banners is None:
            return
        words = said(Message("%n check-in(s) (is|are) due.", count=due))
        ways = (
            (self.tr("Check in"), self.go),
            (self.tr("Stop reminding"), self.stop),
        )
        banners.show(Rank.CHECK_IN, State(words, "bell", ways))
        bridge = self._window.bridge
        if bridge is not None and is_check_in_day(bridge.scores) and has_tray():
            self._notify(words)

    def go(self) -> None:
        """Goes to what is due."""
        self._window.raise_()
        self._window.activateWindow()
        self._window.show_page(CHECK_IN_PAGE)

    def stop(self) -> None:
        """Never reminds again, until the settings say so."""
        self._window.session.settings.set(CHECK_IN_REMINDER, value=False)
        self.end()
        self._window.toast(self.tr("No more reminders. Settings bring them back."))

    def end(self) -> None:
        """Takes the words away."""
        if self._window.file_states.banners is not None:
            self._window.file_states.banners.end(Rank.CHECK_IN)
        if self._tray is not None:
            self._tray.hide()

    def _look(self) -> None:
        """The words go when the person is where they lead to."""
        if self._window.page_id == CHECK_IN_PAGE:
            self._later.stop()
            self.end()

    def _due(self) -> int:
        bridge: Bridge | None = self._window.bridge
        wanted = self._window.session.settings.get(CHECK_IN_REMINDER)
        if bridge is None or not wanted or bridge.read_only:
            return 0
        if bridge.snapshot.count(OBJECTIVE) > LARGE:
            return 0
        whose = usual_people(bridge)
        return len(due_check_ins(bridge.scores, whose)) + len(due_kpis(bridge.scores, whose))

    def _notify(self, words: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self.go)
            self._tray.activated.connect(self.go)
        self._tray.show()
        title = self._window.windowTitle()
        self._tray.showMessage(title, words, self._window.windowIcon(), NOTICE_MS)
        QTimer.singleShot(NOTICE_MS, self._tray, self._tray.hide)


def has_tray() -> bool:
    """Whether the system shows notices of programs."""
    drawn = QGuiApplication.platformName() not in {"offscreen", "minimal"}
    return drawn and QSystemTrayIcon.isSystemTrayAvailable()
