"""The KPIs on the command line."""

from datetime import UTC, datetime
from pathlib import Path

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.workspace import Workspace
from tests.cli.conftest import Run


def test_the_list_for_programs_and_for_people(run: Run, plan: Path) -> None:
    rows = {row["name"]: row for row in run("kpis", plan, "--json").json}
    found = rows["Net promoter score"]
    assert (found["value"], found["target"], found["status"]) == (47, 55, "near")
    assert (found["owner"], found["level"], found["due"]) == ("Amara Diallo", "high", False)
    assert len(found["objectives"]) == 3
    lines = run("kpis", plan).out.splitlines()
    assert lines[0].split() == ["KPI", "Value", "Target", "Status", "Last", "entry", "Rhythm"]
    assert any("Staff turnover" in line and "Off target" in line for line in lines)
    before = {row["name"]: row for row in run("kpis", plan, "--on", "2026-06-30", "--json").json}
    assert (before["Net promoter score"]["value"], before["Net promoter score"]["target"]) == (
        *(44, 50),
    )


def test_the_measurements_of_one(run: Run, plan: Path) -> None:
    rows = run("kpis", plan, "--of", "Net promoter score", "--json").json
    assert (rows[-1]["date"], rows[-1]["value"], rows[-1]["status"]) == ("2026-07-31", 47, "near")
    lines = run("kpis", plan, "--of", "Net promoter score").out.splitlines()
    assert lines[0].split() == ["Day", "Value", "Status", "Note"]
    assert lines[-1].split() == ["31", "Jul", "2026", "47", "Near"]
    assert run("kpis", plan, "--of", "Nothing").code == 2


def test_ranges_words_and_kpis_without_a_value(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.okrdesk"
    workspace = Workspace.create(path, "Mine", clock=SetClock(datetime(2026, 8, 17, 9, tzinfo=UTC)))
    workspace.run(c.create_kpi, "Beds", rule="range", low=85, high=95, unit="%")
    mood = workspace.run(c.create_kpi, "Mood", rule="qualitative")
    workspace.run(c.record_kpi_value, mood, "fair")
    count = workspace.run(c.create_kpi, "Count")
    workspace.run(c.record_kpi_value, count, 3)
    workspace.close()
    lines = run("kpis", path).out.splitlines()
    assert lines[1].split() == ["Beds", "—", "85%", "–", "95%", "—", "—", "monthly"]
    assert lines[2].split()[:4] == ["Mood", "fair", "—", "Near"]
    assert lines[3].split()[:4] == ["Count", "3", "—", "—"]
    assert run("kpis", path, "--of", "Count").out.splitlines()[1].split()[-2:] == ["3", "—"]
