"""What a person reads of a KPI: its value, what is asked of it, its state."""

from collections.abc import Mapping
from decimal import Decimal

from okrdesk.app.sentences import currency_signs
from okrdesk.domain.entities import Kpi
from okrdesk.domain.kpi_status import KpiStatus, Limits
from okrdesk.domain.words import Aggregation, KpiLevel, KpiNature, KpiRule
from okrdesk.text import Message
from okrdesk.ui.translation import number, said, tr

LEVEL_WORDS: Mapping[KpiLevel, Message] = {
    KpiLevel.HIGH: Message("High level (whole company)"),
    KpiLevel.LOW: Message("Low level (teams)"),
}
NATURE_WORDS: Mapping[KpiNature, Message] = {
    KpiNature.STRATEGIC: Message("Strategic"),
    KpiNature.OPERATIONAL: Message("Operational"),
}
RULE_WORDS: Mapping[KpiRule, Message] = {
    KpiRule.AT_LEAST: Message("At least"),
    KpiRule.AT_MOST: Message("At most"),
    KpiRule.INCREASE_TO: Message("Increase to"),
    KpiRule.DECREASE_TO: Message("Decrease to"),
    KpiRule.RANGE: Message("Between"),
    KpiRule.QUALITATIVE: Message("Good, fair or poor"),
}
AGGREGATION_WORDS: Mapping[Aggregation, Message] = {
    Aggregation.LAST: Message("The last value"),
    Aggregation.SUM: Message("The sum of the values"),
    Aggregation.MEAN: Message("The mean of the values"),
}
STATE_SHAPES: Mapping[KpiStatus, str] = {
    KpiStatus.ON_TARGET: "on_track",
    KpiStatus.NEAR: "behind",
    KpiStatus.OFF: "at_risk",
}
"""The status of the domain whose shape and colour a state has."""
STATE_WORDS: Mapping[KpiStatus, Message] = {
    KpiStatus.ON_TARGET: Message("On target"),
    KpiStatus.NEAR: Message("Near"),
    KpiStatus.OFF: Message("Off target"),
}
QUALITIES = (Message("Poor"), Message("Fair"), Message("Good"))
"""What the values 0, 1 and 2 of a qualitative KPI mean."""
_SIGNS: Mapping[KpiRule, Message] = {
    KpiRule.AT_LEAST: Message("≥ {target}"),
    KpiRule.AT_MOST: Message("≤ {target}"),
    KpiRule.INCREASE_TO: Message("↑ {target}"),
    KpiRule.DECREASE_TO: Message("↓ {target}"),
}
_SENTENCES: Mapping[KpiRule, Message] = {
    KpiRule.AT_LEAST: Message("at least {target}"),
    KpiRule.AT_MOST: Message("at most {target}"),
    KpiRule.INCREASE_TO: Message("increase to {target}"),
    KpiRule.DECREASE_TO: Message("decrease to {target}"),
}
_THOUSAND, _MILLION, _FROM = 1_000, 1_000_000, 10_000
_FINER = 2
"""Decimals that a mean may have beyond those of the values."""
_LONGEST_UNIT = 3
"""A longer unit is a word that the name says too."""


def state_word(status: KpiStatus | None) -> str:
    """“On target”; empty without a state."""
    return "" if status is None else said(STATE_WORDS[status])


def value_words(kpi: Kpi, value: Decimal | None, *, short: bool = True) -> str:
    """“47”, “21.4%”, “€412 k”, “Good”; a dash without a value. Not ``short``: in full."""
    if value is None:
        return "—"
    if kpi.rule is KpiRule.QUALITATIVE:
        return said(QUALITIES[min(max(int(value), 0), len(QUALITIES) - 1)])
    return _with_unit(kpi, _number(value, kpi.decimals, short=short))


def target_words(kpi: Kpi, limits: Limits) -> str:
    """“≥ €450 k”, “20% to 25%”, “Good”; empty where nothing is asked."""
    return _asked(kpi, limits, _SIGNS)


def target_sentence(kpi: Kpi, limits: Limits) -> str:
    """The same to be heard: “at least €450 k”."""
    return _asked(kpi, limits, _SENTENCES)


def _asked(kpi: Kpi, limits: Limits, words: Mapping[KpiRule, Message]) -> str:
    if kpi.rule is KpiRule.QUALITATIVE:
        return said(QUALITIES[-1])
    if kpi.rule is KpiRule.RANGE:
        if limits.low is None and limits.high is None:
            return ""
        low, high = value_words(kpi, limits.low), value_words(kpi, limits.high)
        return tr("{low} to {high}").format(low=low, high=high)
    if limits.target is None:
        return ""
    target = value_words(kpi._replace(decimals=0), limits.target)
    return said(Message(words[kpi.rule].text, {"target": target}))


def _number(value: Decimal, decimals: int, *, short: bool) -> str:
    for size, words in ((_MILLION, tr("{number} M")), (_THOUSAND, tr("{number} k"))):
        scaled = value / size
        if short and abs(value) >= max(size, _FROM) and scaled == round(scaled, 1):
            return words.format(number=number(scaled))
    own = -int(value.normalize().as_tuple().exponent)
    return number(value, min(max(own, decimals), decimals + _FINER))


def _with_unit(kpi: Kpi, text: str) -> str:
    if kpi.unit == "%":
        return tr("{number}%").format(number=text)
    sign = currency_signs().get(kpi.unit)
    if sign is not None:
        return tr("{sign}{number}").format(sign=sign, number=text)
    short = 0 < len(kpi.unit) <= _LONGEST_UNIT
    return tr("{number} {unit}").format(number=text, unit=kpi.unit) if short else text
