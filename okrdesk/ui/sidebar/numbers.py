"""The numbers at the ends of the rows."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject

from okrdesk.domain.check_in_queue import count_due
from okrdesk.domain.saved_views import Tally, tallies
from okrdesk.domain.scoring import Scores
from okrdesk.domain.tables import OBJECTIVE
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.sidebar.counting import Counting
from okrdesk.ui.sidebar.section import Section
from okrdesk.ui.translation import number, percent_text, said

LARGE = 1_000
"""Objectives above which numbers wait until the tree is painted."""
CHECK_IN_PAGE = "check_in"
AFTER_MS = 60
"""How long they wait, anew after each edit."""


class Numbers:
    """What is due, how many items a view holds, and how far a team is: the mean of its objectives.

    In a large plan an edit does not wait for that, and no start waits for the counts.
    """

    def __init__(self, pages: Section, views: Section, teams: Section, parent: QObject) -> None:
        self._pages, self._views, self._teams = pages, views, teams
        self._counting = Counting(parent)

    def count(
        self, bridge: Bridge, cycle: int | None, me: int | None, teams: Sequence[int]
    ) -> None:
        """Finds the numbers in a cycle, or for None in the whole plan."""
        percents = self._percents(bridge.scores, cycle, teams)
        tally = chain(self._due(bridge.scores), self._tally(bridge.scores, cycle, me))
        if bridge.snapshot.count(OBJECTIVE) > LARGE:
            self._counting.start(chain(percents, tally), AFTER_MS)
        elif not self._views.isVisible():
            self._counting.finish(percents)
            self._counting.start(tally, AFTER_MS)
        else:
            self._counting.finish(chain(percents, tally))

    def _percents(self, scores: Scores, cycle: int | None, teams: Sequence[int]) -> Iterator[None]:
        for row, team in zip(self._teams.rows, teams, strict=True):
            score = None if cycle is None else scores.team(team, cycle)
            row.set_figure(percent_text(None if score is None else score.progress))
            yield

    def _tally(self, scores: Scores, cycle: int | None, me: int | None) -> Iterator[None]:
        for tally in tallies(scores, cycle, me):
            last = tally
            yield
        self._show_tally(last)

    def _due(self, scores: Scores) -> Iterator[None]:
        for due in count_due(scores):
            last = due
            yield
        for row in self._pages.rows:
            if row.id == CHECK_IN_PAGE:
                words = said(Message("%n due", count=last)) if last else ""
                row.set_badge(number(last) if last else "", words)

    def _show_tally(self, tally: Tally) -> None:
        counts = tally._asdict()
        for row in self._views.rows:
            count = counts.get(row.id, 0)
            row.set_figure(number(count) if count else "")
