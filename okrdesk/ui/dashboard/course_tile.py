"""Are we on pace? The line of the cycle against expected and the cycle before."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from okrdesk.charts.progress import Progress, course_of
from okrdesk.domain.overview.sight import OBJECTIVES, Sight, search_for
from okrdesk.text import Message
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.charts.view import ChartView
from okrdesk.ui.charts.words import ScreenCatalogue
from okrdesk.ui.dashboard.openers import INSET
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said, tr

CHART = Progress()
HEIGHT = 165


class CourseTile(Tile):
    """The chart; it opens the objectives whose mean it is."""

    def __init__(self, look: Look, library: ChartLibrary) -> None:
        super().__init__(look, tr("Progress against expected"))
        self.view = ChartView(look, library, HEIGHT)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._catalogue = ScreenCatalogue()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.addWidget(self.view)

    def show_sight(self, sight: Sight) -> None:
        self.wait()

    def put_note(self, sentence: str) -> None:
        """A chart takes the room that there is, a sentence does not."""
        super().put_note(sentence)
        policy = self.sizePolicy()
        policy.setVerticalStretch(0 if sentence else 1)
        self.setSizePolicy(policy)

    def show_past(self, sight: Sight) -> None:
        series, count = sight.course, len(sight.objectives)
        wish = Search(search_for(sight, OBJECTIVES))
        if not self.is_news((series, count, wish), "past"):
            return
        average = said(Message("Average of %n objective(s)", count=count))
        self.show_total(average if count else "", wish)
        if not any(moment.actual is not None for moment in series.moments):
            self.say(tr("No check-ins yet.") if count else tr("No objectives here yet."))
            return
        data = CHART.data(course_of(series), self._catalogue)
        self.view.show_chart(CHART, data)
        table = CHART.table(data)
        self.tell(said(CHART.describe(data)), wish, (table.head, *table.rows))

    def picture(self) -> QImage:
        """The chart itself, drawn anew and sharp."""
        return self.view.picture()
