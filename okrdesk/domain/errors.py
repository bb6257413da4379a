"""Known errors: what a person can do something about. Anything else is a bug."""

from okrdesk.text import Message


class UserError(Exception):
    """A sentence for the person: what happened, what is safe, what to do.

    ``field`` names the input that the sentence belongs to, so that a form can show it there.
    """

    def __init__(self, message: Message, field: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.field = field


class Refused(UserError):
    """The plan's file, or the action as a whole, cannot be used."""
