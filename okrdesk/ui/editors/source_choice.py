"""Where a key result's value comes from: check-ins, a KPI, or the objectives that support it."""

from PySide6.QtCore import Signal

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KEY_RESULT, KPI
from okrdesk.domain.words import Source
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.translation import tr


class SourceChoice(ChoiceField):
    """``refused`` carries why a choice was not taken, or None when one was."""

    refused = Signal(object)

    def __init__(self, bridge: Bridge, key_result: int) -> None:
        super().__init__(tr("The value comes from"))
        self._bridge, self._item = bridge, key_result
        self.setEnabled(not bridge.read_only)
        self.chosen.connect(self._write)

    def refresh(self) -> None:
        """Shows what the plan holds."""
        row = self._bridge.snapshot.get(KEY_RESULT, self._item)
        kpis = [
            (kpi.name, kpi.id)
            for kpi in self._bridge.snapshot.sorted_rows(KPI)
            if kpi.active or kpi.id == row.kpi
        ]
        offered = [
            (tr("Check-ins"), Source.CHECK_INS.value),
            *kpis,
            (tr("The supporting objectives"), Source.CHILDREN.value),
        ]
        shown = [(self.itemText(at), self.itemData(at)) for at in range(self.count())]
        if shown != offered:
            self.clear()
            for words, data in offered:
                self.addItem(words, data)
        self.show_choice(row.kpi if row.source is Source.KPI else row.source.value)

    def _write(self, source: object) -> None:
        fields = {"source": source} if isinstance(source, str) else {"kpi": source}
        try:
            self._bridge.run(commands.change_key_result, self._item, **fields)
        except UserError as error:
            self.refresh()
            self.refused.emit(error.message)
        else:
            self.refused.emit(None)
