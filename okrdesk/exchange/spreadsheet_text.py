"""Text that a spreadsheet shows instead of running it, and the exact way back.

After the advice of OWASP on CSV injection
(https://owasp.org/www-community/attacks/CSV_Injection), with the marks that other programs
also act on.
"""

import re

MARKED = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\t\r\n'")
"""First characters that make some spreadsheet run a text, full-width forms included, and the
apostrophe that stops it."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


def escape(text: str) -> str:
    """``text`` with a leading apostrophe if it would run; a real one is doubled."""
    return "'" + text if text[:1] in MARKED and not _NUMBER.fullmatch(text) else text


def unescape(text: str) -> str:
    """What ``escape`` was given."""
    return text[1:] if text[:1] == "'" else text
