"""What was reported about a key result, or about all of an objective, newest first."""

from okrdesk.ui.editors.counts import check_ins_of
from okrdesk.ui.editors.history import History
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools


class CheckInsPage(Page):
    """The list of check-ins."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._history = History(self.look)
        self.column.addWidget(self._history)

    def refresh(self) -> None:
        snapshot = self.bridge.snapshot
        self._history.show_check_ins(snapshot, check_ins_of(snapshot, self.item))
