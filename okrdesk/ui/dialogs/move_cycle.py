"""D9: objectives go to another cycle, with their values or without."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QRadioButton, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.entities import Cycle
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import CycleState
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.dialogs.answers import answers
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.what_was_done import about, items_message

WIDTH = 460


class MoveToCycleDialog(QDialog):
    """Enter moves. ``written`` carries the sentence about what was done."""

    written = Signal(str)

    def __init__(
        self, bridge: Bridge, look: Look, objectives: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Move to cycle"))
        self.setMinimumWidth(WIDTH)
        self._bridge, self._look, self._objectives = bridge, look, list(objectives)
        self.cycle = ChoiceField(self.tr("Cycle"))
        for cycle in cycles_to_move_to(bridge, self._objectives):
            days = f"{short_date(cycle.start)} – {short_date(cycle.end, year=True)}"
            self.cycle.addItem(f"{cycle.name}  ({days})", cycle.id)
        self.keep = QRadioButton(
            self.tr("&Keep values: check-ins, own statuses and grades go along")
        )
        self.reset = QRadioButton(self.tr("&Reset values: everything begins anew, steps are open"))
        self.keep.setChecked(True)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.error.hide()
        self._build()
        self.cycle.setFocus()

    def accept(self) -> None:
        """Moves all of them as one step, or says why that is not possible."""
        cycle = self.cycle.currentData()
        try:
            self._bridge.run(
                commands.move_to_cycle, self._objectives, cycle, keep_values=self.keep.isChecked()
            )
        except UserError as error:
            self.error.setText(said(error.message))
            self.error.show()
            return
        name = self._bridge.snapshot.get(CYCLE, cycle).name
        self.written.emit(
            about(
                Message("{items} moved to {cycle}", {"cycle": name}),
                self._bridge.snapshot,
                self._objectives,
            )
        )
        super().accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._look.wrapped(self._about(), TextRole.STRONG))
        column.addWidget(self.cycle)
        column.addWidget(self.keep)
        column.addWidget(self.reset)
        words = self.tr("Days of their own outside the new cycle are dropped.")
        column.addWidget(self._look.wrapped(words, TextRole.SMALL, "2"))
        column.addWidget(self.error)
        column.addWidget(answers(self, self.tr("Cancel"), self.tr("Move")))

    def _about(self) -> str:
        snapshot = self._bridge.snapshot
        if len(self._objectives) == 1:
            return snapshot.get(OBJECTIVE, self._objectives[0]).title
        below = [
            child
            for objective in self._objectives
            for child in snapshot.child_ids(KEY_RESULT, "objective", objective)
        ]
        return said(items_message(len(self._objectives), len(below)))


def cycles_to_move_to(bridge: Bridge, objectives: Sequence[int]) -> list[Cycle]:
    """The cycles that are open and not that of all of the objectives already."""
    now = {bridge.snapshot.get(OBJECTIVE, objective).cycle for objective in objectives}
    return [
        cycle
        for cycle in bridge.snapshot.sorted_rows(CYCLE)
        if cycle.state is not CycleState.CLOSED and {cycle.id} != now
    ]
