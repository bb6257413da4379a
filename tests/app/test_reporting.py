"""The progress report of a plan: what its pages say follows from the scores."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject, EncodedStreamObject

from okrdesk.app.clock import SystemClock
from okrdesk.app.examples import write_example
from okrdesk.app.reporting import Own, logo_svg, make_report, report_data
from okrdesk.app.reporting.report import view_of
from okrdesk.app.reporting.view import View
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.scoring import Scores
from okrdesk.reports.data import Paper, ReportData, Sentence
from okrdesk.text import PSEUDO, Catalogue

LOGO = Path(__file__).parents[2] / "resources" / "screenshots" / "plan-light.png"
DAY = date(2026, 8, 17)
STREAMS = (DecodedStreamObject, EncodedStreamObject)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    path = tmp_path_factory.mktemp("plan") / "sample.okrdesk"
    write_example(path, "marigold", DAY)
    workspace = Workspace.open(path, clock=SystemClock(DAY), write=False)
    workspace.close()
    return workspace


def view(plan: Workspace, day: date = DAY, language: str = "en") -> View:
    cycle = current_cycle(plan.snapshot, day)
    assert cycle is not None
    scores = Scores(plan.snapshot, day)
    return view_of(plan.snapshot, scores, cycle=cycle.id, day=day, catalogue=Catalogue(language))


def said(shown: View) -> ReportData:
    return report_data(shown, author="Nadia Rahman", paper=Paper.A4, grey=False)


@pytest.fixture(scope="module")
def data(plan: Workspace) -> ReportData:
    return said(view(plan))


def test_the_cover_says_what_and_when(data: ReportData) -> None:
    cover = data.cover
    assert (cover.organisation, cover.initial) == ("Marigold Beauty", "M")
    assert cover.title == "Q3 2026 OKR report"
    assert cover.subtitle == "Week 7 of 13 · 17 August 2026 · prepared by Nadia Rahman"
    assert data.running_title == "Marigold Beauty · Q3 2026 OKR report"


def test_the_figures_are_those_of_the_plan(data: ReportData) -> None:
    progress, _, on_track, checked_in = data.cover.figures
    assert progress.note == "expected 52%"
    assert on_track.value.endswith(" of 21")
    assert (checked_in.value, checked_in.note) == ("9 of 21", "this week, 12 due")


def test_nothing_is_due_after_the_end(plan: Workspace) -> None:
    over = next(c for c in plan.snapshot.rows(t.CYCLE) if c.name == "Q2 2026")
    shown = view_of(plan.snapshot, plan.scores, cycle=over.id, day=DAY, catalogue=Catalogue())
    checked_in = said(shown).cover.figures[3]
    assert (checked_in.value, checked_in.note) == ("18 of 18", "in its last week")


def test_figures_and_rows_agree(data: ReportData) -> None:
    rows = [row for page in data.pages for row in page.key_results]
    fine = sum(row.bar.status is not None and row.bar.status.id == "on_track" for row in rows)
    assert data.cover.figures[2].value == f"{fine} of {len(rows)}"
    at_risk = sum(row.bar.status is not None and row.bar.status.id == "at_risk" for row in rows)
    assert data.cover.figures[2].note.endswith(f"{at_risk} at risk")


def test_teams_come_in_their_order_and_people_last(data: ReportData) -> None:
    (table,) = data.cover.tables
    assert table.title == "Team and individual objectives"
    below = [row.subtitle for row in table.rows]
    assert below[:4] == ["Customer Care", "Digital", "Franchise", "People"]
    assert [row.icon for row in table.rows] == ["users"] * 4 + ["user"] * 3


def test_a_row_prints_what_its_bar_shows(data: ReportData) -> None:
    row = data.cover.tables[0].rows[0]
    assert row.bar.ratio is not None
    assert row.bar.text == f"{row.bar.ratio:.0%}"
    assert row.bar.expected == pytest.approx(47 / 91)


def test_in_short_compares_with_the_cycle_before(data: ReportData) -> None:
    pace, leader, risk = data.cover.sentences
    assert "is expected. At the same point in Q2 2026 we were at " in pace.rest
    assert leader == Sentence(
        "One objective leads.", "Launch the new loyalty app is at 65% with confidence 8.0."
    )
    assert risk.lead == "3 results are at risk."
    assert "Interview 15 churned customers" in risk.rest


def test_longer_cycles_come_with_their_narratives(data: ReportData) -> None:
    long_term, year = data.higher
    assert long_term.narrative
    assert year.title == "2026"
    assert [it.objective.icon for it in long_term.objectives] == ["mountain", "mountain"]
    assert {it.objective.icon for it in year.objectives} == {"target"}
    assert all(2 <= len(it.key_results) <= 4 for it in (*long_term.objectives, *year.objectives))


def test_a_page_leads_from_the_mission_to_its_objective(data: ReportData) -> None:
    page = data.pages[0]
    assert page.breadcrumb == (
        "Help everyone feel confident in their own skin",
        "Be the best-loved make-up franchise",
        "Delight our customers",
    )
    assert page.subtitle == "Customer Care · Q3 2026 · Amara Diallo"
    assert page.expected == "Expected today 52%"


def test_notes_are_the_newest_with_the_status_of_their_day(data: ReportData) -> None:
    notes = data.pages[0].notes
    assert [note.day for note in notes] == ["10 Aug", "10 Aug", "3 Aug", "3 Aug"]
    assert all(note.status is not None for note in notes)


def test_a_line_ends_at_the_value_of_the_table(data: ReportData) -> None:
    page = data.pages[0]
    for row, line in zip(page.key_results, page.trends, strict=True):
        assert line.actual[-1][1] == pytest.approx(row.bar.ratio)
        assert line.y_ticks[-1].text == row.target


def test_the_middle_of_an_axis_is_not_rounded_away(data: ReportData) -> None:
    (line,) = (line for line in data.pages[0].trends if "churned" in line.title)
    assert line.outlook == "Forecast 12, needs +1.6 a week"
    assert [tick.text for tick in line.y_ticks] == ["0", "7.5", "15"]


def test_milestones_move_in_steps(data: ReportData) -> None:
    page = next(page for page in data.pages if page.title == "Launch the new loyalty app")
    row = next(row for row in page.key_results if row.title == "Roll the app out to all regions")
    assert (row.now, row.target) == ("3\u00a0of\u00a05", "5\u00a0of\u00a05")
    line = next(line for line in page.trends if line.title == row.title)
    assert [tick.text for tick in line.y_ticks] == ["0%", "50%", "100%"]


def test_kpis_say_how_far_they_moved(data: ReportData) -> None:
    moves = {move.name: move for move in data.pages[0].kpis}
    assert moves["Net promoter score"].text == "44 to 47, target 55"
    assert moves["Net promoter score"].status is not None
    assert moves["Net promoter score"].status.word == "Near"
    assert [table.title for table in data.kpis] == ["High level", "Low level"]
    assert sum(len(table.rows) for table in data.kpis) == 8
    assert all(0 <= y <= 1 for table in data.kpis for row in table.rows for _, y in row.points)


def test_what_is_at_risk_wants_attention_first(data: ReportData) -> None:
    assert [row.status.id for row in data.attention if row.status][:3] == ["at_risk"] * 3
    assert "33% where 52% is expected" in data.attention[0].why


def test_the_chart_says_in_words_what_it_shows(data: ReportData) -> None:
    assert data.cover.chart is not None
    assert data.cover.chart.alt.startswith("On 17 Aug progress is ")
    assert b"Q2 2026" in data.cover.chart.svg


def test_a_report_of_an_earlier_day_knows_nothing_later(plan: Workspace) -> None:
    early = said(view(plan, date(2026, 7, 20)))
    assert early.cover.subtitle.startswith("Week 3 of 13 · 20 July 2026")
    assert all("Aug" not in note.day for page in early.pages for note in page.notes)
    assert early.cover.figures[0].note == "expected 21%"


def test_before_the_first_check_in_nothing_is_measured(plan: Workspace) -> None:
    fresh = said(view(plan, date(2026, 7, 1)))
    assert fresh.cover.figures[0].value == "—"
    assert fresh.cover.sentences[0].lead == "Nothing is measured yet."
    assert all(line is not None for page in fresh.pages for line in page.trends)


def test_the_same_plan_gives_the_same_bytes(plan: Workspace) -> None:
    cycle = current_cycle(plan.snapshot, DAY)
    assert cycle is not None
    first, second = (
        make_report(
            plan.snapshot,
            Scores(plan.snapshot, DAY),
            cycle=cycle.id,
            day=DAY,
            catalogue=Catalogue(),
            own=Own(logo_svg(LOGO), "For friends only"),
        )
        for _ in range(2)
    )
    assert first == second
    pages = PdfReader(BytesIO(first)).pages
    assert len(pages) == 11
    assert all("For friends only" in page.extract_text() for page in pages)
    assert len(pages[0].images) == 1


def coloured(pdf: bytes) -> list[bytes]:
    """The operators of all streams, pictures included, that set another colour than grey."""
    reader = PdfReader(BytesIO(pdf))
    things = [reader.get_object(number) for number in reader.xref[0]]
    streams = [
        thing.get_data()
        for thing in things
        if isinstance(thing, (DecodedStreamObject, EncodedStreamObject))
    ]
    drawn = b"\n".join(stream for stream in streams if b" re\n" in stream or b" l\n" in stream)
    assert drawn
    found = re.finditer(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|sc|SC|scn|SCN)\b", drawn)
    return [one[0] for one in found if not one[1] == one[2] == one[3]]


@pytest.mark.parametrize("grey", [False, True])
def test_grey_has_no_colour_and_colour_has(plan: Workspace, grey: bool) -> None:
    cycle = current_cycle(plan.snapshot, DAY)
    assert cycle is not None
    scores = Scores(plan.snapshot, DAY)
    pdf = make_report(
        plan.snapshot, scores, cycle=cycle.id, day=DAY, catalogue=Catalogue(), grey=grey
    )
    assert bool(coloured(pdf)) is not grey


def test_the_report_speaks_its_own_language(plan: Workspace) -> None:
    strange = said(view(plan, language=PSEUDO))
    assert strange.labels.objective.startswith("⟦")
    assert strange.cover.figures[0].name.startswith("⟦")
    assert strange.cover.tables[0].rows[0].title == "Research and improve customer satisfaction"
