"""The colours of a chart, from the design tokens."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from okrdesk import assets

_STATUS_TOKENS = {
    "on_track": "ok",
    "behind": "behind",
    "at_risk": "risk",
    "achieved": "done",
    "not_started": "none",
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB`` and the size of the text in points."""

    surface: str
    text: str
    text_2: str
    text_3: str
    border: str
    track: str
    series: tuple[str, ...]
    """At most five lines, in this order."""
    statuses: Mapping[str, str]
    """Fill by the id of the status."""
    text_size: float


def screen(*, dark: bool, text_size: float = 8.0) -> Palette:
    """For the screen, in the theme that is on."""
    return from_tokens(_tokens()["dark" if dark else "light"], text_size)


def paper(*, grey: bool, text_size: float = 7.4) -> Palette:
    """For a report, which is always light; ``grey`` for a printer without colours."""
    tokens = _tokens()["light"]
    return from_tokens({k: to_grey(v) for k, v in tokens.items()} if grey else tokens, text_size)


def to_grey(colour: str) -> str:
    """The grey of the same luma, by the weights of ITU-R BT.601."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


def _tokens() -> dict[str, dict[str, str]]:
    text = assets.resource("theme", "tokens.json").read_text(encoding="utf-8")
    themes = json.loads(text)
    return {
        theme: {name: value for name, value in themes[theme].items() if isinstance(value, str)}
        for theme in ("light", "dark")
    }


def from_tokens(tokens: Mapping[str, str], text_size: float) -> Palette:
    """Of the look that is worn: ``tokens`` by name, as ``#RRGGBB``; ``text_size`` in points."""
    return Palette(
        surface=tokens["surface"],
        text=tokens["text"],
        text_2=tokens["text-2"],
        text_3=tokens["text-3"],
        border=tokens["border"],
        track=tokens["track"],
        series=tuple(tokens[f"cat{number}"] for number in range(1, 6)),
        statuses={status: tokens[f"{name}-fill"] for status, name in _STATUS_TOKENS.items()},
        text_size=text_size,
    )
