"""Which file of a CSV folder holds which table."""

from typing import Any

from okrdesk.domain.tables import TABLES, Table

_PLURALS = {"organisation": "organisation", "person": "people", "terms": "terms"}


def file_name(table: Table[Any]) -> str:
    """Such as ``key_results.csv``."""
    return _PLURALS.get(table.name, table.name + "s") + ".csv"


TABLE_BY_FILE = {file_name(table): table for table in TABLES}
