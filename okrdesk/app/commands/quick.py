"""Writes what one line says, in one step."""

from typing import TYPE_CHECKING

from okrdesk.app.commands.command import command
from okrdesk.app.commands.cycles import ensure_cycle
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.objectives import create_objective, set_tags
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.domain.words import Horizon
from okrdesk.storage.transaction import Transaction

if TYPE_CHECKING:
    from okrdesk.app.quick_add import Line


@command("Quick add")
def add_line(tx: Transaction, line: "Line") -> int:
    """Adds the key result or objective that ``read_line`` made of a line; returns its id."""
    if line.as_key_result and line.objective is not None:
        fields = dict(line.reading.fields)
        return create_key_result(tx, line.objective, line.title, owner=line.owner, **fields)
    objective = create_objective(
        tx,
        line.title,
        cycle=line.cycle or ensure_cycle(tx, Horizon.QUARTER, tx.today),
        level=line.level,
        team=line.team,
        owner=line.owner,
        supports=MISSION if line.objective is None else line.objective,
    )
    set_tags(tx, objective, line.tags)
    return objective
