"""What needs attention, and why."""

from PySide6.QtWidgets import QVBoxLayout

from okrdesk.domain.filters import Condition
from okrdesk.domain.overview.concerns import Concern, Why, concerns
from okrdesk.domain.overview.sight import Sight, search_for
from okrdesk.domain.words import Status
from okrdesk.text import Message
from okrdesk.ui.dashboard.openers import Line, Row
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Item, Search
from okrdesk.ui.look import Look
from okrdesk.ui.translation import percent_text, said, tr

MOST = 4
"""So many are named; the last line leads to the others."""
ATTENTION = Condition("is", ("attention",))
_ICONS = {Why.STALE: "clock", Why.NO_OWNER: "user"}


class AttentionTile(Tile):
    """A row opens its item, the tile all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Needs attention"))
        self._lines = [Row(look) for _ in range(MOST)]
        self.take(*self._lines)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)

    def show_sight(self, sight: Sight) -> None:
        found = concerns(sight)
        wish = Search(search_for(sight, ATTENTION))
        if not self.is_news((found, wish)):
            return
        count = tr("{count} in {cycle}").format(count=len(found), cycle=sight.cycle.name)
        self.show_total(count if found else "", wish)
        if not found:
            self.say(tr("Nothing needs attention.") if sight.items else tr("Nothing here yet."))
            return
        lines = [concern_line(concern) for concern in found]
        if len(lines) > MOST:
            more = said(Message("and %n more", count=len(lines) - MOST + 1))
            lines = [*lines[: MOST - 1], Line(more, more, wish)]
        for row, line in zip(self._lines, [*lines, *[None] * MOST], strict=False):
            row.setVisible(line is not None)
            if line is not None:
                row.show_line(line)
        sentence = said(Message("%n (item|items) (needs|need) attention.", count=len(found)))
        self.tell(sentence, wish, [(one.title, reasons(one)) for one in found])


def concern_line(concern: Concern) -> Line:
    """The item with the shape of its most pressing reason."""
    first = concern.why[0]
    at_risk = first is Why.AT_RISK
    words = reasons(concern)
    return Line(
        concern.title,
        f"{concern.title}: {words}",
        Item(concern.item),
        status=Status.AT_RISK if at_risk else "",
        icon=_ICONS.get(first, ""),
        aside=percent_text(concern.progress) if at_risk else _word(first),
    )


def reasons(concern: Concern) -> str:
    """All reasons in words, with the percent of what is at risk."""
    words = [_word(why) for why in concern.why]
    if concern.progress is not None:
        words.append(percent_text(concern.progress))
    return ", ".join(words)


def _word(why: Why) -> str:
    return {
        Why.AT_RISK: tr("at risk"),
        Why.STALE: tr("no check-in"),
        Why.NO_OWNER: tr("no owner"),
    }[why]
