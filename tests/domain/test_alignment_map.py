"""What the alignment map shows, and where its arrow keys go."""

from datetime import date

from okrdesk.domain import tables as t
from okrdesk.domain.alignment_map import (
    AlignmentMap,
    Asked,
    Card,
    Column,
    Line,
    Step,
    alignment_map,
    beside,
    path_through,
)
from okrdesk.domain.map_layout import Place
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon, Level
from tests.domain.world import World


class Plan(World):
    """A branch of four levels, a second one, and two objectives without a place."""

    def __init__(self) -> None:
        super().__init__()
        long = self.cycle("2026-29", Horizon.LONG_TERM, date(2026, 1, 1), date(2029, 12, 31))
        self.year = self.cycle("2026", Horizon.YEAR, date(2026, 1, 1), date(2026, 12, 31))
        self.far = self.objective("Far", cycle=long, level=Level.COMPANY)
        self.near = self.objective("Near", cycle=self.year, level=Level.COMPANY)
        self.care = self.objective("Care")
        self.mei = self.objective("Mei", level=Level.INDIVIDUAL)
        self.sales = self.objective("Sales", level=Level.DEPARTMENT)
        self.loose = self.objective("Loose", level=Level.INDIVIDUAL)
        self.island = self.objective("Island")
        self.shore = self.objective("Shore", level=Level.INDIVIDUAL)
        self.result = self.key_result(self.near)
        self.links = [
            self.link(self.far),
            self.link(self.near, objective=self.far),
            self.link(self.sales, objective=self.near),
            self.link(self.care, key_result=self.result),
            self.link(self.mei, objective=self.care),
            self.link(self.mei, objective=self.sales, primary=False),
            self.link(self.shore, objective=self.island),
        ]

    def map(self, **asked: object) -> AlignmentMap:
        return alignment_map(self.snapshot, Asked(**asked))  # type: ignore[arg-type]  # its fields


def items(shown: AlignmentMap) -> list[int]:
    return [card.item for card in shown.cards]


def test_cards_by_level_with_parents_first() -> None:
    plan = Plan()
    shown = plan.map()
    assert shown.cards == (
        Card(plan.organisation, None, Column.MISSION),
        Card(plan.far, plan.organisation, Column.LONG_TERM),
        Card(plan.near, plan.far, Column.YEAR),
        Card(plan.care, plan.near, Column.TEAM),
        Card(plan.mei, plan.care, Column.INDIVIDUAL),
        Card(plan.sales, plan.near, Column.TEAM),
        Card(plan.island, None, Column.TEAM),
        Card(plan.shore, plan.island, Column.INDIVIDUAL),
    )
    assert shown.loose == (plan.loose, plan.island)
    assert (shown.linked, shown.every) == (6, 8)


def test_lines_end_at_cards_and_know_their_key_result() -> None:
    plan = Plan()
    mission, near, sales, care, mei, also, shore = plan.links
    assert plan.map().lines == (
        Line(mission, plan.far, plan.organisation, None, primary=True),
        Line(near, plan.near, plan.far, None, primary=True),
        Line(care, plan.care, plan.near, plan.result, primary=True),
        Line(mei, plan.mei, plan.care, None, primary=True),
        Line(also, plan.mei, plan.sales, None, primary=False),
        Line(sales, plan.sales, plan.near, None, primary=True),
        Line(shore, plan.shore, plan.island, None, primary=True),
    )
    alone = plan.map(items=frozenset({plan.mei}))
    assert also not in [line.link for line in alone.lines], "what it ends at is not shown"
    folded = plan.map(folded=frozenset({plan.near}))
    assert [line.link for line in folded.lines] == [mission, near, shore]


def test_a_folded_card_tells_how_many_are_below_it() -> None:
    plan = Plan()
    folded = plan.map(folded=frozenset({plan.near, plan.mei}))
    assert Card(plan.near, plan.far, Column.YEAR, 3) in folded.cards
    assert plan.mei not in items(folded)
    everything = plan.map(folded=frozenset({plan.organisation, plan.loose}))
    assert everything.cards[0].hidden == 5


def test_the_cycle_and_what_is_asked_for_bring_all_above_them() -> None:
    plan = Plan()
    past = plan.cycle("Q1 2026", Horizon.QUARTER, date(2026, 1, 1), date(2026, 3, 31))
    plan.change(t.OBJECTIVE, plan.care, cycle=past)
    assert plan.care in items(plan.map(cycle=plan.quarter)), "for it is above Mei"
    plan.change(t.OBJECTIVE, plan.mei, cycle=past)
    assert plan.care not in items(plan.map(cycle=plan.quarter))
    asked = frozenset({plan.result, plan.loose})
    shown = plan.map(items=asked)
    assert items(shown) == [plan.organisation, plan.far, plan.near]
    assert shown.loose == (plan.loose,)
    assert plan.map(items=frozenset()).cards == ()
    bare = alignment_map(Snapshot({}), Asked())
    assert bare == AlignmentMap((), (), (), 0, 0)


def test_the_path_holds_all_above_and_all_below() -> None:
    plan = Plan()
    cards = plan.map().cards
    path = path_through(cards, plan.care)
    assert path == {plan.organisation, plan.far, plan.near, plan.care, plan.mei}
    assert path_through(cards, plan.loose) == path_through(cards, None) == frozenset()


def test_arrows_follow_lines_and_columns() -> None:
    cards = (
        Card(1, None, Column.MISSION),
        Card(2, 1, Column.YEAR),
        Card(3, 1, Column.YEAR),
        Card(4, 1, Column.YEAR),
    )
    places = {1: Place(0, 50.0), 2: Place(2, 0.0), 3: Place(2, 60.0), 4: Place(2, 120.0)}
    assert beside(cards, places, 1, Step.TO_CHILD) == 3, "the nearest"
    assert beside(cards, places, 4, Step.TO_PARENT) == 1
    assert beside(cards, places, 1, Step.TO_PARENT) is None
    assert beside(cards, places, 4, Step.TO_CHILD) is None
    assert [beside(cards, places, 2, step) for step in (Step.UP, Step.DOWN)] == [None, 3]
    assert [beside(cards, places, 4, step) for step in (Step.UP, Step.DOWN)] == [3, None]
