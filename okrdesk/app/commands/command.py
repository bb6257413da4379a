"""What a command is: a typed function on a transaction, with the name that undo shows."""

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar

from okrdesk.storage.transaction import Transaction
from okrdesk.text import Message

P = ParamSpec("P")
T = TypeVar("T")


class Command(Generic[P, T]):
    """A function ``(tx, …)`` and its label; called like the function itself."""

    def __init__(self, label: Message, function: Callable[Concatenate[Transaction, P], T]) -> None:
        self.label = label
        self.function = function
        self.__doc__ = function.__doc__

    def __call__(self, tx: Transaction, /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs it in a transaction that is open already."""
        return self.function(tx, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<command {self.label}>"


def command(
    label: str, **arguments: object
) -> Callable[[Callable[Concatenate[Transaction, P], T]], Command[P, T]]:
    """Makes a command of a function. ``label`` is the English source text, ``{named}``."""

    def decorate(function: Callable[Concatenate[Transaction, P], T]) -> Command[P, T]:
        return Command(Message(label, arguments), function)

    return decorate
