"""Reports of small plans: what the sample plan does not hold."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrdesk.app.reporting import report_data
from okrdesk.app.reporting.amounts import amount
from okrdesk.app.reporting.report import view_of
from okrdesk.app.reporting.view import weekly_days
from okrdesk.domain import entities as e
from okrdesk.domain.scoring import Scores
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon, KpiRule, Level, Outcome
from okrdesk.reports.data import Figure, KeyResultRow, ObjectivePage, Paper, ReportData
from okrdesk.text import Catalogue

DAY = date(2026, 8, 17)
START, END = date(2026, 7, 1), date(2026, 9, 30)
Q3 = e.Cycle(1, "Q3", Horizon.QUARTER, START, END)
GOAL = e.Objective(2, "Calm phones", cycle=1, level=Level.TEAM)


def report(**rows: list[Any]) -> ReportData:
    plan = {"organisation": [e.Organisation(100, "Me", "Grow")], "cycle": [Q3], **rows}
    snapshot = Snapshot(plan)
    view = view_of(snapshot, Scores(snapshot, DAY), cycle=1, day=DAY, catalogue=Catalogue())
    return report_data(view, author="", paper=Paper.A4, grey=True)


def page(kind: str, *parts: Any, parameters: str = "{}", **rows: list[Any]) -> ObjectivePage:
    """The page of an objective with one key result (id 3) of a kind."""
    key_result = e.KeyResult(3, 2, "It", kind, parameters=parameters)
    terms = [part for part in parts if isinstance(part, e.Terms)]
    check_ins = [part for part in parts if isinstance(part, e.CheckIn)]
    held = {"terms": terms, "check_in": check_ins, **rows}
    return report(objective=[GOAL], key_result=[key_result], **held).pages[0]


def only(shown: ObjectivePage) -> KeyResultRow:
    (row,) = shown.key_results
    return row


def told(value: int | str | None, day: int = 10, **more: Any) -> e.CheckIn:
    number = None if value is None else Decimal(value)
    return e.CheckIn(200 + day, 3, date(2026, 8, day), "", number, **more)


def test_an_empty_cycle_has_a_report() -> None:
    data = report()
    assert data.pages == data.attention == data.kpis == data.higher == data.cover.tables == ()
    assert data.cover.subtitle == "Week 7 of 13 · 17 August 2026"
    assert [line.lead for line in data.cover.sentences] == [
        "Nothing is measured yet.",
        "No result is at risk.",
    ]


def test_drafts_and_what_was_dropped_are_left_out() -> None:
    data = report(
        objective=[
            GOAL,
            e.Objective(5, "Draft", cycle=1, state=e.ObjectiveState.DRAFT),
            e.Objective(6, "Dropped", cycle=1, outcome=Outcome.DROPPED),
        ],
        key_result=[e.KeyResult(3, 2, "In"), e.KeyResult(4, 2, "Out", outcome=Outcome.POSTPONED)],
    )
    assert [shown.title for shown in data.pages] == ["Calm phones"]
    assert only(data.pages[0]).title == "In"


@pytest.mark.parametrize(
    ("levels", "titles"),
    [
        ([Level.COMPANY], ["Company objectives"]),
        ([Level.INDIVIDUAL], ["Objectives"]),
        ([Level.TEAM, Level.COMPANY], ["Company objectives", "Team and individual objectives"]),
    ],
)
def test_tables_are_named_for_what_they_hold(levels: list[Level], titles: list[str]) -> None:
    objectives = [e.Objective(n, "A", cycle=1, level=level) for n, level in enumerate(levels, 5)]
    assert [table.title for table in report(objective=objectives).cover.tables] == titles


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (60, "We are on plan."),
        (50, "We are close to plan."),
        (40, "We are behind plan."),
        (10, "We are far from plan."),
    ],
)
def test_the_verdict_follows_from_the_pace(value: int, verdict: str) -> None:
    data = report(
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It")],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[told(value)],
    )
    assert data.cover.sentences[0].lead == verdict
    assert data.cover.sentences[0].rest.endswith("is expected.")
    assert data.cover.sentences[1].rest == f"Calm phones is at {value}%."


def test_the_verdict_goes_by_the_limits_of_the_plan() -> None:
    patient = e.Organisation(100, "Me", "Grow", pace_on_track=0.5)
    data = report(
        organisation=[patient],
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It")],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[told(40)],
    )
    assert data.cover.sentences[0].lead == "We are close to plan."


def test_confidence_stands_beside_that_of_a_week_ago() -> None:
    data = report(
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It")],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[told(10, 10, confidence=4), told(20, 11, confidence=7)],
    )
    _, sure, *_ = data.cover.figures
    assert sure == Figure("7.0", "Confidence", "of 10, last week 4.0")


def test_nothing_leads_where_nothing_moved() -> None:
    data = report(
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It")],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[told(0)],
    )
    assert [line.lead for line in data.cover.sentences] == [
        "We are far from plan.",
        "1 result is at risk.",
    ]


def test_many_results_at_risk_are_counted() -> None:
    results = [e.KeyResult(n, 2, f"Result {n}") for n in range(10, 15)]
    data = report(
        objective=[GOAL],
        key_result=results,
        terms=[e.Terms(n + 90, n, START, Decimal(0), Decimal(100)) for n in range(10, 15)],
        check_in=[e.CheckIn(n + 50, n, DAY, "", Decimal(1)) for n in range(10, 15)],
    )
    risk = data.cover.sentences[-1]
    assert risk.lead == "5 results are at risk."
    assert risk.rest == "Result 10 · Result 11 · Result 12 and 2 more."


def test_the_cycle_before_without_a_number_is_not_named() -> None:
    before = e.Cycle(9, "Q2", Horizon.QUARTER, date(2026, 4, 1), date(2026, 6, 30))
    data = report(cycle=[Q3, before])
    assert data.cover.chart is not None
    assert b"Last cycle" not in data.cover.chart.svg


def test_what_nobody_owns_or_touches_wants_attention() -> None:
    data = report(
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It")],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[e.CheckIn(7, 3, date(2026, 7, 6), "", Decimal(60), confidence=3)],
    )
    (row,) = data.attention
    assert row.why == "No check-in for two rhythms · Confidence is low · No owner yet"


def test_all_is_well_is_no_line() -> None:
    data = report(
        person=[e.Person(30, "Ann")],
        objective=[GOAL],
        key_result=[e.KeyResult(3, 2, "It", owner=30)],
        terms=[e.Terms(4, 3, START, Decimal(0), Decimal(100))],
        check_in=[told(90, 17, confidence=8)],
    )
    assert data.attention == ()


@pytest.mark.parametrize(
    ("last", "count"),
    [(END, 14), (START, 1), (date(2026, 6, 1), 0), (date(2026, 7, 9), 3), (date(2030, 7, 1), 15)],
)
def test_a_line_has_a_point_a_week_and_never_very_many(last: date, count: int) -> None:
    days = weekly_days(START, last)
    assert len(days) == count
    assert not days or (days[0], days[-1]) == (START, last)


# ---- kinds -----------------------------------------------------------------------------------


def test_at_most_is_said_and_drawn_upside_down() -> None:
    terms = e.Terms(4, 3, START, target=Decimal(25))
    shown = page("at_most", terms, told(40, 3), told(20, 10))
    assert (only(shown).target, only(shown).now) == ("at most 25", "20")
    (line,) = shown.trends
    assert [tick.text for tick in line.y_ticks] == ["40", "30", "20"]
    assert line.expected == ((0.0, 0.75), (1.0, 0.75))


def test_at_least_is_said() -> None:
    shown = page("at_least", e.Terms(4, 3, START, target=Decimal(25)), told(40))
    assert only(shown).target == "at least 25"
    assert [tick.text for tick in shown.trends[0].y_ticks] == ["25", "32.5", "40"]


def test_a_range_is_said_with_both_ends() -> None:
    shown = page("range", e.Terms(4, 3, START, low=Decimal(4), high=Decimal(5)), told(6))
    assert only(shown).target == "4 to 5"
    assert shown.trends[0].expected[0][1] == 0.0


def test_a_single_value_on_its_limit_has_no_line() -> None:
    assert page("at_most", e.Terms(4, 3, START, target=Decimal(25)), told(25)).trends == ()


def test_a_value_without_limits_has_no_line() -> None:
    assert page("baseline", told(25), told(30, 12)).trends == ()


@pytest.mark.parametrize(("value", "word"), [(1, "Yes"), (0, "No")])
def test_yes_and_no_are_words(value: int, word: str) -> None:
    shown = page("yes_no", told(value))
    assert (only(shown).now, only(shown).target) == (word, "Yes")


def test_nothing_is_known_of_a_yes_or_no_without_check_in() -> None:
    shown = page("yes_no")
    assert only(shown).now == "—"
    assert shown.trends == ()


def test_a_rubric_shows_its_zones() -> None:
    zones = [e.Zone(40, 3, "Fair", 0.3), e.Zone(41, 3, "Superb", 1.0)]
    shown = page("rubric", told(None, zone=40), zone=zones)
    assert (only(shown).now, only(shown).target) == ("Fair", "Superb")
    assert only(page("rubric", zone=zones)).now == "—"


def test_a_word_of_confidence_does_not_hide_the_zone() -> None:
    zones = [e.Zone(40, 3, "Fair", 0.3), e.Zone(41, 3, "Superb", 1.0)]
    shown = page("rubric", told(None, 3, zone=40), told(None, confidence=6), zone=zones)
    assert (only(shown).now, only(shown).bar.text) == ("Fair", "30%")


def test_a_rubric_without_zones_asks_for_nothing() -> None:
    assert only(page("rubric")).target == "—"


def test_a_ratio_is_written_as_one() -> None:
    shown = page("ratio", e.Terms(4, 3, START, Decimal(2), Decimal(4)), told(3))
    assert (only(shown).start, only(shown).now) == ("2:1", "3:1")


def test_phases_bend_the_expected_line() -> None:
    terms = e.Terms(4, 3, START, Decimal(0), Decimal(100))
    phase = e.Phase(50, 3, date(2026, 8, 1), Decimal(10))
    (line,) = page("number", terms, told(5), phase=[phase]).trends
    assert line.expected == ((0.0, 0.0), (31 / 91, 0.1), (1.0, 1.0))


def test_without_any_dates_there_is_no_line() -> None:
    loose = report(
        objective=[e.Objective(2, "Loose", cycle=1)], key_result=[e.KeyResult(3, 2, "It", "yes_no")]
    )
    assert loose.pages[0].trends == ()


def test_a_line_stays_on_its_chart() -> None:
    terms = e.Terms(4, 3, START, Decimal(0), Decimal(100))
    (line,) = page("number", terms, told(-90, 3), told(900, 10)).trends
    assert [y for _, y in line.actual] == [-0.1, 1.1]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("57000000", "EUR", "€57M"),
        ("57123456", "EUR", "€57,123,456"),
        ("1200", "CHF", "CHF\u00a01,200"),
        ("64", "%", "64%"),
        ("3", "h", "3\u00a0h"),
        ("640", "responses", "640"),
        (None, "h", "—"),
    ],
)
def test_amounts_are_short(value: str | None, unit: str, text: str) -> None:
    assert amount(Catalogue(), None if value is None else Decimal(value), unit, 0) == text


def test_money_has_a_sign_in_the_pseudo_language_too() -> None:
    assert "€" in amount(Catalogue("xx"), Decimal(5), "EUR", 0)


# ---- KPIs and initiatives --------------------------------------------------------------------


def kpi(row: e.Kpi, *values: int, **rows: list[Any]) -> ReportData:
    measured = [
        e.KpiValue(60 + n, row.id, date(2026, 7, 1 + n), "", Decimal(value))
        for n, value in enumerate(values)
    ]
    return report(
        objective=[GOAL], kpi=[row], kpi_value=measured, kpi_link=[e.KpiLink(70, 2, row.id)], **rows
    )


def test_a_kpi_without_values_says_so() -> None:
    data = kpi(e.Kpi(8, "Mood", target=Decimal(5)))
    assert data.pages[0].kpis[0].text == "— to —, target 5"
    (row,) = data.kpis[0].rows
    assert (row.now, row.measured, row.points, row.status) == ("—", "—", (), None)


def test_a_kpi_moves_from_its_last_value_before_the_cycle() -> None:
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 1))
    values = [e.KpiValue(60 + n, 8, day, "", Decimal(40 + n)) for n, day in enumerate(days)]
    link = e.KpiLink(70, 2, 8)
    data = report(objective=[GOAL], kpi=[e.Kpi(8, "Mood")], kpi_value=values, kpi_link=[link])
    assert data.pages[0].kpis[0].text == "40 to 42, target —"


def test_a_quality_is_a_word() -> None:
    data = kpi(e.Kpi(8, "Mood", rule=KpiRule.QUALITATIVE), 1, 2)
    assert data.pages[0].kpis[0].text == "Fair to Good, target —"
    assert data.kpis[0].rows[0].level is None


def test_a_range_has_two_targets() -> None:
    data = kpi(e.Kpi(8, "Mood", rule=KpiRule.RANGE, low=Decimal(4), high=Decimal(5)), 4)
    assert data.kpis[0].rows[0].target == "4 to 5"


def test_equal_values_lie_flat() -> None:
    (row,) = kpi(e.Kpi(8, "Mood"), 4, 4, 4).kpis[0].rows
    assert [y for _, y in row.points] == [0.0, 0.0, 0.0]


def test_a_retired_kpi_is_not_listed() -> None:
    assert kpi(e.Kpi(8, "Mood", active=False), 4).kpis == ()


def test_initiatives_are_listed_once_without_their_steps() -> None:
    done = e.Initiative(80, "Call", objective=2, key_result=3, done=date(2026, 8, 3))
    step = e.Initiative(81, "Dial", objective=2, parent=80)
    late = e.Initiative(82, "Write", key_result=3, due=date(2026, 8, 21), done=date(2026, 8, 20))
    shown = page("number", initiative=[done, step, late])
    assert [(it.text, it.done, it.detail) for it in shown.initiatives] == [
        ("Call", True, ""),
        ("Write", False, "due 21 Aug"),
    ]
