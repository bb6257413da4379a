"""Numbers in digits and in words."""

import re
from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.sentences.tokens import Token, phrase_at
from okrdesk.domain.sentences.words import Words

_SPACES = re.compile(r"[\u00a0\u202f'’ ]")
MOST_DIGITS = 15


class Numeral(NamedTuple):
    """A number and how many tokens it takes."""

    value: Decimal
    tokens: int
    doubtful: bool = False
    """It could be read with the other decimal sign."""


def numeral_at(tokens: tuple[Token, ...], at: int, words: Words) -> Numeral | None:
    """The number that begins at a token, or None."""
    if at < len(tokens) and tokens[at].is_number:
        return in_digits(tokens[at].text, words.decimal_sign)
    return _in_words(tokens, at, words)


def in_digits(text: str, decimal_sign: str) -> Numeral | None:
    """``1,000`` and ``1.000`` are a thousand, ``1,5`` and ``1.5`` are one and a half.

    Three digits behind the language's own decimal sign are a group, doubtfully. None: no amount,
    as 0800, 1.2.3 or what is too long to count with.
    """
    plain = _SPACES.sub("", text)
    signs = [sign for sign in plain if sign in ".,"]
    if sum(sign.isdigit() for sign in plain) > MOST_DIGITS or _leads_with_zero(plain):
        return None
    if not signs:
        return Numeral(Decimal(plain), 1)
    last = signs[-1]
    whole, _, rest = plain.rpartition(last)
    if len(set(signs)) == 1:
        if _grouped(plain, last) and not plain.startswith("0"):
            return Numeral(
                Decimal(plain.replace(last, "")), 1, len(signs) == 1 and last == decimal_sign
            )
        return Numeral(Decimal(f"{whole}.{rest}"), 1) if len(signs) == 1 else None
    other = "," if last == "." else "."
    if last in whole or not _grouped(whole, other):
        return None
    return Numeral(Decimal(f"{whole.replace(other, '')}.{rest}"), 1)


def _leads_with_zero(plain: str) -> bool:
    return len(plain) > 1 and plain[0] == "0" and plain[1].isdigit()


def _grouped(plain: str, sign: str) -> bool:
    first, *rest = plain.split(sign)
    return 0 < len(first) <= 3 and all(len(part) == 3 and part.isdigit() for part in rest)


def _in_words(tokens: tuple[Token, ...], at: int, words: Words) -> Numeral | None:
    """``twenty-five``, ``two hundred``, ``half a million``; words are added up as they come."""
    total, group, here = Decimal(0), Decimal(0), at
    while here < len(tokens):
        taken = _word_at(tokens, here, words)
        if taken is not None:
            group += taken.value
            here += taken.tokens
        elif here > at and tokens[here].word in words.scales and len(tokens[here].word) > 2:
            factor = words.scales[tokens[here].word]
            group *= factor
            total, group = (total + group, Decimal(0)) if factor >= 1000 else (total, group)
            here += 1
        else:
            break
    value = total + group
    return None if here == at or value != value.to_integral_value() else Numeral(value, here - at)


def _word_at(tokens: tuple[Token, ...], at: int, words: Words) -> Numeral | None:
    length = phrase_at(tokens, at, tuple(words.numbers))
    if length:
        phrase = tuple(token.word for token in tokens[at : at + length])
        return Numeral(words.numbers[phrase], length)
    parts = [words.numbers.get((part,)) for part in tokens[at].word.split("-")]
    known = [part for part in parts if part is not None]
    return Numeral(sum(known, Decimal(0)), 1) if len(known) == len(parts) > 1 else None
