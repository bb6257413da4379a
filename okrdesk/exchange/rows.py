"""Objectives and key results as they go through the clipboard, whatever form they have there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class ItemRow(NamedTuple):
    """An objective or a key result with what stands below it."""

    title: str
    key_result: bool = False
    below: "tuple[ItemRow, ...]" = ()
    """Of an objective its key results and those that support it; of a key result these only."""
    cells: tuple[tuple[str, str], ...] = ()
    """What columns say, by their id: owner, team, level, cycle, start, target, unit, due, …"""
    note: str = ""


class RowsRead(NamedTuple):
    """What a text holds."""

    rows: tuple[ItemRow, ...] = ()
    unclear: bool = False
    """Nothing in the text says whether its lines are objectives or key results."""
    left_over: tuple[str, ...] = ()
    """Lines that found no place."""


class RowWords(NamedTuple):
    """Words by which rows are understood; all in lower case."""

    objective: tuple[str, ...]
    key_result: tuple[str, ...]
    columns: Mapping[str, str]
    """From the name of a column to its id."""


def counted(rows: tuple[ItemRow, ...]) -> tuple[int, int]:
    """How many objectives and how many key results there are, at every depth."""
    kinds = [row.key_result for row in walk(rows)]
    return kinds.count(False), kinds.count(True)


def walk(rows: tuple[ItemRow, ...]) -> Iterator[ItemRow]:
    """All rows, each before those below it."""
    waiting = list(rows[::-1])
    while waiting:
        row = waiting.pop()
        yield row
        waiting.extend(row.below[::-1])


def as_key_results(rows: tuple[ItemRow, ...]) -> tuple[ItemRow, ...]:
    """Rows of which nothing said that they are key results, read as such."""
    return tuple(row._replace(key_result=True) for row in rows)
