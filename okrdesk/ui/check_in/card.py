"""The card of the key result that is being checked in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE, PERSON, TEAM
from okrdesk.ui.bridge import Bridge
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


class CheckInCard(QFrame):
    """What it is about, the form, and Back, Skip, Save and next.

    ``saved`` follows once the check-in is in the plan; ``stepped`` carries −1 for Back, 1 for Skip.
    """

    saved = Signal()
    stepped = Signal(int)

    def __init__(self, bridge: Bridge, look: Look, item: int, place: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._bridge, self._look, self.item = bridge, look, item
        self.form = CheckInForm(bridge, look, item)
        self.form.saved.connect(self.saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addLayout(self._path(place))
        title = look.wrapped(bridge.snapshot.get(KEY_RESULT, item).title, TextRole.VIEW_TITLE)
        column.addWidget(title)
        column.addLayout(self._facts())
        column.addWidget(Rule(look.themes))
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def _path(self, place: str) -> QHBoxLayout:
        snapshot = self._bridge.snapshot
        objective = snapshot.get(OBJECTIVE, snapshot.get(KEY_RESULT, self.item).objective)
        team = snapshot.find(TEAM, objective.team)
        words = " · ".join(part for part in (team.name if team else "", objective.title) if part)
        symbol = LEVEL_ICONS[symbol_of(objective, snapshot.find(CYCLE, objective.cycle))]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._look.icon(symbol), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._look.wrapped(words, TextRole.SMALL, "2"), 1)
        row.addWidget(self._look.label(place, TextRole.CHIP, "2"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _facts(self) -> QHBoxLayout:
        look, snapshot, scores = self._look, self._bridge.snapshot, self._bridge.scores
        key_result = snapshot.get(KEY_RESULT, self.item)
        owner = snapshot.find(PERSON, key_result.owner)
        row = QHBoxLayout()
        row.setSpacing(10)
        if owner is not None:
            avatar = Avatar(look.themes)
            avatar.set_person(owner.name, owner.initials, owner.colour)
            row.addWidget(avatar)
        last = f"{value_text(scores, self.item)} {target_text(self._bridge, self.item)}"
        row.addWidget(look.label(self.tr("Last: {value}").format(value=last.strip()), tone="2"))
        chip = StatusChip(look.themes, scores.key_result(self.item).status)
        row.addWidget(chip)
        sure = last_confidence(snapshot, self.item)
        if sure is not None:
            row.addWidget(look.label(self.tr("Confidence {value}").format(value=sure), tone="2"))
        row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        look = self._look
        back = look.button(self.tr("Back"), lambda: self.stepped.emit(-1), "quiet", "chevron-left")
        skip = look.button(self.tr("Skip"), lambda: self.stepped.emit(1), "quiet")
        save = look.button(self.tr("Save and next"), self.form.save, "primary")
        _tell_key(back, "Ctrl+Up")
        _tell_key(skip, "Ctrl+Down")
        _tell_key(save, "Return")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(skip)
        row.addStretch()
        row.addWidget(save)
        return row


def _tell_key(button: QPushButton, keys: str) -> None:
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{button.text()} ({text})")
