import json

import pytest

from okrdesk import assets
from okrdesk.charts import palette


@pytest.mark.parametrize("dark", [False, True])
def test_colours_are_those_of_the_theme(dark: bool) -> None:
    tokens = json.loads(assets.resource("theme", "tokens.json").read_text(encoding="utf-8"))
    theme = tokens["dark" if dark else "light"]
    shown = palette.screen(dark=dark)
    assert shown.surface == theme["surface"]
    assert shown.series == tuple(theme[f"cat{n}"] for n in range(1, 6))
    assert shown.statuses["at_risk"] == theme["risk-fill"]


def test_paper_is_light_whatever_the_screen_is() -> None:
    assert palette.paper(grey=False).surface == "#FFFFFF"


@pytest.mark.parametrize(
    ("colour", "grey"), [("#FFFFFF", "#FFFFFF"), ("#000000", "#000000"), ("#FF0000", "#4C4C4C")]
)
def test_grey_keeps_lightness(colour: str, grey: str) -> None:
    assert palette.to_grey(colour) == grey


def test_statuses_differ_in_lightness_without_colour() -> None:
    fills = palette.paper(grey=True).statuses
    assert len({fills[s] for s in ("on_track", "behind", "at_risk")}) == 3
