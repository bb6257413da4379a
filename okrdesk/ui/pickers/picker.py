"""A field over the window and the list of what can be chosen, which the letters shorten."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from okrdesk.text import Message
from okrdesk.ui.look import Look
from okrdesk.ui.palette.delegate import EntryDelegate
from okrdesk.ui.palette.doing import native
from okrdesk.ui.palette.entries import Entry, EntryModel, Section, spoken
from okrdesk.ui.palette.scrim import Scrim
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

PAGE, LIST_MARGIN, MOST, MEASURED = 8, 6, 420, 40


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
        self.model = EntryModel(self)
        self.list = QListView()
        self.hint = look.wrapped("", TextRole.BODY, "2")
        self._keys = self._key_table()
        self.setAccessibleName(title)
        self.field.setAccessibleName(asks)
        self.field.setPlaceholderText(asks)
        self._build()
        look.themes.changed.connect(self.list.doItemsLayout)
        self.field.textChanged.connect(lambda _: self._answer())
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(self.model.entry(index.row())))

    def open(self) -> None:
        """Appears, with the focus in its field."""
        self._answer()
        self.enter(self.field)

    def panel_height(self, width: int) -> int:
        """The title, the field, and as many lines as there are and as have room."""
        around = self._head.sizeHint().height() + 3
        if self.hint.isVisibleTo(self):
            return around + self.hint.heightForWidth(width - 36) + 34
        rows = range(min(MEASURED, len(self.model.lines)))
        lines = sum(self.list.sizeHintForRow(row) for row in rows)
        return around + min(lines + 2 * LIST_MARGIN, MOST, self.room() - around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the picker come before those of the field and of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            do = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if do is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if do is not None and event.type() == QEvent.Type.KeyPress:
                do()
                return True
        return super().eventFilter(watched, event)

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
        self._choose(choices.index(row) if row in choices else 0)
        self.place()
        self._announce_count(len(choices), offer.hint)

    def _announce_count(self, count: int, hint: str) -> None:
        chosen = self._chosen()
        words = said(Message("%n result(s)", count=count))
        self._announce(f"{words}, {spoken(chosen)}" if chosen else hint)

    def _choose(self, place: int) -> None:
        choices = self.model.choices()
        if choices:
            place = min(max(place, 0), len(choices) - 1)
            self.list.setCurrentIndex(self.model.index(choices[place], 0))
            self.list.scrollTo(self.model.index(0 if place == 0 else choices[place], 0))

    def _step(self, by: int) -> None:
        """Chooses another entry; one step beyond an end goes on at the other."""
        choices, now = self.model.choices(), self.list.currentIndex().row()
        if choices:
            place = choices.index(now) + by
            self._choose(place % len(choices) if abs(by) == 1 else place)
            chosen = self._chosen()
            self._announce(spoken(chosen) if chosen else "")

    def _chosen(self) -> Entry | None:
        return self.model.entry(self.list.currentIndex().row())

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

    def _announce(self, text: str) -> None:
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    def _key_table(self) -> dict[str, Callable[[], object]]:
        table: dict[str, Callable[[], object]] = {"Esc": self.leave}
        for keys, by in {"Up": -1, "Down": 1, "PgUp": -PAGE, "PgDown": PAGE}.items():
            table[keys] = partial(self._step, by)
        table |= {"Tab": lambda: self._step(1), "Shift+Tab": lambda: self._step(-1)}
        table["Shift+Backtab"] = table["Shift+Tab"]
        for enter in ("Return", "Enter", "Num+Enter"):
            table[enter] = lambda: self._run(self._chosen())
        return table

    def _build(self) -> None:
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self._look, native("Enter"), self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
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
