"""Finding rows of a plan by a few letters."""

from datetime import date

import pytest

from okrdesk.app import commands as c
from okrdesk.app.finding import Index, Kind, Span, folded, matched, words_of
from okrdesk.app.finding.shelf import Shelf
from tests.app.plan import Plan


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Café", "cafe"), ("ÉTÉ", "ete"), ("İzmir", "izmir"), ("Größe", "große"), ("abc", "abc")],
)
def test_letters_without_case_and_accents(text: str, plain: str) -> None:
    assert folded(text) == plain
    assert len(folded(text)) == len(text)


def test_the_start_of_a_text_is_better_than_a_word_than_the_middle_than_letters() -> None:
    texts = ["churn calls", "run churn calls", "run unchurned calls", "care has urgent needs"]
    ranks = [match.rank for text in texts if (match := matched(("churn",), text))]
    assert ranks == [0, 1, 2, 3]


def test_a_later_beginning_of_a_word_is_better_than_the_middle_of_an_earlier_one() -> None:
    match = matched(("art",), "start the art class")
    assert match is not None
    assert match.spans == (Span(10, 13),)


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("icc", (0, 13, 21)),
        ("chrd", (13, 14, 16, 19)),
        ("intcu", (0, 1, 2, 13, 15)),
    ],
)
def test_letters_are_found_one_by_one(word: str, places: tuple[int, ...]) -> None:
    match = matched((word,), "interview 15 churned customers")
    assert match is not None
    assert [at for span in match.spans for at in range(*span)] == list(places)


@pytest.mark.parametrize("word", ["x", "nterv", "tcc", "icz", "sremotsuc"])
def test_letters_that_begin_no_word_or_are_not_there_find_nothing(word: str) -> None:
    text = "interview 15 churned customers"
    assert (matched((word,), text) is None) == (word not in text)


def test_every_word_must_be_found_and_touching_parts_are_one() -> None:
    match = matched(words_of("Sto RES store"), "store research")
    assert match is not None
    assert match.spans == (Span(0, 5), Span(6, 9))
    assert matched(words_of("store zebra"), "store research") is None


def test_a_shelf_finds_letters_only_where_words_find_too_little() -> None:
    shelf = Shelf()
    for number, text in enumerate(("Churn calls", "Care has urgent needs", "Chunk")):
        shelf.put(number, text)
    assert [placed.id for placed in shelf.find(("chun",), 1)[0]] == [2]
    assert [placed.id for placed in shelf.find(("chun",), 9)[0]] == [2, 0, 1]


def test_a_shelf_follows_its_rows() -> None:
    shelf = Shelf()
    shelf.put(1, "Churn")
    shelf.put(2, "")
    shelf.put(1, "Sales")
    assert shelf.find(("churn",), 9) == ([], 0)
    shelf.put(1, "")
    assert shelf.find((), 9) == ([], 0)


def test_of_very_many_the_likeliest_are_ranked() -> None:
    shelf = Shelf()
    for number in range(1000):
        shelf.put(number, f"unchurned {number}")
    shelf.put(2000, "run churn calls")
    found, total = shelf.find(("churn",), 3)
    assert total == 1001
    assert found[0].id == 2000
    for number in range(3000, 3300):
        shelf.put(number, f"churn {number}")
    assert shelf.find(("churn",), 3)[0][0].id == 3000
    assert len(shelf.find((), 500)[0]) == 200


@pytest.fixture
def index(plan: Plan, objective: int, key_result: int) -> Index:
    plan.run(c.create_person, "Amara Diallo")
    plan.run(c.create_team, "Customer Care", kind="team")
    plan.run(c.create_kpi, "Net promoter score")
    plan.run(c.check_in, key_result, 5, note="Mei takes all churn calls.")
    plan.run(c.add_comment, objective, "Thanks for the churn calls")
    return Index(plan.snapshot)


def test_an_index_is_built_in_steps(index: Index) -> None:
    assert not index.ready
    while not index.build():
        pass
    assert index.ready
    assert index.build()


def test_building_stops_for_a_moment_after_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrdesk.app.finding.index.STEP", 1)
    plan = Plan()
    plan.run(c.create_person, "Amara")
    plan.run(c.create_person, "Mei")
    index = Index(plan.snapshot)
    steps = 1
    while not index.build():
        steps += 1
    assert steps == 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("delight", [Kind.OBJECTIVE]),
        ("interviews", [Kind.KEY_RESULT]),
        ("diallo", [Kind.PERSON]),
        ("care", [Kind.TEAM]),
        ("q3", [Kind.CYCLE]),
        ("promoter", [Kind.KPI]),
        ("churn", [Kind.NOTE, Kind.COMMENT]),
    ],
)
def test_everything_with_a_text_is_found(index: Index, text: str, kinds: list[Kind]) -> None:
    found = index.find(words_of(text), tuple(Kind), 9)
    assert sorted(hit.kind.name for hit in found.hits) == sorted(kind.name for kind in kinds)
    assert found.total == len(kinds)


def test_an_index_follows_a_step(index: Index, plan: Plan, objective: int) -> None:
    plan.run(c.change_objective, objective, title="Amaze customers")
    plan.run(c.create_cycle, "Q4 2026", "quarter", date(2026, 10, 1), date(2026, 12, 31))
    index.apply(plan.changes)
    assert [hit.id for hit in index.find(("q4",), (Kind.CYCLE,), 9).hits]
    plan.run(c.change_objective, objective, title="Surprise customers")
    index.apply(plan.changes)
    assert index.find(("amaze",), (Kind.OBJECTIVE,), 9).hits == []
    assert [hit.id for hit in index.find(("surprise",), (Kind.OBJECTIVE,), 9).hits] == [objective]
    plan.run(c.delete_item, objective)
    index.apply(plan.changes)
    assert index.find(("surprise",), tuple(Kind), 9).total == 0
