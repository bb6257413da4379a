"""From one written line to an objective or key result: the rest follows from where it stands."""

from okrdesk.app.commands.command import command
from okrdesk.app.commands.cycles import ensure_cycle
from okrdesk.app.commands.key_results import create_key_result
from okrdesk.app.commands.objectives import create_objective
from okrdesk.app.commands.structure import reorder
from okrdesk.app.commands.support_rules import MISSION
from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.domain.people import is_solo
from okrdesk.domain.words import Horizon, Level
from okrdesk.storage.transaction import Transaction


@command("New objective")
def write_objective(
    tx: Transaction,
    title: str,
    *,
    supports: int | None = MISSION,
    beside: int | None = None,
    cycle: int | None = None,
) -> int:
    """Adds an objective below ``supports`` (None: not aligned), right behind ``beside``.

    It takes level, team and owner from ``beside``, and the cycle unless one is given; without one
    it is of this quarter, of the company or, in a plan for one person, that person's.
    Returns its id.
    """
    sibling = tx.snapshot.find(t.OBJECTIVE, beside)
    if sibling is None:
        objective = _first(tx, title, supports, cycle)
    else:
        objective = _like(tx, title, supports, sibling, cycle)
        reorder(tx, t.OBJECTIVE, objective, after=sibling.id)
    return objective


@command("New key result")
def write_key_result(
    tx: Transaction, objective: int, sentence: str, *, language: str = "en"
) -> int:
    """Adds a key result; kind, start, target, unit and due are read out of the sentence.

    ``language`` decides where the words of a sentence do not. Returns its id.
    """
    from okrdesk.app.sentences import key_result_in

    reading = key_result_in(tx.snapshot, objective, sentence, tx.today, language)
    return create_key_result(tx, objective, sentence, **reading.fields)


def _first(tx: Transaction, title: str, supports: int | None, chosen: int | None) -> int:
    level = Level.INDIVIDUAL if is_solo(tx.snapshot) else Level.COMPANY
    cycle = chosen or ensure_cycle(tx, Horizon.QUARTER, tx.today)
    return create_objective(tx, title, cycle=cycle, level=level, supports=supports)


def _like(
    tx: Transaction, title: str, supports: int | None, sibling: Objective, cycle: int | None
) -> int:
    return create_objective(
        tx,
        title,
        cycle=cycle or sibling.cycle,
        level=sibling.level,
        team=sibling.team,
        owner=sibling.owner,
        supports=supports,
    )
