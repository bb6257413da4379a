"""Reading a sentence for a key result, as it is done after each letter of it."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure, seconds, within
from benchmarks.plans import TODAY
from okrdesk.app.word_lists import word_lists
from okrdesk.domain.sentences import Calendar, read_sentence

SECONDS = 0.001
SENTENCES = (
    "Get 1,000 survey responses",
    "Reduce churn from 6 % to 4 % by the end of September",
    "Raise €1.2m by March",
    "Zufriedenheit von 38 auf 40 % steigern",
    "Customers recommend us to their friends",
    "Launch the site",
)


def figures(_folder: Path) -> Iterator[Figure]:
    """The mean of a few sentences in four languages."""
    words, calendar = word_lists(), Calendar(TODAY)

    def read() -> None:
        for sentence in SENTENCES:
            read_sentence(sentence, words, calendar)

    yield within(
        "a sentence read for a key result", lambda: seconds(read) / len(SENTENCES), SECONDS
    )
