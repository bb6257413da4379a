"""The pages of a presentation, without a window."""

from okrdesk.domain import tables as t
from okrdesk.domain.overview.sight import sight_of
from okrdesk.ui.present.sheets import sheets_of
from tests.domain.world import World


def test_what_teams_share_stands_on_the_page_of_each() -> None:
    world = World()
    care, shops = (world.add(t.TEAM, name=name) for name in ("Care", "Shops"))
    shared = world.objective(team=care)
    below = world.key_result(shared)
    world.add(t.OBJECTIVE_TEAM, objective=shared, team=shops)
    alone = world.objective(team=care)
    sight = sight_of(world.scores(), world.snapshot.get(t.CYCLE, world.quarter))
    pages = {sheet.title: set(sheet.items) for sheet in sheets_of(sight)}
    assert pages["Care"] == {shared, below, alone}
    assert pages["Shops"] == {shared, below}
