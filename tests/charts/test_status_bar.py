"""One bar, and a list of what there is."""

from okrdesk.charts import palette, render
from okrdesk.charts.status_bar import StatusBar
from okrdesk.domain.words import Status
from okrdesk.text import Catalogue

CHART = StatusBar()


def test_what_nobody_has_is_left_out() -> None:
    data = CHART.data({Status.ON_TRACK: 2, Status.BEHIND: 0, Status.AT_RISK: 1}, Catalogue())
    assert CHART.table(data).rows == (("On track", "2", "67%"), ("At risk", "1", "33%"))
    said = "3 key results. On track: 2 (67%), At risk: 1 (33%)."
    assert str(CHART.describe(data)) == said


def test_without_key_results_the_bar_is_empty() -> None:
    data = CHART.data({Status.ON_TRACK: 0}, Catalogue())
    assert str(CHART.describe(data)) == "No key results yet."
    picture = render.to_svg(CHART, data, palette.screen(dark=False), (300, 100)).decode()
    assert "<text" not in picture
    assert palette.screen(dark=False).track.lower() in picture


def test_in_grey_the_parts_are_hatched() -> None:
    plain, grey = (
        render.to_svg(CHART, CHART.example(), palette.paper(grey=grey), (300, 120)).decode()
        for grey in (False, True)
    )
    assert "<pattern" in grey
    assert "<pattern" not in plain
