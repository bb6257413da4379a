"""How a key result moved: its history as a chart, and the newest note below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app.key_result_history import Words, history_of
from okrdesk.charts.key_result_history import KeyResultHistory
from okrdesk.domain.entities import CheckIn
from okrdesk.domain.forecast_words import outlook
from okrdesk.domain.rounding import tidy
from okrdesk.domain.tables import CHECK_IN, KEY_RESULT, PERSON
from okrdesk.ui.charts.card import ChartCard
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, percent_text, said, short_date
from okrdesk.ui.widgets.avatar import Avatar

CHART = KeyResultHistory()


class Movement(QWidget):
    """The chart of one key result and what was said about it last."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._bridge = tools.bridge
        self._catalogue = ScreenCatalogue()
        self.card = ChartCard(tools.look, tools.charts)
        self.card.copied.connect(tools.noted)
        self.outlook = tools.look.wrapped("", TextRole.SMALL, "2")
        self._note = NewestNote(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.outlook)
        column.addWidget(self._note)

    def show_key_result(self, key_result: int | None) -> None:
        """Shows another key result, or nothing."""
        self.setVisible(key_result is not None)
        if key_result is None:
            return
        self._show_chart(key_result)
        ahead = outlook(self._bridge.scores, key_result)
        self.outlook.setVisible(ahead is not None)
        self.outlook.setText("" if ahead is None else said(ahead))
        rows = self._bridge.snapshot.children(CHECK_IN, "key_result", key_result)
        self._note.show_check_in(next((row for row in reversed(rows) if row.note), None))

    def _show_chart(self, key_result: int) -> None:
        row = self._bridge.snapshot.get(KEY_RESULT, key_result)
        words = Words(lambda value: number(tidy(value)), percent_text)
        history = history_of(self._bridge.scores, key_result, words)
        self.card.setVisible(history is not None)
        if history is None:
            return
        data = CHART.data(history, self._catalogue)
        way = ""
        if data.way is not None:
            way = self.tr("Start {start} · Target {target}")
            way = way.format(start=data.way[0], target=data.way[1])
        self.card.show_chart(row.title, way, CHART, data)


class NewestNote(QWidget):
    """Who said what and when, in two lines."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        look = tools.look
        self._bridge = tools.bridge
        self._face = Avatar(look.themes)
        self._who = look.label("", TextRole.STRONG)
        self._when = look.label("", tone="3")
        self._words = look.wrapped()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._who)
        head.addWidget(self._when)
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(head)
        words.addWidget(self._words)
        face = QVBoxLayout()
        face.addWidget(self._face)
        face.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(face)
        row.addLayout(words, 1)

    def show_check_in(self, check_in: CheckIn | None) -> None:
        """Shows the note of a check-in, or nothing."""
        self.setVisible(check_in is not None)
        if check_in is None:
            return
        person = self._bridge.snapshot.find(PERSON, check_in.author)
        self._face.setVisible(person is not None)
        if person is not None:
            self._face.set_person(person.name, person.initials, person.colour - 1)
        self._who.setText("" if person is None else person.name.split()[0])
        day = short_date(check_in.date)
        self._when.setText(day if person is None else self.tr("· {day}").format(day=day))
        self._words.setText(check_in.note)
