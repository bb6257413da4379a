"""Start and target are read out of a sentence as a person means them."""

from decimal import Decimal

import pytest

from okrdesk.domain.sentence import Measure, measure_in


@pytest.mark.parametrize(
    ("sentence", "start", "target", "kind"),
    [
        ("Get 1,000 survey responses", 0, 1000, "number"),
        ("Interview 15 churned customers", 0, 15, "number"),
        ("Raise the net promoter score from 37 to 60", 37, 60, "number"),
        ("Lift repeat purchases from 30 % to 40 %", 30, 40, "percent"),
        ("Reach 64% of the stores", 0, 64, "percent"),
        ("Halve complaints from 12 to 6 per 1,000 orders", 12, 6, "number"),
        ("Sell 2.500.000 bottles", 0, 2_500_000, "number"),
        ("Get to 1,5 litres", 0, Decimal("1.5"), "number"),
        ("Grow to 12\u202f345 members", 0, 12345, "number"),
        ("Open 20 stores by 2026", 0, 20, "number"),
        ("Move from 5 to 5 rooms", 0, 5, "number"),
    ],
)
def test_numbers_are_read(sentence: str, start: int, target: Decimal, kind: str) -> None:
    assert measure_in(sentence) == Measure(Decimal(start), Decimal(target), kind)


@pytest.mark.parametrize(
    "sentence",
    ["Publish the churn story", "Be ready in 2027", "Win the B2B award", "0 accidents", ""],
)
def test_a_sentence_without_a_target_gives_none(sentence: str) -> None:
    assert measure_in(sentence) == Measure()
