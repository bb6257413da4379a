"""``self-test``: does what a plan needs once, in a folder of its own, and says what works.

The program's door adds the window's part (``ui/self_test.py``).
"""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrdesk.app import commands as c
from okrdesk.app.clock import SystemClock
from okrdesk.assets import resource, translations
from okrdesk.cli.context import Context
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands
from okrdesk.domain import tables as t
from okrdesk.text import Catalogue, Message

_DAY = date(2026, 8, 17)
_EXAMPLES = """\
  okrdesk self-test"""


class Check(NamedTuple):
    """One thing to try, in a folder that holds what the checks before it made."""

    name: Message
    run: Callable[[Path], None]


def add_to(commands: Commands) -> None:
    """Adds the command, which needs no plan."""
    catalogue = commands.catalogue
    commands.add(
        "self-test",
        run_self_test,
        about=catalogue("try out whether this program is complete and works here"),
        examples=_EXAMPLES,
        file=None,
    )


def run_self_test(context: Context) -> int:
    """Prints a line for each check; 1 when one of them failed."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for check in CHECKS:
            problem = _problem(check, Path(folder))
            failed = failed or bool(problem)
            state = context.catalogue("FAILED") if problem else context.catalogue("ok")
            say(f"{state:8}{context.catalogue.text(check.name)}{problem}")
    return int(failed)


def _problem(check: Check, folder: Path) -> str:
    try:
        check.run(folder)
    except Exception as error:  # noqa: BLE001  # whatever is wrong is what the test is for
        return f": {type(error).__name__}: {error}"
    return ""


def _resources(_folder: Path) -> None:
    for parts in (("fonts",), ("theme", "tokens.json"), ("examples", "marigold")):
        resource(*parts)
    translations()


def _plan(folder: Path) -> None:
    """A new plan, a check-in, and undo of it, which must hold after opening it again."""
    from okrdesk.app.workspace import Workspace

    clock, path = SystemClock(_DAY), folder / "plan.okrdesk"
    plan = Workspace.create(path, "Self-test", clock=clock)
    objective = plan.run(c.create_objective, "Work here")
    key_result = plan.run(c.create_key_result, objective, "Checks", start=0, target=10)
    plan.run(c.check_in, key_result, 5)
    plan.undo()
    plan.redo()
    plan.close()
    again = Workspace.open(path, clock=clock, write=False)
    again.close()
    _require(holds=again.scores.objective(objective).raw == 0.5)


def _sample(folder: Path) -> None:
    from okrdesk.app.examples import write_example

    write_example(folder / "sample.okrdesk", "marigold", _DAY)


def _csv(folder: Path) -> None:
    from okrdesk.app.exporting import export_csv
    from okrdesk.app.workspace import Workspace

    plan = Workspace.open(folder / "sample.okrdesk", clock=SystemClock(_DAY), write=False)
    files = export_csv(plan.snapshot, plan.scores, folder / "csv")
    plan.close()
    _require(holds=all(file.stat().st_size for file in files))


def _pdf(folder: Path) -> None:
    from okrdesk.app.reporting import make_report
    from okrdesk.app.workspace import Workspace

    plan = Workspace.open(folder / "sample.okrdesk", clock=SystemClock(_DAY), write=False)
    plan.close()
    cycles = [row.id for row in plan.snapshot.sorted_rows(t.CYCLE)]
    content = make_report(
        plan.snapshot, plan.scores, cycle=cycles[-1], day=_DAY, catalogue=Catalogue()
    )
    _require(holds=content.startswith(b"%PDF"))


def _require(*, holds: bool) -> None:
    if not holds:
        raise RuntimeError("not what was expected")


CHECKS: tuple[Check, ...] = (
    Check(Message("fonts, templates and words are here"), _resources),
    Check(Message("a plan can be made, changed, undone and opened again"), _plan),
    Check(Message("the sample plan"), _sample),
    Check(Message("CSV files"), _csv),
    Check(Message("a report as PDF"), _pdf),
)
"""In an order in which each can use the files of those before it."""
