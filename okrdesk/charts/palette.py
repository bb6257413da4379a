"""The colours of a chart, from the design tokens."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from okrdesk import assets

_STATUS_TOKENS = {
    "on_track": "ok",
    "behind": "behind",
    "at_risk": "risk",
    "achieved": "done",
    "not_started": "none",
}
_LIGHTEST, _DARKEST = 0xF2, 0xB0
"""Of the steps of a heatmap in grey, which get darker towards the low end."""

Step = tuple[str, str]
"""A step of a heatmap: its ground, and the text on it."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB`` and the size of the text in points."""

    surface: str
    text: str
    text_2: str
    text_3: str
    border: str
    border_strong: str
    track: str
    series: tuple[str, ...]
    """At most five lines, in this order."""
    statuses: Mapping[str, str]
    """Fill by the id of the status."""
    grounds: Mapping[str, str]
    """The soft ground of a status by its id."""
    heat: tuple[Step, ...]
    """Six steps, the lowest first."""
    text_size: float
    distinct: bool = False
    """Whether dashes, hatches and outlines have to say all that colour says."""


def screen(*, dark: bool, text_size: float = 8.0) -> Palette:
    """For the screen, in the theme that is on."""
    return _of(_tokens("dark" if dark else "light"), text_size)


def colour_blind(*, dark: bool = False, text_size: float = 8.0) -> Palette:
    """The theme's colours, which stay apart in every kind of sight, and all other differences."""
    return replace(screen(dark=dark, text_size=text_size), distinct=True)


def paper(*, grey: bool, text_size: float = 7.4) -> Palette:
    """For a report, which is always light; ``grey`` for a printer without colours."""
    palette = _of(_tokens("light"), text_size)
    return in_grey(palette) if grey else palette


def in_grey(palette: Palette) -> Palette:
    """The same without colour: hatches and dashes say what colour would."""
    greys = {name: to_grey(getattr(palette, name)) for name in _PLAIN}
    steps = len(palette.heat) - 1
    ramp = [_DARKEST + round((_LIGHTEST - _DARKEST) * step / steps) for step in range(steps + 1)]
    return replace(
        palette,
        **greys,  # type: ignore[arg-type]  # a dict of fields that are all text
        series=tuple(map(to_grey, palette.series)),
        statuses={status: to_grey(colour) for status, colour in palette.statuses.items()},
        grounds={status: to_grey(colour) for status, colour in palette.grounds.items()},
        heat=tuple((_grey(level), greys["text"]) for level in ramp),
        distinct=True,
    )


_PLAIN = ("surface", "text", "text_2", "text_3", "border", "border_strong", "track")


def to_grey(colour: str) -> str:
    """The grey of the same luma, by the weights of ITU-R BT.601."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return _grey(round(0.299 * red + 0.587 * green + 0.114 * blue))


def _grey(level: int) -> str:
    return f"#{level:02X}{level:02X}{level:02X}"


def _tokens(theme: str) -> dict[str, Any]:
    text = assets.resource("theme", "tokens.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)[theme]
    return found


def _of(tokens: Mapping[str, Any], text_size: float) -> Palette:
    heat = list(zip(tokens["heat"], tokens["heat-text"], strict=True))
    return from_tokens(tokens, heat, text_size)


def from_tokens(
    tokens: Mapping[str, str],
    heat: Sequence[Step],
    text_size: float,
    *,
    distinct: bool = False,
) -> Palette:
    """Of the look that is worn: ``tokens`` by name, as ``#RRGGBB``; ``text_size`` in points."""
    return Palette(
        surface=tokens["surface"],
        text=tokens["text"],
        text_2=tokens["text-2"],
        text_3=tokens["text-3"],
        border=tokens["border"],
        border_strong=tokens["border-strong"],
        track=tokens["track"],
        series=tuple(tokens[f"cat{number}"] for number in range(1, 6)),
        statuses={status: tokens[f"{name}-fill"] for status, name in _STATUS_TOKENS.items()},
        grounds={status: tokens[f"{name}-bg"] for status, name in _STATUS_TOKENS.items()},
        heat=tuple(heat),
        text_size=text_size,
        distinct=distinct,
    )
