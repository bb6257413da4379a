"""Where a line is heading, and the names that keep off it."""

from datetime import date, timedelta

import pytest
from matplotlib.text import Annotation

from okrdesk.charts import palette, render
from okrdesk.charts.key_result_history import (
    History,
    KeyResultHistory,
    KeyResultHistoryData,
    Reading,
)
from okrdesk.domain.forecast import Forecast
from okrdesk.text import Catalogue

CHART = KeyResultHistory()
FIRST, DUE = date(2026, 7, 1), date(2026, 9, 30)


def data(
    ahead: tuple[float, float, float], *values: float, target: float = 100
) -> KeyResultHistoryData:
    readings = [Reading(FIRST + timedelta(7 * n), value) for n, value in enumerate(values)]
    forecast = Forecast(*ahead, 1.0, None)
    history = History("Calls", FIRST, DUE, 0, target, readings, "{:g}".format, forecast=forecast)
    return CHART.data(history, Catalogue())


def sides(shown: KeyResultHistoryData) -> dict[str, bool]:
    """Whether each label inside the picture stands above its point."""
    figure = render.new_figure(400, 160)
    CHART.draw(figure, shown, palette.screen(dark=False))
    found = [text for text in figure.axes[0].texts if isinstance(text, Annotation)]
    return {text.get_text(): text.xyann[1] > 0 for text in found}


def test_from_the_last_value_to_the_due_day() -> None:
    outlook = data((90, 80, 104), 0, 20).outlook
    assert outlook is not None
    assert outlook.line.label == "Forecast 90"
    assert outlook.line.points == ((7 / 91, 20), (1.0, 90))
    assert (outlook.low, outlook.high) == (80, 104)


def test_the_sentence_says_where_it_is_heading() -> None:
    said = str(CHART.describe(data((90, 80, 104), 0, 20)))
    assert said == "Calls: 20 on 8 Jul, from 0 to 100. Forecast 90."


def test_far_beyond_the_target_the_picture_ends() -> None:
    shown = data((900, 800, 1000), 0, 20)
    assert shown.outlook is not None
    assert shown.up.last == 125
    assert shown.outlook.line.points[-1] == (1.0, 125)
    assert (shown.outlook.low, shown.outlook.high) == (125, 125)
    assert shown.outlook.line.label == "Forecast 900"


def test_without_values_nothing_goes_on() -> None:
    assert data((90, 80, 104)).outlook is None


@pytest.mark.parametrize(
    ("ahead", "values", "target", "expected_above", "so_far_above"),
    [
        ((140, 130, 150), (0, 30), 100, False, False),
        ((40, 30, 50), (0, 5), 100, True, False),
        ((-20, -25, -15), (0, 5), 100, True, True),
        ((-40, -45, -35), (0, -5), -100, True, False),
    ],
)
def test_names_keep_off_what_is_ahead(
    ahead: tuple[float, float, float],
    values: tuple[float, ...],
    target: float,
    expected_above: bool,
    so_far_above: bool,
) -> None:
    found = sides(data(ahead, *values, target=target))
    assert found["Expected"] is expected_above
    assert found[f"{values[-1]} so far"] is so_far_above


def test_without_an_expectation_a_forecast_stands_alone() -> None:
    readings = [Reading(FIRST, 5.0), Reading(FIRST + timedelta(7), 6.0)]
    ahead = Forecast(9, 8, 10, 1, None)
    number = "{:g}".format
    history = History("Calls", FIRST, DUE, None, None, readings, number, forecast=ahead)
    shown = CHART.data(history, Catalogue())
    assert "Expected" not in sides(shown)
    assert sides(shown)["6 so far"] is False
