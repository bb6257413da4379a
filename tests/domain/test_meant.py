"""Which KPIs and objectives are meant by a team or a saved view."""

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.filters import parse
from okrdesk.domain.matrix import matrix, narrowed
from okrdesk.domain.overview.kpis import kpis_of, meant
from okrdesk.domain.overview.sight import Narrowed, sight_of
from okrdesk.domain.words import Horizon, Source
from tests.domain.world import TODAY, YEAR, World


class Sample:
    """Two teams and KPIs by name; each belongs to Care in another way, the last ones do not."""

    def __init__(self) -> None:
        self.world = world = World()
        self.care = world.add(t.TEAM, name="Care")
        self.sales = world.add(t.TEAM, name="Sales")
        self.mei = world.add(t.PERSON, name="Mei")
        world.add(t.MEMBERSHIP, person=self.mei, team=self.care)
        names = ("Moved", "Fed", "Owned", "Run", "Lent", "Other")
        self.kpis = {name: world.add(t.KPI, name=name) for name in names}
        world.change(t.KPI, self.kpis["Owned"], team=self.care)
        world.change(t.KPI, self.kpis["Run"], owner=self.mei)
        world.change(t.KPI, self.kpis["Lent"], owner=self.mei, team=self.sales)
        self.below = world.objective("Below", team=self.care)
        self.away = world.objective("Away")
        self.result = world.key_result(self.below, source=Source.KPI, kpi=self.kpis["Fed"])
        self.link("Moved", self.below)
        self.link("Owned", self.away)

    def link(self, kpi: str, objective: int) -> None:
        self.world.add(t.KPI_LINK, objective=objective, kpi=self.kpis[kpi])

    def shown(self, query: str = "", team: int | None = None) -> list[str]:
        """Names, as the page shows them; the dashboard of the quarter shows the same."""
        scores = self.world.scores()
        cycle = scores.snapshot.get(t.CYCLE, self.world.quarter)
        wanted = Narrowed(team, parse(query))
        lines = meant(scores, cycle, wanted).kpis
        assert kpis_of(sight_of(scores, cycle, wanted)) == lines
        return [line.kpi.name for line in lines]


def test_a_team_has_what_it_moves_feeds_from_or_owns() -> None:
    sample = Sample()
    assert sample.shown("team:Care", sample.care) == ["Moved", "Fed", "Owned", "Run"]
    assert sample.shown() == list(sample.kpis)
    assert sample.shown("team:none and nothing") == []


def test_a_team_without_objectives_has_its_own() -> None:
    sample = Sample()
    assert sample.shown("team:Sales", sample.sales) == ["Lent"]


@pytest.mark.parametrize("of_year", [True, False])
def test_a_key_result_brings_its_objective_and_a_cycle_what_is_above_it(of_year: bool) -> None:
    sample = Sample()
    if of_year:
        year = sample.world.cycle("2026", Horizon.YEAR, *YEAR)
        sample.world.change(t.OBJECTIVE, sample.below, cycle=year)
    assert sample.shown("is:key-result") == ["Moved", "Fed", "Owned"]
    everything = meant(sample.world.scores(), None, Narrowed(query=parse("is:key-result")))
    assert everything.objectives == {sample.below}
    assert meant(sample.world.scores(), None).objectives is None


def test_a_narrowed_matrix_has_no_gap_that_is_none_in_the_whole() -> None:
    sample = Sample()
    snapshot, scores = sample.world.snapshot, sample.world.scores()
    asked = meant(scores, None, Narrowed(sample.care, parse("team:Care")))
    assert asked.objectives is not None
    whole = matrix(snapshot, TODAY)
    found = narrowed(whole, asked.objectives, asked.kpis)
    assert [row.title for row in found.objectives] == ["Below"]
    assert [line.kpi.name for line in found.kpis] == ["Moved", "Fed", "Owned", "Run"]
    assert found.of_kpi(sample.kpis["Owned"]) == 0
    assert found.gaps == ([sample.kpis["Fed"], sample.kpis["Run"]], [])
    assert narrowed(whole, (), asked.kpis).groups == ()
