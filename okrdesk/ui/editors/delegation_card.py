"""An item is handed to a person, who accepts it or returns it with a note."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Delegation
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import DELEGATION, OBJECTIVE, PERSON
from okrdesk.domain.words import DelegationState
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.editors.owner_button import OwnerButton
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date


class DelegationCard(QWidget):
    """Where a hand-over stands, with what can be done about it now."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__()
        self._tools, self._bridge, self._item = tools, tools.bridge, item
        look = tools.look
        self.person = OwnerButton(tools, self.tr("Hand over to"), self.tr("Hand over to…"))
        self.person.chosen.connect(self._offer)
        self.note = LineField(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note, if you like"))
        self.note.setReadOnly(tools.bridge.read_only)
        self._stands = look.wrapped("", tone="2")
        self.accept = look.button(self.tr("Accept"), lambda: self._answer(accept=True), "")
        self.give_back = look.button(self.tr("Return"), lambda: self._answer(accept=False))
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (self.person, self.accept, self.give_back):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(look.label(self.tr("Hand over"), TextRole.STRONG))
        column.addWidget(self._stands)
        column.addWidget(self.note)
        column.addLayout(row)

    def refresh(self) -> None:
        """Shows where it stands now."""
        snapshot = self._bridge.snapshot
        people = snapshot.count(PERSON) > 0
        self.setVisible(people)
        last = next(iter(delegations(snapshot, self._item)[::-1]), None)
        offered = last is not None and last.state is DelegationState.OFFERED
        self._stands.setText("" if last is None else self._words(snapshot, last))
        self._stands.setVisible(last is not None)
        self.person.show_owner(last.person if last is not None and offered else None)
        free = not self._bridge.read_only
        for button in (self.accept, self.give_back):
            button.setVisible(offered and free)
        self.note.setVisible(free)

    def _words(self, snapshot: Snapshot, row: Delegation) -> str:
        words = {
            DelegationState.OFFERED: self.tr("Offered to {person} on {day}."),
            DelegationState.ACCEPTED: self.tr("{person} has accepted it, offered on {day}."),
            DelegationState.RETURNED: self.tr("{person} has returned it, offered on {day}."),
        }[row.state]
        name = snapshot.get(PERSON, row.person).name
        sentence = words.format(person=name, day=short_date(row.date))
        return f"{sentence} {row.note}".strip()

    def _offer(self, person: int | str | None) -> None:
        if person is not None:
            self._bridge.attempt(commands.delegate, self._item, person, note=self.note.text())
        self._clear()

    def _answer(self, *, accept: bool) -> None:
        offers = delegations(self._bridge.snapshot, self._item)
        note = self.note.text().strip() or None
        for offer in offers[-1:]:
            self._bridge.attempt(commands.answer_delegation, offer.id, accept=accept, note=note)
        self._clear()

    def _clear(self) -> None:
        self.note.clear()
        self.refresh()


def delegations(snapshot: Snapshot, item: int) -> list[Delegation]:
    """The hand-overs of an item, oldest first."""
    field = "objective" if snapshot.find(OBJECTIVE, item) is not None else "key_result"
    return snapshot.children(DELEGATION, field, item)
