"""``backup restore doctor``: the plan kept safe."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from okrdesk.app.backups import make_backup
from okrdesk.app.locations import locations
from okrdesk.app.rescue import readable_to
from okrdesk.cli.context import Context
from okrdesk.cli.output import Column, as_json, printable, say, table
from okrdesk.cli.parser import Commands, Parser, add_json, path_argument, whole_argument
from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import Backup, list_backups, newest_sound, restore, restore_copy
from okrdesk.storage.doctor import findings
from okrdesk.text import Catalogue, Message

_BACKUP_EXAMPLES = """\
  okrdesk backup plan.okrdesk
  okrdesk backup plan.okrdesk --list"""
_RESTORE_EXAMPLES = """\
  okrdesk restore plan.okrdesk                      the newest good backup
  okrdesk restore plan.okrdesk --number 3           as `backup --list` counts them
  okrdesk restore plan.okrdesk --number 3 --to old.okrdesk
  okrdesk restore plan.okrdesk --salvage saved.okrdesk"""
_DOCTOR_EXAMPLES = """\
  okrdesk doctor plan.okrdesk
  okrdesk doctor plan.okrdesk --json"""
_MOST = 9_999


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    parser = commands.add(
        "backup",
        run_backup,
        about=catalogue("make a backup of the plan, or list those there are"),
        examples=_BACKUP_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument("--list", action="store_true", help=catalogue("list the backups"))
    add_json(parser, catalogue)
    _add_restore(commands, catalogue)
    parser = commands.add(
        "doctor",
        run_doctor,
        about=catalogue("look for damage in the plan's file, without changing it"),
        examples=_DOCTOR_EXAMPLES,
        file=catalogue("the plan"),
    )
    add_json(parser, catalogue)


def _add_restore(commands: Commands, catalogue: Catalogue) -> None:
    parser: Parser = commands.add(
        "restore",
        run_restore,
        about=catalogue("put a backup in the plan's place; what was there becomes a backup itself"),
        examples=_RESTORE_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument(
        "--number",
        metavar="N",
        type=whole_argument(1, _MOST),
        help=catalogue("which backup, the newest is 1; without it the newest that is good"),
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--to",
        metavar="NEW",
        type=path_argument,
        help=catalogue("write the backup to a new file and leave the plan alone"),
    )
    ways.add_argument(
        "--salvage",
        metavar="NEW",
        type=path_argument,
        help=catalogue("write what can still be read of a damaged plan to a new file"),
    )


def _folder(context: Context) -> Path:
    return locations(os.environ).backups_of(context.path)


def run_backup(context: Context) -> int:
    """Makes a backup and says where; or lists them."""
    folder = _folder(context)
    if context.arguments.list:
        return _list(context, list_backups(folder))
    with context.reading():
        # A file that is refused as a plan is no use as a backup either.
        made = make_backup(context.path, folder, context.clock.now())
    if context.arguments.json:
        say(as_json(_fields(1, made)))
    else:
        say(context.catalogue("Made {file}.", file=str(made.path)))
    return 0


def _list(context: Context, backups: list[Backup]) -> int:
    rows = [_fields(number, backup) for number, backup in enumerate(backups, start=1)]
    if context.arguments.json:
        say(as_json(rows))
        return 0
    for line in _lines(context.catalogue, rows):
        say(line)
    return 0


def _fields(number: int, backup: Backup) -> dict[str, Any]:
    return {
        "number": number,
        "made": backup.made.isoformat(timespec="seconds"),
        "size": backup.size,
        "sound": backup.is_sound(),
        **(backup.counts() or {}),
        "file": str(backup.path),
    }


def _lines(catalogue: Catalogue, rows: list[dict[str, Any]]) -> Iterator[str]:
    columns = (
        Column(catalogue("No."), right=True),
        Column(catalogue("Made")),
        Column(catalogue("Bytes"), right=True),
        Column(catalogue("Objectives"), right=True),
        Column(catalogue("Key results"), right=True),
        Column(catalogue("Check-ins"), right=True),
        Column(""),
    )
    return table(columns, (_cells(catalogue, row) for row in rows))


def _cells(catalogue: Catalogue, row: dict[str, Any]) -> list[str]:
    made = datetime.fromisoformat(row["made"]).astimezone()
    counts = (row.get(name) for name in ("objective", "key_result", "check_in"))
    return [
        str(row["number"]),
        catalogue.moment(made),
        catalogue.number(row["size"]),
        *("" if count is None else catalogue.number(count) for count in counts),
        "" if row["sound"] else catalogue("damaged"),
    ]


def run_restore(context: Context) -> int:
    """Puts a backup in the plan's place, or writes it or what can be read to a new file."""
    asked = context.arguments
    if asked.salvage is not None:
        return _salvage(context, asked.salvage)
    folder = _folder(context)
    backup = _chosen(folder, asked.number)
    if asked.to is not None:
        restore_copy(backup, asked.to)
        say(context.catalogue("Made {file}.", file=str(asked.to)))
        return 0
    replaced = restore(backup, context.path, folder, context.clock.now())
    made = backup.made.astimezone()
    say(context.catalogue("The plan is as it was on {moment}.", moment=made))
    if replaced is not None:
        say(context.catalogue("What was there is backup 1 now."))
    return 0


def _chosen(folder: Path, number: int | None) -> Backup:
    if number is None:
        newest = newest_sound(folder)
        if newest is None:
            raise UserError(Message("There is no good backup of this plan on this computer."))
        return newest
    backups = list_backups(folder)
    if number > len(backups):
        raise UserError(
            Message("There (is|are) %n backup(s). See “okrdesk backup --list”.", {}, len(backups))
        )
    return backups[number - 1]


def _salvage(context: Context, target: Path) -> int:
    rows, lost = readable_to(context.path, target, context.clock)
    say(context.catalogue("Saved %n row(s) to {file}.", count=rows, file=str(target)))
    if lost:
        say(context.catalogue("%n row(s) (is|are) lost.", count=lost))
    return 0


def run_doctor(context: Context) -> int:
    """Prints what is wrong; 1 when there is something."""
    found = [context.catalogue.text(finding) for finding in findings(context.path)]
    if context.arguments.json:
        say(as_json({"sound": not found, "findings": found}))
        return int(bool(found))
    for finding in found:
        say(printable(finding))
    if not found:
        say(context.catalogue("The plan is sound."))
    return int(bool(found))
