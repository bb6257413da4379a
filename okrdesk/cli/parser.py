"""How arguments are read: one line for a mistake, options before or after what they belong to."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from okrdesk.app.commands.values import day
from okrdesk.domain.errors import UserError
from okrdesk.text import Catalogue

MISTAKE = 2
"""The exit code of a mistake that the user can mend."""

_NEGATIVE = re.compile(r"-(\d|\.\d)")


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and where help is.

    ``rest`` names an argument of any number of words that may also stand after options, and
    after ``--`` where a word begins with a minus.
    """

    def __init__(self, rest: str | None = None, **kwargs: Any) -> None:
        kwargs |= {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}
        super().__init__(**kwargs)
        self._rest = rest

    def error(self, message: str) -> NoReturn:
        """One line on standard error, and exit code 2."""
        line = " ".join(message.split())
        self.exit(MISTAKE, f"{self.prog}: {line} (see {self.prog} --help)\n")

    def parse_known_args(  # type: ignore[override]  # the stub's overloads say the same in three forms
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As its parent, with words left over added to the ``rest`` argument."""
        given = _without_needless_end(sys.argv[1:] if args is None else list(args))
        found, left = super().parse_known_args(given, namespace)
        if self._rest is None:
            return found, left
        options_end = given.index("--") if "--" in given else len(given)
        words = [word for word in left if _is_word(word, given.index(word) > options_end)]
        setattr(found, self._rest, [*getattr(found, self._rest), *words])
        return found, [word for word in left if word not in {*words, "--"}]


def _without_needless_end(words: list[str]) -> list[str]:
    """``--`` before a negative number says only that: what follows the number is read as ever."""
    if "--" not in words[:-1]:
        return words
    place = words.index("--")
    needless = _NEGATIVE.match(words[place + 1]) is not None
    return words[:place] + words[place + 1 :] if needless else words


def _is_word(word: str, after_options: bool) -> bool:  # noqa: FBT001  # asked once, just above
    if word == "--":
        return False
    return after_options or not word.startswith("-") or _NEGATIVE.match(word) is not None


def day_argument(text: str) -> date:
    """A calendar day in ISO form."""
    try:
        found = day(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return found


def path_argument(text: str) -> Path:
    """The name of a file or folder that a system can have."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("no file can have this name")
    return Path(text)


def whole_argument(low: int, high: int) -> Callable[[str], int]:
    """A whole number from ``low`` to ``high``."""

    def number(text: str) -> int:
        if not text.isdecimal() or len(text) > 9 or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from {low} to {high}")
        return int(text)

    return number


def add_today(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """``--today``, which every command takes, before or after its name."""
    parser.add_argument(
        "--today",
        metavar="DATE",
        type=day_argument,
        default=argparse.SUPPRESS,
        help=catalogue("what day it is, for example 2026-08-17; without it the computer's day"),
    )


def add_on(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """``--on``, of commands that can look back."""
    parser.add_argument(
        "--on", metavar="DATE", type=day_argument, help=catalogue("as of the end of this day")
    )


def add_person(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """``--as``, of commands that change the plan."""
    parser.add_argument(
        "--as",
        dest="person",
        metavar="PERSON",
        default=argparse.SUPPRESS,
        help=catalogue("who does it: a name, initials, or the beginning of one"),
    )


def add_json(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """``--json``, wherever a table is printed."""
    parser.add_argument("--json", action="store_true", help=catalogue("print JSON"))


class Commands:
    """The table of commands to which each group adds its own."""

    def __init__(self, parser: Parser, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._parsers = parser.add_subparsers(
            title=catalogue("commands"), metavar="COMMAND", required=True, parser_class=Parser
        )

    def add(  # the texts are given whole, for translators
        self,
        name: str,
        run: Callable[[Any], int],
        *,
        about: str,
        examples: str,
        file: str | None,
        rest: str | None = None,
    ) -> Parser:
        """A command on a plan's file; ``run`` takes a Context and returns the exit code.

        ``about`` says what it does, ``examples`` are lines of a terminal, ``file`` is what the
        help says about FILE, None for a command without one.
        """
        heading = self.catalogue("examples:")
        parser = self._parsers.add_parser(
            name,
            help=about,
            description=about[:1].upper() + about[1:] + ".",
            epilog=f"{heading}\n{examples}",
            rest=rest,
        )
        parser.set_defaults(run=run)
        if file is not None:
            parser.add_argument("file", metavar="FILE", type=path_argument, help=file)
        add_today(parser, self.catalogue)
        return parser
