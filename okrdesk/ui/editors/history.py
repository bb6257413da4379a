"""The check-ins of a key result, newest first, with their notes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.entities import CheckIn
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, PERSON, ZONE
from okrdesk.ui.look import Look, clear
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, short_date
from okrdesk.ui.widgets.avatar import Avatar

MOST = 30


class History(QWidget):
    """Who said what and when."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[CheckIn, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)

    def show_check_ins(self, snapshot: Snapshot, rows: Sequence[CheckIn]) -> None:
        """Shows the newest of some check-ins, which come newest first."""
        shown = tuple(rows[:MOST])
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        if not shown:
            self._rows.addWidget(self._look.wrapped(self.tr("No check-ins yet."), tone="3"))
        for check_in in shown:
            self._rows.addWidget(CheckInRow(self._look, snapshot, check_in))


class CheckInRow(QWidget):
    """One check-in: author, day, value and confidence, and the note below."""

    def __init__(self, look: Look, snapshot: Snapshot, check_in: CheckIn) -> None:
        super().__init__()
        person = snapshot.find(PERSON, check_in.author)
        head = QHBoxLayout()
        head.setSpacing(6)
        if person is not None:
            head.addWidget(look.label(person.name.split()[0], TextRole.STRONG))
        head.addWidget(look.label(short_date(check_in.date), tone="3"))
        head.addStretch()
        head.addWidget(look.label(self._what(snapshot, check_in), TextRole.STRONG))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        if check_in.confidence is not None:
            text = self.tr("Confidence {value}").format(value=check_in.confidence)
            words.addWidget(look.label(text, TextRole.SMALL, "3"))
        if check_in.note:
            words.addWidget(look.wrapped(check_in.note))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        avatar = Avatar(look.themes)
        if person is not None:
            avatar.set_person(person.name, person.initials, person.colour - 1)
            column = QVBoxLayout()
            column.addWidget(avatar)
            column.addStretch()
            row.addLayout(column)
        row.addLayout(words, 1)

    def _what(self, snapshot: Snapshot, check_in: CheckIn) -> str:
        row = snapshot.get(KEY_RESULT, check_in.key_result)
        zone = snapshot.find(ZONE, check_in.zone)
        if zone is not None:
            return zone.title
        if check_in.value is None:
            return ""
        if row.kind == "yes_no":
            return self.tr("Yes") if check_in.value else self.tr("No")
        return f"{number(check_in.value)} {row.unit}".strip()
