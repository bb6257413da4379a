"""The commands of dev.py, as typed."""

import argparse
import sys

from devtools import Trouble, checks, commands

DESCRIPTION = """Everything a developer does with OKR Desk, from a fresh clone on a fresh machine.

    python3 dev.py run      opens the program, with the sample plan if no file is given
    python3 dev.py test     every check; --long adds those of minutes
"""


def main() -> int:
    """Runs one command; returns its exit code."""
    given = sys.argv[1:]
    split = given.index("--") if "--" in given else len(given)
    options, more = _parser().parse_known_args(given[:split])
    rest = [*more, *given[split + 1 :]]
    try:
        return _do(options, rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _do(options: argparse.Namespace, rest: list[str]) -> int:
    match options.command:
        case "run":
            return commands.run(rest)
        case "test":
            return checks.only(rest) if rest else checks.test(long=options.long)
        case "lint":
            return commands.lint()
        case "bench":
            return commands.bench(rest)
        case "screenshots":
            return commands.screenshots(options.folder)
        case "package":
            return commands.package()
    return commands.translate(rest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_subparsers(dest="command", required=True).add_parser
    add("run", help="open the program; arguments for it follow --")
    test = add("test", help="every check; with arguments after -- only pytest, with them")
    test.add_argument("--long", action="store_true", help="add the checks that take minutes")
    add("lint", help="style, format, types and rooms")
    add("bench", help="one JSON line a figure, beside its floor")
    pictures = add("screenshots", help="pictures of the window")
    pictures.add_argument("folder", nargs="?", default="screenshots")
    add("package", help="build the bundle of this system and let it test itself")
    add("translate", help="bring translations/ up to date; with a language, begin it")
    return parser
