"""Amounts in a sentence: a number with its scale, sign, currency, unit."""

from decimal import Decimal
from typing import NamedTuple

from okrdesk.domain.amounts import LARGEST, MOST_PLACES
from okrdesk.domain.sentences.numerals import Numeral, numeral_at
from okrdesk.domain.sentences.skips import Marked
from okrdesk.domain.sentences.tokens import Token, phrase_at, touching
from okrdesk.domain.sentences.words import Words

_MOST_UNIT_WORDS = 3


class Quantity(NamedTuple):
    """An amount and its first and last token (exclusive), with and without its unit."""

    value: Decimal
    kind: str
    unit: str
    first: int
    amount_end: int
    """Behind the number and what belongs to it as "%"."""
    end: int
    """Behind the unit."""
    doubtful: bool = False


def quantities_in(
    text: str, tokens: tuple[Token, ...], mark: Marked, words: Words
) -> tuple[Quantity, ...]:
    """The amounts in their order; none of them overlap."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity = None if at in mark.taken else _Reader(text, tokens, mark, words).at(at)
        if quantity is not None:
            found.append(quantity)
        at = at + 1 if quantity is None else quantity.end
    return tuple(found)


class _Reader(NamedTuple):
    """Reads one amount."""

    text: str
    tokens: tuple[Token, ...]
    mark: Marked
    words: Words

    def at(self, first: int) -> Quantity | None:
        """The amount that begins there: with its currency or minus, or with the number."""
        here, negative = first, False
        currency = self._currency(here)
        here += bool(currency)
        if self.tokens[here : here + 1] and self.tokens[here].text in ("-", "−"):
            negative = touching(self.tokens, here + 1) and not touching(self.tokens, here)
            here += negative
        number = numeral_at(self.tokens, here, self.words)
        if number is None or here in self.mark.taken:
            return None
        value, end = self._scaled(number, here + number.tokens, currency)
        value = -value if negative else value
        if abs(value) > LARGEST or _places(value) > MOST_PLACES:
            return None
        return self._with_unit(value, first, end, currency)._replace(doubtful=number.doubtful)

    def _with_unit(self, value: Decimal, first: int, end: int, currency: str) -> Quantity:
        """The number with what stands behind it."""
        percent = self._word_in(end, "%") or phrase_at(self.tokens, end, self.words.percent)
        behind = self._currency(end)
        if percent:
            return Quantity(value, "percent", "%", first, end + percent, end + percent)
        if currency or behind:
            end += not currency
            return Quantity(value, "currency", currency or behind, first, end, end)
        divisor = self._divisor(end)
        quotient = divided(value, divisor) if divisor else None
        if quotient is not None:
            return Quantity(quotient, "ratio", "", first, end + 2, end + 2)
        if end < len(self.tokens) and self.tokens[end].word in self.words.durations:
            return Quantity(value, "duration", self.tokens[end].text, first, end + 1, end + 1)
        unit_end = self._unit_end(end)
        unit = self.text[self.tokens[end].start : self.tokens[unit_end - 1].end] if unit_end else ""
        return Quantity(value, "number", unit, first, end, unit_end or end)

    def _currency(self, at: int) -> str:
        found = self.tokens[at].word if at < len(self.tokens) and at not in self.mark.taken else ""
        return self.words.currencies.get(found, "")

    def _word_in(self, at: int, text: str) -> int:
        return int(at < len(self.tokens) and self.tokens[at].text == text)

    def _scaled(self, number: Numeral, end: int, currency: str) -> tuple[Decimal, int]:
        """With "k", "m", "million" behind it; a letter belongs to its number or its currency."""
        word = self.tokens[end].word if end < len(self.tokens) else ""
        scale = self.words.scales.get(word)
        dotted = 2 if self._word_in(end + 1, ".") and touching(self.tokens, end + 1) else 1
        if scale is None or not (len(word) > 2 or currency or touching(self.tokens, end)):
            return number.value, end
        if word == "m" and not (currency or self._currency(end + 1) or self._unit_end(end + 1)):
            return number.value, end
        return number.value * scale, end + dotted

    def _divisor(self, end: int) -> Decimal | None:
        """The right side of 4:1."""
        if not (self._word_in(end, ":") and touching(self.tokens, end + 1)):
            return None
        right = numeral_at(self.tokens, end + 1, self.words)
        return right.value if right and touching(self.tokens, end) else None

    def _unit_end(self, first: int) -> int:
        """Behind the words of a unit, with "per month"; 0 when there are none."""
        end = first
        while end < len(self.tokens) and end - first < _MOST_UNIT_WORDS and self._is_unit(end):
            end += 1
            if self._noun_ends(end):
                break
        if self._word_in(end, "°"):
            end += 1 + touching(self.tokens, end + 1)
        if self.words.capital_nouns and end > first and self.tokens[end - 1].text.islower():
            end = first + self._symbol(first)
        per = phrase_at(self.tokens, end, self.words.per)
        return self._behind_per(end, per) if per else end * (end > first)

    def _is_unit(self, at: int) -> bool:
        token = self.tokens[at]
        ends = (*self.words.unit_ends, *self.words.per)
        return token.is_word and at not in self.mark.taken and not phrase_at(self.tokens, at, ends)

    def _noun_ends(self, end: int) -> bool:
        """Where nouns have capitals, a unit ends with the last of its first ones."""
        following = self.tokens[end].text if end < len(self.tokens) else ""
        noun = not self.tokens[end - 1].text.islower()
        return self.words.capital_nouns and noun and not following[:1].isupper()

    def _symbol(self, at: int) -> int:
        """1 for a short unit such as "kg"."""
        return int(len(self.tokens[at].text) <= 2)

    def _behind_per(self, end: int, per: int) -> int:
        """Behind "per month" and "per 1,000 orders"."""
        here = end + per
        number = self.tokens[here : here + 1]
        here += bool(number) and number[0].is_number
        return min(here + 1, len(self.tokens))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def divided(value: Decimal, divisor: Decimal) -> Decimal | None:
    """The quotient to 12 places; None when it is too large to count with."""
    quotient = value / divisor
    if abs(quotient) > LARGEST:
        return None
    return Decimal(f"{round(quotient, MOST_PLACES).normalize():f}")


def places_of(*values: Decimal) -> int:
    """How many decimals the values are written with at most."""
    return max(_places(value) for value in values)
