"""Everything that the history can name has a word for people."""

from okrdesk.app.field_words import FIELD_WORDS
from okrdesk.domain.tables import TABLES
from okrdesk.domain.what_changed import UNNAMED


def test_every_field_and_table_has_a_word() -> None:
    fields = {field for table in TABLES for field in table.fields} - UNNAMED
    assert fields | {table.name for table in TABLES} == set(FIELD_WORDS)
