"""A reading that a person has put right."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.sentences.quantities import places_of
from okrdesk.domain.sentences.reading import Form, Reading, Sureness
from okrdesk.domain.sentences.words import Words


class Correction(NamedTuple):
    """Both ends, or the limits of a range, and the unit as it was typed."""

    start: Decimal | None
    target: Decimal | None
    unit: str


def corrected(reading: Reading, given: Correction, languages: Sequence[Words]) -> Reading:
    """What the reading says with these ends; its form stays while they fit into it.

    No ends leave it without a number, except where it is done or not.
    """
    ends = [end for end in (given.start, given.target) if end is not None]
    if not ends:
        done_or_not = reading.form is Form.DONE_OR_NOT
        return reading if done_or_not else Reading(due=reading.due)
    kind, unit = _kind_and_unit(reading, given, languages)
    found = _form(reading, given, kind)
    return found._replace(
        sureness=Sureness.WRITTEN, unit=unit, decimals=places_of(*ends), due=reading.due
    )


def _form(reading: Reading, given: Correction, kind: str) -> Reading:
    if reading.form is Form.RANGE and given.start is not None and given.target is not None:
        low, high = sorted((given.start, given.target))
        return Reading(Form.RANGE, kind="range", low=low, high=high)
    if reading.form is Form.LIMIT and given.start is None:
        return Reading(Form.LIMIT, kind=reading.kind, target=given.target)
    form = Form.LEVEL if given.start is None else Form.FROM_TO
    return Reading(form, kind=kind, start=given.start, target=given.target)


def _kind_and_unit(
    reading: Reading, given: Correction, languages: Sequence[Words]
) -> tuple[str, str]:
    """The kind that counts in the unit, and the unit as it is kept."""
    unit = given.unit.strip()
    currencies = {sign: code for words in languages for sign, code in words.currencies.items()}
    currency = currencies.get(unit.lower())
    if unit == "%":
        return "percent", unit
    if currency is not None:
        return "currency", currency
    if any(unit.lower() in words.durations for words in languages):
        return "duration", unit
    ratio = reading.kind == "ratio" and not unit
    return ("ratio" if ratio else "number"), unit
