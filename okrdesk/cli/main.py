"""The command line: ``okrdesk COMMAND FILE …``, without Qt."""

import os
import sys
from collections.abc import Sequence

from okrdesk import __version__
from okrdesk.cli import (
    add,
    change,
    check_in,
    diff,
    hand_out,
    history,
    keeping,
    kpis,
    safety,
    self_test,
    show,
    templates,
)
from okrdesk.cli.context import Context
from okrdesk.cli.failure import report_bug
from okrdesk.cli.output import printable, speak_utf8
from okrdesk.cli.parser import MISTAKE, Commands, Parser, add_today
from okrdesk.domain.errors import UserError
from okrdesk.text import Catalogue

GROUPS = (
    keeping,
    show,
    kpis,
    add,
    templates,
    change,
    check_in,
    history,
    diff,
    hand_out,
    safety,
    self_test,
)
"""The modules that add commands, in the order of the help."""

INTERRUPTED = 130
_EXAMPLES = """\
  okrdesk demo sample.okrdesk
  okrdesk show sample.okrdesk
  okrdesk check-in sample.okrdesk ID 640 --confidence 8
  okrdesk report sample.okrdesk -o report.pdf
  okrdesk COMMAND --help"""


def main(argv: Sequence[str]) -> int:
    """Runs one command; returns its exit code.

    0 when it did what was asked, 1 for a finding, 2 for a mistake of the user with one line on
    standard error, 70 for one of ours. Never a traceback.
    """
    speak_utf8(sys.stdout, sys.stderr)
    catalogue = Catalogue()
    try:
        arguments = parser(catalogue).parse_args(argv)
        code: int = arguments.run(Context(arguments, catalogue))
        sys.stdout.flush()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    except UserError as error:
        return _mistake(catalogue.text(error.message), error.field)
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        return _mistake(f"{error.strerror or error}", error.filename)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last door: whatever it is, it goes into the log
        return report_bug([*argv], error)
    return code


def parser(catalogue: Catalogue) -> Parser:
    """The parser of the whole command line."""
    top = Parser(
        prog="okrdesk",
        description=catalogue(
            "OKR planning on one computer. Without a command the window opens; with one, "
            "everything works here."
        ),
        epilog=f"{catalogue('examples:')}\n{_EXAMPLES}",
    )
    top.add_argument("--version", action="version", version=f"okrdesk {__version__}")
    add_today(top, catalogue)
    commands = Commands(top, catalogue)
    for group in GROUPS:
        group.add_to(commands)
    return top


def _mistake(text: str, field: object) -> int:
    """One line on standard error."""
    before = f"{field}: " if field else ""
    sys.stderr.write(f"okrdesk: {printable(before + text)}\n")
    return MISTAKE


def _nobody_reads() -> int:
    """The reader of a pipe had enough, as ``head`` has; nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
