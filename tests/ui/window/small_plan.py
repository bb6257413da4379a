"""A plan of one team, made by the commands."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from okrdesk.app import commands as c
from okrdesk.app.clock import SetClock
from okrdesk.app.workspace import Workspace
from okrdesk.domain.words import Horizon, Level, TeamKind

NOW = datetime(2026, 8, 17, 14, 32, tzinfo=UTC)
TODAY = NOW.date()
TOP, TEAM, OTHER = "Delight our customers", "Research satisfaction", "Launch the app"
SURVEY, CALLS, LOOSE = "Get 1,000 responses", "Interview 15 customers", "Learn Portuguese"


def make_small_plan(path: Path) -> None:
    """Mission; one objective of the year, two of the quarter below it, one not aligned."""
    clock = SetClock(datetime(2026, 7, 1, 9, 0, tzinfo=UTC))
    workspace = Workspace.create(path, "Small", clock=clock)
    run = workspace.run
    run(c.set_organisation, mission="Help everyone feel at home")
    run(c.add_value, "Kindness", "First of all")
    amara = run(c.create_person, "Amara Diallo", colour=4)
    run(c.create_person, "Mei Tanaka", colour=2)
    care = run(c.create_team, "Customer Care", kind=TeamKind.TEAM)
    year = run(c.create_cycle, "2026", Horizon.YEAR, date(2026, 1, 1), date(2026, 12, 31))
    quarter = run(c.create_cycle, "Q3 2026", Horizon.QUARTER, date(2026, 7, 1), date(2026, 9, 30))
    top = run(
        c.create_objective, TOP, cycle=year, level=Level.COMPANY, owner=amara, supports=c.MISSION
    )
    team = run(c.create_objective, TEAM, cycle=quarter, team=care, owner=amara, supports=top)
    run(c.create_objective, OTHER, cycle=quarter, team=care, supports=top)
    run(c.create_objective, LOOSE, cycle=quarter, level=Level.INDIVIDUAL)
    survey = run(c.create_key_result, team, SURVEY, start=0, target=1000, unit="responses")
    calls = run(c.create_key_result, team, CALLS, start=0, target=15, owner=amara)
    clock.moment = datetime(2026, 8, 10, 9, 0, tzinfo=UTC)
    run(c.check_in, survey, Decimal(640), confidence=8)
    run(c.check_in, calls, Decimal(5), confidence=3, note="No-shows are high.")
    workspace.close()
