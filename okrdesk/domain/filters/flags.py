"""What ``is:`` knows: yes-or-no questions about an item."""

from collections.abc import Callable, Mapping

from okrdesk.domain.check_in_queue import checked_in
from okrdesk.domain.cycles import week_so_far
from okrdesk.domain.driving import counts
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.filters.facts import Facts, Test
from okrdesk.domain.filters.people import owned_by
from okrdesk.domain.key_results import kind
from okrdesk.domain.key_results.kind import Place
from okrdesk.domain.readings import objective_span, span, terms_on
from okrdesk.domain.saved_views import lacks_owner, needs_attention
from okrdesk.domain.tables import CYCLE
from okrdesk.domain.words import Ambition, CycleState, ObjectiveState, Outcome, Status

Flag = Callable[[Facts, Objective, KeyResult | None], bool]


def _stale(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    return facts.score(objective, key_result).stale


def _aligned(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    return key_result is not None or objective.id in facts.aligned


def _unaligned(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    return not _aligned(facts, objective, key_result)


def _counted(_facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    """Takes part in means: no draft, not postponed, not dropped, and below nothing that is."""
    return counts(objective) and (key_result is None or counts(key_result))


def _checked_in(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    """Somebody reported on the key result this week, or in the last one of its cycle."""
    snapshot = facts.snapshot
    cycle = snapshot.find(CYCLE, objective.cycle)
    week = week_so_far(snapshot, cycle, facts.numbers.today)
    return key_result is not None and checked_in(snapshot, key_result, week)


def _draft(_facts: Facts, objective: Objective, _key_result: KeyResult | None) -> bool:
    return objective.state is ObjectiveState.DRAFT


def _done(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    """Achieved by its number, or called so at the end."""
    if (key_result or objective).outcome is Outcome.ACHIEVED:
        return True
    return facts.score(objective, key_result).status is Status.ACHIEVED


def _closed(facts: Facts, objective: Objective, _key_result: KeyResult | None) -> bool:
    cycle = facts.snapshot.find(CYCLE, objective.cycle)
    ended = cycle is not None and cycle.state is CycleState.CLOSED
    return ended or objective.state is ObjectiveState.CLOSED


def _ended(outcome: Outcome) -> Flag:
    def flag(_facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
        return outcome in {objective.outcome, key_result and key_result.outcome}

    return flag


def _no_number(facts: Facts, _objective: Objective, key_result: KeyResult | None) -> bool:
    """A key result that asks for a number and has none."""
    if key_result is None:
        return False
    if all(field.place is not Place.TERMS for field in kind(key_result.kind).fields):
        return False
    terms = terms_on(facts.snapshot, key_result.id, facts.numbers.today)
    return terms is None or (terms.target is None and terms.low is None and terms.high is None)


def _no_owner(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    """An objective that nobody owns; its key results would only say it again."""
    return key_result is None and lacks_owner(facts.snapshot, objective)


def _overdue(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    if _over(facts, objective, key_result) or _done(facts, objective, key_result):
        return False
    snapshot, today = facts.snapshot, facts.numbers.today
    if key_result is None:
        due = objective_span(snapshot, objective.id)[1]
    else:
        due = span(snapshot, key_result, terms_on(snapshot, key_result.id, today))[1]
    return due is not None and due < today


def _over(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    """Whether nobody works on it any more."""
    outcome = objective.outcome or (key_result and key_result.outcome)
    return bool(outcome) or _closed(facts, objective, key_result)


def _attention(facts: Facts, objective: Objective, key_result: KeyResult | None) -> bool:
    return needs_attention(facts.numbers, (key_result or objective).id)


def _ambition(ambition: Ambition) -> Flag:
    return lambda _facts, objective, _key_result: objective.ambition is ambition


_FLAGS: Mapping[str, Flag] = {
    "stale": _stale,
    "aligned": _aligned,
    "unaligned": _unaligned,
    "counted": _counted,
    "checked-in": _checked_in,
    "draft": _draft,
    "done": _done,
    "closed": _closed,
    "postponed": _ended(Outcome.POSTPONED),
    "dropped": _ended(Outcome.DROPPED),
    "missed": _ended(Outcome.MISSED),
    "no-number": _no_number,
    "no-owner": _no_owner,
    "overdue": _overdue,
    "attention": _attention,
    "committed": _ambition(Ambition.COMMITTED),
    "aspirational": _ambition(Ambition.ASPIRATIONAL),
    "objective": lambda _facts, _objective, key_result: key_result is None,
    "key-result": lambda _facts, _objective, key_result: key_result is not None,
}
MINE = "mine"
FLAGS = (*_FLAGS, MINE)
"""The values of ``is:``."""


def flagged(facts: Facts, value: str) -> Test | None:
    """The question that a value of ``is:`` asks; None for an unknown one."""
    name = value.casefold().replace("_", "-").replace(" ", "-")
    if name == MINE:
        return owned_by(facts, frozenset() if facts.me is None else frozenset({facts.me}))
    flag = _FLAGS.get(name)
    if flag is None:
        return None
    return lambda objective, key_result: flag(facts, objective, key_result)
