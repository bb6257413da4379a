"""What the File menu does about backups."""

from okrdesk.ui.desk import Desk


def backups(desk: Desk) -> None:
    """Shows the backups of the plan."""
    from okrdesk.ui.keeping.backups import BackupsDialog

    if desk.view is not None:
        desk.view.commit()
        BackupsDialog(desk).open()
