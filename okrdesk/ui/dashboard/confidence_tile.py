"""How sure the owners are, and where that is going."""

from PySide6.QtWidgets import QGridLayout

from okrdesk.domain.overview.sight import OBJECTIVES, Sight, search_for
from okrdesk.domain.overview.sureness import sure_now, sureness
from okrdesk.domain.rounding import one_decimal
from okrdesk.ui.dashboard.openers import INSET, Opener
from okrdesk.ui.dashboard.progress_tile import MIDDLE
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Search
from okrdesk.ui.dashboard.words import one_place
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr
from okrdesk.ui.widgets.spark_line import Spark, SparkLine


class ConfidenceTile(Tile):
    """The mean with its trend; it opens the objectives that it is the mean of."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Confidence"))
        self._big = Opener(look, TextRole.BIG_NUMBER, "number")
        self._of = look.label(tr("of 10"), tone="2")
        self._line = SparkLine(look.themes)
        self._line.setMaximumWidth(140)
        self._change = look.wrapped("", TextRole.SMALL, "2")
        self._sure: float | None = None
        self.take(self._big)
        grid = QGridLayout(self.body)
        grid.setContentsMargins(INSET, 0, INSET, 0)
        grid.setHorizontalSpacing(6)
        grid.addWidget(self._big, 0, 0, MIDDLE)
        grid.addWidget(self._of, 0, 1, MIDDLE)
        grid.addWidget(self._line, 0, 3, MIDDLE)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 2)
        grid.setRowStretch(1, 1)
        grid.addWidget(self._change, 2, 0, 1, 4)

    def show_sight(self, sight: Sight) -> None:
        now = sure_now(sight)
        wish = Search(search_for(sight, OBJECTIVES))
        if not self.is_news((now, wish)):
            return
        self._sure = now
        if now is None:
            self.say(tr("Nobody has said yet how sure they are."))
            return
        sentence = tr("Confidence {value} of 10").format(value=one_place(now))
        self._big.show_text(one_place(now), sentence, wish)
        self.tell(sentence, wish, ((tr("Confidence"), one_place(now)),))

    def show_past(self, sight: Sight) -> None:
        past = sureness(sight)
        if self._sure is None or not self.is_news((past, self._sure, sight.cycle), "past"):
            return
        now, change = one_place(self._sure), change_words(self._sure, past.last_week)
        if sight.over:
            change = tr("At the end of {cycle}").format(cycle=sight.cycle.name)
        self._line.show_spark(Spark(past.trend))
        self._line.setVisible(sum(value is not None for value in past.trend) > 1)
        self._change.setText(change)
        sentence = tr("Confidence {value} of 10. {change}.").format(value=now, change=change)
        rows = ((tr("Confidence"), now), (tr("Last week"), one_place(past.last_week)))
        self.tell(sentence, Search(search_for(sight, OBJECTIVES)), rows)


def change_words(now: float, last_week: float | None) -> str:
    """“0.1 higher than last week”, of the numbers as they are shown."""
    if last_week is None:
        return tr("Not known for last week")
    by = one_decimal(one_decimal(now) - one_decimal(last_week))
    if not by:
        return tr("The same as last week")
    words = tr("{by} higher than last week") if by > 0 else tr("{by} lower than last week")
    return words.format(by=one_place(abs(by)))
