"""Makes the file of the schema of today, once; a file of a released schema stays as it is.

``python -m tests.workspaces.make FOLDER``
"""

import sys
from datetime import timedelta
from pathlib import Path

from okrdesk.domain import tables as t
from okrdesk.domain.entities import Objective
from okrdesk.storage.header import VERSION
from okrdesk.storage.journal import Origin
from okrdesk.storage.new_plan import write_plan
from okrdesk.storage.store import open_store
from okrdesk.text import Message
from tests.storage.plans import NOW, TODAY, Session, full_rows


def main(folder: Path) -> None:
    """A row or two in every table; a change, something undone, something to redo."""
    path = folder / f"v{VERSION}.okrdesk"
    label = Message("Make {name}", {"name": path.stem})
    write_plan(path, full_rows(), label, Origin(TODAY, NOW))
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
