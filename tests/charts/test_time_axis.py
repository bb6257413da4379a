from datetime import date

import pytest

from okrdesk.charts.time_axis import share, weeks
from okrdesk.text import Catalogue

QUARTER = (date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 1), 0.0),
        (date(2026, 7, 1), 0.0),
        (date(2026, 8, 17), 47 / 91),
        (date(2026, 9, 30), 1.0),
        (date(2026, 12, 1), 1.0),
    ],
)
def test_a_day_is_a_share_of_its_span(day: date, expected: float) -> None:
    assert share(*QUARTER, day) == expected


def test_a_span_of_one_day_is_over() -> None:
    assert share(QUARTER[0], QUARTER[0], QUARTER[0]) == 1.0


def test_weeks_are_named_with_room_between() -> None:
    ticks = weeks(*QUARTER, Catalogue()).ticks
    assert [tick.text for tick in ticks] == ["W1", "W3", "W5", "W7", "W9", "W11", "W13"]
    assert ticks[-1].at == 1.0


def test_a_year_has_as_few_labels_as_a_quarter() -> None:
    ticks = weeks(date(2026, 1, 1), date(2026, 12, 31), Catalogue()).ticks
    assert len(ticks) <= 7


def test_weeks_are_counted_as_those_of_a_cycle() -> None:
    ticks = weeks(date(2026, 8, 1), date(2026, 8, 11), Catalogue()).ticks
    assert [tick.text for tick in ticks] == ["W1", "W2"]


def test_a_span_of_one_day_has_a_week() -> None:
    assert [t.text for t in weeks(QUARTER[0], QUARTER[0], Catalogue()).ticks] == ["W1"]
