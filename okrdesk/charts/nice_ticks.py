"""Even steps whose labels are short numbers."""

_PARTS = (2, 3, 4)
"""At most five grid lines."""


def nice_parts(start: float, end: float) -> tuple[float, ...]:
    """From start to end in two to four even steps, those with the shortest numbers between."""
    ways = [tuple(_place(start, end, n, of) for n in range(of + 1)) for of in _PARTS]
    return min(ways, key=lambda way: max(_digits(place) for place in way[1:-1]))


def _place(start: float, end: float, step: int, of: int) -> float:
    # Without the dust of a division by three.
    return float(format(start + (end - start) * step / of, ".12g"))


def _digits(value: float) -> int:
    """How many figures of a number matter: 1 for 500, 2 for 7.5."""
    mantissa = format(abs(value), ".12e").partition("e")[0]
    return len(mantissa.replace(".", "").rstrip("0"))
