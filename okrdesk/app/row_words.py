"""Loads the words by which pasted rows are understood."""

import tomllib
from functools import cache

from okrdesk.assets import resource
from okrdesk.exchange.rows import RowWords


@cache
def row_words() -> RowWords:
    """The words of every language at once."""
    file = tomllib.loads(resource("rows.toml").read_text("utf-8"))
    columns = {name: column for column, names in file["columns"].items() for name in names}
    return RowWords(tuple(file["objective"]), tuple(file["key_result"]), columns)
