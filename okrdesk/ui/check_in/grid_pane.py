"""The table of answers with what is below it: what is wrong, how much is ready, and Save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.app import commands
from okrdesk.domain.check_in_round import Round
from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.grid import Grid, standing_words
from okrdesk.ui.look import Look, frame
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.themed import ThemedWidget


class GridPane(ThemedWidget):
    """``saved`` carries how many answers went into the plan, as one step of undo."""

    saved = Signal(int)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__(look.themes)
        self._bridge = bridge
        self.grid = Grid(bridge, look)
        self.grid.turned.connect(self._follow)
        self.grid.left_over.connect(self._tell_left_over)
        self.words = look.wrapped("", tone="2")
        self.button = look.button(self.tr("Save check-ins"), self.save, "primary")
        shortcut = QShortcut("Ctrl+Return", self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)
        hint = self.tr("Type or paste a column. “=” confirms the last value. Empty rows stay due.")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 14)
        column.setSpacing(10)
        column.addWidget(look.wrapped(hint, TextRole.SMALL, "2"))
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        column.addWidget(card, 1)
        column.addLayout(foot)

    def show_round(self, queue: Round) -> None:
        """Shows what is still due of a pass."""
        self.grid.show_round(queue)
        self._follow()

    def save(self) -> None:
        """Writes every row that can be read; the others stay as they are."""
        answers = [read.answer for read in self.grid.reads() if read.answer is not None]
        if not answers or self._bridge.read_only:
            return
        kept = self.grid.texts()
        self.grid.forget([answer.item for answer in answers])
        try:
            self._bridge.run(commands.answer_all, answers)
        except UserError as error:
            self.grid.put_back(kept)
            self.words.setText(said(error.message))
        else:
            self.saved.emit(len(answers))

    def _follow(self) -> None:
        reads = self.grid.reads()
        self.words.setText(self.grid.wrong_here() or standing_words(reads))
        ready = any(read.answer is not None for read in reads)
        self.button.setEnabled(ready and not self._bridge.read_only)

    def _tell_left_over(self, lines: int) -> None:
        if lines:
            self.words.setText(
                said(Message("%n line(s) found no row and (was|were) left out.", count=lines))
            )
