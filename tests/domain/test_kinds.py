"""What every kind of key result keeps, a new one included; and that one is easily added."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from okrdesk.domain import key_results
from okrdesk.domain import tables as t
from okrdesk.domain.key_results import KINDS, Field, Kind, Place, Ratio, Reading, Reason, kind
from okrdesk.domain.key_results.numeric import Numeric
from okrdesk.domain.readings import reading
from tests.domain.world import Q3, TODAY, World

EVERY = pytest.mark.parametrize("of_kind", KINDS, ids=lambda k: k.id)
DAYS = some.integers(-20, 120).map(lambda n: Q3[0] + timedelta(n))


def world_of(of_kind: Kind, *values: object, **fields: object) -> tuple[World, int]:
    world = World()
    given_fields = {"start": 0, "target": 10, "limits": (2, 8), **fields}
    row = world.key_result(world.objective(), of_kind.id, values=values, **given_fields)
    for number in range(3):
        world.add(t.ZONE, key_result=row, title="Zone", ratio=number / 2, position=number)
        world.step(row, weight=1.0, due=None if number else TODAY)
    return world, row


def read(world: World, row: int, day: date = TODAY) -> Reading:
    return reading(world.snapshot, row, world.snapshot.get(t.KEY_RESULT, row), day)


def test_the_ids_are_those_of_the_contract() -> None:
    assert [each.id for each in KINDS] == [
        "number", "percent", "currency", "ratio", "duration", "at_least", "at_most", "range",
        "milestones", "yes_no", "rubric", "baseline",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        kind("streak")


@EVERY
def test_its_fields_have_a_place(of_kind: Kind) -> None:
    names = [field.name for field in of_kind.fields]
    assert len(names) == len(set(names))
    for field in of_kind.fields:
        if field.place is Place.TERMS:
            assert field.name in t.TERMS.fields
            assert field.type is Decimal
        elif field.place is Place.KEY_RESULT and field.type is not tuple:
            assert field.name in t.KEY_RESULT.fields
        assert (field.type is str) or not field.choices


@EVERY
def test_without_a_measurement_it_has_no_ratio(of_kind: Kind) -> None:
    world, row = world_of(of_kind)
    score = world.scores().key_result(row)
    assert (score.raw, score.reason) == (None, Reason.NO_MEASUREMENT)
    assert score.measured == (0, 1)


@EVERY
@given(day=DAYS, later=DAYS)
def test_what_is_expected_lies_between_0_and_1_and_never_falls(
    of_kind: Kind, day: date, later: date
) -> None:
    now = read(*world_of(of_kind))
    early, late = (of_kind.expected(now, d) for d in sorted((day, later)))
    assert 0.0 <= early <= late <= 1.0
    assert of_kind.expected(now, Q3[1]) == 1.0


@EVERY
def test_an_item_without_dates_is_measured_too(of_kind: Kind) -> None:
    world, row = world_of(of_kind, 5)
    world.change(t.OBJECTIVE, world.rows["objective"][0].id, cycle=None)
    found = world.scores().key_result(row)
    expected = 1.0 if of_kind.control else (1 / 3 if of_kind.id == "milestones" else 0.0)
    assert found.expected == pytest.approx(expected)


@EVERY
def test_a_measured_ratio_has_a_reason_and_is_counted_or_not(of_kind: Kind) -> None:
    world, row = world_of(of_kind)
    zone = world.rows["zone"][1].id if of_kind.id == "rubric" else None
    world.check_in(row, 5, zone=zone)
    score = world.scores().key_result(row)
    assert (score.raw is not None) == of_kind.counts
    assert score.reason is not Reason.NO_MEASUREMENT
    parent = world.scores().objective(world.rows["objective"][0].id)
    assert (parent.raw is not None) == of_kind.counts


@pytest.mark.parametrize(
    ("of_kind", "value", "raw"),
    [
        ("at_least", 12, 1.0), ("at_least", 9, 0.0), ("at_most", 9, 1.0), ("at_most", 12, 0.0),
        ("range", 2, 1.0), ("range", 8, 1.0), ("range", "8.1", 0.0), ("range", "1.9", 0.0),
        ("yes_no", 0, 0.0), ("yes_no", 1, 1.0), ("ratio", 4, 0.4), ("duration", "3.2", 0.32),
    ],
)  # fmt: skip
def test_each_counts_by_its_rule(of_kind: str, value: object, raw: float) -> None:
    world, row = world_of(kind(of_kind), value)
    assert world.scores().key_result(row).raw == pytest.approx(raw)


def test_a_range_has_no_distance() -> None:
    world, row = world_of(kind("range"), 9, parameters='{"method": "distance"}')
    assert world.scores().key_result(row).raw == 0.0


def test_phases_bend_what_is_expected() -> None:
    world, row = world_of(kind("number"), 1)
    for day, value in ((date(2026, 7, 31), 8), (date(2026, 12, 1), 9)):
        world.add(t.PHASE, key_result=row, date=day, value=Decimal(value))
    now = read(world, row)
    days = (Q3[0], date(2026, 7, 16), date(2026, 7, 31), date(2026, 8, 30), Q3[1])
    found = [kind("number").expected(now, day) for day in days]
    assert found == pytest.approx([0.0, 0.4, 0.8, 0.8 + 0.2 * 30 / 61, 1.0])
    assert kind("number").expected(now._replace(start=None), TODAY) == 0.0


def test_phases_of_a_falling_goal() -> None:
    world, row = world_of(kind("number"), 1, start=100, target=60)
    world.add(t.PHASE, key_result=row, date=date(2026, 7, 31), value=Decimal(90))
    assert kind("number").expected(read(world, row), date(2026, 7, 31)) == pytest.approx(0.25)


def test_milestones_expect_the_weight_due_by_the_day() -> None:
    world = World()
    row = world.key_result(world.objective(), "milestones")
    assert kind("milestones").expected(read(world, row), TODAY) == pytest.approx(47 / 91)
    world.step(row, weight=3.0, due=TODAY)
    world.step(row, weight=1.0, due=TODAY + timedelta(1))
    assert kind("milestones").expected(read(world, row), TODAY) == 0.75


def test_a_step_done_later_is_not_done_yet() -> None:
    world = World()
    row = world.key_result(world.objective(), "milestones")
    world.step(row, done=TODAY + timedelta(1))
    world.step(row, done=TODAY)
    assert world.scores().key_result(row).raw == 0.5
    assert world.scores(TODAY - timedelta(1)).key_result(row).raw is None


class Streak(Kind):
    """Days in a row with a value: what a newcomer would write in a file of its own."""

    id = "streak"
    fields = (Field("target", Decimal, Place.TERMS, required=True),)

    def ratio(self, reading: Reading) -> Ratio:
        """Days reported up to the last one without a gap, of the days asked for."""
        days = {sample.date for sample in reading.samples}
        if not days or not reading.terms.target:
            return Ratio(None, Reason.NO_MEASUREMENT)
        length, day = 0, max(days)
        while day in days:
            length, day = length + 1, day - timedelta(1)
        return Ratio(length / float(reading.terms.target), Reason.OK)


def test_a_new_kind_is_one_file_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (*KINDS, Streak())
    monkeypatch.setattr(key_results, "_BY_ID", {each.id: each for each in kinds})
    world = World()
    objective = world.objective()
    row = world.key_result(objective, "streak", start=None, target=10)
    for day in (1, 4, 5, 6):
        world.check_in(row, 1, date(2026, 8, day))
    assert world.scores().key_result(row).raw == 0.3
    score = world.scores().objective(objective)
    assert score.raw == 0.3
    assert score.expected == pytest.approx(47 / 91)
    test_its_fields_have_a_place(kinds[-1])
    test_without_a_measurement_it_has_no_ratio(kinds[-1])


def test_kinds_share_nothing_that_changes() -> None:
    one, two = Numeric("a"), Numeric("b")
    assert (one.id, two.id, Numeric.id) == ("a", "b", "")
    bare = Kind()
    with pytest.raises(NotImplementedError):
        bare.ratio(read(*world_of(kind("number"))))
    control = key_results.Control()
    with pytest.raises(NotImplementedError):
        control.inside(read(*world_of(kind("number"))), Decimal(1))
