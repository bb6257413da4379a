"""Which display a presentation fills."""

from PySide6.QtGui import QGuiApplication, QScreen

from okrdesk.app.settings import PRESENT_SCREEN, Settings


def chosen_display(settings: Settings, own: QScreen) -> QScreen:
    """The display that was chosen last, else another one than that of the window, ``own``."""
    screens, wanted = QGuiApplication.screens(), settings.get(PRESENT_SCREEN)
    known = (screen for screen in screens if screen.name() == wanted)
    others = (screen for screen in screens if screen is not own)
    return next(known, None) or next(others, own)


def next_display(settings: Settings, current: QScreen) -> QScreen:
    """The display behind the current one, from now on the chosen one."""
    screens = QGuiApplication.screens()
    screen = screens[(screens.index(current) + 1) % len(screens)]
    settings.set(PRESENT_SCREEN, screen.name())
    return screen
