"""One initiative in the checklist: in one line where there is room, else in two."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout

from okrdesk.app.sentences import has_a_number, key_result_in
from okrdesk.domain.initiative_list import Grouping, objective_of
from okrdesk.domain.tables import INITIATIVE, OBJECTIVE
from okrdesk.ui.editors.initiative_row import INDENT, InitiativeRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.translation import language_code
from okrdesk.ui.widgets.growing import grow

WIDE = 820
"""From this width on everything stands in one line, at the text size of the design."""
BESIDE = 10
"""From the box to the text above which a line stands."""
AIM, OWNER = 230, 150
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChecklistRow(InitiativeRow):
    """``ticked`` follows the box, ``promoted`` the wish to measure it instead.

    ``more_wanted`` asks for a further one beside it, with Enter; Del deletes. ``stepped`` carries
    how many rows to go on.
    """

    ticked = Signal()
    promoted = Signal()
    more_wanted = Signal()
    stepped = Signal(int)

    def __init__(self, tools: Tools, initiative: int, grouping: Grouping) -> None:
        snapshot = tools.bridge.snapshot
        objective = objective_of(snapshot, snapshot.get(INITIATIVE, initiative))
        super().__init__(tools, initiative, objective)
        self._grouping = grouping
        self._read = ""
        self._on_box = {
            Qt.Key.Key_Return: self.more_wanted.emit,
            Qt.Key.Key_Enter: self.more_wanted.emit,
            Qt.Key.Key_Delete: self.delete_wanted.emit,
        }
        self.done.installEventFilter(self)
        self.place.clicked.connect(lambda _=False: self.tools.chosen.emit(self._item))
        self.done.clicked.connect(lambda _=False: self.ticked.emit())

    def refresh(self) -> None:
        super().refresh()
        row = self._row()
        font = self.text.font()
        if font.strikeOut() is (row.done is None):
            font.setStrikeOut(row.done is not None)
            self.text.setFont(font)
        self._look_for_number(row.text, top=row.parent is None and row.done is None)
        title = self.bridge.snapshot.get(OBJECTIVE, self._item).title
        self.place.show_text(title)
        self.place.setVisible(self._grouping is Grouping.OWNER and row.parent is None)

    def menu(self) -> QMenu:
        menu = super().menu()
        if self._row().parent is None:
            before = menu.actions()[-1]
            action = menu.addAction(self.tr("Make it a key result"), self.promoted.emit)
            menu.insertAction(before, action)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box would take the arrow keys to wander about; here they go from row to row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS or (key in self._on_box and not self.bridge.read_only):
                (self._on_box.get(key) or partial(self.stepped.emit, _STEPS.get(key, 0)))()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same from the text, which leaves Up and Down to others."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self.look.themes.theme.length(WIDE)
        across = QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if wide else QBoxLayout.Direction.TopToBottom)
        self._tail.setContentsMargins(0 if wide else INDENT, 0, 0, 0)

    def _lay_out(self) -> None:
        asks = self.tr("This has a number. Make it a key result?")
        self.promote = self.look.button(asks, self.promoted.emit, "reading")
        self.promote.hide()
        self.place = ElidedButton("reading")
        self.place.setProperty("tone", "2")
        self.place.hide()
        head, self._tail, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.done)
        head.addWidget(self.text)
        head.addWidget(self._late)
        self._tail.setSpacing(8)
        if self.target is not None:
            grow(self.target, self.look.themes, width=AIM)
            self._tail.addWidget(self.target)
        self._tail.addStretch(1)
        self._tail.addWidget(self.due)
        grow(self.owner, self.look.themes, width=OWNER)
        self._tail.addWidget(self.owner)
        self._tail.addWidget(self._more)
        below.setContentsMargins(INDENT + BESIDE, 0, 0, 0)
        below.addWidget(self.place)
        below.addWidget(self.promote)
        below.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.addLayout(head, 1)
        self._line.addLayout(self._tail)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT * self._depth(), 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addLayout(below)
        self._more.setVisible(not self.bridge.read_only)

    def _look_for_number(self, text: str, *, top: bool) -> None:
        """Reads the text again where it is another one."""
        key = text if top and not self.bridge.read_only else ""
        if key != self._read:
            self._read = key
            reading = key_result_in(
                self.bridge.snapshot, self._item, key, self.bridge.today, language_code()
            )
            self.promote.setVisible(has_a_number(key, reading))
