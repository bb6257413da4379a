from dataclasses import replace
from datetime import date, timedelta

from matplotlib.figure import Figure

from okrdesk.charts import palette, render
from okrdesk.charts.chart import Line
from okrdesk.charts.forecast_band import Outlook
from okrdesk.charts.key_result_history import (
    History,
    KeyResultHistory,
    KeyResultHistoryData,
    Reading,
)
from okrdesk.text import Catalogue

CHART = KeyResultHistory()


def data(start: float, target: float, *values: float) -> KeyResultHistoryData:
    readings = [Reading(date(2026, 7, 8 + n), value) for n, value in enumerate(values)]
    history = History(
        "Calls", date(2026, 7, 1), date(2026, 9, 30), start, target, readings, "{:g}".format
    )
    return CHART.data(history, Catalogue())


def test_a_falling_target_turns_the_axis() -> None:
    up = data(100, 60, 80).up
    assert (up.first, up.last) == (100, 60)
    assert [tick.text for tick in up.ticks] == ["100", "80", "60"]


def test_the_axis_reaches_values_beyond_target_and_start() -> None:
    assert (data(0, 10, 12).up.first, data(0, 10, 12).up.last) == (0, 12)
    assert (data(0, 10, -3).up.first, data(0, 10, -3).up.last) == (-3, 10)
    assert (data(10, 0, 12, -1).up.first, data(10, 0, 12, -1).up.last) == (12, -1)


def test_without_check_ins_it_says_so() -> None:
    empty = data(0, 10)
    assert str(CHART.describe(empty)) == "Calls: no check-ins yet, from 0 to 10."
    assert b"Expected" in render.to_svg(CHART, empty, palette.paper(grey=False), (259, 80))


def test_expected_runs_from_start_to_target() -> None:
    assert data(100, 60).expected.points == ((0.0, 100), (1.0, 60))


def test_a_missing_week_leaves_a_gap_and_ten_days_do_not() -> None:
    first = date(2026, 7, 1)
    days = (first, first + timedelta(10), first + timedelta(24))
    readings = [Reading(day, float(value)) for value, day in enumerate(days)]
    due, number, week = date(2026, 9, 30), "{:g}".format, timedelta(weeks=1)
    history = History("Calls", first, due, 0, 10, readings, number, gap=2 * week)
    shown = CHART.data(history, Catalogue())
    assert [None if p is None else p[1] for p in shown.actual.points] == [0, 1, None, 2]
    assert [point[1] for point, _ in shown.marks] == [0, 1, 2]


def limited(*values: float, limits: tuple[float, ...]) -> KeyResultHistoryData:
    readings = [Reading(date(2026, 7, 8 + n), value) for n, value in enumerate(values)]
    first, due = date(2026, 7, 1), date(2026, 9, 30)
    history = History("Calls", first, due, None, None, readings, "{:g}".format, limits=limits)
    return CHART.data(history, Catalogue())


def picture(shown: KeyResultHistoryData, scale: float = 1.0) -> render.Pixels:
    return render.to_pixels(CHART, shown, palette.screen(dark=True), (300, 150), scale)


def test_a_limit_lies_flat_and_all_values_have_room() -> None:
    shown = limited(24, 26, limits=(25,))
    assert [goal.label for goal in shown.goals] == ["Limit 25"]
    assert shown.goals[0].points == ((0.0, 25), (1.0, 25))
    assert shown.expected.points == ()
    assert shown.up.first < 24
    assert shown.up.last > 26
    assert str(CHART.describe(shown)) == "Calls: 26 on 9 Jul."
    assert picture(shown).data


def test_without_limits_and_values_there_are_axes() -> None:
    empty = limited(limits=())
    assert str(CHART.describe(empty)) == "Calls: no check-ins yet."
    assert empty.up.first < empty.up.last
    assert picture(empty).data
    one = limited(7, limits=())
    assert [tick.text for tick in one.up.ticks] == ["7"]
    assert one.up.first < 7 < one.up.last
    nought = limited(0, limits=())
    assert nought.up.first < 0 < nought.up.last


def test_steps_between_are_short_numbers() -> None:
    assert [tick.text for tick in data(0, 15, 5).up.ticks] == ["0", "5", "10", "15"]
    assert [tick.text for tick in data(0, 1000).up.ticks] == ["0", "500", "1000"]
    assert [tick.text for tick in data(0, 1).up.ticks] == ["0", "0.5", "1"]


def on(today: date, *values: tuple[int, float]) -> KeyResultHistoryData:
    readings = [Reading(date(2026, 7, 1) + timedelta(days), value) for days, value in values]
    first, due = date(2026, 7, 1), date(2026, 9, 30)
    bends = [(first, 0.0), (date(2026, 8, 1), 80.0), (due, 100.0)]
    history = History("Calls", first, due, 0, 100, readings, "{:g}".format, today, expected=bends)
    return CHART.data(history, Catalogue())


def test_today_is_marked_while_it_lies_between_the_days() -> None:
    assert on(date(2026, 8, 17)).today is not None
    assert on(date(2026, 10, 1)).today is None


def test_what_is_expected_bends() -> None:
    assert [y for _, y in filter(None, on(date(2026, 8, 17)).expected.points)] == [0, 80, 100]


def test_labels_find_room_wherever_the_last_value_lies() -> None:
    for values in (((10, 5.0),), ((10, 60.0),), ((10, 99.0),), ((88, 40.0),), ((91, 110.0),)):
        for today in (date(2026, 7, 20), date(2026, 9, 28)):
            assert picture(on(today, *values)).width == 300


def side_of_the_last_value(*values: tuple[int, float], forecast: float) -> str:
    shown = on(date(2026, 8, 17), *values)
    last = next(point for point in reversed(shown.actual.points) if point is not None)
    outlook = Outlook(Line("Forecast", (last, (1.0, forecast))), forecast, forecast)
    figure = Figure()
    CHART.draw(figure, replace(shown, outlook=outlook), palette.screen(dark=True))
    texts = [text for axes in figure.axes for text in axes.texts]
    return next(text.get_ha() for text in texts if "so far" in text.get_text())


def test_the_last_value_stands_before_its_point_where_all_rises_above_what_is_expected() -> None:
    assert side_of_the_last_value((10, 5.0), (40, 90.0), forecast=120) == "right"
    assert side_of_the_last_value((10, 5.0), (40, 60.0), forecast=120) == "left"
    assert side_of_the_last_value((10, 95.0), (40, 90.0), forecast=120) == "left"
    assert side_of_the_last_value((10, 5.0), (40, 90.0), forecast=80) == "left"
    assert side_of_the_last_value((10, 90.0), forecast=120) == "left"


def test_a_picture_has_the_pixels_of_the_screen() -> None:
    shown = data(0, 15, 5)
    assert (picture(shown, 1.0).width, picture(shown, 1.0).height) == (300, 150)
    sharp = picture(shown, 1.5)
    assert (sharp.width, sharp.height) == (450, 225)
    assert len(sharp.data) == 450 * 225 * 4
    render.load()
