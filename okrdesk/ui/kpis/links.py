"""What moves a KPI, and what it feeds: objectives of the matrix and key results."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import KpiLink
from okrdesk.domain.kpi_overview import fed_key_results, links_of
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import KpiStrength
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import ElidedButton, Look, clear
from okrdesk.ui.scope import Scope
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import percent_text

AROUND = 84
"""Width of a choice beside its words."""


class KpiLinks(QWidget):
    """``chosen`` carries an item to go to, ``told`` what was done.

    ``wanted`` asks for an objective, ``feeding_wanted`` for a key result that takes the value.
    """

    chosen = Signal(object)
    told = Signal(str)
    wanted = Signal()
    feeding_wanted = Signal()

    def __init__(self, bridge: Bridge, look: Look, scope: Scope) -> None:
        super().__init__()
        self._bridge, self._look, self._scope = bridge, look, scope
        self._shown: tuple[object, ...] = ()
        self._kpi = 0
        self._objectives = look.label(self.tr("Objectives that move it"), TextRole.CHIP, "2")
        self.link = look.button(self.tr("Link an objective…"), self.wanted.emit, "link")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._fed = look.label(self.tr("Key results that take its value"), TextRole.CHIP, "2")
        self._results = QVBoxLayout()
        self._results.setSpacing(2)
        self.feed = look.button(self.tr("Feed a key result…"), self.feeding_wanted.emit, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._objectives)
        column.addLayout(self._rows)
        column.addWidget(self.link)
        column.addWidget(self._fed)
        column.addLayout(self._results)
        column.addWidget(self.feed)

    def show_kpi(self, kpi: int) -> None:
        """Shows the links of a KPI."""
        snapshot, self._kpi = self._bridge.snapshot, kpi
        links = links_of(snapshot, kpi, self._scope.cycle)
        fed = fed_key_results(snapshot, kpi)
        titles = [snapshot.get(OBJECTIVE, link.objective).title for link in links]
        names = [(snapshot.get(KEY_RESULT, item).title, self._progress(item)) for item in fed]
        shown = (kpi, links, fed, titles, names)
        self.link.setVisible(not self._bridge.read_only)
        self.feed.setVisible(not self._bridge.read_only)
        self._fed.setVisible(bool(fed))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        for link, title in zip(links, titles, strict=True):
            self._rows.addWidget(self._row(link, title))
        clear(self._results)
        for item, (title, progress) in zip(fed, names, strict=True):
            self._results.addWidget(self._button(item, title, progress))

    def _progress(self, item: int) -> str:
        return percent_text(self._bridge.scores.item(item).progress)

    def _button(self, item: int, title: str, progress: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title(item, title), 1)
        row.addWidget(self._look.label(progress, TextRole.STRONG))
        return box

    def _title(self, item: int, title: str) -> ElidedButton:
        button = ElidedButton("text")
        button.show_text(title)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(item))
        return button

    def _row(self, link: KpiLink, title: str) -> QWidget:
        """The objective, and below it how it moves the KPI."""
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title(link.objective, title), 1)
        if not self._bridge.read_only:
            words = self.tr("Remove the link to {objective}").format(objective=title)
            gone = self._look.tool_button("x", words, partial(self._remove, link.objective))
            gone.setProperty("look", "small")
            head.addWidget(gone)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._strength(link, title), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _strength(self, link: KpiLink, title: str) -> ChoiceField:
        field = ChoiceField(self.tr("How {objective} moves it").format(objective=title))
        field.addItem(self.tr("Direct"), KpiStrength.DIRECT)
        field.addItem(self.tr("Influences"), KpiStrength.INFLUENCES)
        field.show_choice(link.strength)
        # Qt's own hint knows nothing of the room that the style sheet puts around the words.
        words = [field.itemText(place) for place in range(field.count())]
        widest = max(field.fontMetrics().horizontalAdvance(text) for text in words)
        field.setMinimumWidth(widest + self._look.themes.theme.length(AROUND))
        field.setEnabled(not self._bridge.read_only)
        field.chosen.connect(partial(self._change, link.objective))
        return field

    def _change(self, objective: int, strength: object) -> None:
        chosen = KpiStrength(str(strength))
        self._bridge.attempt(commands.link_kpi, objective, self._kpi, chosen)

    def _remove(self, objective: int) -> None:
        self._bridge.attempt(commands.link_kpi, objective, self._kpi, None)
        self.link.setFocus()
        self.told.emit(self.tr("KPI link removed"))
