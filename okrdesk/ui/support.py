"""What helps when something is wrong: the log, and facts to send along. In the Help menu."""

from PySide6.QtCore import QLocale, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

from okrdesk.ui.desk import Desk
from okrdesk.ui.translation import tr


def open_log_folder(desk: Desk) -> None:
    """Shows the folder with the log of crashes in the file manager."""
    folder = desk.session.places.data
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def copy_diagnostics(desk: Desk) -> None:
    """Puts the facts on the clipboard."""
    QGuiApplication.clipboard().setText(diagnostics_text(desk))
    desk.toast(tr("Diagnostics copied, without titles and names"))


def diagnostics_text(desk: Desk) -> str:
    """Versions, system, screens and counts."""
    from okrdesk.app.diagnostics import diagnostics

    workspace = None if desk.bridge is None else desk.bridge.workspace
    wanted = desk.look.themes.appearance
    screens = [
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    more = {
        "Qt": qVersion(),
        "Platform of the window": QGuiApplication.platformName(),
        "Screens": ", ".join(screens),
        "Language": QLocale().name(),
        "Theme": f"{wanted.choice.value}, {wanted.text_percent}%, {wanted.row_height}",
    }
    return diagnostics(workspace, more)
