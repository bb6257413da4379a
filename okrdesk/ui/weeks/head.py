"""The head of the journal: which week, whose page, in which form, and a way to print it."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.check_in_queue import ALL, Whose
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import PERSON, TEAM
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date, tr
from okrdesk.ui.widgets.segments import Segments


class Head(QWidget):
    """``stepped`` carries −1 or 1 week, 0 for this one; ``whose_chosen`` a ``Whose``.

    ``form_chosen`` carries whether four squares are wanted; ``print_wanted`` follows its button.
    """

    stepped = Signal(int)
    whose_chosen = Signal(object)
    form_chosen = Signal(object)
    print_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._choices: list[Whose] = []
        self._week = look.label("", tone="2")
        before = self.tr("The week before"), "chevron-left", -1
        after = self.tr("The week after"), "chevron-right", 1
        self.before, self.after = (
            look.tool_button(icon, name, partial(self.stepped.emit, step))
            for name, icon, step in (before, after)
        )
        self.now = look.button(self.tr("This week"), lambda: self.stepped.emit(0), "quiet")
        self.whose = ChoiceField(self.tr("Whose page"))
        self.whose.activated.connect(lambda place: self.whose_chosen.emit(self._choices[place]))
        self.form = Segments(self.tr("Form of the page"))
        self.form.add(self.tr("Plans, progress, problems"), value=False)
        self.form.add(self.tr("Four squares"), value=True)
        self.form.chosen.connect(self.form_chosen)
        self.print = look.tool_button("printer", self.tr("Print…"), self.print_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(8)
        row.addWidget(look.label(self.tr("Weekly journal"), TextRole.VIEW_TITLE))
        for part in (self.before, self._week, self.after, self.now):
            row.addWidget(part)
        row.addStretch(1)
        for choice in (self.whose, self.form, self.print):
            row.addWidget(choice)

    def show_week(self, start: date, this: date) -> None:
        """Shows the days of a week."""
        self._week.setText(week_words(start))
        self.now.setVisible(start != this)

    def show_people(self, snapshot: Snapshot, now: Whose) -> None:
        """Offers everyone's page, each team's and each person's."""
        choices = [(ALL, self.tr("Everyone"))]
        choices += [(Whose(team=t.id), t.name) for t in snapshot.sorted_rows(TEAM) if t.active]
        people = [p for p in snapshot.sorted_rows(PERSON) if p.active]
        choices += [(Whose(person=p.id), p.name) for p in people]
        self._choices = [whose for whose, _name in choices]
        self.whose.clear()
        self.whose.addItems([name for _whose, name in choices])
        self.whose.setCurrentIndex(self._choices.index(now) if now in self._choices else 0)
        self.whose.setVisible(len(choices) > 1)

    def show_form(self, *, squares: bool) -> None:
        """Shows which form the page has."""
        self.form.show_choice(squares)


def week_words(start: date) -> str:
    """The days of a week: "17 Aug – 23 Aug"."""
    first, last = short_date(start), short_date(start + timedelta(days=6))
    return tr("{first} – {last}").format(first=first, last=last)
