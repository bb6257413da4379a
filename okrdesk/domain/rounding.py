"""The one place where numbers are rounded (product rule: to 12 places, then half up).

The step to 12 places takes away what binary fractions add, so that 0.35 is 0.4 and not 0.3.
"""

import math

_HUNDRED = 100


def tidy(number: float) -> float:
    """The number to 12 decimal places."""
    return round(number, 12)


def rounded(number: float, places: int = 0) -> float:
    """To ``places`` decimals, half up, away from zero."""
    factor = 10.0**places
    size = math.floor(tidy(abs(number) * factor) + 0.5) / factor
    return -size if size and number < 0 else size


def whole_percent(ratio: float) -> int:
    """The ratio in whole percent; 100 only when it is met, so 99.5–99.99 % is 99."""
    percent = int(rounded(ratio * _HUNDRED))
    return _HUNDRED - 1 if percent == _HUNDRED and tidy(ratio) < 1 else percent


def one_decimal(number: float) -> float:
    """To one decimal, half up: grades and mean confidence."""
    return rounded(number, 1)


def clamp(number: float, low: float, high: float) -> float:
    """The number, or the nearer limit."""
    return max(low, min(high, number))
