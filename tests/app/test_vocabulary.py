import pytest

from okrdesk.app import commands as c
from okrdesk.app.plan_settings import confidence_word
from okrdesk.app.vocabulary import Vocabulary, in_own_words, vocabulary
from okrdesk.text import Catalogue
from tests.app.plan import Plan


@pytest.fixture
def goals(plan: Plan) -> Vocabulary:
    plan.run(c.name_word, "objective", "Goal")
    plan.run(c.name_word, "key_result", "outcome")
    plan.run(c.name_word, "key_results", "outcomes")
    plan.run(c.name_word, "initiative", "To-do")
    plan.run(c.name_word, "check_in", "KPI talk")
    plan.run(c.name_word, "team", "Squad")
    return vocabulary(plan.snapshot)


@pytest.mark.parametrize(
    ("ours", "own"),
    [
        ("Objective", "Goal"),
        ("New objective", "New goal"),
        ("New &objective", "New &goal"),
        ("New &key result", "New &outcome"),
        ("Key resu&lts", "&Outcomes"),
        ("3 objectives · 4 key results", "3 goals · 4 outcomes"),
        ("An objective follows", "A goal follows"),
        ("Add a key result", "Add an outcome"),
        ("{objective} supports an objective", "{objective} supports a goal"),
        ("Initiatives and an initiative", "To-dos and a to-do"),
        ("Undo Check-in", "Undo KPI talk"),
        ("the check-in", "the KPI talk"),
        ("objectively", "objectively"),
        ("Team", "Squad"),
        ("&Team", "Squad"),
        ("New team", "New team"),
        ("<b>objective</b>", "<b>goal</b>"),
        ("", ""),
    ],
)
def test_our_words_give_way(goals: Vocabulary, ours: str, own: str) -> None:
    assert goals(ours) == own


def test_without_own_words_nothing_changes(plan: Plan) -> None:
    nothing = vocabulary(plan.snapshot)
    assert not nothing
    assert nothing == vocabulary(plan.snapshot)
    assert hash(nothing) == hash(vocabulary(plan.snapshot))
    assert nothing("New objective") == "New objective"
    catalogue = Catalogue()
    assert in_own_words(catalogue, plan.snapshot) is catalogue


def test_confidence_has_three_words() -> None:
    words = [str(confidence_word(value)) for value in range(1, 11)]
    assert words == ["Unlikely"] * 3 + ["Possible"] * 3 + ["Likely"] * 4


def test_level_names_alone_are_words_too(plan: Plan) -> None:
    plan.run(c.name_word, "company", "Club")
    only = vocabulary(plan.snapshot)
    assert only
    assert (only("Company"), only("New objective")) == ("Club", "New objective")


def test_a_catalogue_speaks_with_them_and_the_old_one_does_not(
    plan: Plan, goals: Vocabulary
) -> None:
    catalogue = Catalogue()
    speaking = in_own_words(catalogue, plan.snapshot)
    assert speaking("%n objective(s) of {name}", count=2, name="objective") == (
        "2 goals of objective"
    )
    assert catalogue("%n objective(s)", count=1) == "1 objective"
