"""``diff``: what changed between two meetings or days, item by item."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from okrdesk.app.history import Entry
from okrdesk.cli.context import Context
from okrdesk.cli.output import as_json, printable, say
from okrdesk.cli.parser import Commands, add_json
from okrdesk.domain.errors import Refused
from okrdesk.domain.ids import id_text
from okrdesk.text import Message

if TYPE_CHECKING:
    from okrdesk.app.since_meeting import Changed, Mark

_EXAMPLES = """\
  okrdesk diff plan.okrdesk                      since the last meeting, else a week ago
  okrdesk diff plan.okrdesk --from 2026-08-10 --to 2026-08-17
  okrdesk diff plan.okrdesk --from "Weekly meeting" --json"""


def add_to(commands: Commands) -> None:
    """Adds the command."""
    catalogue = commands.catalogue
    parser = commands.add(
        "diff",
        run_diff,
        about=catalogue("list what changed between two meetings or days, item by item"),
        examples=_EXAMPLES,
        file=catalogue("the plan"),
    )
    start = catalogue("from the end of this day, or from the meeting of this name")
    parser.add_argument("--from", dest="since", metavar="DATE", help=start)
    end = catalogue("to the end of this day, or to the meeting of this name; without it to now")
    parser.add_argument("--to", dest="until", metavar="DATE", help=end)
    add_json(parser, catalogue)


def run_diff(context: Context) -> int:
    """Prints each item with what was done to it, who did it and when."""
    from okrdesk.app import since_meeting as app

    since, until = context.option("since"), context.option("until")
    with context.reading() as workspace:
        start = app.mark_of(workspace, since) if since else app.usual_start(workspace)
        end = app.mark_of(workspace, until) if until else None
        _check_order(start, end)
        found = app.changes_between(workspace, start, end)
    if context.arguments.json:
        say(as_json([_fields(context, item) for item in found]))
        return 0
    text = app.as_text(found, context.catalogue.text, lambda at: _moment(context, at))
    for line in text.splitlines() or [context.catalogue("Nothing has changed.")]:
        say(line[: len(line) - len(line.lstrip())] + printable(line.lstrip()))
    return 0


def _check_order(start: "Mark", end: "Mark | None") -> None:
    """Raises Refused where the end is before the start: swapped, old and new would deceive."""
    if end is not None and (end.txn, end.day) < (start.txn, start.day):
        places = {"since": start.name or start.day, "until": end.name or end.day}
        text = "The end, {until}, is before the start, {since}. Give --from an earlier day."
        raise Refused(Message(text, places))


def _moment(context: Context, at: str) -> str:
    return context.catalogue.moment(datetime.fromisoformat(at).astimezone())


def _fields(context: Context, item: "Changed") -> dict[str, Any]:
    """An item as in JSON; old and new values are as plain as in ``history``."""
    lines = [
        {
            "what": context.catalogue.text(line.words),
            "author": line.who or None,
            "when": line.at,
            "note": line.note,
            "fields": [_field(part) for part in line.parts],
        }
        for line in item.lines
    ]
    return {
        "item": item.title,
        "item_id": id_text(item.id),
        "kind": item.table,
        "became": item.fate.value,
        "changes": lines,
    }


def _field(part: Entry) -> dict[str, Any]:
    return {"field": part.field, "old": part.old, "new": part.new}
