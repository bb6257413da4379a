"""From a plan to the bytes of a report."""

from datetime import date
from functools import cache
from typing import NamedTuple

from okrdesk.app.reporting.attention import attention
from okrdesk.app.reporting.course import chart, standing_before
from okrdesk.app.reporting.cover import cover
from okrdesk.app.reporting.kpis import kpi_tables
from okrdesk.app.reporting.labels import labels
from okrdesk.app.reporting.pages import objective_page
from okrdesk.app.reporting.rows import higher_levels
from okrdesk.app.reporting.view import View
from okrdesk.app.vocabulary import in_own_words
from okrdesk.domain import tables as t
from okrdesk.domain.errors import UserError
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.reports import FORMATS
from okrdesk.reports.data import Paper, ReportData
from okrdesk.text import Catalogue, Message

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


class Own(NamedTuple):
    """What an organisation gives its reports: a picture as SVG, and a line for each foot."""

    logo: str = ""
    footer: str = ""


def make_report(
    snapshot: Snapshot,
    scores: Scores,
    *,
    cycle: int,
    day: date,
    catalogue: Catalogue,
    author: str = "",
    paper: Paper = Paper.A4,
    grey: bool = False,
    form: str = "pdf",
    own: Own | None = None,
) -> bytes:
    """The progress report of a cycle, as a file of the format ``form``.

    ``snapshot`` and ``scores`` are those of ``day``; ``author``: the name on the cover;
    ``own``: a logo and a footer. Raises UserError for a plan without an objective.
    """
    if not any(snapshot.ids(t.OBJECTIVE)):
        raise UserError(Message("A report needs one objective. Add one first."))
    catalogue = in_own_words(catalogue, snapshot)
    view = view_of(snapshot, scores, cycle=cycle, day=day, catalogue=catalogue)
    data = report_data(view, author=author, paper=paper, grey=grey, own=own)
    chosen = next(known for known in FORMATS if known.id == form)
    return chosen.render(data)


def view_of(
    snapshot: Snapshot, scores: Scores, *, cycle: int, day: date, catalogue: Catalogue
) -> View:
    """The plan as the parts of a report look at it."""

    @cache
    def at(other: date) -> Scores:
        return scores if other == day else Scores(snapshot, other)

    return View(snapshot, scores, day, snapshot.get(t.CYCLE, cycle), catalogue, at)


def report_data(
    view: View, *, author: str, paper: Paper, grey: bool, own: Own | None = None
) -> ReportData:
    """What the report says, before it is typeset."""
    logo, footer = own or Own()
    first = cover(view, author, chart(view, grey=grey), standing_before(view))
    return ReportData(
        language=view.catalogue.language,
        right_to_left=view.catalogue.language in _RIGHT_TO_LEFT,
        paper=paper,
        grey=grey,
        day=view.day,
        day_text=view.catalogue.long_day(view.day),
        author=author,
        running_title=footer or f"{first.organisation} · {first.title}",
        logo=logo,
        labels=labels(view.catalogue),
        cover=first,
        higher_title=view.catalogue("Long-term and yearly objectives"),
        higher=higher_levels(view),
        pages=tuple(objective_page(view, row) for row in view.objectives(view.cycle.id)),
        attention=attention(view),
        kpis=kpi_tables(view),
    )
