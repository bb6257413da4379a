"""One KPI beside the list: how it stands, a new value, its measurements, what it is linked to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.kpis.chart import KpiChart
from okrdesk.ui.kpis.entry import KpiEntry
from okrdesk.ui.kpis.links import KpiLinks
from okrdesk.ui.kpis.values import KpiValues
from okrdesk.ui.kpis.words import (
    NATURE_WORDS,
    STATE_SHAPES,
    state_word,
    target_words,
    value_words,
)
from okrdesk.ui.look import Look, frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.scope import Scope
from okrdesk.ui.settings.words import RHYTHM_WORDS
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said


class KpiSide(QScrollArea):
    """``change_wanted`` asks for the editor, ``delete_wanted`` to take the KPI away.

    ``objective_wanted`` asks for an objective that brings it back to its target.
    """

    change_wanted = Signal()
    delete_wanted = Signal()
    objective_wanted = Signal()

    def __init__(self, bridge: Bridge, look: Look, scope: Scope) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._name = look.wrapped("", TextRole.INSPECTOR_TITLE)
        self._about = look.wrapped("", TextRole.SMALL, "2")
        self._value = look.label("", TextRole.BIG_NUMBER)
        self._target = look.label("", tone="2")
        self._shape = StatusShape(look)
        self._state = look.label("", TextRole.CHIP)
        self._description = look.wrapped("", tone="2")
        self.entry = KpiEntry(bridge, look)
        self.chart = KpiChart(bridge, look)
        self.values = KpiValues(bridge, look)
        self.links = KpiLinks(bridge, look, scope)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.values.refused.connect(self._say)
        self.change = look.tool_button(
            "pencil", self.tr("Change this KPI"), self.change_wanted.emit
        )
        self.delete = look.tool_button(
            "trash-2", self.tr("Delete this KPI"), self.delete_wanted.emit
        )
        words = self.tr("New objective from this KPI")
        self.objective = look.button(words, self.objective_wanted.emit, "link", "target")
        writing = (self.change, self.delete, self.entry, self.objective)
        # Shown before it has a parent, a widget would be a window of its own for a moment.
        for part in writing if bridge.read_only else ():
            part.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    def show_line(self, line: KpiLine) -> None:
        """Shows a KPI as it stands."""
        kpi = line.kpi
        nature, rhythm = said(NATURE_WORDS[kpi.nature]), said(RHYTHM_WORDS[kpi.rhythm])
        self._name.setText(kpi.name)
        self._about.setText(f"{nature} · {rhythm}")
        self._value.setText(value_words(kpi, line.value))
        self._target.setText(target_words(kpi, line.limits))
        shape = None if line.status is None else STATE_SHAPES[line.status]
        self._shape.show_status(shape)
        self._shape.setVisible(shape is not None)
        self._state.setText(state_word(line.status))
        self._shape.setToolTip(state_word(line.status))
        self._shape.setAccessibleName(state_word(line.status))
        self._description.setText(kpi.description)
        self._description.setVisible(bool(kpi.description))
        self.entry.show_line(line)
        self.chart.show_kpi(kpi)
        self.values.show_kpi(kpi.id)
        self.links.show_kpi(kpi.id)
        count = self.values.topLevelItemCount()
        self._heading.setText(said(Message("%n value(s)", count=count)))
        self.values.setVisible(count > 0)
        self._say("")

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name, 1)
        for button in (self.change, self.delete):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._value)
        line.addWidget(self._target)
        line.addStretch(1)
        line.addWidget(self._shape)
        line.addWidget(self._state)
        self._heading = self._look.label("", TextRole.CHIP, "2")
        content = frame("surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addLayout(line)
        column.addWidget(self._description)
        column.addWidget(self.entry)
        column.addWidget(Rule(self._look.themes))
        column.addWidget(self.chart)
        for part in (self._heading, self.values, self.error):
            column.addWidget(part)
        column.addWidget(Rule(self._look.themes))
        column.addWidget(self.links)
        column.addWidget(self.objective, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(content)
