"""What a query is asked of: the plan, its numbers today, who asks, and what is written in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from okrdesk.domain.entities import KeyResult, Objective, Organisation
from okrdesk.domain.filters.texts import Texts, folded
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import LINK, ORGANISATION, PERSON, Table

Test = Callable[[Objective, KeyResult | None], bool]
"""Says whether an objective, or a key result of it, is wanted."""


class Numbers(Protocol):
    """The scores of a plan."""

    @property
    def today(self) -> date:
        """The day they are of."""

    def item(self, item: int, /) -> Score:
        """The score of an objective or key result."""


@dataclass(frozen=True)
class Facts:
    """The plan as a query sees it."""

    snapshot: Snapshot
    numbers: Numbers
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

    @cached_property
    def has_owners(self) -> bool:
        """Whether an owner is expected: not by a plan for oneself, nor without any people."""
        organisation = next(self.snapshot.rows(ORGANISATION), Organisation(0, ""))
        return not organisation.solo and self.snapshot.count(PERSON) > 0

    def score(self, objective: Objective, key_result: KeyResult | None) -> Score:
        """The score of the item that a test looks at."""
        return self.numbers.item((key_result or objective).id)

    def named(self, table: Table[Any], name: str) -> frozenset[int]:
        """The rows with that name; where none has it, those whose name has it inside."""
        wanted = folded(name)
        names = {row.id: folded(row.name.replace('"', "")) for row in self.snapshot.rows(table)}
        same = frozenset(id for id, known in names.items() if known == wanted)
        return same or frozenset(id for id, known in names.items() if wanted in known)
