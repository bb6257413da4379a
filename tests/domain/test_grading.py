"""Grades: what is proposed, what a person gave, the bands and the questions; calibration."""

from datetime import date, timedelta

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.calibration import LEAST, Bin, Forecasted, calibration, measured
from okrdesk.domain.grading import Band, band, grade_of, proposed, question
from okrdesk.domain.words import Ambition, Drivers
from tests.domain.world import Q3, TODAY, World


@pytest.mark.parametrize(
    ("value", "grade"), [(35, 0.4), (34, 0.3), (100, 1.0), (140, 1.0), (-20, 0.0), (0, 0.0)]
)
def test_the_ratio_within_bounds_to_one_decimal_half_up(value: int, grade: float) -> None:
    world = World()
    row = world.key_result(world.objective(), values=[value])
    assert proposed(world.scores(), row) == grade


def test_an_objective_takes_a_persons_grades_and_rounds_once() -> None:
    world = World()
    objective = world.objective()
    one, _two = (world.key_result(objective, values=[v], weight=w) for v, w in ((34, 1), (74, 3)))
    assert proposed(world.scores(), objective) == 0.6
    world.add(t.GRADE, date=TODAY, grade=1.0, key_result=one)
    assert proposed(world.scores(), objective) == 0.8
    assert grade_of(world.snapshot, objective) is None


def test_a_grade_counts_where_the_calculation_has_none() -> None:
    world = World()
    objective = world.objective()
    world.key_result(objective, values=[40])
    control = world.key_result(objective, "at_most", start=None, target=5)
    assert proposed(world.scores(), objective) == 0.4
    world.add(t.GRADE, date=TODAY, grade=0.2, key_result=control)
    world.add(t.GRADE, date=TODAY + timedelta(1), grade=0.8, key_result=control)
    assert proposed(world.scores(), objective) == 0.6


def test_without_a_ratio_nothing_is_proposed() -> None:
    world = World()
    empty, weightless = world.objective(), world.objective()
    world.key_result(weightless, values=[50], weight=0)
    scores = world.scores()
    assert proposed(scores, empty) is None
    assert proposed(scores, weightless) is None
    assert proposed(scores, world.quarter) is None


def test_an_objective_driven_by_children_takes_their_grades() -> None:
    world = World()
    parent, child = world.objective(drivers=Drivers.CHILDREN), world.objective()
    world.key_result(child, values=[50])
    world.link(child, objective=parent)
    assert proposed(world.scores(), parent) == 0.5
    world.add(t.GRADE, date=TODAY, grade=0.9, objective=child)
    assert proposed(world.scores(), parent) == 0.9


def test_the_bands() -> None:
    found = [band(tenth / 10) for tenth in range(11)]
    assert found == [Band.LITTLE] * 4 + [Band.PART] * 3 + [Band.DELIVERED] * 4


@pytest.mark.parametrize(
    ("ambition", "grade", "asked"),
    [
        (Ambition.COMMITTED, 0.9, "What went wrong"),
        (Ambition.COMMITTED, 1.0, None),
        (Ambition.ASPIRATIONAL, 1.0, "bold enough"),
        (Ambition.ASPIRATIONAL, 0.7, None),
    ],
)
def test_the_question_that_a_grade_raises(
    ambition: Ambition, grade: float, asked: str | None
) -> None:
    world = World()
    objective = world.objective(ambition=ambition)
    found = question(world.snapshot, objective, grade)
    assert (found is None) == (asked is None)
    assert asked is None or asked in str(found)


def graded_world() -> tuple[World, int]:
    """Twenty graded results of one person: ten at confidence 8, ten at 3; more that do not count.

    Aspirational ones are achieved from 0.7, committed ones only at 1.0.
    """
    world = World()
    person = world.add(t.PERSON, name="Ana")
    stretch, committed = (world.objective(ambition=a) for a in reversed(Ambition))
    for number in range(LEAST):
        objective = stretch if number < 10 else committed
        row = world.key_result(objective, owner=person)
        world.check_in(row, 1, Q3[0], confidence=1)
        world.check_in(row, 1, Q3[0] + timedelta(45), confidence=8 if number < 10 else 3)
        world.check_in(row, 1, Q3[0] + timedelta(46), confidence=10)
        world.add(t.GRADE, date=Q3[1], grade=0.7, key_result=row)
    ungraded, unsure = world.key_result(stretch), world.key_result(stretch)
    world.check_in(ungraded, 1, Q3[0], confidence=9)
    world.add(t.GRADE, date=Q3[1], grade=0.7, key_result=unsure)
    dateless = world.key_result(world.objective(cycle=None))
    world.check_in(dateless, 1, Q3[0], confidence=9)
    world.add(t.GRADE, date=Q3[1], grade=0.7, key_result=dateless)
    return world, person


def test_confidence_at_half_time_against_what_became_of_it() -> None:
    world, person = graded_world()
    found = calibration(world.snapshot)
    assert found is not None
    assert found.brier == pytest.approx((0.2**2 + 0.3**2) / 2)
    assert found.bins == (Bin(0.3, 0.0, 10), Bin(0.8, 1.0, 10))
    assert found.results == LEAST
    assert calibration(world.snapshot, person) == found
    assert calibration(world.snapshot, world.add(t.PERSON, name="Ben")) is None


def test_fewer_than_twenty_say_nothing() -> None:
    pairs = [Forecasted(1.0, achieved=True)] * LEAST
    assert measured(pairs[1:]) is None
    perfect = measured(pairs)
    assert perfect is not None
    assert perfect.brier == 0.0


def test_a_grade_on_the_due_day_of_the_terms() -> None:
    world, _ = graded_world()
    row = world.key_result(world.objective(), due=date(2026, 7, 5))
    world.check_in(row, 1, date(2026, 7, 4), confidence=5)
    world.add(t.GRADE, date=TODAY, grade=1.0, key_result=row)
    found = calibration(world.snapshot)
    assert found is not None
    assert found.results == LEAST, "its half-time was before its first confidence"
