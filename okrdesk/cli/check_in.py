"""``check-in``: what a key result has reached, in one line."""

import re
from decimal import Decimal
from typing import Any

from okrdesk.app import commands as c
from okrdesk.cli.context import Context
from okrdesk.cli.find import find_key_result
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands, add_person, day_argument, whole_argument
from okrdesk.domain import tables as t
from okrdesk.domain.amounts import Context as Amounts
from okrdesk.domain.amounts import checked_amount, parse_amount
from okrdesk.domain.entities import KeyResult
from okrdesk.domain.errors import UserError
from okrdesk.domain.rounding import whole_percent
from okrdesk.domain.score import Score
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.words import STATUS_WORDS, Status
from okrdesk.text import Catalogue, Message

_YES = frozenset({"yes", "y", "true", "done", "1"})
_NO = frozenset({"no", "n", "false", "0"})
_PLAIN = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
"""As a program writes a number."""
_NONE = frozenset({"none", "0"})
_EXAMPLES = """\
  okrdesk check-in plan.okrdesk 9qrt 640 --confidence 8 --note "Tablets help"
  okrdesk check-in plan.okrdesk 9qrt +24          24 more than last time
  okrdesk check-in plan.okrdesk 9qrt -- -12.5     a value below zero
  okrdesk check-in plan.okrdesk 4mzd yes          a yes/no key result
  okrdesk check-in plan.okrdesk 8xca "Ten lengths at ease"      a zone, or its number
  okrdesk check-in plan.okrdesk 5hv0 1 2 4        milestones: all steps that are done now
  okrdesk check-in plan.okrdesk 9qrt --confidence 5             no new value"""


def add_to(commands: Commands) -> None:
    """Adds the command."""
    catalogue = commands.catalogue
    parser = commands.add(
        "check-in",
        run_check_in,
        about=catalogue("report what a key result has reached"),
        examples=_EXAMPLES,
        file=catalogue("the plan"),
        rest="value",
    )
    add_person(parser, catalogue)
    parser.add_argument(
        "id", metavar="ID", help=catalogue("a key result: its id, or its beginning")
    )
    parser.add_argument(
        "value",
        metavar="VALUE",
        nargs="*",
        help=catalogue("a number (a running total), yes or no, a zone, or the steps that are done"),
    )
    parser.add_argument(
        "--confidence",
        metavar="N",
        type=whole_argument(1, 10),
        help=catalogue("1 to 10: how sure you are that it will be reached"),
    )
    parser.add_argument("--note", metavar="TEXT", default="", help=catalogue("one sentence"))
    parser.add_argument(
        "--status",
        choices=[status.value for status in Status],
        help=catalogue("your own, where you know better than the pace"),
    )
    parser.add_argument(
        "--date", metavar="DATE", type=day_argument, help=catalogue("another day than today")
    )


def run_check_in(context: Context) -> int:
    """Enters the check-in and prints where the key result stands now."""
    asked = context.arguments
    with context.writing() as workspace:
        row = find_key_result(workspace.snapshot, asked.id)
        current = workspace.scores.key_result(row.id).current
        measured = _measured(workspace.snapshot, row, asked.value, current)
        workspace.run(
            c.check_in,
            row.id,
            **measured,
            confidence=asked.confidence,
            note=asked.note,
            status=asked.status,
            on=asked.date,
        )
        say(_result(context.catalogue, row.title, workspace.scores.key_result(row.id)))
    return 0


def _measured(
    snapshot: Snapshot, row: KeyResult, words: list[str], current: object
) -> dict[str, Any]:
    """The value as the kind of the key result takes it; nothing for no words."""
    if not words:
        return {}
    if row.kind == "milestones":
        return {"steps": _steps(snapshot, row, " ".join(words))}
    text = " ".join(words)
    if row.kind == "rubric":
        return {"zone": _zone(snapshot, row, text)}
    if row.kind == "yes_no":
        return {"value": _yes_no(text)}
    return {"value": _number(text, row, current)}


def _number(text: str, row: KeyResult, current: object) -> Decimal:
    """A plain number is the value itself, also below zero; ``+24`` adds to the last one."""
    if _PLAIN.fullmatch(text):
        return checked_amount(Decimal(text))
    before = current if isinstance(current, Decimal) else None
    return parse_amount(text, Amounts(before, unit=row.unit))


def _yes_no(text: str) -> bool:
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise UserError(Message("Use yes or no."), "VALUE")
    return word in _YES


def _zone(snapshot: Snapshot, row: KeyResult, text: str) -> int:
    """A zone by its words, their beginning, or its number from 1."""
    zones = snapshot.children(t.ZONE, "key_result", row.id)
    wanted = text.strip().casefold()
    if wanted.isdecimal() and 0 < int(wanted[:3]) <= len(zones):
        return zones[int(wanted[:3]) - 1].id
    found = [zone.id for zone in zones if zone.title.casefold().startswith(wanted) and wanted]
    if len(found) != 1:
        names = "; ".join(f"{number} {zone.title}" for number, zone in enumerate(zones, start=1))
        raise UserError(Message("Use one of these zones: {names}.", {"names": names}), "VALUE")
    return found[0]


def _steps(snapshot: Snapshot, row: KeyResult, text: str) -> list[int]:
    """All steps that are done, by their numbers from 1; ``none`` when none is."""
    steps = snapshot.children(t.STEP, "key_result", row.id)
    wanted = text.replace(",", " ").lower().split()
    if wanted and set(wanted) <= _NONE:
        return []
    numbers = [int(word[:9]) for word in wanted if word.isdecimal()]
    if not wanted or len(numbers) != len(wanted) or not all(1 <= n <= len(steps) for n in numbers):
        names = "; ".join(f"{number} {step.title}" for number, step in enumerate(steps, start=1))
        raise UserError(
            Message("Use the numbers of the steps that are done: {names}.", {"names": names}),
            "VALUE",
        )
    return [steps[number - 1].id for number in numbers]


def _result(catalogue: Catalogue, title: str, score: Score) -> str:
    progress = "—" if score.progress is None else catalogue.percent(whole_percent(score.progress))
    if score.status is None:
        return catalogue("{title}: {progress}", title=title, progress=progress)
    status = STATUS_WORDS[score.status]
    return catalogue("{title}: {progress}, {status}", title=title, progress=progress, status=status)
