"""The forecast of a key result in a sentence."""

from datetime import timedelta

from okrdesk.domain.forecast_words import outlook, outlook_in_short
from okrdesk.text import Catalogue
from tests.domain.world import Q3, World


def said(world: World, row: int, *values: float) -> str | None:
    """The whole sentence."""
    return words(world, row, *values)[0]


def words(world: World, row: int, *values: float) -> tuple[str | None, ...]:
    """The whole sentence, and the short one."""
    for week, value in enumerate(values):
        world.check_in(row, value, Q3[0] + timedelta(weeks=week))
    today = Q3[0] + timedelta(weeks=len(values))
    found = outlook(world.scores(today), row), outlook_in_short(world.scores(today), row)
    return tuple(None if message is None else Catalogue().text(message) for message in found)


def test_value_band_and_the_pace_still_needed() -> None:
    world = World()
    row = world.key_result(world.objective(), decimals=1)
    assert said(world, row, 0, 4, 6, 10) == (
        "At this pace 41.4 by 30 Sep 2026 (40.9 to 41.9). The target needs +10 a week."
    )


def test_a_falling_target_needs_a_minus() -> None:
    world = World()
    row = world.key_result(world.objective(), start=100, target=60)
    assert said(world, row, 100, 98, 96, 94) == (
        "At this pace 74 by 30 Sep 2026. The target needs −3.8 a week."
    )


def test_a_target_that_is_reached_needs_nothing() -> None:
    world = World()
    row = world.key_result(world.objective(), target=5)
    assert said(world, row, 0, 4, 8) == "At this pace 52 by 30 Sep 2026."
    without = world.key_result(world.objective(), target=None)
    assert said(world, without, 0, 4, 8) == "At this pace 52 by 30 Sep 2026."


def test_in_short() -> None:
    world = World()
    banded, plain = (world.key_result(world.objective(), decimals=1) for _ in range(2))
    assert words(world, banded, 0, 4, 6, 10)[1] == "Forecast 41.4 (40.9 to 41.9), needs +10 a week"
    assert words(world, plain, 0, 50, 100)[1] == "Forecast 650"
    assert words(world, world.key_result(world.objective()))[1] is None


def test_two_values_foretell_nothing() -> None:
    world = World()
    assert said(world, world.key_result(world.objective()), 1, 2) is None
