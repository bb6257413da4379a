"""What stands in place of the card when nothing is left to check in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from okrdesk.domain.check_in_queue import next_due
from okrdesk.domain.check_in_round import Round
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import long_date, said, tr


class Resting(QFrame):
    """One line, what comes next, and one way on.

    ``dashboard_wanted`` asks for the dashboard, ``again`` for the answers of this pass,
    ``objective_wanted`` for a first objective.
    """

    dashboard_wanted = Signal()
    again = Signal()
    objective_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = look.wrapped("", TextRole.VIEW_TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._more = look.wrapped("", tone="2")
        self._more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.dashboard_button = look.button(
            self.tr("See the dashboard"), self.dashboard_wanted.emit, "primary"
        )
        self.again_button = look.button(self.tr("Change today's answers"), self.again.emit, "quiet")
        self.new_button = look.button(
            self.tr("New objective"), self.objective_wanted.emit, "primary", "plus"
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(look.icon("circle-check", 32, "accent"), 0, middle)
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addSpacing(6)
        for button in (self.dashboard_button, self.again_button, self.new_button):
            column.addWidget(button, 0, middle)
        column.addStretch(3)

    def show_end(self, queue: Round, now: Scores) -> None:
        """Says how the pass ended, or why there is none."""
        done = len(queue.done(now))
        anything = now.snapshot.count(KEY_RESULT) > 0
        self._title.setText(_title(done, anything=anything))
        self._more.setText(_more(queue, now, done))
        self.dashboard_button.setVisible(done > 0)
        self.again_button.setVisible(done > 0)
        self.new_button.setVisible(not anything)

    def words(self) -> tuple[str, str]:
        """What it says."""
        return self._title.text(), self._more.text()


def _title(done: int, *, anything: bool) -> str:
    if not anything:
        return tr("Key results appear here once an objective has one.")
    if done == 0:
        return tr("Nothing is due today.")
    return said(Message("All %n checked in.", count=done))


def _more(queue: Round, now: Scores, done: int) -> str:
    parts = []
    if done:
        balance = queue.balance(now)
        words = tr("{up} up, {same} unchanged, {down} down.")
        parts.append(words.format(up=balance.up, same=balance.same, down=balance.down))
    day = next_due(now)
    if day is not None:
        parts.append(tr("The next check-in opens {day}.").format(day=long_date(day)))
    return " ".join(parts)
