"""How wide text is, and text that fits."""

from functools import lru_cache

from okrdesk.charts.axes import FAMILY

_MANY = 4096
"""Texts whose width is remembered: those of a screen of charts, drawn again and again."""


@lru_cache(maxsize=_MANY)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points that the text takes in our font."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width)


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of it as fits with “…”; empty where not even that has room."""
    if width_of(text, size, bold=bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        shorter = f"{text[:end].rstrip()}…"
        if width_of(shorter, size, bold=bold) <= room:
            return shorter
    return ""
