"""Facts from the tests of other OKR programs, where their convention is ours.

The file lies beside the repository on our own machines; elsewhere the test is skipped.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from okrdesk.domain import cycles
from okrdesk.domain.grading import proposed
from okrdesk.domain.key_results.kind import elapsed
from okrdesk.domain.rounding import clamp, rounded, whole_percent
from okrdesk.domain.score import Driver, rolled_up
from okrdesk.domain.words import Rhythm
from tests.domain.world import Q3, World

Case = dict[str, Any]


def _cases() -> list[Case]:
    for above in Path(__file__).resolve().parents:
        path = above / "shared" / "data" / "oracle_vectors.json"
        if path.exists():
            vectors: list[Case] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
            return [case for case in vectors if case.get("ours") is True]
    return []


CASES = _cases()


def _close(case: Case, found: float | None, expected: float | None) -> None:
    if found is None or expected is None:
        assert found == expected
    else:
        assert found == pytest.approx(expected, abs=case.get("tolerance") or 1e-9)


def _raw(given: Case) -> float | None:
    world = World()
    objective = world.objective()
    values = [] if given["current"] is None else [given["current"]]
    row = world.key_result(objective, start=given["start"], target=given["target"], values=values)
    return world.scores().key_result(row).raw


def _ratio(case: Case, given: Case, scale: float, expected: float | None) -> None:
    raw = _raw(given)
    if raw is not None and case["compare"].startswith("ratio clamped"):
        raw = clamp(raw, 0.0, 1.0)
    places = (case.get("policy") or {}).get("round_decimals")
    found = None if raw is None else raw * scale
    _close(
        case,
        rounded(found, places) if found is not None and places is not None else found,
        expected,
    )


def _progress_percent(case: Case) -> None:
    _ratio(case, case["input"], 100, case["expected"]["percent"])


def _progress_ratio(case: Case) -> None:
    _ratio(case, case["input"], 1, case["expected"]["ratio"])


def _mean(items: list[Case], key: str) -> float | None:
    drivers = tuple(
        Driver(
            n,
            item["ratio"],
            item.get(key) or 0.0,
            0.0,
            1.0 if item.get("weight") is None else item["weight"],
            None,
            measured=True,
        )
        for n, item in enumerate(items)
    )
    score = rolled_up(drivers)
    return score.expected if key == "expected" else score.raw


def _driver(item: Case, key: str) -> Driver:
    weight = item.get("weight")
    weight = 1.0 if weight is None else weight
    return Driver(1, item["ratio"], item.get(key) or 0.0, 0.0, weight, None, measured=True)


def _mean_ratio(case: Case) -> None:
    _close(case, _mean(case["input"]["items"], "ratio"), case["expected"]["ratio"])
    if "expected" in case["expected"]:
        _close(case, _mean(case["input"]["items"], "expected"), case["expected"]["expected"])


def _mean_percent(case: Case) -> None:
    ratios = [{"ratio": percent / 100} for percent in case["input"]["items"]]
    mean = _mean(ratios, "ratio")
    assert mean is not None
    _close(case, mean * 100, case["expected"]["percent"])


def _weighted(case: Case) -> None:
    world = World()
    objective = world.objective()
    for given in case["input"]["key_results"]:
        world.key_result(
            objective,
            start=given["start"],
            target=given["target"],
            values=[given["current"]],
            weight=float(given["weight"]),
        )
    raw = world.scores().objective(objective).raw
    assert raw is not None
    _close(case, rounded(raw * 100, case["policy"]["round_decimals"]), case["expected"]["percent"])


def _threshold(case: Case) -> None:
    world = World()
    row = world.key_result(
        world.objective(),
        case["input"]["kind"],
        start=None,
        target=case["input"]["target"],
        rhythm=Rhythm.DAILY,
        parameters='{"method": "hit_rate"}',
    )
    for day, value in enumerate(case["input"]["values"]):
        world.check_in(row, value, Q3[0] + timedelta(days=day))
    raw = world.scores().key_result(row).raw
    assert raw is not None
    assert int(raw * 100) == case["expected"]["percent"]


def _time_series(case: Case) -> None:
    given = case["input"]
    first = date.fromisoformat(given["from_date"])
    world = World()
    cycle = world.cycle("2023", cycles.Horizon.YEAR, date(2023, 1, 1), date(2023, 12, 31))
    objective = world.objective(cycle=cycle)
    history = given["history"]
    ends = history[-1] if history else {"start": 0, "target": 1}
    row = world.key_result(objective, start=ends["start"], target=ends["target"])
    for entry in history:
        world.check_in(row, entry["current"], date.fromisoformat(entry["date"]))
    days = [first + timedelta(days=n) for n in range(given["days"])]
    found = [world.scores(day).key_result(row).raw for day in days]
    assert [None if raw is None else raw * 100 for raw in found] == case["expected"][
        "daily_percent"
    ]
    assert world.scores(first - timedelta(days=1)).key_result(row).raw is None


def _expected(case: Case) -> None:
    given, expected = case["input"], case["expected"]
    start, due, today = (
        date.fromisoformat(given[name])
        for name in (
            "start",
            "deadline" if "deadline" in given else "end",
            "today" if "today" in given else "as_of",
        )
    )
    found = elapsed(start, due, today)
    if "ratio" in expected:
        _close(case, found, expected["ratio"])
    elif "percent" in expected:
        assert whole_percent(found) == expected["percent"]
    else:
        assert expected["gt"] < found * 100 < expected["lt"]


def _items(case: Case) -> None:
    world = World()
    row = world.key_result(world.objective(), "milestones")
    for number in range(case["input"]["total"]):
        world.step(row, done=Q3[0] if number < case["input"]["done"] else None)
    world.check_in(row)
    raw = world.scores().key_result(row).raw
    assert raw is not None
    assert whole_percent(raw) == case["expected"]["percent"]


def _grade(case: Case) -> None:
    world = World()
    row = world.key_result(world.objective(), values=[case["input"]["percent"]])
    _close(case, proposed(world.scores(), row), case["expected"]["score"])


def _ends(period: cycles.Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()


def _fiscal_bounds(case: Case) -> None:
    start = case["input"]["fiscal_year_start_month"]
    now = cycles.fiscal_quarter(date.fromisoformat(case["input"]["date"]), start)
    following = cycles.fiscal_quarter(now.end + timedelta(days=1), start)
    for period, name in ((now, "current"), (following, "next")):
        expected = case["expected"].get(name)
        if expected:
            assert (period.start.isoformat(), period.end.isoformat()) == (
                expected["start"],
                expected["end"],
            )


def _fiscal_quarter(case: Case) -> None:
    given = case["input"]
    number = cycles.fiscal_quarter_number(given["month"], given["fiscal_year_start_month"])
    assert number == case["expected"]["quarter"]


def _inside(case: Case) -> None:
    day, start, end = (
        None if case["input"][name] is None else date.fromisoformat(case["input"][name])
        for name in ("date", "start", "end")
    )
    assert day is not None
    assert cycles.inside(day, start, end) is case["expected"]["inside"]


def _overlap(case: Case) -> None:
    a, b = (
        None if None in ends else tuple(date.fromisoformat(end) for end in ends)
        for ends in (case["input"]["a"], case["input"]["b"])
    )
    found = a is not None and b is not None and cycles.overlap((a[0], a[1]), (b[0], b[1]))
    assert found is case["expected"]["overlap"]


def _quarter_bounds(case: Case) -> None:
    given, expected = case["input"], case["expected"]
    period = cycles.fiscal_quarter(date(given["year"], 3 * given["quarter"], 1))
    assert (period.start.isoformat(), period.end.isoformat()) == (
        expected["start"],
        expected["end"],
    )


def _quarter_of_date(case: Case) -> None:
    month = date.fromisoformat(case["input"]["date"]).month
    assert cycles.fiscal_quarter_number(month) == case["expected"]["quarter"]


def _year_bounds(case: Case) -> None:
    period = cycles.fiscal_year(date(case["input"]["year"], 5, 5))
    assert _ends(period) == tuple(case["expected"].values())


CHECKS: dict[str, Callable[[Case], None]] = {
    "kr_progress_percent": _progress_percent,
    "kr_progress_ratio_directed": _progress_ratio,
    "kr_progress_ratio_geometry": _progress_ratio,
    "kr_progress_timeseries": _time_series,
    "mean_rollup_ratio": _mean_ratio,
    "rollup_ratio": _mean_ratio,
    "mean_rollup_percent": _mean_percent,
    "weighted_kr_rollup_percent": _weighted,
    "threshold_compliance_percent": _threshold,
    "expected_progress_ratio": _expected,
    "expected_progress_percent": _expected,
    "items_progress_percent": _items,
    "percent_to_score": _grade,
    "fiscal_quarter_bounds": _fiscal_bounds,
    "fiscal_quarter_of_month": _fiscal_quarter,
    "date_in_period": _inside,
    "periods_overlap": _overlap,
    "calendar_quarter_bounds": _quarter_bounds,
    "calendar_quarter_of_date": _quarter_of_date,
    "calendar_year_bounds": _year_bounds,
}


@pytest.mark.skipif(not CASES, reason="the vectors of other programs are not on this machine")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_fact_of_another_program_holds_here(case: Case) -> None:
    CHECKS[case["family"]](case)
