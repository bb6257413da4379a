"""Why a percent is what it is: inputs, formula, what was left out."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

WIDTH = 360


class ExplanationPopup(QFrame):
    """A small window over the percent; a click beside it or Esc closes it."""

    def __init__(self, look: Look, title: str, lines: list[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(look.label(title, TextRole.STRONG))
        words = look.label("\n".join(lines), tone="2")
        words.setWordWrap(True)
        words.setFixedWidth(WIDTH - 32)
        column.addWidget(words)


def show_explanation(bridge: Bridge, look: Look, item: int, near: QWidget) -> ExplanationPopup:
    """Shows below ``near`` how the number of an item is counted."""
    from okrdesk.domain.explain import explain

    lines = [said(line) for line in explain(bridge.scores, item).lines]
    title = tr("How this is counted")
    popup = ExplanationPopup(look, title, lines, near)
    popup.adjustSize()
    popup.move(near.mapToGlobal(QPoint(0, near.height() + 4)))
    popup.show()
    return popup
