"""The command palette over the window: a field, the answers, and the keys that go with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QVBoxLayout

from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette.answers import COMMANDS, PEOPLE, TEAMS, Answers
from okrdesk.ui.palette.delegate import EntryDelegate
from okrdesk.ui.palette.doing import CREATE_KEYS, FILTER_KEYS, native
from okrdesk.ui.palette.entries import Entry, EntryModel, spoken
from okrdesk.ui.palette.finder import finder_of
from okrdesk.ui.palette.foot import Foot, Hint
from okrdesk.ui.palette.head import Head, HeadField
from okrdesk.ui.palette.scrim import Scrim
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

PAGE, LIST_MARGIN, MOST = 8, 6, 470
"""The list is at most ``MOST`` high; a page is so many entries."""


class Palette(Scrim):
    """Belongs to a window, and remembers what was chosen in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.widget)
        self._desk = desk
        self._answers = Answers(desk)
        name = tr("Search or run a command")
        self.field = HeadField(desk.look, name, name)
        self.model = EntryModel(self)
        self.list = QListView()
        self.count = desk.look.label("", TextRole.SMALL, "2")
        hints = (Hint("Up Down", tr("Choose")), Hint("Enter", tr("Run")), Hint("Esc", tr("Close")))
        words = ((COMMANDS, tr("commands")), (PEOPLE, tr("people")), (TEAMS, tr("teams")))
        self._foot = Foot(desk.look, hints, words)
        self._head = Head(desk.look, "search", self.field, self.count)
        self._keys = self._key_table()
        self._build()
        desk.look.themes.changed.connect(self._restyle)
        self.field.textChanged.connect(self._answer)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(self.model.entry(index.row())))

    def open(self) -> None:
        """Appears empty, with what was chosen last and all that can be done."""
        if self._desk.bridge is not None:
            finder_of(self._desk.bridge).read()
        self.field.clear()
        self._answer("")
        self.enter(self.field)

    def panel_height(self, width: int) -> int:
        """The field, the foot, and as many lines as there are and as have room."""
        around = self._head.height() + 1 + self._foot.sizeHint().height() + 2
        lines = sum(self.list.sizeHintForRow(row) for row in range(min(40, len(self.model.lines))))
        return around + min(lines + 2 * LIST_MARGIN, self._most(), self.room() - around)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the palette come before those of the field and of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            do = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if do is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if do is not None and event.type() == QEvent.Type.KeyPress:
                do()
                return True
        return super().eventFilter(watched, event)

    def _most(self) -> int:
        return round(MOST * max(1.0, self._desk.look.themes.text_percent / 100))

    def _answer(self, text: str) -> None:
        bridge = self._desk.bridge
        index = None if bridge is None else finder_of(bridge).index
        answer = self._answers.answer(text, index)
        self.model.show(answer.sections)
        words = said(Message("%n result(s)", count=answer.total))
        self.count.setText(words if text else "")
        self._choose(0)
        self.place()
        if text:
            first = self._chosen()
            self._announce(", ".join((words, spoken(first))) if first else words)

    def _choose(self, place: int) -> None:
        """Chooses an entry by its place among those that can be chosen."""
        choices = self.model.choices()
        if not choices:
            return
        place = min(max(place, 0), len(choices) - 1)
        self.list.setCurrentIndex(self.model.index(choices[place], 0))
        above = self.model.index(0 if place == 0 else choices[place], 0)
        self.list.scrollTo(above)

    def _step(self, by: int) -> None:
        """Chooses another entry; one step beyond an end goes on at the other."""
        choices, now = self.model.choices(), self.list.currentIndex().row()
        if not choices:
            return
        place = choices.index(now) + by if now in choices else 0
        self._choose(place % len(choices) if abs(by) == 1 else place)
        chosen = self._chosen()
        self._announce(spoken(chosen) if chosen else "")

    def _chosen(self) -> Entry | None:
        return self.model.entry(self.list.currentIndex().row())

    def _run(self, entry: Entry | None) -> None:
        if entry is not None:
            self._answers.remember(entry)
            self.leave()
            entry.run()

    def _run_by(self, keys: str) -> None:
        """Runs what was made of the words typed and has these keys."""
        entries = (self.model.entry(row) for row in self.model.choices())
        wanted = native(keys)
        self._run(next((e for e in entries if e and e.key is None and e.keys == wanted), None))

    def _announce(self, text: str) -> None:
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    def _key_table(self) -> dict[str, Callable[[], object]]:
        table: dict[str, Callable[[], object]] = {"Esc": self.leave, "Ctrl+K": self.leave}
        for keys, by in {"Up": -1, "Down": 1, "PgUp": -PAGE, "PgDown": PAGE}.items():
            table[keys] = partial(self._step, by)
        table |= {"Tab": lambda: self._step(1), "Shift+Tab": lambda: self._step(-1)}
        table["Shift+Backtab"] = table["Shift+Tab"]
        for enter in ("Return", "Enter", "Num+Enter"):
            table[enter] = lambda: self._run(self._chosen())
            table[f"Ctrl+{enter}"] = lambda: self._run_by(CREATE_KEYS)
        table[FILTER_KEYS] = lambda: self._run_by(FILTER_KEYS)
        return table

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Command palette"))
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self._desk.look, native("Enter"), self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule(self._desk.look.themes))
        column.addSpacing(LIST_MARGIN)
        column.addWidget(self.list, 1)
        column.addSpacing(LIST_MARGIN)
        column.addWidget(self._foot)
        self._restyle()

    def _restyle(self) -> None:
        self.list.doItemsLayout()
        if self.isVisible():
            self.place()


def open_palette(desk: Desk) -> None:
    """Opens the palette of the window."""
    found = desk.widget.findChild(Palette)
    palette = found if isinstance(found, Palette) else Palette(desk)
    palette.open()
