"""Rows that leave a list, gathered into ranges."""

from collections.abc import Iterable


def ranges_backwards(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return (first, last) of the contiguous ranges in `rows`, the last range first."""
    ranges: list[tuple[int, int]] = []
    for row in sorted(rows, reverse=True):
        if ranges and ranges[-1][0] == row + 1:
            ranges[-1] = (row, ranges[-1][1])
        else:
            ranges.append((row, row))
    return ranges
