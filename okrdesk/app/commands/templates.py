"""Puts templates into a plan as drafts, and lets drafts begin."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrdesk.app.commands.command import command
from okrdesk.app.commands.cycles import ensure_cycle
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.objectives import change_objective, create_objective
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.domain import tables as t
from okrdesk.domain.alignment import fits_below
from okrdesk.domain.entities import Objective
from okrdesk.domain.people import is_solo
from okrdesk.domain.words import Horizon, Level, ObjectiveState
from okrdesk.storage.transaction import Transaction

if TYPE_CHECKING:
    from okrdesk.app.okr_templates import Template


@command("Add templates")
def add_templates(
    tx: Transaction,
    templates: "Iterable[Template]",
    *,
    supports: int | None = None,
    cycle: int | None = None,
) -> list[int]:
    """Adds each template as a draft below the objective ``supports``, or at the top.

    It takes level and team from that objective, and its cycle where ``cycle`` (else this
    quarter) cannot stand below it. Returns the ids of the objectives.
    """
    usual = cycle or ensure_cycle(tx, Horizon.QUARTER, tx.today)
    above = tx.snapshot.find(t.OBJECTIVE, supports)
    return [_add(tx, template, above, usual) for template in templates]


@command("Start drafts")
def start_drafts(tx: Transaction, objectives: Iterable[int]) -> None:
    """Makes drafts active: from now on they count."""
    for objective in objectives:
        if tx.snapshot.get(t.OBJECTIVE, objective).state is ObjectiveState.DRAFT:
            change_objective(tx, objective, state=ObjectiveState.ACTIVE)


def _add(tx: Transaction, template: "Template", above: Objective | None, cycle: int) -> int:
    level = _level(tx, template, above)
    objective = create_objective(
        tx,
        template.objective,
        cycle=_cycle(tx, level, above, cycle),
        level=level,
        team=None if above is None else above.team,
        supports=MISSION if above is None else above.id,
        description=template.why,
        state=ObjectiveState.DRAFT,
    )
    for result in template.key_results:
        create_key_result(tx, objective, result.title, **result.fields)
    return objective


def _level(tx: Transaction, template: "Template", above: Objective | None) -> Level:
    if is_solo(tx.snapshot) or template.personal:
        return Level.INDIVIDUAL
    return Level.COMPANY if above is None else above.level


def _cycle(tx: Transaction, level: Level, above: Objective | None, cycle: int) -> int | None:
    if above is None or fits_below(tx.snapshot, Objective(0, "", cycle, level), above):
        return cycle
    return above.cycle
