"""The forms in which a sentence gives an amount, one small recogniser each."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from okrdesk.domain.sentences.quantities import Quantity, divided, places_of
from okrdesk.domain.sentences.reading import Form, Reading, Role, Span, Sureness
from okrdesk.domain.sentences.skips import Marked
from okrdesk.domain.sentences.tokens import Token, phrase_at, phrase_before
from okrdesk.domain.sentences.words import Phrases, Words

_ARROWS: Phrases = (("→",), ("->",), ("=>",), ("➔",), ("⇒",))
_DASHES: Phrases = (("–",), ("-",), ("—",))
_SMALLER: Phrases = (("<",), ("<=",), ("≤",), ("=<",))
_GREATER: Phrases = ((">",), (">=",), ("≥",))
_FREE_WORDS = 4
_ZERO = Decimal(0)


class Scene(NamedTuple):
    """A sentence, taken apart."""

    tokens: tuple[Token, ...]
    words: Words
    mark: Marked
    quantities: tuple[Quantity, ...]

    def before(self, quantity: Quantity, phrases: Phrases) -> bool:
        """Whether the amount stands right behind one of the phrases, or an article between."""
        article = phrase_before(self.tokens, quantity.first, self.words.articles)
        return any(
            phrase_before(self.tokens, quantity.first - skip, phrases) for skip in {0, article}
        )

    def between(self, a: Quantity, b: Quantity, phrases: Phrases) -> bool:
        """Whether a phrase leads from one amount to the next; limits and articles may follow."""
        limits = (*self.words.at_most, *self.words.at_least, *_SMALLER, *_GREATER)
        end = b.first - phrase_before(self.tokens, b.first, self.words.articles)
        for last in (end, end - phrase_before(self.tokens, end, limits)):
            first = last - phrase_before(self.tokens, last, phrases)
            if first < last and 0 <= first - a.amount_end <= _FREE_WORDS:
                return not any(t.text in (".", ";") for t in self.tokens[a.amount_end : first])
        return False

    def span(self, role: Role, quantity: Quantity) -> Span:
        """Where an amount stands, without its unit."""
        last = self.tokens[quantity.amount_end - 1]
        return Span(role, self.tokens[quantity.first].start, last.end)

    def starts_with(self, phrases: Phrases) -> bool:
        """Whether the sentence begins with a phrase, or ends with it, as a German one does."""
        left = [token for at, token in enumerate(self.tokens) if at not in self.mark.taken]
        words = tuple(token for token in left if token.is_word or token.is_number)
        first = 1 if words and words[0].word == "to" else 0
        return bool(phrase_at(words, first, phrases) or phrase_before(words, len(words), phrases))


Recogniser = Callable[[Scene], Reading | None]


def from_to(scene: Scene) -> Reading | None:
    """From 6 % to 4 %; 41 → 55; to 55 from 41."""
    arrows = (*scene.words.end, *_ARROWS)
    for a, b in pairwise(scene.quantities):
        if scene.between(a, b, arrows):
            return _ends(scene, a, b)
        if scene.between(a, b, scene.words.start) and scene.before(a, scene.words.level):
            return _ends(scene, b, a)
    return None


def between(scene: Scene) -> Reading | None:
    """Between 4 and 5; 30–45 days."""
    for a, b in pairwise(scene.quantities):
        both = scene.before(a, scene.words.between) and scene.between(a, b, scene.words.joined)
        dash = b.first == a.amount_end + 1 and phrase_at(scene.tokens, a.amount_end, _DASHES)
        if both or dash:
            low, high = sorted((a, b), key=lambda quantity: quantity.value)
            return Reading(
                Form.RANGE,
                _sureness(Sureness.WRITTEN, a, b),
                "range",
                low=low.value,
                high=high.value,
                unit=b.unit or a.unit,
                decimals=places_of(a.value, b.value),
                spans=(scene.span(Role.LOW, low), scene.span(Role.HIGH, high)),
            )
    return None


def limit(scene: Scene) -> Reading | None:
    """Below 4 %, at least 50, ≤ 3, 5 or fewer. To win at least ten is a count."""
    words = scene.words
    for quantity in _limited(scene.quantities):
        if scene.before(quantity, (*words.at_most, *_SMALLER)) or _followed(
            scene, quantity, words.or_less
        ):
            return _limit(scene, quantity, "at_most", Sureness.WRITTEN)
        more = _followed(scene, quantity, (*words.or_more, ("+",)))
        if scene.before(quantity, (*words.at_least, *_GREATER)) or more:
            if scene.starts_with(words.gain) and quantity.kind != "percent":
                return _target(scene, quantity, _ZERO, Sureness.LIKELY)
            return _limit(scene, quantity, "at_least", Sureness.WRITTEN)
    return None


def relative(scene: Scene) -> Reading | None:
    """By 20 %; 20 % more. It has no ends, and none are made up."""
    for quantity in scene.quantities:
        more = quantity.kind == "percent" and _followed(scene, quantity, scene.words.more)
        if more or scene.before(quantity, scene.words.by):
            return Reading(
                Form.RELATIVE,
                _sureness(Sureness.WRITTEN, quantity),
                change=quantity.value,
                unit=quantity.unit,
                spans=(scene.span(Role.CHANGE, quantity),),
            )
    return None


def nothing_of_it(scene: Scene) -> Reading | None:
    """Zero accidents: at most none of them."""
    first = _first(scene)
    if first is None or first.value or scene.before(first, scene.words.level):
        return None
    return _limit(scene, first, "at_most", Sureness.LIKELY)


def target(scene: Scene) -> Reading | None:
    """A count from 0; to a level whose start is not written, none is made up."""
    first = _first(scene)
    if first is None:
        return None
    counted = first.kind == "number" and first.unit
    level = scene.words.end if counted else scene.words.level
    stated = scene.before(first, level) or first.kind == "ratio"
    bare = first.kind == "number" and first.end == len(scene.tokens) and not first.unit
    if first.value < 0 or stated or (bare and not scene.starts_with(scene.words.gain)):
        return _target(scene, first, None, Sureness.LIKELY)
    return _target(scene, first, _ZERO, Sureness.LIKELY)


def within(scene: Scene) -> Reading | None:
    """Within 24 hours."""
    return _limit(scene, scene.quantities[0], "at_most", Sureness.LIKELY)


def done_or_not(scene: Scene) -> Reading | None:
    """Launch the site."""
    if scene.starts_with(scene.words.finish):
        return Reading(Form.DONE_OR_NOT, Sureness.LIKELY, "yes_no")
    return None


WITHOUT_AMOUNT: tuple[Recogniser, ...] = (from_to, between, done_or_not)
"""For one without amounts, or with some that stand in brackets."""
RECOGNISERS: tuple[Recogniser, ...] = (
    from_to,
    between,
    limit,
    relative,
    nothing_of_it,
    target,
    within,
)
"""For a sentence with amounts: the last one always answers."""


def _first(scene: Scene) -> Quantity | None:
    """The first amount that is no time in which something is to happen."""
    return next((q for q in scene.quantities if not scene.before(q, scene.words.within)), None)


def _limited(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """What a limit may be meant for: the first amount, or the time that 10 km may take."""
    if len(quantities) > 1 and (quantities[0].kind, quantities[1].kind) == ("number", "duration"):
        return quantities[:2]
    return quantities[:1]


def _followed(scene: Scene, quantity: Quantity, phrases: Phrases) -> bool:
    ends = {quantity.amount_end, quantity.end}
    return any(phrase_at(scene.tokens, end, phrases) for end in ends)


def _sureness(sureness: Sureness, *quantities: Quantity) -> Sureness:
    return Sureness.DOUBTFUL if any(q.doubtful for q in quantities) else sureness


def _ends(scene: Scene, a: Quantity, b: Quantity) -> Reading | None:
    """From one amount to another, in the unit of the second; no way from a value to itself."""
    kind = next((q.kind for q in (b, a) if q.kind != "number"), "number")
    start = _in_unit_of(scene, a, b)
    if start is None or start == b.value:
        return Reading()
    spans = (scene.span(Role.START, a), scene.span(Role.TARGET, b))
    return Reading(
        Form.FROM_TO,
        _sureness(Sureness.WRITTEN, a, b),
        kind,
        start,
        b.value,
        unit=_unit(kind, a, b),
        decimals=places_of(start, b.value),
        spans=spans,
    )


def _unit(kind: str, a: Quantity, b: Quantity) -> str:
    """The unit of the kind, which only one of the two may have written."""
    return next((q.unit for q in (b, a) if q.kind == kind and q.unit), "")


def _in_unit_of(scene: Scene, a: Quantity, b: Quantity) -> Decimal | None:
    """The first value in the unit of the second, where both are durations; None: too large."""
    if not (a.kind == b.kind == "duration"):
        return a.value
    seconds = scene.words.durations
    return divided(a.value * seconds[a.unit.lower()], seconds[b.unit.lower()])


def _limit(scene: Scene, quantity: Quantity, kind: str, sureness: Sureness) -> Reading:
    return Reading(
        Form.LIMIT,
        _sureness(sureness, quantity),
        kind,
        target=quantity.value,
        unit=quantity.unit,
        decimals=places_of(quantity.value),
        spans=(scene.span(Role.TARGET, quantity),),
    )


def _target(scene: Scene, quantity: Quantity, start: Decimal | None, sureness: Sureness) -> Reading:
    return Reading(
        Form.LEVEL if start is None else Form.TARGET,
        _sureness(sureness, quantity),
        quantity.kind,
        start,
        quantity.value,
        unit=quantity.unit,
        decimals=places_of(quantity.value),
        spans=(scene.span(Role.TARGET, quantity),),
    )
