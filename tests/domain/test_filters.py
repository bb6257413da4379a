"""Which items a query finds in a plan."""

from datetime import date, timedelta

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.filters import (
    TEXT,
    Condition,
    Facts,
    compiled,
    matching,
    narrows,
    parse,
)
from okrdesk.domain.saved_views import ATTENTION, STANDARD_VIEWS
from okrdesk.domain.words import (
    Ambition,
    CycleState,
    Horizon,
    Level,
    ObjectiveState,
    Outcome,
    Priority,
)
from tests.domain.world import TODAY, YEAR, World

EARLIER = (date(2026, 4, 1), date(2026, 6, 30))


class Plan(World):
    """Objectives a to e, key results k to o; found items are told by these letters."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: dict[int, str] = {}
        self.amara = self.add(t.PERSON, name="Amara Diallo")
        self.mei = self.add(t.PERSON, name='Mei "Mimi" Tanaka')
        self.care = self.add(t.TEAM, name="Customer Care")
        self.shop = self.add(t.TEAM, name="Shop")
        self.year = self.cycle("2026", Horizon.YEAR, *YEAR)
        closed = CycleState.CLOSED
        self.past = self.cycle("Q2 2026", Horizon.QUARTER, *EARLIER, state=closed)
        self.kpi = self.add(t.KPI, name="Net promoter score")
        self._objectives()
        self._key_results()

    def named(self, letter: str, item: int) -> int:
        self.letters[item] = letter
        return item

    def _objectives(self) -> None:
        mei, state = self.mei, ObjectiveState
        plan = {"a": {"cycle": self.year, "level": Level.COMPANY, "owner": self.amara}}
        plan["b"] = {"team": self.care, "owner": mei, "priority": Priority.P1}
        plan["c"] = {"team": self.shop, "level": Level.INDIVIDUAL, "state": state.DRAFT}
        plan["d"] = {"cycle": self.past, "ambition": Ambition.COMMITTED}
        plan["e"] = {"cycle": None, "owner": mei, "outcome": Outcome.ACHIEVED}
        for letter, fields in plan.items():
            setattr(self, letter, self.named(letter, self.objective(**fields)))
        self.link(self.a)
        self.link(self.b, objective=self.a)
        self.add(t.OBJECTIVE_TAG, objective=self.b, tag="Growth")
        self.add(t.OBJECTIVE_TEAM, objective=self.b, team=self.shop)
        self.add(t.OBJECTIVE_OWNER, objective=self.b, person=self.amara)
        self.add(t.KPI_LINK, objective=self.a, kpi=self.kpi)

    def _key_results(self) -> None:
        for letter, objective, fields in (
            ("k", self.b, {"values": [60], "owner": self.amara}),
            ("l", self.b, {"values": [5]}),
            ("m", self.c, {"target": None, "kpi": self.kpi}),
            ("n", self.d, {"outcome": Outcome.DROPPED}),
            ("o", self.a, {"kind": "milestones", "outcome": Outcome.POSTPONED}),
        ):
            self.named(letter, self.key_result(objective, **fields))
            if letter == "n":
                (row,) = (item for item, known in self.letters.items() if known == letter)
                self.check_in(row, 120, on=date(2026, 6, 1))

    def facts(self, me: int | None = None, today: date = TODAY) -> Facts:
        return Facts(self.snapshot, self.scores(today), me)

    def found(self, text: str, **more: object) -> str:
        items = matching(parse(text), self.facts(**more))
        return "".join(sorted(self.letters[item] for item in items))


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "abcdeklmno"),
        ("owner:amara", "abklo"),
        ("owner:amara,mei", "abeklo"),
        ('owner:"mei mimi tanaka"', "bel"),
        ("owner:none", "cdmn"),
        ("-owner:none", "abeklo"),
        ("owner:nobody", ""),
        ("team:care", "bkl"),
        ("team:shop", "bcklm"),
        ("team:none", "adeno"),
        ("-team:none team:care", "bkl"),
        ("level:company", "ao"),
        ("level:ind", "cm"),
        ("level:planet", ""),
        ("-level:planet", "abcdeklmno"),
        ("cycle:2026", "ao"),
        ("cycle:q", "bcdklmn"),
        ("cycle:current", "abcklmo"),
        ("cycle:none", "e"),
        ("#growth", "bkl"),
        ("#gro", "bkl"),
        ("tag:none", "acdemno"),
        ("kpi:promoter", "am"),
        ("kpi:none", "bcdeklno"),
        ("priority:p1", "bkl"),
        ("priority:none", "acdemno"),
        ("priority:p9", ""),
        ("progress:>=60", "kn"),
        ("progress:<30%", "al"),
        ("progress:5", "l"),
        ("progress:5..60", "abkl"),
        ("progress:none", "cdemo"),
        ("progress:much", ""),
        ("status:at-risk", "abl"),
        ("status:at", "abl"),
        ("status:late", ""),
        ("is:unaligned", "cde"),
        ("is:aligned", "abklmno"),
        ("is:draft", "cm"),
        ("is:done", "en"),
        ("is:closed", "dn"),
        ("is:dropped", "n"),
        ("is:postponed", "o"),
        ("is:missed", ""),
        ("is:no-number", "m"),
        ("is:no-owner", "cd"),
        ("is:objective", "abcde"),
        ("is:key-result", "klmno"),
        ("is:committed", "dn"),
        ("is:aspirational", "abceklmo"),
        ("is:attention", "abl"),
        ("is:strange", ""),
        ("-is:draft,closed is:objective", "abe"),
        ("objective -is:draft owner:amara", "ab"),
        ("-objective is:draft", "m"),
    ],
)
def test_query_finds(plan: Plan, text: str, found: str) -> None:
    assert plan.found(text) == "".join(sorted(found))


def test_me_is_nobody_until_it_is_known(plan: Plan) -> None:
    for text in ("owner:me", "is:mine"):
        assert plan.found(text) == ""
        assert plan.found(text, me=plan.mei) == "bel"
        assert plan.found(text, me=plan.amara) == "abklo"


def test_confidence_and_quiet_items() -> None:
    plan = Plan()
    day = date(2026, 7, 6)
    sure = plan.named("s", plan.key_result(plan.b))
    plan.check_in(sure, 90, on=day, confidence=8)
    assert plan.found("confidence:>7") == "abs"
    assert plan.found("confidence:<5") == ""
    assert "s" in plan.found("is:stale")
    assert "s" in plan.found("is:attention")


def test_who_checked_in_this_week_and_in_the_last_one_of_what_is_over() -> None:
    plan = Plan()
    told = plan.named("s", plan.key_result(plan.b))
    plan.check_in(told, 90, on=TODAY)
    quiet = plan.named("t", plan.key_result(plan.b))
    plan.check_in(quiet, 90, on=TODAY - timedelta(days=7))
    assert plan.found("is:checked-in") == "kls", "two of the plan have a check-in of today"
    plan.check_in(quiet, 95, on=date(2026, 9, 24))
    assert plan.found("is:checked-in", today=date(2026, 10, 9)) == "t"


def test_overdue_is_what_is_past_its_day_and_open() -> None:
    plan = Plan()
    late = plan.named("s", plan.key_result(plan.b, due=date(2026, 8, 1), values=[10]))
    met = plan.named("t", plan.key_result(plan.b, due=date(2026, 8, 1)))
    plan.check_in(met, 100, on=date(2026, 7, 30))
    assert late != met
    assert plan.found("is:overdue") == "s"
    assert "b" in plan.found("is:overdue", today=date(2026, 10, 1))
    assert "e" not in plan.found("is:overdue", today=date(2026, 10, 1))


def test_a_plan_for_oneself_misses_no_owner() -> None:
    loose = parse("is:no-owner")
    solo = World(solo=True)
    solo.objective()
    solo.add(t.PERSON, name="Me")
    assert not list(matching(loose, Facts(solo.snapshot, solo.scores())))
    nobody = World()
    nobody.objective()
    assert not list(matching(loose, Facts(nobody.snapshot, nobody.scores())))
    alone = nobody.add(t.PERSON, name="Me")
    assert not list(matching(loose, Facts(nobody.snapshot, nobody.scores())))
    nobody.add(t.PERSON, name="Other")
    (found,) = matching(
        parse(ATTENTION.query), Facts(nobody.snapshot, nobody.scores(date(2026, 7, 2)))
    )
    assert found != alone


def test_levels_answer_to_their_own_names() -> None:
    plan = Plan()
    plan.add(t.WORD, word="company", name="Häuptling")
    assert plan.found("level:haupt") == "ao"


def test_saved_views(plan: Plan) -> None:
    found = {view.id: plan.found(view.query, me=plan.mei) for view in STANDARD_VIEWS}
    assert found == {"attention": "abl", "mine": "bel", "unaligned": "cde"}


def test_a_cycle_leaves_out_what_is_not_to_be_seen(plan: Plan) -> None:
    found = matching(parse("is:objective"), plan.facts(), cycle=plan.quarter)
    assert sorted(plan.letters[item] for item in found) == ["a", "b", "c", "e"]


def test_only_some_are_looked_at(plan: Plan) -> None:
    items = [plan.b, plan.e, 99999]
    assert list(matching(parse("owner:mei"), plan.facts(), items)) == [plan.b, plan.e]
    assert list(matching(parse("objective"), plan.facts(), items)) == [plan.b, plan.e]
    assert list(matching(parse(""), plan.facts(), items)) == items


def test_several_texts_in_one_condition_are_alternatives(plan: Plan) -> None:
    test = compiled(Condition(TEXT, ("nothing", "objective")), plan.facts())
    assert test(plan.snapshot.get(t.OBJECTIVE, plan.a), None)


@pytest.mark.parametrize(
    ("query", "earlier", "result"),
    [
        ("survey", "sur", True),
        ("Survey", "", True),
        ("sur", "survey", False),
        ("sur owner:mei", "su owner:mei", True),
        ("sur", "su owner:mei", False),
        ("-survey", "-sur", False),
        ("-sur a", "-sur", True),
        ("a b", "b", True),
    ],
)
def test_a_longer_text_finds_fewer(query: str, earlier: str, *, result: bool) -> None:
    assert narrows(parse(query), parse(earlier)) == result
