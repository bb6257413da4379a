"""The KPIs that an objective should move."""

from PySide6.QtWidgets import QHBoxLayout

from okrdesk.app import commands
from okrdesk.domain.entities import Kpi, KpiLink
from okrdesk.domain.kpi_status import KpiStatus, status_on, value_on
from okrdesk.domain.tables import KPI, KPI_LINK
from okrdesk.domain.words import KpiRule, KpiStrength
from okrdesk.text import Message
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.status_shape import StatusShape
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said, tr

STATES: dict[KpiStatus, tuple[str, Message]] = {
    KpiStatus.ON_TARGET: ("on_track", Message("On target")),
    KpiStatus.NEAR: ("behind", Message("Near")),
    KpiStatus.OFF: ("at_risk", Message("Off target")),
}
"""The shape of each state and its word."""
QUALITIES = (Message("Poor"), Message("Fair"), Message("Good"))


class KpisPage(ListPage):
    """A row for each KPI that is linked, and a choice of the others."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("No KPI is linked yet."))
        self._place.setSpacing(6)
        self.others = ChoiceField(self.tr("Link a KPI"))
        self.others.setPlaceholderText(self.tr("Link a KPI"))
        self.others.chosen.connect(self._link)
        self._none = self.look.wrapped(
            self.tr("KPIs keep watch over what already runs, such as sales or staff turnover."),
            tone="3",
        )
        self.column.addWidget(self.others)
        self.column.addWidget(self._none)

    def wanted(self) -> list[int]:
        return [link.id for link in self._links()]

    def made(self, row_id: int) -> ListRow:
        return KpiRow(self.tools, row_id)

    def refresh(self) -> None:
        super().refresh()
        linked = {link.kpi for link in self._links()}
        rows = self.bridge.snapshot.sorted_rows(KPI)
        free = [row for row in rows if row.active and row.id not in linked]
        self.others.clear()
        for row in free:
            self.others.addItem(row.name, row.id)
        self.others.setCurrentIndex(-1)
        self.others.setVisible(bool(free) and not self.bridge.read_only)
        self._none.setVisible(not rows)

    def focus_first(self) -> None:
        self.others.setFocus()

    def _links(self) -> list[KpiLink]:
        return self.bridge.snapshot.children(KPI_LINK, "objective", self.item)

    def _link(self, kpi: object) -> None:
        if isinstance(kpi, int):
            self.bridge.attempt(commands.link_kpi, self.item, kpi, KpiStrength.DIRECT)
            self.refresh()


class KpiRow(ListRow):
    """Name, value and state, how strongly it is moved, and a way to take the link away."""

    def __init__(self, tools: Tools, link: int) -> None:
        super().__init__(tools, link)
        self._shape = StatusShape(self.look)
        self._name = self.look.wrapped()
        self._value = self.look.label("", TextRole.STRONG)
        self.strength = ChoiceField(self.tr("How the objective moves it"))
        self.strength.addItem(self.tr("Direct"), KpiStrength.DIRECT)
        self.strength.addItem(self.tr("Influences"), KpiStrength.INFLUENCES)
        self.strength.setEnabled(not self.bridge.read_only)
        self.strength.chosen.connect(self._change)
        self.remove = self.look.tool_button("x", self.tr("Remove this KPI"), self._remove)
        self.remove.setProperty("look", "small")
        self.setFocusProxy(self.strength)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._shape)
        row.addWidget(self._name, 1)
        for part in (self._value, self.strength):
            row.addWidget(part)
        if not self.bridge.read_only:
            row.addWidget(self.remove)

    def refresh(self) -> None:
        snapshot, today = self.bridge.snapshot, self.bridge.today
        link = self._link()
        kpi = snapshot.get(KPI, link.kpi)
        state = status_on(snapshot, kpi.id, today)
        word = "" if state is None else said(STATES[state][1])
        value = self._value_words(kpi)
        self._shape.show_status(None if state is None else STATES[state][0])
        self._shape.setToolTip(word)
        self._shape.setAccessibleName(word)
        self._name.setText(kpi.name)
        self._value.setText(" · ".join(filter(None, (value, word))))
        self.strength.show_choice(link.strength)
        self.setAccessibleName(", ".join(filter(None, (kpi.name, value, word))))

    def _link(self) -> KpiLink:
        return self.bridge.snapshot.get(KPI_LINK, self.row_id)

    def _value_words(self, kpi: Kpi) -> str:
        value = value_on(self.bridge.snapshot, kpi.id, self.bridge.today)
        if value is None:
            return ""
        if kpi.rule is KpiRule.QUALITATIVE:
            return said(QUALITIES[int(value)])
        return f"{number(value)} {kpi.unit}".strip()

    def _change(self, strength: object) -> None:
        link = self._link()
        chosen = KpiStrength(str(strength))
        self.bridge.attempt(commands.link_kpi, link.objective, link.kpi, chosen)

    def _remove(self) -> None:
        link = self._link()
        self.bridge.attempt(commands.link_kpi, link.objective, link.kpi, None)
        if self.bridge.snapshot.find(KPI_LINK, self.row_id) is None:
            self.tools.told.emit(self.tr("KPI link removed"))
