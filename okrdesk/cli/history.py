"""``history``, ``undo`` and ``redo``: what was changed, and back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from okrdesk.app.history import Entry
from okrdesk.cli.context import Context
from okrdesk.cli.output import as_json, printable, say
from okrdesk.cli.parser import Commands, add_json, add_person, day_argument
from okrdesk.domain.ids import id_text
from okrdesk.text import Catalogue

_HISTORY_EXAMPLES = """\
  okrdesk history plan.okrdesk
  okrdesk history plan.okrdesk --since 2026-08-10 --json"""
_UNDO_EXAMPLES = """\
  okrdesk {name} plan.okrdesk      again and again, up to 100 steps"""
_LONG = 60


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    plan = catalogue("the plan")
    parser = commands.add(
        "history",
        run_history,
        about=catalogue("list what was changed, when and by whom"),
        examples=_HISTORY_EXAMPLES,
        file=plan,
    )
    parser.add_argument(
        "--since", metavar="DATE", type=day_argument, help=catalogue("only from this day on")
    )
    add_json(parser, catalogue)
    undo, redo = catalogue("take back the last change"), catalogue("do again what was taken back")
    for name, run, about in (("undo", run_undo, undo), ("redo", run_redo, redo)):
        parser = commands.add(
            name, run, about=about, examples=_UNDO_EXAMPLES.format(name=name), file=plan
        )
        add_person(parser, catalogue)


def run_history(context: Context) -> int:
    """Prints one line for each field that changed, oldest first."""
    with context.reading() as workspace:
        entries = [entry for step in workspace.history(context.arguments.since) for entry in step]
    if context.arguments.json:
        say(as_json([_fields(context.catalogue, entry) for entry in entries]))
        return 0
    for line in _lines(context.catalogue, entries):
        say(line)
    return 0


def _fields(catalogue: Catalogue, entry: Entry) -> dict[str, Any]:
    """As in JSON; the id says which item it is when two have the same title."""
    item_id = id_text(entry.item_id)
    return {
        "when": entry.when,
        "label": catalogue.text(entry.label),
        "author": entry.author,
        "item": entry.item,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
        "note": entry.note,
        "item_id": item_id,
        "txn": entry.txn,
    }


def _lines(catalogue: Catalogue, entries: Iterable[Entry]) -> Iterator[str]:
    """A line for each step, and below it what changed."""
    for _txn, step in groupby(entries, key=lambda entry: entry.txn):
        of_step = list(step)
        first = of_step[0]
        moment = catalogue.moment(datetime.fromisoformat(first.when).astimezone())
        parts = [moment, catalogue.text(first.label), first.author or ""]
        yield printable("  ".join(part for part in parts if part))
        for entry in of_step:
            yield "    " + printable(_change(catalogue, entry))


def _change(catalogue: Catalogue, entry: Entry) -> str:
    line = catalogue(
        "{item}: {field} {old} → {new}",
        item=_short(entry.item),
        field=entry.field.replace("_", " "),
        old=_short(entry.old),
        new=_short(entry.new),
    )
    return f"{line}  “{entry.note}”" if entry.note else line


def _short(text: str | None) -> str:
    if not text:
        return "—"
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def run_undo(context: Context) -> int:
    """Takes the last step back and says which; 1 when there is none."""
    with context.writing() as workspace:
        label = workspace.undo_label
        if label is None or workspace.undo() is None:
            say(context.catalogue("There is nothing to take back."))
            return 1
    say(context.catalogue("Undone: {step}", step=label))
    return 0


def run_redo(context: Context) -> int:
    """Makes the step that was undone last again; 1 when there is none."""
    with context.writing() as workspace:
        label = workspace.redo_label
        if label is None or workspace.redo() is None:
            say(context.catalogue("There is nothing to do again."))
            return 1
    say(context.catalogue("Done again: {step}", step=label))
    return 0
