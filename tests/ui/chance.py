"""Random edits for the tests of models."""

import random
from collections.abc import Callable

from okrdesk.domain.changes import Change
from okrdesk.domain.entities import KeyResult, Link, Objective
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, KEY_RESULT, LINK, OBJECTIVE
from tests.ui import plans
from tests.ui.plans import LOVED, QUARTER


class Chance:
    """Makes random edits that keep a plan sound."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.fresh_id = 1000

    def next_id(self) -> int:
        self.fresh_id += 1
        return self.fresh_id

    def edit(self, snapshot: Snapshot) -> list[Change]:
        edits: list[Callable[[Snapshot], list[Change]]] = [
            self.add_objective,
            self.add_key_results,
            self.relink,
            self.reorder,
            self.rename,
            self.delete,
            self.swap,
        ]
        return self.random.choice(edits)(snapshot)

    def below(self, snapshot: Snapshot, node: int) -> set[int]:
        """Objectives at or below one, through any link."""
        found, waiting = set[int](), [node]
        while waiting:
            item = waiting.pop()
            if item not in found:
                found.add(item)
                own = snapshot.child_ids(KEY_RESULT, "objective", item)
                links = [snapshot.children(LINK, "objective", item)]
                links += [snapshot.children(LINK, "key_result", id) for id in own]
                waiting += [link.child for group in links for link in group]
        return found

    def pick(self, snapshot: Snapshot, besides: set[int]) -> int | None:
        left = sorted(set(snapshot.ids(OBJECTIVE)) - besides)
        return self.random.choice(left) if left else None

    def add_objective(self, snapshot: Snapshot) -> list[Change]:
        new = Objective(self.next_id(), f"Objective {self.fresh_id}", QUARTER)
        changes = [plans.inserted(new, OBJECTIVE)]
        if self.random.random() < 0.7:
            parent = self.pick(snapshot, set())
            link = Link(self.next_id(), new.id, parent, position=self.random.random())
            changes.append(plans.inserted(link, LINK))
        return changes

    def add_key_results(self, snapshot: Snapshot) -> list[Change]:
        objective = self.pick(snapshot, set())
        if objective is None:
            return []
        place = self.random.random
        rows = [KeyResult(self.next_id(), objective, "New", position=place()) for _ in range(3)]
        return [plans.inserted(row, KEY_RESULT) for row in rows]

    def relink(self, snapshot: Snapshot) -> list[Change]:
        links = sorted(link.id for link in snapshot.rows(LINK) if link.primary)
        if not links:
            return []
        link = snapshot.get(LINK, self.random.choice(links))
        parent = self.pick(snapshot, self.below(snapshot, link.child))
        own = snapshot.child_ids(KEY_RESULT, "objective", parent) if parent else ()
        if own and self.random.random() < 0.3:
            fields = {"objective": None, "key_result": own[0]}
        else:
            fields = {"objective": parent, "key_result": None}
        return [plans.changed(snapshot, LINK, link.id, position=self.random.random(), **fields)]

    def reorder(self, snapshot: Snapshot) -> list[Change]:
        rows = sorted(snapshot.ids(KEY_RESULT))
        picked = self.random.sample(rows, min(3, len(rows)))
        place = self.random.random
        return [plans.changed(snapshot, KEY_RESULT, id, position=place()) for id in picked]

    def recycle(self, snapshot: Snapshot) -> list[Change]:
        """An objective goes to another cycle, or to none."""
        objective = self.pick(snapshot, set())
        cycle = self.random.choice([None, *sorted(snapshot.ids(CYCLE))])
        return [plans.changed(snapshot, OBJECTIVE, objective, cycle=cycle)] if objective else []

    def rename(self, snapshot: Snapshot) -> list[Change]:
        objective = self.pick(snapshot, set())
        title = self.random.choice(["churned", "other"])
        return [plans.changed(snapshot, OBJECTIVE, objective, title=title)] if objective else []

    def delete(self, snapshot: Snapshot) -> list[Change]:
        """An objective with its key results; what supported it is moved or left loose."""
        objective = self.pick(snapshot, {LOVED})
        if objective is None:
            return []
        own = snapshot.child_ids(KEY_RESULT, "objective", objective)
        changes = plans.deleted(snapshot, objective, *own)
        for link in snapshot.rows(LINK):
            if link.child == objective:
                changes += plans.deleted(snapshot, link.id)
            elif link.objective == objective or link.key_result in own:
                kept = self.random.random() < 0.5
                above = {"objective": LOVED, "key_result": None}
                moved = plans.changed(snapshot, LINK, link.id, **above)
                changes += [moved] if kept else plans.deleted(snapshot, link.id)
        return changes

    def swap(self, snapshot: Snapshot) -> list[Change]:
        """A child takes the place of its parent, which goes below it."""
        pairs = [
            (link, above)
            for link in snapshot.rows(LINK)
            if link.primary and link.objective
            for above in snapshot.children(LINK, "child", link.objective)
            if above.primary
        ]
        if not pairs:
            return []
        link, above = self.random.choice(sorted(pairs))
        where = {"objective": above.objective, "key_result": above.key_result}
        up = plans.changed(snapshot, LINK, link.id, **where)
        down = plans.changed(snapshot, LINK, above.id, objective=link.child, key_result=None)
        return [up, down]
