"""The foot of a presentation: which page, which week, and what the keys do."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.domain.cycles import week_of, weeks_of
from okrdesk.domain.entities import Cycle
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import day_of_year
from okrdesk.ui.widgets.elided_label import ElidedLabel

_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Foot(QWidget):
    """Its buttons are for the mouse only. ``turned`` carries -1 or 1."""

    turned = Signal(int)
    check_in_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.place = look.label("", TextRole.SECTION, "2")
        self.week = look.label("", TextRole.SECTION, "2")
        self.keys = ElidedLabel(look, tone="3")
        self.keys.setAlignment(_END)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back, on = ("right", "left") if right else ("left", "right")
        made = (
            (f"chevron-{back}", self.tr("Page before"), partial(self.turned.emit, -1)),
            (f"chevron-{on}", self.tr("Next page"), partial(self.turned.emit, 1)),
            ("circle-check", self.tr("Check in"), self.check_in_wanted.emit),
            ("x", self.tr("Leave"), self.left.emit),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.place)
        row.addWidget(self.week)
        row.addWidget(self.keys, 1)
        for icon, name, work in made:
            button = look.tool_button(icon, name, work)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)

    def show_place(self, place: int, count: int, cycle: Cycle | None, today: date) -> None:
        """Shows which page of how many is seen, and the week of the cycle."""
        self.place.setText(f"{place + 1} / {count}")
        week = day_of_year(today)
        if cycle is not None:
            words = self.tr("{cycle}, week {week} of {weeks} · {day}")
            week = words.format(
                cycle=cycle.name, week=week_of(cycle, today), weeks=weeks_of(cycle), day=week
            )
        self.week.setText(week)
        self.say(self.tr("← → page · ↑ ↓ result · C check in · B blank · Esc leave"))

    def say(self, words: str) -> None:
        """Says something in the place of the keys, until a page is turned."""
        self.keys.show_words(words)
