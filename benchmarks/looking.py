"""The look of the window: another theme until the tree is repainted in it, and larger text."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import plans
from benchmarks.measure import Figure, seconds, within
from benchmarks.using import Paints, settle
from okrdesk.ui import application
from okrdesk.ui.main_window import MainWindow
from okrdesk.ui.theme import ThemeChoice

ITEMS = 2_000
THEME_SECONDS = 0.2
PAGES = ("plan", "settings")


def figures(folder: Path, items: int = ITEMS) -> Iterator[Figure]:
    """On the page with the tree, and on the settings, which hold the most widgets."""
    os.environ.update(XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else application.made_application()
    window = application.made_window(app, plans.TODAY)
    window.resize(1440, 900)
    window.session.open(plans.write(folder / "look.okrdesk", items), write=True)
    window.show()
    settle()
    for page in PAGES:
        window.show_page(page)
        settle()
        yield within(f"another theme, {items:,} items, {page}", _switch(window), THEME_SECONDS)
    window.close()
    window.deleteLater()


def _switch(window: MainWindow) -> Callable[[], float]:
    """Changes between light and dark, until what is seen has been painted anew."""
    themes = window.look.themes

    def other() -> None:
        dark = themes.theme.is_dark
        themes.set_choice(ThemeChoice.LIGHT if dark else ThemeChoice.DARK)

    switched = Paints(window.stage).after(other)
    return lambda: seconds(switched)
