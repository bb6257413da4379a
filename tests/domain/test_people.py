"""Whether a plan is one person's, or of several."""

from okrdesk.domain import tables as t
from okrdesk.domain.people import has_several_people, is_solo
from tests.domain.world import World


def test_several_are_two_who_are_active() -> None:
    world = World()
    found = [has_several_people(world.snapshot)]
    for active in (True, False, True):
        world.add(t.PERSON, name="Somebody", active=active)
        found.append(has_several_people(world.snapshot))
    assert found == [False, False, False, True]
    assert not is_solo(world.snapshot)


def test_a_plan_for_one_person_has_no_others() -> None:
    world = World(solo=True)
    world.add(t.PERSON, name="Me")
    world.add(t.PERSON, name="Also me")
    assert is_solo(world.snapshot)
    assert not has_several_people(world.snapshot)
