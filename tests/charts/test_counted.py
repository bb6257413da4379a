"""Grades and confidence in ten columns, from zero."""

from okrdesk.charts import palette, render
from okrdesk.charts.confidence_spread import ConfidenceSpread
from okrdesk.charts.grade_histogram import GradeHistogram
from okrdesk.text import Catalogue

NONE = (0,) * 10


def test_columns_stand_on_zero_with_whole_steps() -> None:
    data = GradeHistogram().data((0, 0, 0, 0, 0, 1, 9, 4, 0, 0), Catalogue())
    assert [tick.text for tick in data.up.ticks] == ["0", "3", "6", "9"]
    assert data.up.first == 0


def test_labels_are_the_grades_and_the_last_holds_one() -> None:
    labels = [column.label for column in GradeHistogram().example().columns]
    assert labels[0] == "0.0"
    assert labels[-2:] == ["0.8", "0.9+"]


def test_the_sentence_counts_the_band() -> None:
    chart = GradeHistogram()
    assert str(chart.describe(chart.example())) == "21 grades, 9 of them 0.6 or 0.7."
    one = chart.data((0, 0, 0, 0, 0, 0, 1, 0, 0, 0), Catalogue())
    assert str(chart.describe(one)) == "1 grade, 1 of them 0.6 or 0.7."


def test_the_sentence_counts_who_is_unsure() -> None:
    chart = ConfidenceSpread()
    said = str(chart.describe(chart.example()))
    assert said == "Confidence of 20 key results, 6 of them 4 or lower."


def test_nothing_counted_is_empty_axes_and_a_sentence() -> None:
    for chart, said in (
        (GradeHistogram(), "No grades yet."),
        (ConfidenceSpread(), "No confidence given yet."),
    ):
        empty = chart.data(NONE, Catalogue())
        assert str(chart.describe(empty)) == said
        picture = render.to_svg(chart, empty, palette.screen(dark=True), (300, 120)).decode()
        assert picture.count("<text") == 12 + ("Bold" in picture)
