"""What was reported about a key result, or about all of an objective, newest first."""

from functools import partial

from okrdesk.domain.tables import CHECK_IN, OBJECTIVE
from okrdesk.ui.editors.check_in_row import CheckInRow
from okrdesk.ui.editors.counts import check_ins_of
from okrdesk.ui.editors.objective_course import ObjectiveCourse
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.translation import tr


class CheckInsPage(ListPage):
    """The list of check-ins; above those of an objective how it goes."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("No check-ins yet."))
        self._named = self.bridge.snapshot.find(OBJECTIVE, item) is not None
        self.course = ObjectiveCourse(tools, item) if self._named else None
        if self.course is not None:
            self.column.insertWidget(0, self.course)

    def refresh(self) -> None:
        super().refresh()
        if self.course is not None:
            self.course.refresh()

    def wanted(self) -> list[int]:
        return [row.id for row in check_ins_of(self.bridge.snapshot, self.item)]

    def made(self, row_id: int) -> ListRow:
        delete = partial(self.delete, CHECK_IN, row_id, self.tr("Check-in deleted"))
        return CheckInRow(self.tools, row_id, delete, named=self._named)
