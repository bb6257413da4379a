"""``set``: changes fields of anything in the plan."""

from okrdesk.app.commands import Command
from okrdesk.cli.context import Context
from okrdesk.cli.edits import SORTS, sort_of
from okrdesk.cli.fields import read_fields
from okrdesk.cli.find import find_anything, name_of
from okrdesk.cli.output import printable, say
from okrdesk.cli.parser import Commands, add_person
from okrdesk.domain.errors import UserError
from okrdesk.text import Catalogue, Message

_EXAMPLES = """\
  okrdesk set plan.okrdesk 7k2m title="Delight our customers" priority=P1
  okrdesk set plan.okrdesk 7k2m supports=mission teams="Digital, People"
  okrdesk set plan.okrdesk 9qrt target=1200 due=2026-09-30 owner=Mei
  okrdesk set plan.okrdesk 9qrt "steps=Draft:1; Test:2:2026-08-31; Ship:2"
  okrdesk set plan.okrdesk "Q3 2026" state=grading
  okrdesk set plan.okrdesk mission mission="Help everyone feel confident"
"""


def add_to(commands: Commands) -> None:
    """Adds the command."""
    catalogue = commands.catalogue
    parser = commands.add(
        "set",
        run_set,
        about=catalogue("change fields of anything in the plan"),
        examples=_EXAMPLES + _field_lines(catalogue),
        file=catalogue("the plan"),
        rest="changes",
    )
    add_person(parser, catalogue)
    parser.add_argument(
        "id", metavar="ID", help=catalogue("an id or its beginning, a name, or “mission”")
    )
    parser.add_argument(
        "changes",
        metavar="FIELD=VALUE",
        nargs="*",
        help=catalogue("what to change; nothing after the = takes the value away"),
    )


def _field_lines(catalogue: Catalogue) -> str:
    """What can be set, by sort."""
    lines = [f"  {sort.table.name}: {', '.join(sort.fields)}" for sort in SORTS]
    return "\n".join(["", catalogue("fields:"), *lines])


def run_set(context: Context) -> int:
    """Changes the fields in one step of undo."""
    if not context.arguments.changes:
        raise UserError(Message("Say what to change, for example owner=Mei."))
    with context.writing() as workspace:
        table, row_id = find_anything(workspace.snapshot, context.arguments.id)
        sort = sort_of(table)
        values = read_fields(workspace.snapshot, sort.fields, context.arguments.changes)
        workspace.run(Command(sort.label, sort.change), row_id, values)
        row = workspace.snapshot.get(table, row_id)
        say(printable(context.catalogue("Changed “{name}”.", name=name_of(row))))
    return 0
