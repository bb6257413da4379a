"""Whether the rules allow a command, without running it."""

from collections.abc import Callable
from typing import Any

from okrdesk.domain.errors import UserError
from okrdesk.storage.transaction import Transaction


def passes(tx: Transaction, run: Callable[..., Any], *args: Any, **fields: Any) -> bool:
    """Runs the command on a copy that is thrown away; false where a rule refuses it."""
    trial = Transaction(
        tx.snapshot,
        lambda _: None,
        new_id=tx.new_id,
        now=tx.now,
        today=tx.today,
        author=tx.author,
    )
    try:
        run(trial, *args, **fields)
    except UserError:
        return False
    return True
