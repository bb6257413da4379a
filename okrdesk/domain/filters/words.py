"""What each word before a colon asks about an item."""

import re
from collections.abc import Callable, Mapping
from operator import eq, ge, gt, le, lt

from okrdesk.domain.cycles import inside
from okrdesk.domain.entities import KeyResult, Objective
from okrdesk.domain.filters.facts import Facts, Test
from okrdesk.domain.filters.flags import FLAGS, flagged
from okrdesk.domain.filters.people import ME, of_owner, of_team
from okrdesk.domain.filters.query import NONE, TAG
from okrdesk.domain.filters.texts import folded
from okrdesk.domain.rounding import tidy
from okrdesk.domain.score import Score
from okrdesk.domain.tables import CYCLE, KPI, KPI_LINK, OBJECTIVE_TAG, WORD
from okrdesk.domain.words import Level, Priority, Status

CURRENT = "current"
_COMPARED = re.compile(r"(<=|>=|<|>|=)?\s*(-?\d+(?:[.,]\d+)?)\s*%?")
_BETWEEN = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?\s*(?:-|\.\.|–)\s*(\d+(?:[.,]\d+)?)\s*%?")
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
}


def key_of(value: str) -> str:
    """The value as our own words are written: ``at-risk``."""
    return folded(value).replace("_", "-").replace(" ", "-")


def _status(facts: Facts, value: str) -> Test | None:
    """By the beginning of the word, so that it works while it is typed."""
    wanted = {status for status in Status if key_of(status).startswith(key_of(value))}
    if not wanted:
        return None
    return lambda o, k: facts.score(o, k).status in wanted


def _level(facts: Facts, value: str) -> Test | None:
    """By our own word, or by the organisation's name for it."""
    own = {row.word: key_of(row.name) for row in facts.snapshot.rows(WORD)}
    names = {level: (key_of(level), own.get(level.value, "")) for level in Level}
    asked = key_of(value)
    wanted = {level for level, known in names.items() if any(n.startswith(asked) for n in known)}
    return (lambda o, _: o.level in wanted) if wanted else None


def _cycle(facts: Facts, value: str) -> Test:
    word = value.casefold()
    if word == NONE:
        return lambda o, _: o.cycle is None
    if word == CURRENT:
        today = facts.numbers.today
        rows = facts.snapshot.rows(CYCLE)
        wanted = frozenset(row.id for row in rows if inside(today, row.start, row.end))
    else:
        wanted = facts.named(CYCLE, value)
    return lambda o, _: o.cycle in wanted


def _tag(facts: Facts, value: str) -> Test:
    """By the beginning of the tag."""
    asked, rows = folded(value.removeprefix("#")), facts.snapshot.rows(OBJECTIVE_TAG)
    if asked == NONE:
        tagged = {row.objective for row in rows}
        return lambda o, _: o.id not in tagged
    wanted = {row.objective for row in rows if folded(row.tag).startswith(asked)}
    return lambda o, _: o.id in wanted


def _kpi(facts: Facts, value: str) -> Test:
    """What is fed by a KPI or moves it."""
    links = list(facts.snapshot.rows(KPI_LINK))
    if value.casefold() == NONE:
        moving = {link.objective for link in links}
        return lambda o, k: (o.id not in moving) if k is None else (k.kpi is None)
    kpis = facts.named(KPI, value)
    moving = {link.objective for link in links if link.kpi in kpis}
    return lambda o, k: (o.id in moving) if k is None else (k.kpi in kpis)


def _priority(_facts: Facts, value: str) -> Test | None:
    if value.casefold() == NONE:
        return lambda o, _: o.priority is None
    wanted = {priority for priority in Priority if priority.casefold() == value.casefold()}
    return (lambda o, _: o.priority in wanted) if wanted else None


def _measured(read: Callable[[Score], float | None]) -> Callable[[Facts, str], Test | None]:
    """A word that compares a number of the score."""

    def word(facts: Facts, value: str) -> Test | None:
        holds = _comparison(value)
        if holds is None:
            return None

        def test(objective: Objective, key_result: KeyResult | None) -> bool:
            return holds(read(facts.score(objective, key_result)))

        return test

    return word


def _comparison(value: str) -> Callable[[float | None], bool] | None:
    if value.casefold() == NONE:
        return lambda number: number is None
    between = _BETWEEN.fullmatch(value)
    if between:
        low, high = map(_number, between.groups())
        return lambda number: number is not None and low <= number <= high
    found = _COMPARED.fullmatch(value)
    if found is None:
        return None
    compare, limit = _COMPARE[found[1] or "="], _number(found[2])
    return lambda number: number is not None and compare(number, limit)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _percent(score: Score) -> float | None:
    return None if score.progress is None else tidy(score.progress * 100)


WORDS: Mapping[str, Callable[[Facts, str], Test | None]] = {
    "owner": of_owner,
    "team": of_team,
    "status": _status,
    "level": _level,
    "cycle": _cycle,
    TAG: _tag,
    "is": flagged,
    "progress": _measured(_percent),
    "confidence": _measured(lambda score: score.confidence),
    "kpi": _kpi,
    "priority": _priority,
}
"""Each word with the maker of its test; None where its value says nothing."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "status": tuple(map(key_of, Status)),
    "level": tuple(map(key_of, Level)),
    "is": FLAGS,
    "owner": (ME, NONE),
    "cycle": (CURRENT, NONE),
    "priority": tuple(Priority),
    "progress": ("<30", ">=70", "30-60", NONE),
    "confidence": ("<5", ">7", NONE),
}
"""Values to choose from, for a hint; the others take a name out of the plan."""
