"""What a query is asked of: the plan, its numbers today, who asks, and what is written in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.filters.texts import Texts, folded
from okrdesk.domain.scoring import Score, Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import LINK, Table

Test = Callable[[Objective, KeyResult | None], bool]
"""Says whether an objective, or a key result of it, is wanted."""


@dataclass(frozen=True)
class Facts:
    """The plan as a query sees it."""

    snapshot: Snapshot
    numbers: Scores
    me: int | None = None
    """The person who asks, if it is known."""
    written: Texts | None = None
    """What is written in this snapshot, where somebody keeps it."""

    @cached_property
    def texts(self) -> Texts:
        """What is written about each item."""
        return self.written or Texts(self.snapshot)

    @cached_property
    def aligned(self) -> frozenset[int]:
        """The objectives that support something."""
        return frozenset(link.child for link in self.snapshot.rows(LINK) if link.primary)

    def score(self, objective: Objective, key_result: KeyResult | None) -> Score:
        """The score of the item that a test looks at."""
        return self.numbers.item((key_result or objective).id)

    def named(self, table: Table[Any], name: str) -> frozenset[int]:
        """The rows with that name; where none has it, those whose name has it inside."""
        wanted = folded(name)
        names = {row.id: folded(row.name.replace('"', "")) for row in self.snapshot.rows(table)}
        same = frozenset(id for id, known in names.items() if known == wanted)
        return same or frozenset(id for id, known in names.items() if wanted in known)
