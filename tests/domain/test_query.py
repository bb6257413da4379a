"""The text of a query, and the query as data."""

import random

import pytest

from okrdesk.domain.filters import EVERYTHING, TAG, TEXT, Condition, Query, parse, query_text
from okrdesk.domain.filters.query import WORDS
from okrdesk.domain.filters.words import VALUES
from okrdesk.domain.filters.words import WORDS as MEANINGS


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("", []),
        ("   ", []),
        ("survey", [Condition(TEXT, ("survey",))]),
        ("new survey", [Condition(TEXT, ("new",)), Condition(TEXT, ("survey",))]),
        ("survey survey", [Condition(TEXT, ("survey",))]),
        ('"new survey"', [Condition(TEXT, ("new survey",))]),
        ('"new sur', [Condition(TEXT, ("new sur",))]),
        ("-survey", [Condition(TEXT, ("survey",), negated=True)]),
        ('-"new survey"', [Condition(TEXT, ("new survey",), negated=True)]),
        ("on-time", [Condition(TEXT, ("on-time",))]),
        ("1,000", [Condition(TEXT, ("1,000",))]),
        ("10:30", [Condition(TEXT, ("10:30",))]),
        ("owner:amara", [Condition("owner", ("amara",))]),
        ("Owner:Amara", [Condition("owner", ("Amara",))]),
        ('owner:"Amara Diallo"', [Condition("owner", ("Amara Diallo",))]),
        ("-owner:none", [Condition("owner", ("none",), negated=True)]),
        ("owner:", []),
        ("owner:,", []),
        ("status:behind,at-risk", [Condition("status", ("behind", "at-risk"))]),
        ('team:"Shop, web",Care', [Condition("team", ("Shop, web", "Care"))]),
        ("#growth", [Condition(TAG, ("growth",))]),
        ("-#growth,trust", [Condition(TAG, ("growth", "trust"), negated=True)]),
        ("#", []),
        ("-#", []),
        ("progress:<30", [Condition("progress", ("<30",))]),
        ("über:alles", [Condition(TEXT, ("über:alles",))]),
    ],
)
def test_text_is_read(text: str, conditions: list[Condition]) -> None:
    query = parse(text)
    assert list(query.conditions) == conditions
    assert bool(query) == bool(conditions)
    assert parse(query_text(query)).conditions == query.conditions


def test_a_word_that_nobody_knows_is_text_and_told() -> None:
    query = parse("re:survey owner:mei")
    assert query.conditions[0] == Condition(TEXT, ("re:survey",))
    assert query.unknown == ("re",)


def test_what_looks_like_a_word_is_quoted_when_written() -> None:
    query = Query((Condition(TEXT, ("owner:mei",)), Condition(TEXT, ("-x",))))
    assert query_text(query) == '"owner:mei" "-x"'


def test_values_are_read_and_changed() -> None:
    query = parse("status:behind -status:achieved survey")
    assert query.values("status") == ("behind",)
    changed = query.with_values("status", ("at-risk", "behind"))
    assert query_text(changed) == "-status:achieved survey status:at-risk,behind"
    assert query_text(changed.with_values("status", ())) == "-status:achieved survey"
    assert query.without(Condition(TEXT, ("survey",))) == parse("status:behind -status:achieved")


def test_two_queries_become_one() -> None:
    both = parse("a owner:me").and_(parse("b owner:me x:y"))
    assert both.conditions == parse("a owner:me b x:y").conditions
    assert both.unknown == ("x",)
    assert EVERYTHING.and_(EVERYTHING) == EVERYTHING


def test_every_word_has_a_meaning() -> None:
    assert set(MEANINGS) == WORDS
    assert set(VALUES) <= WORDS


def test_any_text_is_read_and_written_back() -> None:
    chance = random.Random(7)
    for _ in range(2000):
        text = "".join(chance.choice('ab"-#:, ') for _ in range(chance.randrange(14)))
        text = text.replace("a", chance.choice(["owner", "a", "is"]))
        query = parse(text)
        assert parse(query_text(query)).conditions == query.conditions, text
