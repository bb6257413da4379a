"""Rounding: to 12 places, then half up, away from zero (rule 12)."""

import pytest

from okrdesk.domain.grading import Band, band
from okrdesk.domain.rounding import one_decimal, rounded, whole_percent


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        (62.5, 0, "63.0"),
        (-62.5, 0, "-63.0"),
        (0.35, 1, "0.4"),
        (1.005, 2, "1.01"),
        (-0.2, 0, "0.0"),
    ],
)
def test_half_goes_away_from_zero_and_zero_has_no_sign(
    number: float, places: int, shown: str
) -> None:
    assert str(rounded(number, places)) == shown


@pytest.mark.parametrize(
    ("ratio", "percent"),
    [
        (0.995, 99),
        (0.9999, 99),
        (1.0, 100),
        (1.004, 100),
        (0.625, 63),
        (-0.005, -1),
        (0.1 * 10, 100),
    ],
)
def test_a_hundred_percent_only_when_met(ratio: float, percent: int) -> None:
    assert whole_percent(ratio) == percent


def test_a_grade_between_bands_is_rounded_as_it_is_shown() -> None:
    assert [band(grade) for grade in (0.3, 0.35, 0.65, 0.7)] == [
        Band.LITTLE,
        Band.PART,
        Band.DELIVERED,
        Band.DELIVERED,
    ]
    assert one_decimal(0.65) == 0.7
