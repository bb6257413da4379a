"""Text a person sees: messages not yet put into words, and catalogues that do it without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in its English source form, with the values of its ``{named}`` places.

    ``count`` chooses between singular and plural, and fills ``%n``. An argument may be a
    Message itself.
    """

    text: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    count: int | None = None

    def __str__(self) -> str:
        text = self.text if self.count is None else self.text.replace("%n", str(self.count))
        return text.format_map(self.arguments)
