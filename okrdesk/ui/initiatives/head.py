"""The head of the page: how many are done, how they are grouped, and whose they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.initiative_list import ANYBODY, Group, Grouping
from okrdesk.domain.people import has_several_people
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import PERSON
from okrdesk.text import Message
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.segments import Segments

NOBODY = -1
"""Stands in the menu for those that nobody owns: Qt would take None for no entry."""


class Head(QWidget):
    """``grouped`` carries the word of a ``Grouping``.

    ``whose_chosen`` carries a person, ANYBODY, or None for nobody.
    """

    grouped = Signal(object)
    whose_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.segments = Segments(self.tr("Grouping"))
        self.segments.add(self.tr("By objective"), Grouping.OBJECTIVE)
        self.segments.add(self.tr("By owner"), Grouping.OWNER)
        self.segments.chosen.connect(self.grouped)
        self.whose = ChoiceField(self.tr("Whose initiatives"))
        self.whose.chosen.connect(self._choose)
        self._count = look.label("", tone="2")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(10)
        row.addWidget(look.label(self.tr("Initiatives"), TextRole.VIEW_TITLE))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.segments)
        row.addWidget(self.whose)

    def show_groups(self, groups: list[Group]) -> None:
        """Says how many are done."""
        done, every = (sum(group.counts[place] for group in groups) for place in (0, 1))
        words = Message("%n of {all} done", {"all": every}, count=done)
        self._count.setText(said(words) if every else "")

    def show_people(self, snapshot: Snapshot, grouping: Grouping, person: int | None) -> None:
        """Offers everybody's and each person's; only where there are several people."""
        several = has_several_people(snapshot)
        self.segments.setVisible(several)
        self.segments.show_choice(grouping)
        self.whose.setVisible(several)
        self.whose.clear()
        self.whose.addItem(self.tr("Everybody's"), ANYBODY)
        for row in snapshot.sorted_rows(PERSON):
            if row.active or row.id == person:
                self.whose.addItem(row.name, row.id)
        self.whose.addItem(self.tr("No owner"), NOBODY)
        self.whose.show_choice(NOBODY if person is None else person)

    def _choose(self, person: object) -> None:
        self.whose_chosen.emit(None if person == NOBODY else person)
