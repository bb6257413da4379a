"""Values on their own scale over the zone that was asked for."""

from datetime import date

from okrdesk.charts import palette, render
from okrdesk.charts.kpi_band import KpiBand, KpiBandData, KpiSource
from okrdesk.domain.kpi_status import KpiStatus
from okrdesk.domain.series.kpi import KpiSeries, Measurement, Zone
from okrdesk.text import Catalogue

CHART = KpiBand()
FIRST, LAST = date(2026, 1, 1), date(2026, 1, 21)


def data(values: tuple[float, ...], *zones: Zone) -> KpiBandData:
    days = [date(2026, 1, 1 + 10 * place) for place in range(len(values))]
    series = [Measurement(day, v, KpiStatus.NEAR) for day, v in zip(days, values, strict=True)]
    source = KpiSource("NPS", KpiSeries(tuple(series), zones), "{:g}".format)
    return CHART.data(source, Catalogue())


def test_the_zone_reaches_to_the_edge_where_it_is_open() -> None:
    found = data((40, 60), Zone(FIRST, LAST, (50, None), ((42, 50),)))
    near, good = found.areas
    assert (good.low, good.high, good.good) == (50, found.up.last, True)
    assert (near.low, near.high, near.good) == (42, 50, False)
    assert found.up.first < 40
    falling = data((40, 60), Zone(FIRST, LAST, (None, 50), ()))
    assert (falling.areas[0].low, falling.areas[0].high) == (falling.up.first, 50)


def test_a_limit_out_of_sight_is_cut_at_the_edge() -> None:
    found = data((40, 60), Zone(FIRST, LAST, (50, None), ((10, 50),)))
    assert found.areas[0].low == found.up.first


def test_each_period_has_its_target_and_the_last_one_its_name() -> None:
    zones = (
        Zone(FIRST, date(2026, 1, 10), (50, None), ()),
        Zone(date(2026, 1, 11), LAST, (55, None), ()),
    )
    found = data((40, 52, 60), *zones)
    assert [line.label for line in found.targets] == ["", "Target 55"]
    assert [line.points for line in found.targets] == [
        ((0.0, 50), (0.5, 50)),
        ((0.5, 55), (1.0, 55)),
    ]


def test_a_range_has_two_limits() -> None:
    found = data((4.4, 4.6), Zone(FIRST, LAST, (4.0, 5.0), ((3.4, 4.0), (5.0, 5.75))))
    assert [line.label for line in found.targets] == ["Target 4", "Target 5"]
    assert [area.good for area in found.areas] == [False, False, True]


def test_without_values_and_targets_there_are_axes_and_a_sentence() -> None:
    empty = data(())
    assert str(CHART.describe(empty)) == "NPS: no values yet."
    assert empty.up.first < empty.up.last
    assert render.to_svg(CHART, empty, palette.screen(dark=True), (300, 100))
    one = data((7,))
    assert str(CHART.describe(one)) == "NPS: 7 on 1 Jan 2026, Near."
    assert render.to_svg(CHART, one, palette.screen(dark=True), (300, 100))


def test_a_value_without_a_limit_has_no_status() -> None:
    series = KpiSeries((Measurement(FIRST, 3.0, None),), ())
    found = CHART.data(KpiSource("NPS", series, "{:g}".format), Catalogue())
    assert found.rows == (("1 Jan 2026", "3", "—"),)
    assert found.marks == (((1.0, 3.0), None),)


def test_many_days_have_at_most_six_names_and_the_last_has_one() -> None:
    days = [date(2026, 1, day) for day in range(1, 27)]
    series = KpiSeries(tuple(Measurement(day, 1.0, None) for day in days), ())
    ticks = CHART.data(KpiSource("NPS", series, "{:g}".format), Catalogue()).across.ticks
    assert len(ticks) <= 6
    assert ticks[-1].text == "26 Jan"
