"""Reads a sentence for a key result: in every language there are words for, in its cycle."""

from datetime import date

from okrdesk.app.word_lists import word_lists
from okrdesk.domain.cycles import fiscal_start
from okrdesk.domain.sentences import Calendar, Reading, read_sentence
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
