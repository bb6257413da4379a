"""What the fields and values of the history are called."""

from datetime import date

from okrdesk.app.field_words import FIELD_WORDS
from okrdesk.domain.words import STATUS_WORDS, Level, Status
from okrdesk.ui.editors.details import level_word
from okrdesk.ui.editors.kind_words import KIND_WORDS
from okrdesk.ui.translation import said, short_date


def field_name(field: str) -> str:
    """The name of a field, or of a table for a whole row."""
    return said(FIELD_WORDS[field])


def value_words(field: str, value: str | None) -> str:
    """A value of the history as people read it; a dash for none."""
    if not value:
        return "—"
    if field == "kind" and value in KIND_WORDS:
        return said(KIND_WORDS[value])
    if field == "status" and value in {status.value for status in Status}:
        return said(STATUS_WORDS[Status(value)])
    if field == "level" and value in {level.value for level in Level}:
        return level_word(Level(value))
    return _day(value)


def _day(value: str) -> str:
    """A day in the order of the language; anything else as it is."""
    try:
        return short_date(date.fromisoformat(value), year=True) if len(value) == 10 else value
    except ValueError:
        return value
