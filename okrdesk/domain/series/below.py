"""What has to be counted before an item, in the order in which it can be."""

from collections.abc import Collection, Container, Iterator
from typing import NamedTuple, TypeVar

from okrdesk.domain.driving import (
    Child,
    driving_children,
    driving_key_results,
    feeding_children,
)
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE
from okrdesk.domain.words import Source

V = TypeVar("V")


class Below(NamedTuple):
    """What drives an item."""

    key_results: list[KeyResult]
    children: list[Child]

    @property
    def waits_for(self) -> list[int]:
        """What has to be counted before the item: all but plain key results."""
        fed = [row.id for row in self.key_results if row.source is Source.CHILDREN]
        return fed + [child.row.id for child in self.children]


class Order:
    """The order of counting in a plan, which is the same on every day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._below: dict[int, Below] = {}
        self._circular = False

    def below(self, item: int) -> Below:
        """What drives the item; KeyError when there is no such item."""
        known = self._below.get(item)
        if known is None:
            known = self._below[item] = self._found(item)
        return known

    def after(self, snapshot: Snapshot, touched: Collection[int]) -> "Order":
        """The order in the next snapshot, of which only what was touched is looked up anew."""
        new = Order(snapshot)
        new._below = without(self._below, touched)
        new._circular = self._circular
        return new

    def up_to(self, item: int, known: Container[int]) -> Iterator[int]:
        """What the item waits for and is not ``known``, each after its parts; the item last.

        Ends where a damaged plan runs in a circle.
        """
        stack, waiting = [item], {item}
        while stack:
            parts = self.below(stack[-1]).waits_for
            self._circular = self._circular or not waiting.isdisjoint(parts)
            new = next((p for p in parts if p not in known and p not in waiting), None)
            if new is not None:
                stack.append(new)
                waiting.add(new)
            else:
                yield stack[-1]
                waiting.discard(stack.pop())

    def drives_itself(self, item: int) -> bool:
        """Whether an item that ``up_to`` gave is part of a circle."""
        if not self._circular:
            return False
        stack, seen = [item], set[int]()
        while stack:
            parts = self.below(stack.pop()).waits_for
            if item in parts:
                return True
            stack += [part for part in parts if part not in seen]
            seen.update(parts)
        return False

    def _found(self, item: int) -> Below:
        row = self._snapshot.find(KEY_RESULT, item)
        if row is None:
            objective = self._snapshot.get(OBJECTIVE, item)
            return Below(
                driving_key_results(self._snapshot, objective),
                driving_children(self._snapshot, objective),
            )
        fed = row.source is Source.CHILDREN
        return Below([], feeding_children(self._snapshot, row) if fed else [])


def without(known: dict[int, V], touched: Collection[int]) -> dict[int, V]:
    """A copy of what is known of items, without those that were touched."""
    kept = known.copy()
    for item in touched:
        kept.pop(item, None)
    return kept
