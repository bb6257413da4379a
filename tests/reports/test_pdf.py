"""The PDF, read back."""

import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from okrdesk.reports.data import Bar, ObjectivePage, ObjectiveTable, Paper, ReportData
from okrdesk.reports.pdf import Pdf
from tests.reports.marigold import ON_TRACK, PAGE, REPORT, TEAMS

HOSTILE = (
    "#strong[x] $ @ref <label> *b* _i_ `c` = h // /* \\ [y] #panic()",
    "<b>bold</b><script>alert(1)</script> &amp;",
    '"quotes" \\n {curly} #{1/0} #import "@preview/x:1.0.0"',
    "Café – naïve “100 %” – 5 × 3: 10:30",
)


def read(data: ReportData) -> PdfReader:
    return PdfReader(BytesIO(Pdf().render(data)))


def text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def titled(title: str) -> ReportData:
    return replace(REPORT, pages=(replace(PAGE, title=title),))


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return read(REPORT)


def test_pages_say_what_the_data_say(pdf: PdfReader) -> None:
    said = text(pdf)
    for row in TEAMS:
        assert row.title in said
    for note in PAGE.notes:
        assert note.text in said
    for word in (
        "Q3 2026 OKR report",
        "14 of 21",
        "Page 1 of 4",
        "Page 4 of 4",
        "Near",
        "41 to 47",
    ):
        assert word in said


def test_the_file_knows_title_author_and_day(pdf: PdfReader) -> None:
    about = pdf.metadata
    assert about is not None
    assert about.title == "Marigold Beauty · Q3 2026 OKR report"
    assert about.author == "Nadia Rahman"
    assert str(about["/CreationDate"]).startswith("D:20260817")


def test_it_is_tagged_in_its_language(pdf: PdfReader) -> None:
    root = pdf.root_object
    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "en"


def test_charts_have_words_for_those_who_do_not_see_them() -> None:
    raw = Pdf().render(REPORT)
    reader = PdfReader(BytesIO(raw))
    alternatives = [
        str(thing["/Alt"])
        for number in range(1, len(reader.xref[0]) + 1)
        if isinstance(thing := reader.get_object(number), dict) and "/Alt" in thing
    ]
    assert "Progress is 49 percent where 52 percent is expected." in alternatives
    assert "Interview 15 churned customers: 33%" in alternatives


def test_the_outline_leads_to_every_objective(pdf: PdfReader) -> None:
    titles = [entry.title for entry in flat(pdf.outline)]
    assert titles[0] == "Q3 2026 OKR report"
    assert {PAGE.title, "Needs attention", "KPIs", "Team and individual objectives"} <= set(titles)


def flat(outline: list[object]) -> list[object]:
    return [e for part in outline for e in (flat(part) if isinstance(part, list) else [part])]


def test_fonts_travel_inside(pdf: PdfReader) -> None:
    resources = [page["/Resources"]["/Font"] for page in pdf.pages]
    fonts = [font.get_object() for named in resources for font in named.values()]
    names = {str(font["/BaseFont"]) for font in fonts}
    assert all("Inter" in name for name in names), names
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@pytest.mark.parametrize(
    ("paper", "points"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612.0, 792.0))]
)
def test_paper(paper: Paper, points: tuple[float, float]) -> None:
    box = read(replace(REPORT, paper=paper)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=0.02)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_people_wrote_is_never_markup(hostile: str) -> None:
    assert " ".join(hostile.split()) in text(read(titled(hostile)))


@pytest.mark.parametrize(
    "title",
    [
        "שלום עולם",
        "مرحبا بالعالم",
        "🚀 Launch 👩‍👩‍👧",
        "数字を上げる",
        "W" * 500,
        "",
        "a\nb\tc\x00d",
    ],
)
def test_any_title_is_set(title: str) -> None:
    reader = read(titled(title))
    assert len(reader.pages) in {4, 5}
    assert "Check-in notes" in text(reader)


def test_a_word_without_end_stays_on_the_page() -> None:
    reader = read(titled("W" * 500))
    assert text(reader).replace("\u200b", "").replace(" ", "").count("W") >= 500


def test_a_long_note_runs_over_to_the_next_page() -> None:
    note = replace(PAGE.notes[0], text="All of it is said. " * 1000)
    reader = read(replace(REPORT, pages=(replace(PAGE, notes=(note,)),)))
    assert text(reader).count("All of") >= 999  # one may be cut by the foot of a page
    assert len(reader.pages) > 4


def test_right_to_left_pages_mirror() -> None:
    mirrored = replace(REPORT, right_to_left=True, language="he")
    assert Pdf().render(mirrored) != Pdf().render(replace(mirrored, right_to_left=False))


def test_grey_has_no_colour() -> None:
    reader = read(replace(REPORT, grey=True, cover=replace(REPORT.cover, chart=None)))
    content = b" ".join(page.get_contents().get_data() for page in reader.pages)
    triples = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|sc|SC|scn|SCN)\b", content)
    assert [t for t in triples if not t[0] == t[1] == t[2]] == []


def test_colour_has_colour(pdf: PdfReader) -> None:
    content = b" ".join(page.get_contents().get_data() for page in pdf.pages)
    triples = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|sc|SC|scn|SCN)\b", content)
    assert [t for t in triples if not t[0] == t[1] == t[2]]


def many(count: int) -> ReportData:
    rows = tuple(replace(TEAMS[n % 7], title=f"Objective {n}") for n in range(count))
    tables = (replace(REPORT.cover.tables[0], rows=rows),)
    pages: tuple[ObjectivePage, ...] = tuple(
        replace(PAGE, title=row.title, bar=Bar(0.5, 0.5, "50%", ON_TRACK)) for row in rows
    )
    return replace(REPORT, cover=replace(REPORT.cover, tables=tables), pages=pages)


def test_fifty_objectives_have_a_page_each() -> None:
    reader = read(many(50))
    assert len(reader.pages) >= 53
    assert "Objective 49" in text(reader)


def test_no_row_stands_alone_on_a_page() -> None:
    tables = tuple(
        ObjectiveTable(
            f"Part {count}", tuple(replace(TEAMS[0], title=f"T{count}R{n}!") for n in range(count))
        )
        for count in range(1, 45)
    )
    data = replace(REPORT, cover=replace(REPORT.cover, tables=tables), pages=(), higher=())
    pages = [page.extract_text() for page in read(data).pages]
    for count in range(2, 45):
        rows = [len(re.findall(rf"T{count}R\d+!", page)) for page in pages]
        assert sum(rows) == count
        assert 1 not in rows
    assert all("Conf." in page for page in pages if re.search(r"T\d+R\d+!", page))


ROOT = Path(__file__).parents[2]
MEMORY = Path("/proc/self/statm")


GROWTH = """
import os
from pathlib import Path
from okrdesk.reports.pdf import Pdf
from tests.reports.marigold import REPORT

def megabytes():
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

Pdf().render(REPORT)
before = megabytes()
for _ in range(9):
    Pdf().render(REPORT)
print(megabytes() - before)
"""


@pytest.mark.skipif(not MEMORY.exists(), reason="the system does not tell it there")
def test_one_report_after_the_other_takes_no_more_memory() -> None:
    """In a process of its own, where nothing else grows."""
    ended = subprocess.run(
        [sys.executable, "-c", GROWTH], cwd=ROOT, capture_output=True, text=True, check=True
    )
    # Typst by itself would keep ten reports, about 35 MB.
    assert float(ended.stdout) < 15
