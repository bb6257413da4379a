"""The card of what is being answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from okrdesk.domain.entities import Person
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON, TEAM
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.enter_form import EnterForm
from okrdesk.ui.check_in.form import CheckInForm, last_confidence
from okrdesk.ui.check_in.queue_model import value_text
from okrdesk.ui.editors.amounts import target_text
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.look import Look
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.avatar import Avatar
from okrdesk.ui.widgets.status_chip import StatusChip


class QueueCard(QFrame):
    """What it is about, the form, and Back, Skip, Save and next.

    ``saved`` follows once the answer is in the plan; ``stepped`` carries −1 for Back, 1 for Skip.
    """

    saved = Signal()
    stepped = Signal(int)

    def __init__(self, bridge: Bridge, look: Look, item: int, form: EnterForm) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.bridge, self.look, self.item, self.form = bridge, look, item, form
        form.saved.connect(self.saved)

    def assemble(self, path: QHBoxLayout, title: str, facts: QHBoxLayout) -> None:
        """Puts the parts below each other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addLayout(path)
        column.addWidget(self.look.wrapped(title, TextRole.VIEW_TITLE))
        column.addLayout(facts)
        column.addWidget(Rule(self.look.themes))
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def set_low(self, low: bool) -> None:
        """Stands closer together where there is little height, so that all of it is seen."""
        margin = 6 if low else 18
        if (column := self.layout()) is not None:
            column.setContentsMargins(22, margin, 22, margin)
            column.setSpacing(4 if low else 10)
        self.form.set_low(low)

    def path(self, icon: str, words: str, place: str) -> QHBoxLayout:
        """Where it belongs, and its place in the queue."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.look.icon(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.look.wrapped(words, TextRole.SMALL, "2"), 1)
        row.addWidget(self.look.label(place, TextRole.CHIP, "2"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def facts(self, owner: Person | None, last: str) -> QHBoxLayout:
        """Whose it is and what was said last; there is room for more behind it."""
        row = QHBoxLayout()
        row.setSpacing(10)
        if owner is not None:
            avatar = Avatar(self.look.themes)
            avatar.set_person(owner.name, owner.initials, owner.colour)
            row.addWidget(avatar)
        row.addWidget(self.look.label(self.tr("Last: {value}").format(value=last), tone="2"))
        return row

    def _buttons(self) -> QHBoxLayout:
        look = self.look
        back = look.button(self.tr("Back"), lambda: self.stepped.emit(-1), "quiet", "chevron-left")
        skip = look.button(self.tr("Skip"), lambda: self.stepped.emit(1), "quiet")
        save = look.button(self.tr("Save and next"), self.form.save, "primary")
        save.setEnabled(self.form.isEnabled())
        _tell_key(back, "Ctrl+Up")
        _tell_key(skip, "Ctrl+Down")
        _tell_key(save, "Enter")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(skip)
        row.addStretch()
        row.addWidget(save)
        return row


class CheckInCard(QueueCard):
    """A key result."""

    def __init__(self, bridge: Bridge, look: Look, item: int, place: str) -> None:
        super().__init__(bridge, look, item, CheckInForm(bridge, look, item))
        snapshot = bridge.snapshot
        row = snapshot.get(KEY_RESULT, item)
        objective = snapshot.get(OBJECTIVE, row.objective)
        team = snapshot.find(TEAM, objective.team)
        words = " · ".join(part for part in (team.name if team else "", objective.title) if part)
        symbol = LEVEL_ICONS[symbol_of(objective, snapshot.find(CYCLE, objective.cycle))]
        self.assemble(self.path(symbol, words, place), row.title, self._facts())

    def _facts(self) -> QHBoxLayout:
        snapshot, scores = self.bridge.snapshot, self.bridge.scores
        owner = snapshot.find(PERSON, snapshot.get(KEY_RESULT, self.item).owner)
        last = f"{value_text(scores, self.item)} {target_text(self.bridge, self.item)}"
        row = self.facts(owner, last.strip())
        row.addWidget(StatusChip(self.look.themes, scores.key_result(self.item).status))
        sure = last_confidence(snapshot, self.item)
        if sure is not None:
            words = self.tr("Confidence {value}").format(value=sure)
            row.addWidget(self.look.label(words, tone="2"))
        row.addStretch()
        return row


def _tell_key(button: QPushButton, keys: str) -> None:
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{button.text()} ({text})")
