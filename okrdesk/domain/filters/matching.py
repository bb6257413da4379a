"""Which items a query finds."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from okrdesk.domain.cycles import in_scope
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.filters.facts import Facts, Test
from okrdesk.domain.filters.query import TEXT, Condition, Query
from okrdesk.domain.filters.texts import folded
from okrdesk.domain.filters.words import WORDS
from okrdesk.domain.tables import CYCLE, KEY_RESULT, OBJECTIVE


def matching(
    query: Query, facts: Facts, among: Iterable[int] | None = None, cycle: int | None = None
) -> Iterator[int]:
    """The objectives and key results that have all that is asked for, in no particular order.

    They are found one by one, as they are asked for. ``among``: no others are looked at.
    ``cycle``: only what is to be seen while looking at that one.
    """
    for condition in query.conditions:
        if _is_plain(condition):
            among = _containing(condition, facts, among)
    rest = [condition for condition in query.conditions if not _is_plain(condition)]
    tests = [compiled(condition, facts) for condition in rest]
    if cycle is not None:
        tests.insert(0, _in_scope(facts, cycle))
    if among is not None and not tests:
        return iter(among)
    rows = _every_row(facts) if among is None else _rows(facts, among)
    if len(tests) == 1:
        (only,) = tests
        return ((k or o).id for o, k in rows if only(o, k))
    return ((k or o).id for o, k in rows if all(test(o, k) for test in tests))


def narrows(query: Query, earlier: Query) -> bool:
    """Whether all that the query finds is among what the earlier one found."""
    return all(any(_implies(mine, theirs) for mine in query.conditions) for theirs in earlier[0])


def compiled(condition: Condition, facts: Facts) -> Test:
    """The test of one condition; a value that says nothing finds nothing."""
    if condition.word == TEXT:
        tests: list[Test] = [_written(value, facts) for value in condition.values]
    else:
        made = (WORDS[condition.word](facts, value) for value in condition.values)
        tests = [test for test in made if test is not None]
    negated = condition.negated
    if len(tests) == 1 and not negated:
        return tests[0]
    return lambda o, k: negated != any(test(o, k) for test in tests)


def _is_plain(condition: Condition) -> bool:
    return condition.word == TEXT and not condition.negated and len(condition.values) == 1


def _containing(condition: Condition, facts: Facts, among: Iterable[int] | None) -> list[int]:
    (value,) = condition.values
    return facts.texts.containing(folded(value), among)


def _implies(mine: Condition, theirs: Condition) -> bool:
    if not (_is_plain(mine) and _is_plain(theirs)):
        return mine == theirs
    return folded(theirs.values[0]) in folded(mine.values[0])


def _written(value: str, facts: Facts) -> Test:
    found = set(facts.texts.containing(folded(value)))
    return lambda objective, key_result: (key_result or objective).id in found


def _in_scope(facts: Facts, cycle: int) -> Test:
    chosen = facts.snapshot.find(CYCLE, cycle)
    rows: Iterable[Any] = facts.snapshot.rows(CYCLE)
    outside = {row.id for row in rows if not in_scope(row, chosen)}
    return lambda objective, _: objective.cycle not in outside


def _every_row(facts: Facts) -> Iterator[tuple[Objective, KeyResult | None]]:
    objectives: Mapping[int, Objective] = {row.id: row for row in facts.snapshot.rows(OBJECTIVE)}
    for objective in objectives.values():
        yield objective, None
    for key_result in facts.snapshot.rows(KEY_RESULT):
        yield objectives[key_result.objective], key_result


def _rows(facts: Facts, among: Iterable[int]) -> Iterator[tuple[Objective, KeyResult | None]]:
    snapshot = facts.snapshot
    for item in among:
        key_result = snapshot.find(KEY_RESULT, item)
        owner = item if key_result is None else key_result.objective
        objective = snapshot.find(OBJECTIVE, owner)
        if objective is not None:
            yield objective, key_result
