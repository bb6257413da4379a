"""Whose an item is: its owners and its teams, those further ones that share it included."""

from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.filters.facts import Facts, Test
from okrdesk.domain.filters.query import NONE
from okrdesk.domain.tables import OBJECTIVE_OWNER, OBJECTIVE_TEAM, PERSON, TEAM

ME = "me"


def owned_by(facts: Facts, people: frozenset[int]) -> Test:
    """Whether one of the people owns it; a key result without an owner has its objective's."""
    rows = facts.snapshot.rows(OBJECTIVE_OWNER)
    shared = {row.objective for row in rows if row.person in people}

    def test(objective: Objective, key_result: KeyResult | None) -> bool:
        if key_result is not None and key_result.owner is not None:
            return key_result.owner in people
        return objective.owner in people or objective.id in shared

    return test


def of_owner(facts: Facts, value: str) -> Test:
    """The question of ``owner:``, by name, ``me`` or ``none``."""
    word = value.casefold()
    if word == ME:
        return owned_by(facts, frozenset() if facts.me is None else frozenset({facts.me}))
    if word != NONE:
        return owned_by(facts, facts.named(PERSON, value))
    shared = {row.objective for row in facts.snapshot.rows(OBJECTIVE_OWNER)}

    def test(objective: Objective, key_result: KeyResult | None) -> bool:
        if key_result is not None and key_result.owner is not None:
            return False
        return objective.owner is None and objective.id not in shared

    return test


def of_team(facts: Facts, value: str) -> Test:
    """The question of ``team:``, by name or ``none``."""
    rows = list(facts.snapshot.rows(OBJECTIVE_TEAM))
    if value.casefold() == NONE:
        shared = {row.objective for row in rows}
        return lambda objective, _: objective.team is None and objective.id not in shared
    teams = facts.named(TEAM, value)
    shared = {row.objective for row in rows if row.team in teams}
    return lambda objective, _: objective.team in teams or objective.id in shared
