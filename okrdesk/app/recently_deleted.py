"""The list of what was deleted and can be brought back."""

from typing import Any, NamedTuple

from okrdesk.app.commands.deleting import display_name
from okrdesk.app.deleted_rows import DeletedRows
from okrdesk.app.workspace import Workspace
from okrdesk.domain import tables as t
from okrdesk.storage.deletions import DeletedStep

ITEMS: tuple[t.Table[Any], ...] = (t.OBJECTIVE, t.KEY_RESULT, t.INITIATIVE, t.KPI)
MOST = 300
"""So many steps are looked at."""


class Gone(NamedTuple):
    """Something that was deleted, and what went with it."""

    step: DeletedStep
    table: t.Table[Any]
    item: int
    title: str
    who: str | None
    """The name of the person who deleted it, where it is on record."""
    objectives: int
    """How many objectives went with it, itself not counted."""
    key_results: int


def recently_deleted(workspace: Workspace) -> list[Gone]:
    """What is not in the plan any more, the last deleted first; each item once."""
    found: dict[int, Gone] = {}
    for step in workspace.deletions.steps(ITEMS, MOST):
        rows = DeletedRows(step)
        for table, row in step.rows:
            known = row.id in found or workspace.snapshot.find(table, row.id) is not None
            if table in ITEMS and rows.is_top(row.id) and not known:
                found[row.id] = _gone(workspace, step, rows, table, row)
    return list(found.values())


def _gone(
    workspace: Workspace, step: DeletedStep, rows: DeletedRows, table: t.Table[Any], row: Any
) -> Gone:
    author = workspace.snapshot.find(t.PERSON, step.author)
    tables = [each for each, _ in rows.with_all_below(row.id)]
    return Gone(
        step,
        table,
        row.id,
        display_name(row),
        None if author is None else author.name,
        tables.count(t.OBJECTIVE) - (table is t.OBJECTIVE),
        tables.count(t.KEY_RESULT) - (table is t.KEY_RESULT),
    )
