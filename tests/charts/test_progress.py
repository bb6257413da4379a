from dataclasses import replace
from datetime import date

import pytest

from okrdesk.charts import palette, render
from okrdesk.charts.progress import Course, Progress, ProgressData, course_of
from okrdesk.domain.series.progress import Before, Moment, ProgressSeries
from okrdesk.text import PSEUDO, Catalogue

CHART = Progress()
START, TODAY, END = date(2026, 7, 1), date(2026, 8, 17), date(2026, 9, 30)


def data(actual: list[tuple[date, float | None]], *previous: tuple[float, float]) -> ProgressData:
    course = Course(START, END, TODAY, actual, [(START, 0.0), (END, 1.0)], previous)
    return CHART.data(course, Catalogue())


def svg(shown: ProgressData) -> str:
    return render.to_svg(CHART, shown, palette.paper(grey=False), (518, 130)).decode()


def test_without_check_ins_it_says_so() -> None:
    empty = data([])
    assert str(CHART.describe(empty)) == "No check-ins yet."
    assert empty.actual.label == "Actual, —"
    assert "Actual" not in svg(empty)


def test_the_axis_is_zero_based_and_ends_at_100_percent() -> None:
    assert [tick.text for tick in data([(TODAY, 0.4)]).up.ticks] == ["0%", "50%", "100%"]


@pytest.mark.parametrize(
    ("ratio", "ticks"),
    [(1.2, ["0%", "50%", "100%", "150%"]), (-0.1, ["-50%", "0%", "50%", "100%"])],
)
def test_the_axis_goes_on_where_a_value_lies_beyond(ratio: float, ticks: list[str]) -> None:
    assert [tick.text for tick in data([(TODAY, ratio)]).up.ticks] == ticks


def test_a_missing_week_leaves_a_gap() -> None:
    shown = data([(START, 0.0), (date(2026, 7, 8), None), (TODAY, 0.49)])
    assert shown.actual.points[1] is None
    assert shown.rows[1][1] == "—"


def test_a_day_outside_of_the_cycle_is_not_marked() -> None:
    after = Course(START, END, date(2026, 10, 1), [(END, 0.8)], [(START, 0.0), (END, 1.0)])
    shown = CHART.data(after, Catalogue())
    assert shown.today is None
    assert "Today" not in svg(shown)
    assert data([(TODAY, 0.4)]).today is not None


def test_expected_stands_beside_each_day() -> None:
    assert data([(TODAY, 0.49)]).rows == (("17 Aug", "49%", "52%"),)


def test_expected_may_bend() -> None:
    bent = [(START, 0.0), (date(2026, 8, 1), 0.1), (END, 1.0)]
    course = Course(START, END, TODAY, [(TODAY, 0.4)], bent)
    assert CHART.data(course, Catalogue()).rows[0][2] == "34%"


def test_a_day_outside_of_the_expected_line_has_none() -> None:
    course = Course(START, END, TODAY, [(TODAY, 0.4)], [(START, 0.0)])
    assert CHART.data(course, Catalogue()).rows[0][2] == "—"


def test_the_last_cycle_is_drawn_where_it_is_known() -> None:
    assert "Last cycle" in svg(data([(TODAY, 0.4)], (0.0, 0.0), (1.0, 0.97)))
    assert data([(TODAY, 0.4)]).previous is None


def test_end_labels_do_not_lie_on_each_other() -> None:
    near, far = (svg(data([(TODAY, 0.4)], (0.0, 0.0), (1.0, end))) for end in (1.0, 0.5))
    assert near != far


def test_words_are_the_catalogue_s() -> None:
    course = Course(START, END, TODAY, [(TODAY, 0.4)], [(START, 0.0), (END, 1.0)])
    assert CHART.data(course, Catalogue(PSEUDO)).expected.label.startswith("⟦")


def series(before: Before | None) -> ProgressSeries:
    moments = (
        Moment(START, 0.0, 0.0, None),
        Moment(TODAY, 0.49, 0.52, 6.0),
        Moment(END, None, 1.0, None),
    )
    return ProgressSeries(START, END, TODAY, moments, before)


def test_a_series_of_the_plan_is_a_course_up_to_today() -> None:
    course = course_of(series(Before("Q2 2026", ((0.0, 0.0), (0.5, None), (1.0, 0.724)))))
    assert course.actual == [(START, 0.0), (TODAY, 0.49)]
    assert course.expected[-1] == (END, 1.0)
    shown = CHART.data(course, Catalogue())
    assert shown.previous is not None
    assert shown.previous.label == "Q2 2026, 72%"
    assert shown.previous.points == ((0.0, 0.0), None, (1.0, 0.724))
    assert course_of(series(None)).previous == ()


def test_the_cycle_before_stands_beside_each_day_and_in_the_sentence() -> None:
    points = ((0.0, 0.0), (0.25, 0.2), None, (0.5, 0.4), (0.75, 0.6))
    shown = CHART.data(
        Course(
            START,
            END,
            TODAY,
            [(START, 0.0), (date(2026, 7, 30), 0.3), (TODAY, 0.49), (END, 0.8)],
            [(START, 0.0), (END, 1.0)],
            points,
            "Q2 2026",
        ),
        Catalogue(),
    )
    assert shown.head[-1] == "Q2 2026"
    assert [row[-1] for row in shown.rows] == ["0%", "—", "41%", "—"]
    now = replace(shown, rows=shown.rows[:3])
    assert str(CHART.describe(now)) == (
        "On 17 Aug progress is 49% where 52% is expected. At the same point of Q2 2026 it was 41%."
    )


def test_names_at_the_ends_of_lines_keep_off_each_other() -> None:
    near = data([(TODAY, 0.4)], (0.0, 0.0), (1.0, 0.97))
    figure = render.new_figure(400, 120)
    CHART.draw(figure, near, palette.screen(dark=False))
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]  # matplotlib gives no types
    boxes = [
        text.get_window_extent()
        for text in figure.axes[0].texts
        if text.get_text() in ("Expected", "Last cycle")
    ]
    assert len(boxes) == 2
    assert not boxes[0].overlaps(boxes[1])
