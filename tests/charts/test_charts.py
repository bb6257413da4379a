"""Every chart: its data are plain and golden, its pictures repeat, its words say what it shows."""

import json
import re
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from matplotlib.text import Text

from okrdesk.charts import CHARTS, palette, render
from okrdesk.charts.chart import Chart

GOLDEN = Path(__file__).parents[1] / "golden" / "charts"
SIZE = (518.0, 130.0)
PALETTES = {
    "light": palette.screen(dark=False),
    "dark": palette.screen(dark=True),
    "colour-blind": palette.colour_blind(),
    "print": palette.paper(grey=True),
}
each_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)


def svg(chart: Chart[Any], colours: palette.Palette) -> str:
    return render.to_svg(chart, chart.example(), colours, SIZE).decode()


def test_ids_differ() -> None:
    assert len({chart.id for chart in CHARTS}) == len(CHARTS)


@each_chart
def test_data_are_golden(chart: Chart[Any]) -> None:
    expected = json.loads((GOLDEN / f"{chart.id}.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(asdict(chart.example()))) == expected


@each_chart
def test_the_same_data_give_the_same_bytes(chart: Chart[Any]) -> None:
    colours = palette.paper(grey=False)
    assert svg(chart, colours) == svg(chart, colours)


@each_chart
def test_svg_is_sound_and_carries_no_date(chart: Chart[Any]) -> None:
    text = svg(chart, palette.paper(grey=False))
    assert ET.fromstring(text).tag.endswith("svg")
    assert "dc:date" not in text


@each_chart
def test_labels_stay_text_in_our_font(chart: Chart[Any]) -> None:
    text = svg(chart, palette.paper(grey=False))
    assert len(re.findall(r"<text[^>]*Inter[^>]*>[^<]+</text>", text)) > len(
        chart.table(chart.example()).head
    )


@each_chart
def test_grey_has_no_colour(chart: Chart[Any]) -> None:
    colours = re.findall(r"#([0-9a-fA-F]{6})\b", svg(chart, palette.paper(grey=True)))
    assert colours
    assert [c for c in colours if not c[:2] == c[2:4] == c[4:]] == []


@each_chart
@pytest.mark.parametrize("dark", [False, True])
def test_png_stands_on_the_surface_of_its_theme(chart: Chart[Any], dark: bool) -> None:
    from PIL import Image

    png = render.to_png(chart, chart.example(), palette.screen(dark=dark), SIZE, dpi=72)
    picture = Image.open(BytesIO(png)).convert("RGB")
    assert picture.size == (518, 130)
    assert picture.getpixel((0, 129)) == ((0x1D, 0x22, 0x2A) if dark else (255, 255, 255))


@each_chart
def test_the_table_is_even(chart: Chart[Any]) -> None:
    table = chart.table(chart.example())
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.head)}


@each_chart
def test_the_sentence_names_the_last_number(chart: Chart[Any]) -> None:
    data = chart.example()
    sentence = str(chart.describe(data))
    assert sentence.endswith(".")
    assert re.search(r"\d", sentence)


@each_chart
@pytest.mark.parametrize(("name", "factor"), list(zip(PALETTES, (1.0, 1.5, 1.0, 2.0), strict=True)))
def test_no_text_is_cut_at_an_edge(chart: Chart[Any], name: str, factor: float) -> None:
    """In every palette, and with larger text."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = render.new_figure(400 * min(factor, 1.5), 170 * factor)
    canvas = FigureCanvasAgg(figure)
    chart.draw(figure, chart.example(), replace(PALETTES[name], text_size=8.0 * factor))
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib gives no types
    whole = figure.bbox.padded(1.5 * factor)
    texts = [t for axes in figure.axes for t in axes.findobj(Text) if t.get_text()]
    assert texts
    for text in texts:
        box = text.get_window_extent(renderer)
        assert whole.contains(box.x0, box.y0), text.get_text()
        assert whole.contains(box.x1, box.y1), text.get_text()


@each_chart
def test_what_colour_says_is_said_without_it(chart: Chart[Any]) -> None:
    """In grey nothing but the colours may be lost: the same words are in the picture."""
    colours, grey = (svg(chart, palette.paper(grey=grey)) for grey in (False, True))
    assert re.findall(r">([^<]+)</text>", colours) == re.findall(r">([^<]+)</text>", grey)


@each_chart
def test_the_question_is_words(chart: Chart[Any]) -> None:
    assert str(chart.question)[0].isupper()
