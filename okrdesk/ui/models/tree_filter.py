"""Which rows of the tree a filter leaves, found without a proxy model.

A row is left when it matches, or when something below it does. 100,000 rows take a tenth of a
second; the recursive filter of a proxy model would take minutes.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from okrdesk.domain.changes import Change
from okrdesk.domain.driving import above
from okrdesk.domain.filters import EVERYTHING, Facts, Query, Texts, matching, narrows
from okrdesk.domain.reach import reached
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import (
    CYCLE,
    KEY_RESULT,
    KPI,
    KPI_TARGET,
    LINK,
    OBJECTIVE,
    ORGANISATION,
    PERSON,
    TEAM,
    WORD,
)
from okrdesk.domain.tree import row_of
from okrdesk.ui.models.tree_structure import ROOT, Structure

Holds = Callable[[int], bool]

_FAR_REACHING = {CYCLE, KPI, KPI_TARGET, ORGANISATION, PERSON, TEAM, WORD}
"""Tables of which one row may turn any item into a match."""
_ITEM_FIELDS = ("objective", "key_result", "child")


class TreeFilter(NamedTuple):
    """What rows must have, and whether they are looked for beyond the chosen cycle."""

    query: Query = EVERYTHING
    everywhere: bool = False
    me: int | None = None
    """The person who asks."""

    def __bool__(self) -> bool:
        """Say whether the filter asks for anything."""
        return bool(self.query)


class Visible(NamedTuple):
    """The rows that a filter leaves."""

    matches: AbstractSet[int]
    branches: AbstractSet[int]
    """The rows above them, ``ROOT`` included."""

    def holds(self, node: int) -> bool:
        """Say whether the row is left."""
        return node in self.matches or node in self.branches


class FilterIndex:
    """What is written in the plan, and the parent of every row; read once, then kept in step."""

    def __init__(self, structure: Structure, texts: Texts | None = None) -> None:
        """Read parents, and what is written unless `texts` has it already."""
        self._structure = structure
        self.texts = texts or Texts(structure.snapshot)
        self._parents = structure.parents()
        self._wanted = TreeFilter()
        self._found: set[int] | None = None

    def visible(self, wanted: TreeFilter, scores: Scores, holds: Holds) -> Visible:
        """Return the rows that match and are in the scope, with all that stand above them."""
        if self._found is None or wanted != self._wanted:
            among = self._few() if self._narrows(wanted) else None
            found = matching(wanted.query, self._facts(wanted, scores), among)
            self._found, self._wanted = set(found), wanted
        return self._with_ancestors(holds)

    def apply(self, changes: Iterable[Change], before: Snapshot, scores: Scores) -> set[int] | None:
        """Follow the changes, which the structure has followed already.

        Return the items that match now and did not, or no longer do; None if the plan has to be
        searched anew.
        """
        changes = list(changes)
        snapshot = self._structure.snapshot
        touched = self.texts.apply(snapshot, changes)
        moved = self._move(changes)
        if self._found is None or any(c.table in _FAR_REACHING for c in changes):
            self._found = None
            return None
        for picture in (before, snapshot):
            touched.update(item for change in changes for item in reached(change, picture))
            touched |= _around(changes, picture)
        return self._look_again(_upwards(touched, (before, snapshot)), scores) | moved

    def rest(self) -> None:
        """Forget what was found; only what is written and the parents are kept in step."""
        self._found, self._wanted = None, TreeFilter()

    def _look_again(self, items: set[int], scores: Scores) -> set[int]:
        found = self._found or set()
        facts = self._facts(self._wanted, scores)
        now = set(matching(self._wanted.query, facts, items))
        now = {item for item in now if item in self._parents}
        turned = now ^ (found & items)
        self._found = (found - items) | now
        return turned

    def _move(self, changes: Iterable[Change]) -> set[int]:
        """Follow the objectives and key results that have another place; return them."""
        moved: set[int] = set()
        for change in changes:
            if change.table in {OBJECTIVE, KEY_RESULT}:
                moved.add(change.id)
            elif change.table is LINK:
                place = LINK.fields.index("child")
                moved.update(row[place] for row in (change.before, change.after) if row)
        snapshot, parents = self._structure.snapshot, self._parents
        elsewhere: set[int] = set()
        for node in moved:
            parent = None if row_of(snapshot, node) is None else self._structure.parent(node)
            if parents.get(node) != parent:
                elsewhere.add(node)
            if parent is None:
                parents.pop(node, None)
            else:
                parents[node] = parent
                parents.setdefault(parent, self._structure.parent(parent))
        return elsewhere

    def _few(self) -> set[int] | None:
        """Return what was found before; None where to search the whole plan is no slower."""
        found = self._found
        return found if found is not None and len(found) * 3 < len(self._parents) else None

    def _narrows(self, wanted: TreeFilter) -> bool:
        same = wanted._replace(query=self._wanted.query) == self._wanted
        return same and narrows(wanted.query, self._wanted.query)

    def _facts(self, wanted: TreeFilter, scores: Scores) -> Facts:
        return Facts(self._structure.snapshot, scores, wanted.me, self.texts)

    def _with_ancestors(self, holds: Holds) -> Visible:
        found = self._found or set()
        matches = found if self._wanted.everywhere else set(filter(holds, found))
        parents, branches = self._parents, {ROOT}
        for node in set(map(parents.__getitem__, matches)):
            above = node
            while above not in branches:
                branches.add(above)
                above = parents[above]
        return Visible(matches, branches)


def _around(changes: Iterable[Change], snapshot: Snapshot) -> set[int]:
    """The items that changed rows name, and the key results of the objectives among them."""
    rows = [(c.table.fields, row) for c in changes for row in (c.before, c.after) if row]
    named = {change.id for change in changes}
    for fields, row in rows:
        named.update(row[fields.index(name)] for name in _ITEM_FIELDS if name in fields)
    named.discard(None)
    below = (snapshot.child_ids(KEY_RESULT, "objective", item) for item in tuple(named))
    return named.union(*below)


def _upwards(items: Iterable[int], snapshots: tuple[Snapshot, Snapshot]) -> set[int]:
    """The items with all whose number they may be part of, before or after an edit."""
    waiting, seen = list(items), set[int]()
    while waiting:
        item = waiting.pop()
        if item not in seen:
            seen.add(item)
            for snapshot in snapshots:
                waiting += above(snapshot, item)
    return seen
