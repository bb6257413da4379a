"""The net changes between two moments, by item, with who and when."""

from decimal import Decimal

from okrdesk.domain import tables as t
from okrdesk.domain.changes import Change, ChangeSet
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.what_changed import ROW, Fate, ItemChanges, Who, what_changed
from okrdesk.text import Message
from tests.domain.world import TODAY, World

ANNA, BEN = 900, 901


class Story:
    """Steps from a world on."""

    def __init__(self, world: World) -> None:
        self.before = self.after = Snapshot(world.rows)
        self.sets: list[ChangeSet] = []

    def step(self, author: int | None, *changes: Change) -> None:
        self.sets.append(ChangeSet(Message("Step"), changes, author, f"at {len(self.sets)}"))
        self.after = self.after.apply(changes)

    def change(self, author: int | None, table: t.Table, row: int, **fields: object) -> None:
        old = self.after.get(table, row)
        self.step(author, Change(table, row, old, old._replace(**fields)))

    def told(self) -> list[ItemChanges]:
        return what_changed(self.before, self.after, self.sets)


def check_in(row: int, key_result: int, value: int, entered: str) -> Change:
    new = t.CHECK_IN.row(
        id=row, key_result=key_result, date=TODAY, entered=entered, value=Decimal(value)
    )
    return Change(t.CHECK_IN, row, None, new)


def test_each_field_has_its_own_last_hand() -> None:
    world = World()
    item = world.objective("First")
    story = Story(world)
    story.change(ANNA, t.OBJECTIVE, item, title="Second")
    story.change(BEN, t.OBJECTIVE, item, weight=Decimal(2))
    (found,) = story.told()
    assert (found.table, found.id, found.fate) == ("objective", item, Fate.CHANGED)
    (row,) = found.rows
    assert row.change.fields() == ("title", "weight")
    assert row.by["title"] == Who(ANNA, "at 0")
    assert row.by["weight"] == row.by[ROW] == Who(BEN, "at 1")


def test_what_was_taken_back_is_no_change() -> None:
    world = World()
    item = world.objective("First")
    story = Story(world)
    story.change(ANNA, t.OBJECTIVE, item, title="Second")
    story.change(ANNA, t.OBJECTIVE, item, title="First")
    story.change(ANNA, t.OBJECTIVE, item, position=7)
    row = t.BOOKMARK.row(id=77, name="Meeting", txn=1, date=TODAY)
    story.step(ANNA, Change(t.BOOKMARK, 77, None, row))
    assert story.told() == []


def test_items_stand_in_the_order_of_the_tree_and_others_behind() -> None:
    world = World()
    first, second = world.objective("One", position=1), world.objective("Two", position=2)
    key_result = world.key_result(first)
    person = world.add(t.PERSON, name="Anna")
    story = Story(world)
    for table, row in ((t.PERSON, person), (t.OBJECTIVE, second), (t.OBJECTIVE, first)):
        field = "name" if table is t.PERSON else "title"
        story.change(ANNA, table, row, **{field: "New"})
    story.change(ANNA, t.KEY_RESULT, key_result, title="New")
    assert [item.id for item in story.told()] == [first, key_result, second, person]


def test_what_came_tells_its_check_ins_only_and_what_went_nothing_else() -> None:
    world = World()
    objective = world.objective()
    old = world.key_result(objective)
    story = Story(world)
    new = story.after.get(t.KEY_RESULT, old)._replace(id=500, title="New")
    terms = t.TERMS.row(id=501, key_result=500, valid_from=TODAY, target=Decimal(5))
    story.step(ANNA, Change(t.KEY_RESULT, 500, None, new), Change(t.TERMS, 501, None, terms))
    story.step(BEN, check_in(503, 500, 3, "2026-08-17T10"), check_in(502, 500, 2, "2026-08-17T09"))
    own = story.after.get(t.KEY_RESULT, old)
    story.step(BEN, check_in(504, old, 9, "2026-08-17T11"))
    story.step(ANNA, Change(t.KEY_RESULT, old, own, None))
    fates = {item.id: (item.fate, [row.change.id for row in item.rows]) for item in story.told()}
    assert fates == {500: (Fate.CREATED, [500, 502, 503]), old: (Fate.DELETED, [old])}


def test_a_part_is_told_with_its_item() -> None:
    world = World()
    objective = world.objective()
    key_result = world.key_result(objective)
    story = Story(world)
    (terms,) = story.after.children(t.TERMS, "key_result", key_result)
    story.change(ANNA, t.TERMS, terms.id, target=Decimal(120))
    story.step(BEN, check_in(502, key_result, 2, "2026-08-17T09"))
    (found,) = story.told()
    assert (found.id, found.fate) == (key_result, Fate.CHANGED)
    assert [row.change.id for row in found.rows] == [terms.id, 502]


def test_parts_of_what_went_alone_are_not_told() -> None:
    world = World()
    objective = world.objective()
    story = Story(world)
    new = story.after.get(t.OBJECTIVE, objective)._replace(id=500)
    tag = t.OBJECTIVE_TAG.row(id=501, objective=500, tag="x")
    story.step(ANNA, Change(t.OBJECTIVE, 500, None, new), Change(t.OBJECTIVE_TAG, 501, None, tag))
    story.step(ANNA, Change(t.OBJECTIVE_TAG, 501, tag, None))
    story.step(ANNA, Change(t.OBJECTIVE, 500, new, None))
    assert story.told() == []
