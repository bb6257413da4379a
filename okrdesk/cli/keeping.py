"""``new demo backup restore doctor``: the file itself."""

from okrdesk.cli.context import Context
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands, day_argument

_NEW_EXAMPLES = """\
  okrdesk new plan.okrdesk --name "Marigold Beauty"
  okrdesk add plan.okrdesk cycle "Q3 2026"
  okrdesk add plan.okrdesk objective "Delight our customers" cycle="Q3 2026" supports=mission"""
_DEMO_EXAMPLES = """\
  okrdesk demo sample.okrdesk
  okrdesk demo mine.okrdesk --solo
  okrdesk demo sample.okrdesk --on 2026-08-17"""


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    new_file = catalogue("the file to make; it must not be there yet")
    parser = commands.add(
        "new",
        run_new,
        about=catalogue("make an empty plan"),
        examples=_NEW_EXAMPLES,
        file=new_file,
    )
    parser.add_argument(
        "--name", metavar="NAME", help=catalogue("what the plan is called; else as the file")
    )
    parser = commands.add(
        "demo",
        run_demo,
        about=catalogue("make a sample plan to look around in"),
        examples=_DEMO_EXAMPLES,
        file=new_file,
    )
    parser.add_argument(
        "--solo", action="store_true", help=catalogue("one person's own plan, not a company's")
    )
    parser.add_argument(
        "--on",
        metavar="DATE",
        type=day_argument,
        help=catalogue("which day is its week 7; without it, today"),
    )


def run_new(context: Context) -> int:
    """Makes an empty plan."""
    from okrdesk.app.workspace import Workspace

    name = context.arguments.name or context.path.stem or "Plan"
    Workspace.create(context.path, name, clock=context.clock).close()
    say(context.catalogue("Made {file}.", file=str(context.path)))
    return 0


def run_demo(context: Context) -> int:
    """Makes a sample plan."""
    from okrdesk.app.examples import write_example

    day = context.arguments.on or context.clock.today()
    write_example(context.path, "personal" if context.arguments.solo else "marigold", day)
    say(context.catalogue("Made {file}.", file=str(context.path)))
    return 0
