"""``export`` and ``report``: the plan as files for others."""

from okrdesk.cli.context import Context, Picture, picture
from okrdesk.cli.find import find_named
from okrdesk.cli.output import say
from okrdesk.cli.parser import Commands, Parser, add_on, add_person, path_argument
from okrdesk.domain import tables as t
from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.errors import UserError
from okrdesk.text import Catalogue, Message

_EXPORT_EXAMPLES = """\
  okrdesk export plan.okrdesk --format csv -o folder
  okrdesk export plan.okrdesk --format csv -o folder --bom      for Excel"""
_REPORT_EXAMPLES = """\
  okrdesk report plan.okrdesk -o report.pdf
  okrdesk report plan.okrdesk -o report.pdf --cycle "Q3 2026" --paper letter --grey
  okrdesk report plan.okrdesk -o july.pdf --on 2026-07-31"""


def add_to(commands: Commands) -> None:
    """Adds the commands."""
    catalogue = commands.catalogue
    parser = commands.add(
        "export",
        run_export,
        about=catalogue("write the whole plan as a folder of CSV files, losing nothing"),
        examples=_EXPORT_EXAMPLES,
        file=catalogue("the plan"),
    )
    parser.add_argument("--format", choices=["csv"], default="csv", help=catalogue("the format"))
    _add_output(parser, "FOLDER", catalogue("where the files go"))
    parser.add_argument(
        "--bom", action="store_true", help=catalogue("mark the files as UTF-8, as Excel wants")
    )
    _add_report(commands, catalogue)


def _add_report(commands: Commands, catalogue: Catalogue) -> None:
    parser = commands.add(
        "report",
        run_report,
        about=catalogue("write a progress report as PDF"),
        examples=_REPORT_EXAMPLES,
        file=catalogue("the plan"),
    )
    _add_output(parser, "OUT.pdf", catalogue("the file to write"))
    parser.add_argument(
        "--cycle", metavar="NAME", help=catalogue("which cycle; without it the running one")
    )
    parser.add_argument(
        "--paper", choices=["a4", "letter"], default="a4", help=catalogue("size of the paper")
    )
    parser.add_argument("--grey", action="store_true", help=catalogue("without colours"))
    add_on(parser, catalogue)
    add_person(parser, catalogue)


def _add_output(parser: Parser, metavar: str, words: str) -> None:
    parser.add_argument(
        "-o", "--output", metavar=metavar, type=path_argument, required=True, help=words
    )


def run_export(context: Context) -> int:
    """Writes the CSV files and says where."""
    from okrdesk.app.exporting import export_csv

    with context.reading() as workspace:
        files = export_csv(
            workspace.snapshot,
            workspace.scores,
            context.arguments.output,
            bom=context.arguments.bom,
        )
    say(
        context.catalogue(
            "Wrote %n file(s) to {folder}.", count=len(files), folder=str(context.arguments.output)
        )
    )
    return 0


def run_report(context: Context) -> int:
    """Writes the report and says where."""
    from okrdesk.app.reporting import make_report
    from okrdesk.exchange.whole_files import whole_files
    from okrdesk.reports.data import Paper

    asked = context.arguments
    with picture(context) as shown:
        cycle = _cycle(shown, asked.cycle)
        content = make_report(
            shown.snapshot,
            shown.scores,
            cycle=cycle,
            day=shown.as_of,
            catalogue=context.catalogue,
            author=context.author_name(shown.snapshot),
            paper=Paper(asked.paper),
            grey=asked.grey,
        )
    with whole_files() as put:
        put(asked.output, lambda file: file.write(content))
    say(context.catalogue("Wrote {file}.", file=str(asked.output)))
    return 0


def _cycle(shown: Picture, name: str | None) -> int:
    if name is not None:
        return find_named(shown.snapshot, t.CYCLE, name)
    running = current_cycle(shown.snapshot, shown.as_of)
    if running is None:
        raise UserError(Message("There is no quarter in the plan. Name a cycle with --cycle."))
    return running.id
