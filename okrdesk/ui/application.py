"""Starts the window: the program's look, its one session, and what holds it together."""

import gc
import linecache
import os
import signal
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from okrdesk import __version__
from okrdesk.app.clock import SystemClock
from okrdesk.app.locations import locations
from okrdesk.app.settings import LANGUAGE, Settings
from okrdesk.assets import resource, translations
from okrdesk.ui import running
from okrdesk.ui.appearance import appearance
from okrdesk.ui.crash import CrashReporter
from okrdesk.ui.icons import IconSet
from okrdesk.ui.languages import chosen_language, speak
from okrdesk.ui.look import Look
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.preferences import show_focus_if_wanted
from okrdesk.ui.session import Session
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.windows import Windows

NO_DISPLAY = (
    "There is no display to open the window on. The command line does the same work: "
    "try “okrdesk show FILE” or “okrdesk --help”."
)
REST_MS = 300
"""How long after its start the program tidies up."""
_WITHOUT_DISPLAY = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


def main(argv: Sequence[str]) -> int:
    """Opens the window and stays until it is closed; returns the exit code."""
    arguments = parsed(argv)
    if not has_display(os.environ, sys.platform):
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201  # there is no window to say it in
        return 2
    application = made_application()
    asked = running.request(arguments.file, read_only=arguments.read_only)
    places = locations(os.environ)
    if running.hand_over(running.address(places, arguments.today), asked):
        return 0
    window = made_window(application, arguments.today)
    windows = Windows(window, application)
    windows.follow_application()
    listener = running.Listener(places, arguments.today, application)
    listener.asked.connect(windows.answer)
    application.file_wanted.connect(windows.open)
    reporter = CrashReporter(window, window.session.places.data / "crash.log")
    reporter.install()
    closer = SignalCloser(window)
    open_first(window, arguments)
    window.show()
    QTimer.singleShot(REST_MS, application, rest)
    QTimer.singleShot(REST_MS, application, listener.listen)
    QTimer.singleShot(REST_MS, application, windows.sleep.listen)
    code = application.exec()
    listener.close()
    closer.restore()
    reporter.uninstall()
    return code


def rest() -> None:
    """Lets go of what only the start needed, and leaves what it made out of later collections.

    PySide6 has read the sources of the modules that use it, and Python keeps what was read.
    """
    linecache.clearcache()
    gc.freeze()
    gc.enable()


def parsed(argv: Sequence[str]) -> Namespace:
    """The window's options; ends the program with code 2 when they are wrong."""
    parser = ArgumentParser(prog="okrdesk", description="Opens the window, with a plan if given.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an .okrdesk file")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day that counts as today")
    parser.add_argument(
        "--read-only", action="store_true", help="open the plan without changing it"
    )
    parser.add_argument("--version", action="version", version=f"okrdesk {__version__}")
    return parser.parse_args(list(argv))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there is something to draw a window on."""
    if platform in {"win32", "darwin"}:
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _WITHOUT_DISPLAY:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


class Application(QApplication):
    """Qt's application, which macOS tells of files that were double-clicked."""

    file_wanted = Signal(object)
    """The path of a plan to open."""

    def event(self, event: QEvent) -> bool:
        """Takes the file; Qt does the rest."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def made_application() -> Application:
    """The one QApplication, with names, sharp scaling and a font that has figures."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QGuiApplication.setDesktopFileName("okrdesk")
    application = Application(["okrdesk"])
    application.setApplicationName("okrdesk")
    application.setApplicationDisplayName("OKR Desk")
    application.setApplicationVersion(__version__)
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    use_own_font_if_needed(application)
    return application


def use_own_font_if_needed(application: QApplication) -> None:
    """Takes the bundled Inter where the system has no font made for screens."""
    plain = {"", "DejaVu Sans", "Bitstream Vera Sans", "Sans Serif"}
    families = set(QFontDatabase.families())
    family = application.font().family()
    if families - plain and family not in plain | {"Sans"}:
        return
    for name in ("Regular", "Medium", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{name}.otf")))
    font = application.font()
    font.setFamily("Inter")
    font.setPixelSize(13)
    application.setFont(font)


def made_window(application: QApplication, today: date | None) -> MainWindow:
    """The window with its session, not yet shown."""
    places = locations(os.environ)
    settings = Settings(places.settings)
    speak(application, chosen_language(os.environ, settings.get(LANGUAGE)), translations())
    wanted = appearance(settings)
    themes = ThemeController(application, wanted.choice, parent=application)
    themes.wear(wanted)
    show_focus_if_wanted(themes)
    icons = IconSet(themes, themes)
    session = Session(settings, places, SystemClock(today), application)
    return MainWindow(session, Look(themes, icons))


def open_first(window: MainWindow, arguments: Namespace) -> None:
    """Opens the plan that was named, else the last one, else stays on the first page."""
    path = next(iter(window.session.recent()), None)
    if arguments.file is not None:
        path = arguments.file.absolute()
    if path is None or not window.session.open(path, write=not arguments.read_only):
        window.show_start()


class SignalCloser(QObject):
    """Closes the windows in good order when the system asks the process to end.

    Python runs signal handlers only between its own instructions, which do not come while Qt
    waits; the system's byte in a socket wakes the event loop.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._old_fd = signal.set_wakeup_fd(self._ends[1].fileno())
        self._notifier = QSocketNotifier(self._ends[0].fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        names = ("SIGTERM", "SIGINT", "SIGHUP")
        signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
        self._handlers = {number: signal.signal(number, _ignore) for number in signals}

    def restore(self) -> None:
        """Gives the signals back."""
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        for end in self._ends:
            end.close()

    def _read(self) -> None:
        numbers = set(self._ends[0].recv(4096))
        if numbers & set(self._handlers):
            QApplication.closeAllWindows()


def _ignore(number: int, frame: object) -> None:
    """The byte in the socket says it."""
