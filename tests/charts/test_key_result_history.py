from datetime import date

from okrdesk.charts import palette, render
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
