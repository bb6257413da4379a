"""A field over the window and the list of what can be chosen, which the letters shorten."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.palette.entries import Entry, Section
from okrdesk.ui.palette.entry_list import EntryList
from okrdesk.ui.palette.scrim import Scrim
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

LIST_MARGIN, MOST = 6, 420


class Offer(NamedTuple):
    """What can be chosen; ``hint`` says why where there is nothing."""

    sections: Sequence[Section]
    hint: str = ""


class Ask(NamedTuple):
    """The look, the window that is covered, and the question."""

    look: Look
    window: QWidget
    title: str


class Picker(Scrim):
    """One question with its answers; goes with the choice or with Esc.

    ``offer`` answers to what was typed. With ``stays`` a choice leaves it open for the next one,
    and what is offered is asked for again.
    """

    def __init__(
        self, ask: Ask, asks: str, offer: Callable[[str], Offer], *, stays: bool = False
    ) -> None:
        look, window, title = ask
        super().__init__(look, window)
        self._offer, self._stays = offer, stays
        self.title = look.label(title, TextRole.STRONG)
        self.field = QLineEdit()
        self.list = EntryList(look, self.field)
        self.model = self.list.entries
        self.hint = look.wrapped("", TextRole.BODY, "2")
        self.setAccessibleName(title)
        self.field.setAccessibleName(asks)
        self.field.setPlaceholderText(asks)
        self._build()
        self.field.textChanged.connect(lambda _: self._answer())
        self.take_keys(self.field, self._key_table())
        self.list.picked.connect(self._run)

    def open(self) -> None:
        """Appears, with the focus in its field."""
        self._answer()
        self.enter(self.field)

    def panel_height(self, width: int) -> int:
        """The title, the field, and as many lines as there are and as have room."""
        around = self._head.sizeHint().height() + 3
        if self.hint.isVisibleTo(self):
            return around + self.hint.heightForWidth(width - 36) + 34
        lines = self.list.lines_height()
        return around + min(lines + 2 * LIST_MARGIN, MOST, self.room() - around)

    def _vanish(self) -> None:
        if self.isVisible():
            super()._vanish()
            self.deleteLater()

    def _answer(self, *, row: int | None = None) -> None:
        """Shows what is offered now, with the first of it chosen, or what stands in ``row``."""
        offer = self._offer(self.field.text())
        self.model.show(offer.sections)
        choices = self.model.choices()
        self.hint.setText(offer.hint)
        self.hint.setVisible(not choices)
        self.list.setVisible(bool(choices))
        self.list.choose(choices.index(row) if row in choices else 0)
        self.place()
        words = said(Message("%n result(s)", count=len(choices)))
        self.list.announce(words if choices else offer.hint)

    def _run(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if self._stays:
            row = None if self.field.text() else self.list.currentIndex().row()
            entry.run()
            self.field.blockSignals(True)
            self.field.clear()
            self.field.blockSignals(False)
            self._answer(row=row)
        else:
            self.leave()
            entry.run()

    def _key_table(self) -> dict[str, Callable[[], object]]:
        return {**self.list.key_table(lambda: self._run(self.list.chosen)), "Esc": self.leave}

    def _build(self) -> None:
        self.hint.setContentsMargins(18, 14, 18, 18)
        self._head = self._make_head()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule(self._look.themes))
        column.addWidget(self.hint)
        column.addSpacing(LIST_MARGIN)
        column.addWidget(self.list, 1)
        column.addSpacing(LIST_MARGIN)

    def _make_head(self) -> QWidget:
        self.field.setProperty("look", "bare")
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(10)
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._look.icon("search", 16))
        row.addWidget(self.field, 1)
        column.addLayout(row)
        return head
