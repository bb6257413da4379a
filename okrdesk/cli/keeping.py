"""``new demo backup restore doctor``: the file itself."""

from okrdesk.cli.context import Context
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands, day_argument

_DEMO_EXAMPLES = """\
  okrdesk demo sample.okrdesk
  okrdesk demo mine.okrdesk --solo
  okrdesk demo sample.okrdesk --on 2026-08-17"""


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    new_file = catalogue("the file to make; it must not be there yet")
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


def run_demo(context: Context) -> int:
    """Makes a sample plan."""
    from okrdesk.app.examples import write_example

    day = context.arguments.on or context.clock.today()
    write_example(context.path, "personal" if context.arguments.solo else "marigold", day)
    say(context.catalogue("Made {file}.", file=str(context.path)))
    return 0
