"""The identity of a row: one random number, used in the file, in memory, in Qt and in text.

A row id is 60 random bits. It fits SQLite's rowid, Qt's ``internalId`` and a reference column,
and two computers that edit copies of one plan never choose the same one: with a million rows
the chance of any collision is about 4 in 10 million, and a primary key refuses it. People see
it as twelve characters of Crockford's base 32 (https://www.crockford.com/base32.html), which
may be shortened to any unambiguous beginning.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from okrdesk.domain.errors import UserError
from okrdesk.text import Message

BITS = 60
LENGTH = BITS // 5
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_DIGITS = {character: value for value, character in enumerate(ALPHABET)}
_LOOKALIKES = str.maketrans("ilo", "110")

RandomBits = Callable[[int], int]
"""Returns a number of that many random bits, such as ``secrets.randbits``."""


def new_id(random_bits: RandomBits) -> int:
    """A fresh id, never 0."""
    return random_bits(BITS) or new_id(random_bits)


def id_text(row_id: int) -> str:
    """The twelve characters that people and files see."""
    return "".join(ALPHABET[row_id >> shift & 31] for shift in range(BITS - 5, -1, -5))


def parse_id(text: str) -> int | None:
    """The id that the full text stands for, or None. Case and look-alikes do not matter."""
    digits = [_DIGITS.get(character) for character in _plain(text)]
    if len(digits) != LENGTH or None in digits:
        return None
    number = 0
    for digit in digits:
        number = number << 5 | (digit or 0)
    return number


def resolve_id(text: str, candidates: Iterable[int]) -> int:
    """The one candidate whose text begins with ``text``.

    Raises UserError when there is none, or more than one.
    """
    start = _plain(text)
    found = [row_id for row_id in candidates if start and id_text(row_id).startswith(start)]
    if not found:
        raise UserError(Message("Nothing here has the id “{id}”.", {"id": text}))
    if len(found) > 1:
        raise UserError(
            Message("The id “{id}” fits {n} items. Type more of it.", {"id": text, "n": len(found)})
        )
    return found[0]


def shortest_prefixes(ids: Iterable[int], at_least: int = 4) -> dict[int, str]:
    """For each id the shortest beginning, of ``at_least`` characters, that names only it."""
    texts = sorted((id_text(row_id), row_id) for row_id in ids)
    lengths = [_shared(a[0], b[0]) for a, b in pairwise(texts)]
    needed = [1 + max(pair) for pair in zip([-1, *lengths], [*lengths, -1], strict=True)]
    return {
        row_id: text[: max(at_least, length)]
        for (text, row_id), length in zip(texts, needed, strict=False)
    }


def _shared(a: str, b: str) -> int:
    return next((i for i, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1]), LENGTH)


def _plain(text: str) -> str:
    return text.strip().lower().translate(_LOOKALIKES)
