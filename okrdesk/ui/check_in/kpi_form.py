"""What the pass asks about one KPI: its value of today, and a note; Enter confirms the last one."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.kpi_status import limits_on, status_of, values_until
from okrdesk.domain.tables import KPI
from okrdesk.domain.words import KpiRule
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.enter_form import EnterForm
from okrdesk.ui.editors.fields import ChoiceField, NumberField
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.kpis.series import read_kpi_amount
from okrdesk.ui.kpis.words import QUALITIES, STATE_SHAPES, state_word, target_sentence
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said


class KpiForm(EnterForm):
    """The value is filled with the last one and selected: typing replaces it."""

    def __init__(self, bridge: Bridge, look: Look, kpi: int) -> None:
        super().__init__(bridge, look)
        self._kpi = bridge.snapshot.get(KPI, kpi)
        self._limits = limits_on(bridge.snapshot, kpi, bridge.today)
        told = values_until(bridge.snapshot, kpi, bridge.today)
        self._last = told[-1] if told else None
        self.value = NumberField(self.tr("New value"))
        self.quality = ChoiceField(self.tr("New value"))
        self._shape, self._state = StatusShape(look), look.label("", TextRole.STRONG)
        self._fill()
        self._build()
        self.value.lineEdit().textChanged.connect(self._preview)
        self.quality.currentIndexChanged.connect(self._preview)
        self._preview()

    def save(self) -> None:
        self.saving = True
        try:
            note = self.note.toPlainText()
            self.bridge.run(
                commands.record_kpi_value, self._kpi.id, self._read(), note=note, replace=True
            )
        except UserError as error:
            self.saving = False
            self.show_error(error.message)
            self.focus_value()
        else:
            self.saved.emit()

    def focus_value(self) -> None:
        if self._qualitative:
            self.quality.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def show_error(self, message: Message | None) -> None:
        super().show_error(message)
        self.value.show_error(self.error.text())

    @property
    def _qualitative(self) -> bool:
        return self._kpi.rule is KpiRule.QUALITATIVE

    def _read(self) -> Decimal:
        if self._qualitative:
            worth = self.quality.currentData()
            if worth is None:
                raise UserError(Message("Choose good, fair or poor."))
            return Decimal(int(worth))
        return read_kpi_amount(self.bridge, self._kpi, self.value.text())

    def _preview(self) -> None:
        """Shows the state that what is being typed would give."""
        empty = not self._qualitative and not self.value.text().strip()
        unchosen = self._qualitative and self.quality.currentIndex() < 0
        if empty or unchosen:
            self.show_error(None)
            self._shape.show_status(None)
            self._state.setText("")
            return
        try:
            value = self._read()
        except UserError as error:
            self.show_error(error.message)
            return
        self.show_error(None)
        state = status_of(self._kpi, self._limits, value)
        self._shape.show_status(None if state is None else STATE_SHAPES[state])
        self._state.setText(state_word(state))

    def _fill(self) -> None:
        last = None if self._last is None else self._last.value
        for worth, word in reversed(list(enumerate(QUALITIES))):
            self.quality.addItem(said(word), worth)
        self.quality.setCurrentIndex(-1 if last is None else len(QUALITIES) - 1 - int(last))
        self.value.setFont(self.look.themes.theme.font(TextRole.INSPECTOR_TITLE))
        self.value.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.value.setProperty("look", "large")
        self.value.setFixedWidth(150)
        self.value.lineEdit().setTextMargins(6, 0, 0, 0)
        self.value.show_text("" if last is None else number(last))
        if self._last is not None and self._last.date == self.bridge.today:
            self.note.setPlainText(self._last.note)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.value)
        row.addWidget(self.quality)
        (self.value if self._qualitative else self.quality).hide()
        row.addWidget(self.look.label(self._kpi.unit, tone="2"), 1)
        row.addWidget(self._shape)
        row.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.look.label(self.tr("New value"), TextRole.STRONG))
        column.addLayout(row)
        column.addWidget(self.error)
        target = target_sentence(self._kpi, self._limits)
        words = self.tr("Target: {target}").format(target=target) if target else ""
        column.addWidget(self.look.label(words, TextRole.SMALL, "2"))
        column.addSpacing(8)
        column.addLayout(self.caption(self.tr("Note"), self.tr("optional")))
        column.addWidget(self.note)
