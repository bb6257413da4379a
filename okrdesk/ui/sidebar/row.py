"""A row of the sidebar: a mark, a name, and at the end a number or a key."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from okrdesk.ui.look import Look
from okrdesk.ui.sidebar.painting import INSET, Mark, RowPainter, RowState, is_cut, mark_side
from okrdesk.ui.theme import TextRole

HEIGHT = 31
"""With the pixel between two rows."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class Stop(QAbstractButton):
    """A button among others, of which the arrow keys find the next.

    ``stepped`` carries by how many the focus is to move, ``entered`` tells that it is here.
    """

    stepped = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move along the rows, Enter chooses."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class SidebarRow(Stop):
    """A page, a saved view or a team; ``id`` says which."""

    def __init__(self, look: Look, row_id: str, name: str, mark: Mark) -> None:
        super().__init__()
        self.id, self._look = row_id, look
        self._state = RowState(name, mark)
        self.setAccessibleName(name)
        look.themes.changed.connect(self._restyle)

    @property
    def state(self) -> RowState:
        """What it shows."""
        return self._state

    def set_figure(self, text: str, spoken: str = "") -> None:
        """Shows a number at the end, and says it in words."""
        self._show(self._state._replace(figure=text))
        self.setAccessibleName(", ".join(filter(None, (self._state.name, spoken or text))))

    def set_badge(self, text: str, spoken: str) -> None:
        """Shows a number that wants something done, on a ground of its own."""
        self._show(self._state._replace(badge=bool(text)))
        self.set_figure(text, spoken)

    def set_key(self, key: str) -> None:
        """Shows a key cap at the end."""
        self._show(self._state._replace(key=key))

    def set_shown(self, *, shown: bool) -> None:
        """Says whether what the row stands for is what is seen now."""
        self._show(self._state._replace(shown=shown))
        self.setAccessibleDescription(self.tr("Shown now") if shown else "")

    def set_rail(self, *, rail: bool) -> None:
        """Leaves the mark alone; the rest is told by a tooltip."""
        self._show(self._state._replace(rail=rail))

    def sizeHint(self) -> QSize:
        needed = QFontMetrics(self._look.themes.theme.font(TextRole.STRONG)).height() + 13
        return QSize(mark_side(self._look.themes.theme) + 2 * INSET + 2, max(HEIGHT, needed))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Tells in a tooltip what is cut off."""
        if event.type() == QEvent.Type.ToolTip:
            cut = is_cut(self._look.themes.theme, self._state, self.width())
            self.setToolTip(self.accessibleName() if cut else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.rect().adjusted(0, 0, 0, -1)
        paint = RowPainter(painter, ground, self._look, self.layoutDirection())
        paint.ground(shown=self._state.shown, hovered=self.underMouse(), focused=self.hasFocus())
        paint.row(self._state)
        painter.end()

    def _show(self, state: RowState) -> None:
        if state != self._state:
            self._state = state
            self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
