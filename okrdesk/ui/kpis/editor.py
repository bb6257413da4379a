"""D8: what a KPI is: name, level, target and direction, limits, rhythm, owner."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Kpi
from okrdesk.domain.errors import UserError
from okrdesk.domain.sentences.quantities import places_of
from okrdesk.domain.tables import KPI, PERSON, TEAM
from okrdesk.domain.words import Aggregation, KpiRule
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.editors.amounts import plain_amount
from okrdesk.ui.editors.fields import ChoiceField, LineField, TextField, mark_invalid
from okrdesk.ui.kpis.words import AGGREGATION_WORDS, LEVEL_WORDS, NATURE_WORDS, RULE_WORDS
from okrdesk.ui.look import Look
from okrdesk.ui.settings.words import RHYTHM_WORDS
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said
from okrdesk.ui.widgets.on_screen import keep_on_screen

WIDTH = 480
AMOUNTS = ("baseline", "target", "low", "high", "near")
_TO = {KpiRule.INCREASE_TO, KpiRule.DECREASE_TO}
_LIMIT = {KpiRule.AT_LEAST, KpiRule.AT_MOST, *_TO}
_FOR: Mapping[str, frozenset[KpiRule]] = {
    "unit": frozenset(_LIMIT | {KpiRule.RANGE}),
    "baseline": frozenset(_TO),
    "target": frozenset(_LIMIT),
    "near": frozenset(_LIMIT | {KpiRule.RANGE}),
    "low": frozenset({KpiRule.RANGE}),
    "high": frozenset({KpiRule.RANGE}),
    "aggregation": frozenset(_LIMIT | {KpiRule.RANGE}),
    "resets": frozenset(_LIMIT | {KpiRule.RANGE}),
}
"""The rules under which a field is asked for; the others always are."""


class KpiDialog(QDialog):
    """Enter keeps the KPI. ``written`` carries its id."""

    written = Signal(object)

    def __init__(self, bridge: Bridge, look: Look, kpi: int | None, parent: QWidget) -> None:
        """Without ``kpi`` it is a new one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New KPI") if kpi is None else self.tr("Change KPI"))
        self.setMinimumWidth(WIDTH)
        self._bridge, self._look, self._kpi = bridge, look, kpi
        self.name = LineField(self.tr("Name"))
        self.level = _choice(self.tr("Level"), LEVEL_WORDS)
        self.nature = _choice(self.tr("What it is for"), NATURE_WORDS)
        self.rule = _choice(self.tr("Direction"), RULE_WORDS)
        self.rhythm = _choice(self.tr("Rhythm"), RHYTHM_WORDS)
        self.aggregation = _choice(self.tr("A period shows"), AGGREGATION_WORDS)
        self.resets = QCheckBox(self.tr("Starts again with each period"))
        self.team = _rows(self.tr("Team"), bridge.snapshot.sorted_rows(TEAM))
        self.owner = _rows(self.tr("Owner"), bridge.snapshot.sorted_rows(PERSON))
        self.description = TextField(self.tr("Description"), lines=2)
        self.lines = {
            "unit": LineField(self.tr("Unit")),
            "baseline": LineField(self.tr("Start")),
            "target": LineField(self.tr("Target")),
            "low": LineField(self.tr("Lowest")),
            "high": LineField(self.tr("Highest")),
            "near": LineField(self.tr("Near until")),
        }
        self.lines["unit"].setPlaceholderText(self.tr("such as %, h, EUR, points"))
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        self._form = QFormLayout()
        self._build()
        self._fill(bridge.snapshot.find(KPI, kpi) or Kpi(0, ""))
        self.rule.activated.connect(lambda _place: self._ask())
        keep_on_screen(self)
        self.name.setFocus()

    def accept(self) -> None:
        """Writes the KPI; says what is wrong with it beside its field."""
        try:
            fields = self._fields()
            if self._kpi is None:
                self._kpi = self._bridge.run(commands.create_kpi, **fields)
            else:
                self._bridge.run(commands.change_kpi, self._kpi, **fields)
        except UserError as error:
            self._show_error(error)
            return
        super().accept()
        self.written.emit(self._kpi)

    def _fields(self) -> dict[str, Any]:
        choices = (self.level, self.nature, self.rule, self.rhythm, self.team, self.owner)
        names = ("level", "nature", "rule", "rhythm", "team", "owner")
        fields: dict[str, Any] = {
            "name": self.name.text(),
            **{name: field.currentData() for name, field in zip(names, choices, strict=True)},
            "description": self.description.toPlainText(),
            "unit": self.lines["unit"].text() if self._asks("unit") else "",
            "aggregation": self.aggregation.currentData(),
            "resets": self.resets.isChecked() and self._asks("resets"),
        }
        amounts = {name: self._amount(name) for name in AMOUNTS}
        given = [value for value in amounts.values() if value is not None]
        before = self._bridge.snapshot.find(KPI, self._kpi)
        least = 0 if before is None else before.decimals
        fields["decimals"] = max(least, places_of(*given)) if given else least
        if not self._asks("aggregation"):
            fields["aggregation"] = Aggregation.LAST
        return {**fields, **amounts}

    def _amount(self, name: str) -> Decimal | None:
        text = self.lines[name].text().strip()
        if not text or not self._asks(name):
            return None
        try:
            return plain_amount(text)
        except UserError as error:
            raise UserError(error.message, name) from error

    def _asks(self, name: str) -> bool:
        return self.rule.currentData() in _FOR[name]

    def _ask(self) -> None:
        """Shows the fields that the rule has."""
        parts: dict[str, QWidget] = {
            **self.lines,
            "aggregation": self.aggregation,
            "resets": self.resets,
        }
        for name, field in parts.items():
            self._form.setRowVisible(field, self._asks(name))
        ranged = self.rule.currentData() is KpiRule.RANGE
        usual, both = self.tr("15% beyond the target"), self.tr("how far beyond; else 15%")
        self.lines["near"].setPlaceholderText(both if ranged else usual)

    def _show_error(self, error: UserError) -> None:
        sentence = said(error.message)
        fields: dict[str, QWidget] = {"name": self.name, **self.lines}
        for name, field in fields.items():
            mark_invalid(field, sentence if name == error.field else "")
        if error.field in fields:
            fields[error.field].setFocus()
        self.error.setText(sentence)
        self.error.show()

    def _fill(self, row: Kpi) -> None:
        self.name.setText(row.name)
        self.level.show_choice(row.level)
        self.nature.show_choice(row.nature)
        self.rule.show_choice(row.rule)
        self.rhythm.show_choice(row.rhythm)
        self.aggregation.show_choice(row.aggregation)
        self.resets.setChecked(row.resets)
        self.team.show_choice(row.team)
        self.owner.show_choice(row.owner)
        self.description.show_text(row.description)
        self.lines["unit"].setText(row.unit)
        for name in AMOUNTS:
            value = getattr(row, name)
            self.lines[name].setText("" if value is None else number(value))
        self._ask()

    def _build(self) -> None:
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        fields = (
            *(self.name, self.level, self.nature, self.lines["unit"], self.rule),
            *(self.lines[name] for name in AMOUNTS),
            *(self.rhythm, self.aggregation, self.team, self.owner, self.description),
        )
        for field in fields:
            label = self._look.label(field.accessibleName())
            label.setBuddy(field)
            self._form.addRow(label, field)
        self._form.insertRow(fields.index(self.team), "", self.resets)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(self.error)
        words = self.tr("Add KPI") if self._kpi is None else self.tr("Save KPI")
        column.addWidget(answers(self, self.tr("Cancel"), words))


def _choice(name: str, words: Mapping[Any, Message]) -> ChoiceField:
    field = ChoiceField(name)
    for value, word in words.items():
        field.addItem(said(word), value)
    return field


def _rows(name: str, rows: Iterable[Any]) -> ChoiceField:
    field = ChoiceField(name)
    field.addItem("—", None)
    for row in rows:
        if row.active:
            field.addItem(row.name, row.id)
    return field
