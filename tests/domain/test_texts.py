"""Everything that is written about an item is searched, and stays in step with the plan."""

import random
from typing import Any

import pytest

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change
from okrdesk.domain.filters import Texts, folded
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Status
from tests.domain.world import TODAY, World


@pytest.fixture
def world() -> World:
    return World()


def test_case_and_accents_make_no_difference() -> None:
    assert folded("Café ÀÉ") == "cafe ae"
    assert folded("STRASSE") == folded("Straße")
    assert folded("Read 12") == "read 12"


def test_every_place_where_something_is_written(world: World) -> None:
    one = world.objective("Delight", description="Because of Lisbon")
    result = world.key_result(one, description="Counted by Porto", scoring="Faro says")
    world.add(t.STEP, key_result=result, title="Visit Braga")
    world.check_in(result, 5, note="Coimbra was closed")
    entered = "2026-08-17T09:00:00+00:00"
    more = {"date": TODAY, "entered": entered, "status": Status.BEHIND}
    world.add(t.STATUS_OVERRIDE, objective=one, reason="Evora", **more)
    above = world.add(t.INITIATIVE, text="Tavira", key_result=result)
    below = world.add(t.INITIATIVE, text="Sines", parent=above)
    world.add(t.INITIATIVE, text="Nowhere")
    world.add(t.COMMENT, entered=entered, text="Beja", initiative=below)
    world.add(t.COMMENT, entered=entered, text="Guarda", objective=one)
    world.add(t.COMMENT, entered=entered, text="Viseu", kpi=world.add(t.KPI, name="Sales"))
    world.add(t.GRADE, date=TODAY, grade=0.7, objective=one, reason="Lagos", note="Silves")
    world.add(t.RETROSPECTIVE, cycle=world.quarter, objective=one, worked="Aveiro", change="Ovar")
    texts = Texts(world.snapshot)
    for word in ("delight", "lisbon", "evora", "guarda", "lagos", "silves", "aveiro", "ovar"):
        assert texts.containing(word) == [one], word
    for word in ("porto", "faro", "braga", "coimbra", "tavira", "sines", "beja"):
        assert texts.containing(word) == [result], word
    assert texts.containing("viseu") == texts.containing("nowhere") == []
    assert texts.containing("braga", [one]) == []
    assert texts.containing("braga", [one, result, 999]) == [result]


def test_an_initiative_takes_along_what_hangs_on_it(world: World) -> None:
    one, other = world.objective("One"), world.objective("Other")
    above = world.add(t.INITIATIVE, text="Tavira", objective=one)
    below = world.add(t.INITIATIVE, text="Sines", parent=above)
    world.add(t.COMMENT, entered="2026", text="Beja", initiative=below)
    snapshot = world.snapshot
    texts = Texts(snapshot)
    row = snapshot.get(t.INITIATIVE, above)
    change = Change(t.INITIATIVE, above, row, row._replace(objective=other))
    assert texts.apply(snapshot.apply([change]), [change]) == {one, other}
    for word in ("tavira", "sines", "beja"):
        assert texts.containing(word) == [other]


def test_an_initiative_in_a_circle_belongs_nowhere(world: World) -> None:
    first = world.add(t.INITIATIVE, text="Tavira", parent=4)
    world.add(t.INITIATIVE, text="Sines", parent=first)
    assert first == 3
    assert Texts(world.snapshot).containing("tavira") == []


class Chance:
    """Random edits of what is written."""

    def __init__(self, seed: int, snapshot: Snapshot) -> None:
        self.random, self.snapshot, self._next = random.Random(seed), snapshot, 10_000

    def change(self) -> Change:
        pick = self.random.choice
        table = pick([t.OBJECTIVE, t.KEY_RESULT, t.CHECK_IN, t.COMMENT, t.INITIATIVE, t.TERMS])
        rows = list(self.snapshot.rows(table))
        kept: Any = pick(rows) if rows else None
        if kept is None or table is t.TERMS:
            terms = next(self.snapshot.rows(t.TERMS))
            return Change(t.TERMS, terms.id, terms, terms._replace(due=TODAY))
        if table in {t.CHECK_IN, t.COMMENT} and self.random.random() < 0.3:
            return Change(table, kept.id, kept, None)
        if table in {t.CHECK_IN, t.COMMENT} and self.random.random() < 0.5:
            self._next += 1
            return Change(table, self._next, None, kept._replace(id=self._next))
        fields = {"check_in": "note", "comment": "text", "initiative": "text"}
        return self._changed(table, kept, fields.get(table.name, "title"))

    def _changed(self, table: t.Table[Any], row: Any, field: str) -> Change:
        new = {field: self.random.choice(["", "abc", "bcd", "xyz"])}
        if table is t.INITIATIVE and self.random.random() < 0.5:
            objectives = list(self.snapshot.ids(t.OBJECTIVE))
            new = {"objective": self.random.choice([None, *objectives])}
        return Change(table, row.id, row, row._replace(**new))


@pytest.mark.parametrize("seed", range(5))
def test_kept_texts_equal_those_read_anew(world: World, seed: int) -> None:
    for _ in range(4):
        result = world.key_result(world.objective("abc"))
        world.check_in(result, 5, note="bcd")
        above = world.add(t.INITIATIVE, text="xyz", key_result=result)
        below = world.add(t.INITIATIVE, text="abc", parent=above)
        world.add(t.COMMENT, entered="2026", text="abc", initiative=below)
    chance = Chance(seed, world.snapshot)
    texts = Texts(chance.snapshot)
    for _ in range(60):
        change = chance.change()
        chance.snapshot = chance.snapshot.apply([change])
        texts.apply(chance.snapshot, [change])
        fresh = Texts(chance.snapshot)
        for needle in ("abc", "bcd", "xyz", "c"):
            assert sorted(texts.containing(needle)) == sorted(fresh.containing(needle))


def test_a_deleted_item_is_found_no_more(world: World) -> None:
    one = world.objective("One", description="Lisbon")
    result = world.key_result(one)
    note = world.check_in(result, 5, note="Coimbra")
    snapshot = world.snapshot
    texts = Texts(snapshot)
    gone = [(t.CHECK_IN, note), (t.KEY_RESULT, result), (t.OBJECTIVE, one)]
    changes = [Change(table, id, snapshot.get(table, id), None) for table, id in gone]
    texts.apply(snapshot.apply(changes), changes)
    assert texts.containing("lisbon") == texts.containing("coimbra") == texts.containing("") == []
