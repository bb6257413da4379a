"""Beside the card: how the result moved, what was said, and the initiatives that move it."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.app.key_result_history import Words, history_of
from okrdesk.domain.entities import CheckIn
from okrdesk.domain.rounding import tidy
from okrdesk.domain.tables import CHECK_IN, INITIATIVE, KEY_RESULT, PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.editors.movement import CHART
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.look import Look, clear
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text, short_date
from okrdesk.ui.widgets.avatar import Avatar

NOTES = 3
AFTER_MS = 150
"""Who goes from card to card with Enter does not wait for charts that nobody looks at."""


class Aside(QWidget):
    """History, earlier notes and initiatives of one key result; an empty card is not shown."""

    def __init__(self, bridge: Bridge, look: Look, charts: ChartLibrary) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self.history = ChartCard(look, charts)
        kept = self.history.view.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # Qt's own
        self.history.view.setSizePolicy(kept)
        self._item = 0
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._later.timeout.connect(self._show_history)
        self.notes = SideCard(look, self.tr("Earlier notes"))
        self.initiatives = SideCard(look, self.tr("Initiatives"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.history)
        column.addWidget(self.notes)
        column.addWidget(self.initiatives)
        column.addStretch(1)

    def show_item(self, item: int) -> None:
        """Shows what belongs to a key result; a KPI has nothing of it."""
        snapshot = self._bridge.snapshot
        if snapshot.find(KEY_RESULT, item) is None:
            return
        self.history.view.hide()
        self._item = item
        self._later.start()
        told = [row for row in snapshot.children(CHECK_IN, "key_result", item) if row.note]
        self.notes.fill([self._note(row) for row in reversed(told[-NOTES:])])
        objective = snapshot.get(KEY_RESULT, item).objective
        rows = snapshot.children(INITIATIVE, "key_result", item)
        rows += snapshot.children(INITIATIVE, "objective", objective)
        self.initiatives.fill([self._initiative(row.id) for row in rows if row.parent is None])

    def _show_history(self) -> None:
        item = self._item
        if self._bridge.snapshot.find(KEY_RESULT, item) is None:
            return
        words = Words(lambda value: number(tidy(value)), percent_text)
        history = history_of(self._bridge.scores, item, words)
        self.history.setVisible(history is not None)
        if history is not None:
            data = CHART.data(replace(history, forecast=None), ScreenCatalogue())
            # What else the chart can tell has no room in a column this narrow.
            data = replace(data, goals=(), today=None)
            self.history.show_chart(self.tr("History"), "", CHART, data)
            self.history.view.show()

    def _note(self, row: CheckIn) -> QWidget:
        look, box = self._look, QWidget()
        person = self._bridge.snapshot.find(PERSON, row.author)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        name = person.name.partition(" ")[0] if person else ""
        head.addWidget(look.label(name, TextRole.CHIP))
        head.addWidget(look.label(short_date(row.date), TextRole.SMALL, "2"))
        head.addStretch()
        if row.status is not None:
            shape = StatusShape(look)
            shape.show_status(row.status)
            head.addWidget(shape)
        words.addLayout(head)
        words.addWidget(look.wrapped(row.note, TextRole.SMALL))
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if person is not None:
            avatar = Avatar(look.themes)
            avatar.set_person(person.name, person.initials, person.colour)
            line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return box

    def _initiative(self, initiative: int) -> QWidget:
        row = self._bridge.snapshot.get(INITIATIVE, initiative)
        box = QCheckBox(row.text.replace("&", "&&"))
        box.setChecked(row.done is not None)
        box.setEnabled(not self._bridge.read_only)
        box.toggled.connect(lambda on: self._bridge.attempt(commands.tick, initiative, done=on))
        return box


class SideCard(QFrame):
    """A card with a heading and rows."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(look.label(title, TextRole.STRONG))
        column.addLayout(self._rows)

    def fill(self, rows: list[QWidget]) -> None:
        """Shows other rows; hides where there is none."""
        clear(self._rows)
        for row in rows:
            self._rows.addWidget(row)
        self.setVisible(bool(rows))
