"""The list below a field: chosen with the keys of the field, and spoken as it is chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListView, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.palette.delegate import EntryDelegate
from okrdesk.ui.palette.doing import native
from okrdesk.ui.palette.entries import Entry, EntryModel, Section, spoken
from okrdesk.ui.translation import tr

PAGE, MEASURED = 8, 40
"""Entries in a page, and lines that are asked for their height."""


class EntryList(QListView):
    """``picked`` carries the entry that was clicked. The focus stays in the field."""

    picked = Signal(object)

    def __init__(self, look: Look, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(look, native("Enter"), self))
        self.setAccessibleName(tr("Results"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.picked.emit(self.entries.entry(index.row())))
        look.themes.changed.connect(self.doItemsLayout)

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter runs."""
        return self.entries.entry(self.currentIndex().row())

    def show_sections(self, sections: Sequence[Section], place: int = 0) -> None:
        """Shows other sections and chooses one of their entries."""
        self.entries.show(sections)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Chooses an entry by its place among those that can be chosen."""
        choices = self.entries.choices()
        if choices:
            place = min(max(place, 0), len(choices) - 1)
            self.setCurrentIndex(self.entries.index(choices[place], 0))
            self.scrollTo(self.entries.index(0 if place == 0 else choices[place], 0))

    def step(self, by: int) -> None:
        """Chooses another entry; one step beyond an end goes on at the other."""
        choices, now = self.entries.choices(), self.currentIndex().row()
        if choices:
            place = choices.index(now) + by
            self.choose(place % len(choices) if abs(by) == 1 else place)
            self.announce()

    def announce(self, before: str = "") -> None:
        """Lets a screen reader say what is chosen, after other words."""
        parts = (before, "" if self.chosen is None else spoken(self.chosen))
        words = ", ".join(part for part in parts if part)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def lines_height(self) -> int:
        """How high all lines are together, as far as anybody scrolls."""
        rows = range(min(MEASURED, len(self.entries.lines)))
        return sum(self.sizeHintForRow(row) for row in rows)

    def key_table(self, run: Callable[[], object]) -> dict[str, Callable[[], object]]:
        """What the keys of the field do here; ``run`` follows Enter."""
        table: dict[str, Callable[[], object]] = {}
        for keys, by in {"Up": -1, "Down": 1, "PgUp": -PAGE, "PgDown": PAGE}.items():
            table[keys] = partial(self.step, by)
        table["Tab"] = table["Down"]
        table |= dict.fromkeys(("Shift+Tab", "Shift+Backtab"), table["Up"])
        return table | dict.fromkeys(("Return", "Enter", "Num+Enter"), run)
