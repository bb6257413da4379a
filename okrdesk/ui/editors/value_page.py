"""What a key result stands at, to be set, and how it came there."""

from PySide6.QtWidgets import QVBoxLayout

from okrdesk.domain.tables import KEY_RESULT, STEP, ZONE
from okrdesk.ui.editors.movement import Movement
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.editors.value import ValueEditor, value_editor
from okrdesk.ui.editors.what_if import WhatIfCard
from okrdesk.ui.look import frame
from okrdesk.ui.theme import TextRole


class ValuePage(Page):
    """The value in a card of its own; the chart and the newest note below."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._built_for: tuple[object, ...] = ()
        self.value: ValueEditor
        card = frame("card")
        self._place = QVBoxLayout(card)
        self._place.setContentsMargins(14, 10, 14, 12)
        self._place.setSpacing(6)
        self._place.addWidget(self.look.label(self.tr("Value"), TextRole.STRONG))
        self._movement = Movement(tools)
        self.column.addWidget(card)
        self.column.addWidget(self._movement)
        self.what_if = WhatIfCard(tools, item)
        self.column.addWidget(self.what_if)
        self._rebuild()

    def refresh(self) -> None:
        self._rebuild()
        self.value.refresh()
        self._movement.show_key_result(self.item)
        self.what_if.refresh()

    def commit(self) -> None:
        self.value.commit()

    def focus_first(self) -> None:
        self.value.focus_value()

    def _rebuild(self) -> None:
        """Makes the editor anew when another kind, source, step or zone asks for it."""
        needed = shape_of(self)
        if needed == self._built_for:
            return
        if self._built_for:
            self.value.hide()
            self.value.deleteLater()
        self._built_for = needed
        self.value = value_editor(self.bridge, self.look, self.item)
        self.value.finished.connect(self.tools.finished)
        self._place.addWidget(self.value)


def shape_of(page: Page) -> tuple[object, ...]:
    """What decides which fields a key result has: its kind, source, steps and zones."""
    snapshot = page.bridge.snapshot
    row = snapshot.get(KEY_RESULT, page.item)
    steps = [(step.id, step.title) for step in snapshot.children(STEP, "key_result", row.id)]
    zones = [(zone.id, zone.title) for zone in snapshot.children(ZONE, "key_result", row.id)]
    return row.kind, row.source, row.kpi, tuple(steps), tuple(zones)
