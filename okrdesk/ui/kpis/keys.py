"""Keys of a page that mean something else on others, where the actions of the menus rest."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

Does = Callable[[], object]


def bind(
    page: QWidget, parts: Mapping[str, tuple[QWidget, Does]], all_over: Mapping[str, Does]
) -> None:
    """Binds keys to a page: those of ``parts`` only while that part of it has the focus."""
    places = [(key, part, do) for key, (part, do) in parts.items()]
    places += [(key, page, do) for key, do in all_over.items()]
    for key, part, do in places:
        shortcut = QShortcut(key, part)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)
