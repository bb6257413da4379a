"""Letters without case and accents, place by place."""

from unicodedata import normalize


def folded(text: str) -> str:
    """``Café`` → ``cafe``, of the same length: a place in it is the same place in the text."""
    if text.isascii():
        return text.lower()
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    return letter if letter.isascii() and not letter.isupper() else _plain(letter)


def _plain(letter: str) -> str:
    """The first letter of what it decomposes into: ``É`` → ``e``, ``İ`` → ``i``."""
    return normalize("NFD", letter)[0].lower()[0]
