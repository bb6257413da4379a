"""The command palette over the window: a field, the answers, and the keys that go with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.palette.answers import COMMANDS, PEOPLE, TEAMS, Answers
from okrdesk.ui.palette.doing import CREATE, FILTER, OWN_ACTION, keys_of, pressed_keys
from okrdesk.ui.palette.entries import Entry
from okrdesk.ui.palette.entry_list import EntryList
from okrdesk.ui.palette.finder import finder_of
from okrdesk.ui.palette.foot import Foot, Hint
from okrdesk.ui.palette.head import Head, HeadField
from okrdesk.ui.palette.scrim import Scrim
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

LIST_MARGIN, MOST = 6, 470
"""The list is at most ``MOST`` high."""


class Palette(Scrim):
    """Belongs to a window, and remembers what was chosen in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.widget)
        self._desk = desk
        self._answers = Answers(desk)
        name = tr("Search or run a command")
        self.field = HeadField(desk.look, name, name)
        self.list = EntryList(desk.look, self.field)
        self.model = self.list.entries
        self.count = desk.look.label("", TextRole.SMALL, "2")
        hints = (Hint("Up Down", tr("Choose")), Hint("Enter", tr("Run")), Hint("Esc", tr("Close")))
        words = ((COMMANDS, tr("commands")), (PEOPLE, tr("people")), (TEAMS, tr("teams")))
        self._foot = Foot(desk.look, hints, words)
        self._head = Head(desk.look, "search", self.field, self.count)
        self._build()
        self.field.textChanged.connect(self._answer)
        self.list.picked.connect(self._run)

    def open(self) -> None:
        """Appears empty, with what was chosen last and all that can be done."""
        if self._desk.bridge is not None:
            finder_of(self._desk.bridge).read()
        self.take_keys(self.field, self._key_table())
        self.field.clear()
        self._answer("")
        self.enter(self.field)

    def panel_height(self, width: int) -> int:
        """The field, the foot, and as many lines as there are and as have room."""
        around = self._head.height() + 1 + self._foot.sizeHint().height() + 2
        lines = self.list.lines_height()
        return around + min(lines + 2 * LIST_MARGIN, self._most(), self.room() - around)

    def _most(self) -> int:
        return round(MOST * max(1.0, self._desk.look.themes.text_percent / 100))

    def _answer(self, text: str) -> None:
        bridge = self._desk.bridge
        index = None if bridge is None else finder_of(bridge).index
        answer = self._answers.answer(text, index)
        self.list.show_sections(answer.sections)
        words = said(Message("%n result(s)", count=answer.total)) if text else ""
        self.count.setText(words)
        self.place()
        if text:
            self.list.announce(words)

    def _run(self, entry: Entry | None) -> None:
        if entry is not None:
            self._answers.remember(entry)
            self.leave()
            entry.run()

    def _run_by(self, action_id: str) -> None:
        """Runs what was made of the words typed and has the keys of this action."""
        entries = (self.model.entry(row) for row in self.model.choices())
        wanted = keys_of(self._desk, action_id)
        self._run(next((e for e in entries if e and e.key is None and e.keys == wanted), None))

    def _key_table(self) -> dict[str, Callable[[], object]]:
        table = {**self.list.key_table(lambda: self._run(self.list.chosen)), "Esc": self.leave}
        table |= dict.fromkeys(pressed_keys(self._desk, OWN_ACTION), self.leave)
        for action_id in (CREATE, FILTER):
            keys = pressed_keys(self._desk, action_id)
            table |= dict.fromkeys(keys, partial(self._run_by, action_id))
        return table

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Command palette"))
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule(self._desk.look.themes))
        column.addSpacing(LIST_MARGIN)
        column.addWidget(self.list, 1)
        column.addSpacing(LIST_MARGIN)
        column.addWidget(self._foot)


def open_palette(desk: Desk) -> None:
    """Opens the palette of the window."""
    found = desk.widget.findChild(Palette)
    palette = found if isinstance(found, Palette) else Palette(desk)
    palette.open()
