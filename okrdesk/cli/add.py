"""``add``: new objectives, key results and everything else, each by one line."""

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

from okrdesk.app import commands as c
from okrdesk.app.commands import Command
from okrdesk.app.sentences import key_result_in
from okrdesk.cli.context import Context
from okrdesk.cli.cycle_names import named_days
from okrdesk.cli.edits import Values, sort_of
from okrdesk.cli.fields import Read, read_fields, row_fields
from okrdesk.cli.find import find_item, find_named
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands, Parser, add_person, add_today
from okrdesk.domain import tables as t
from okrdesk.domain.errors import UserError
from okrdesk.domain.ids import id_text
from okrdesk.domain.key_results import KINDS
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import Horizon
from okrdesk.storage.transaction import Transaction
from okrdesk.text import Catalogue, Message

_EXAMPLES = """\
  okrdesk add plan.okrdesk objective "Delight our customers" cycle="Q3 2026" supports=mission
  okrdesk add plan.okrdesk key-result 7k2m "Get 1,000 answers by March"
  okrdesk add plan.okrdesk key-result 7k2m "Customers stay" start=60 target=75 unit=%
  okrdesk add plan.okrdesk key-result 7k2m "Ship the app" kind=milestones "steps=Test; Ship:2"
  okrdesk add plan.okrdesk initiative 9qrt "Put tablets in 12 stores" owner=Amara due=2026-07-31
  okrdesk add plan.okrdesk person "Mei Tanaka" teams="Customer Care"
  okrdesk add plan.okrdesk cycle "Q4 2026"
  okrdesk add plan.okrdesk kpi "Net promoter score" target=55
  okrdesk add plan.okrdesk kpi-value "Net promoter score" 47 date=2026-07-31
  okrdesk add plan.okrdesk comment 9qrt "Well done"
  okrdesk add plan.okrdesk team "Customer Care" kind=department
  okrdesk add plan.okrdesk value "Candour" description="We say what suits"
"""


_MEASURES = frozenset(
    {"kind", "start", "target", "low", "high", "unit", "steps", "zones", "phases"}
)
"""Fields that say how a key result is measured."""
_SEVERAL = frozenset({"teams", "owners", "tags", "values", "contributes"})


class Addition(NamedTuple):
    """Something that can be added: ``words`` are its arguments before the fields."""

    name: str
    about: Message
    words: tuple[str, ...]
    table: t.Table[Any]
    make: Callable[[Transaction, list[Any], Values], int]
    label: Message


def add_to(commands: Commands) -> None:
    """Adds the command, with one below it for each sort."""
    catalogue = commands.catalogue
    parser = commands.add(
        "add",
        run_add,
        about=catalogue("add an objective, a key result, or anything else to the plan"),
        examples=_EXAMPLES,
        file=catalogue("the plan"),
    )
    add_person(parser, catalogue)
    sorts = parser.add_subparsers(
        title=catalogue("what can be added"), metavar="WHAT", required=True, parser_class=Parser
    )
    for addition in ADDITIONS:
        _add_sort(sorts, addition, catalogue)


def _add_sort(
    sorts: "argparse._SubParsersAction[Parser]", addition: Addition, catalogue: Catalogue
) -> None:
    about = catalogue.text(addition.about)
    parser = sorts.add_parser(
        addition.name,
        help=about,
        description=about[:1].upper() + about[1:] + ".",
        epilog=_epilog(addition, catalogue),
        rest="changes",
    )
    parser.set_defaults(addition=addition)
    for word in addition.words:
        parser.add_argument(word.lower(), metavar=word)
    parser.add_argument("changes", metavar="FIELD=VALUE", nargs="*")
    add_person(parser, catalogue)
    add_today(parser, catalogue)


def _epilog(addition: Addition, catalogue: Catalogue) -> str:
    """Its own examples, and all its fields."""
    own = [line for line in _EXAMPLES.splitlines() if f" {addition.name} " in line]
    fields = f"  {', '.join(_fields(addition))}"
    lines = [catalogue("examples:"), *own, "", catalogue("fields:"), fields]
    if addition.table is t.KEY_RESULT:
        lines += ["", catalogue("kinds:"), f"  {', '.join(kind.id for kind in KINDS)}"]
    return "\n".join(lines)


def _fields(addition: Addition) -> dict[str, Read]:
    """What may follow as field=value; the first field stands before, as an argument."""
    if addition.table in {t.KPI_VALUE, t.COMMENT}:
        fields = row_fields(addition.table)
        return {name: fields[name] for name in ("date", "note") if name in fields}
    return sort_of(addition.table).fields


def run_add(context: Context) -> int:
    """Adds it in one step of undo, and prints its id alone, for the next command to use."""
    addition: Addition = context.arguments.addition
    with context.writing() as workspace:
        given = [getattr(context.arguments, word.lower()) for word in addition.words]
        words = [
            _word(workspace.snapshot, *pair) for pair in zip(addition.words, given, strict=True)
        ]
        values = read_fields(workspace.snapshot, _fields(addition), context.arguments.changes)
        made = workspace.run(Command(addition.label, addition.make), words, values)
        say(id_text(made))
    return 0


def _word(snapshot: Snapshot, name: str, text: str) -> Any:
    match name:
        case "OBJECTIVE":
            return find_item(snapshot, text, t.OBJECTIVE)
        case "KPI":
            return find_named(snapshot, t.KPI, text)
        case "ITEM":
            return find_item(snapshot, text)
    return text


def _objective(tx: Transaction, words: list[Any], values: Values) -> int:
    """The fields that are rows of their own are set behind it, in the same step."""
    several = {name: value for name, value in values.items() if name in _SEVERAL}
    own = {name: value for name, value in values.items() if name not in _SEVERAL}
    made = c.create_objective(tx, words[0], **own)
    if several:
        sort_of(t.OBJECTIVE).change(tx, made, several)
    return made


def _cycle(tx: Transaction, words: list[Any], values: Values) -> int:
    """``Q4 2026``, ``2027`` or ``2026–29`` say their days themselves."""
    organisation = next(tx.snapshot.rows(t.ORGANISATION))
    known = named_days(words[0], organisation.fiscal_start)
    values = {"horizon": Horizon.CUSTOM, **(known._asdict() if known else {}), **values}
    if "start" not in values or "end" not in values:
        raise UserError(Message("Say from when to when: start=2026-10-01 end=2026-12-31."))
    return c.create_cycle(tx, words[0], **values)


def _key_result(tx: Transaction, words: list[Any], values: Values) -> int:
    """What the title says is read out of it, unless a field says how it is measured."""
    if not _MEASURES.isdisjoint(values):
        return c.create_key_result(tx, *words, **values)
    objective, title = words
    reading = key_result_in(tx.snapshot, objective, title, tx.today)
    return c.create_key_result(tx, objective, title, **{**reading.fields, **values})


def _initiative(tx: Transaction, words: list[Any], values: Values) -> int:
    if tx.snapshot.find(t.INITIATIVE, words[0]) is not None:
        return c.add_initiative(tx, words[1], parent=words[0], **values)
    return c.add_initiative(tx, words[1], item=words[0], **values)


def _kpi_value(tx: Transaction, words: list[Any], values: Values) -> int:
    on = values.pop("date", None)
    return c.record_kpi_value(tx, words[0], words[1], on=on, **values)


ADDITIONS: tuple[Addition, ...] = (
    Addition(
        "objective",
        Message("an objective; only its title is needed"),
        ("TITLE",),
        t.OBJECTIVE,
        _objective,
        c.create_objective.label,
    ),
    Addition(
        "key-result",
        Message("a key result: its sentence says from where to where, unless fields do"),
        ("OBJECTIVE", "TITLE"),
        t.KEY_RESULT,
        _key_result,
        c.create_key_result.label,
    ),
    Addition(
        "initiative",
        Message("what we do to move an objective or key result, or a step of an initiative"),
        ("ITEM", "TEXT"),
        t.INITIATIVE,
        _initiative,
        c.add_initiative.label,
    ),
    Addition(
        "comment",
        Message("a word about an objective, key result, initiative or KPI"),
        ("ITEM", "TEXT"),
        t.COMMENT,
        lambda tx, words, _values: c.add_comment(tx, *words),
        c.add_comment.label,
    ),
    Addition(
        "kpi",
        Message("a health number that lives across cycles"),
        ("NAME",),
        t.KPI,
        lambda tx, words, values: c.create_kpi(tx, *words, **values),
        c.create_kpi.label,
    ),
    Addition(
        "kpi-value",
        Message("a measurement of a KPI"),
        ("KPI", "VALUE"),
        t.KPI_VALUE,
        _kpi_value,
        c.record_kpi_value.label,
    ),
    Addition(
        "cycle",
        Message("a cycle; names such as “Q4 2026”, “2027” and “2027–30” say their days"),
        ("NAME",),
        t.CYCLE,
        _cycle,
        c.create_cycle.label,
    ),
    Addition(
        "person",
        Message("a person who owns, checks in or comments"),
        ("NAME",),
        t.PERSON,
        lambda tx, words, values: c.create_person(tx, *words, **values),
        c.create_person.label,
    ),
    Addition(
        "team",
        Message("a department or team"),
        ("NAME",),
        t.TEAM,
        lambda tx, words, values: c.create_team(tx, *words, **values),
        c.create_team.label,
    ),
    Addition(
        "value",
        Message("a value of the organisation"),
        ("TITLE",),
        t.VALUE,
        lambda tx, words, values: c.add_value(tx, *words, **values),
        c.add_value.label,
    ),
)
