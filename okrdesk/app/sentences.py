"""Reads a sentence for a key result: in every language there are words for, in its cycle."""

from datetime import date
from decimal import Decimal

from okrdesk.app.word_lists import word_lists
from okrdesk.domain.cycles import fiscal_start
from okrdesk.domain.sentences import Calendar, Correction, Form, Reading, corrected, read_sentence
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE


def key_result_in(
    snapshot: Snapshot, objective: int, sentence: str, today: date, language: str = "en"
) -> Reading:
    """What the sentence says for a key result of the objective.

    ``language`` decides where the words of a sentence do not.
    """
    row = snapshot.find(OBJECTIVE, objective)
    cycle = None if row is None else snapshot.find(CYCLE, row.cycle)
    first, last = (None, None) if cycle is None else (cycle.start, cycle.end)
    calendar = Calendar(today, first, last, fiscal_start(snapshot))
    return read_sentence(sentence, word_lists(language), calendar)


def has_a_number(sentence: str, reading: Reading) -> bool:
    """Whether the sentence asks to be measured: an amount in digits, and not only done or not.

    "Talk to two more banks" is read as an amount, too, but is hardly meant as one.
    """
    measured = reading.kind is not None and reading.form is not Form.DONE_OR_NOT
    return measured and any(letter.isdigit() for letter in sentence)


def put_right(
    reading: Reading, start: Decimal | None, target: Decimal | None, unit: str
) -> Reading:
    """The reading with both ends and the unit as a person gives them, such as "€" or "%"."""
    return corrected(reading, Correction(start, target, unit), word_lists())


def currency_signs() -> dict[str, str]:
    """The signs of currencies by their code: "€" for EUR."""
    signs: dict[str, str] = {}
    for words in word_lists():
        for sign, code in words.currencies.items():
            if not sign.isalpha():
                signs.setdefault(code, sign)
    return signs
