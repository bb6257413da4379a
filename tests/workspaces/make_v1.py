"""Made ``v1.okrdesk``, the file of the first schema; never run again once it is released.

``python -m tests.workspaces.make_v1 FILE``
"""

import sys
from datetime import timedelta
from pathlib import Path

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.storage.journal import Origin
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.store import open_store
from okrdesk.text import Message
from tests.storage.plans import NOW, TODAY, Session, full_rows


def main(path: Path) -> None:
    """A row or two in every table; a change, something undone, something to redo."""
    write_plan(path, full_rows(), Message("Make {name}", {"name": "v1"}), Origin(TODAY, NOW))
    store = open_store(path, device="first")
    session = Session(store, NOW + timedelta(days=1))
    session.run(lambda tx: tx.insert(t.OBJECTIVE, Objective(900, "Added")))
    session.name(900, "Renamed")
    session.run(lambda tx: tx.delete(t.OBJECTIVE, 900))
    session.undo()
    session.undo()
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
