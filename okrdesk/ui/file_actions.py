"""What the File menu does."""

from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs import files
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.translation import tr


def new_plan(desk: Desk) -> None:
    """Asks where an empty plan shall be, makes and opens it."""
    proposal = desk.session.free_path(tr("My plan"))
    path = files.ask_save(desk.widget, tr("New plan"), proposal)
    if path is not None:
        desk.session.create(path, path.stem)


def open_plan(desk: Desk) -> None:
    """Asks for a plan and opens it."""
    path = files.ask_open(desk.widget, desk.session.folder())
    if path is not None:
        desk.session.open(path)


def sample_plan(desk: Desk) -> None:
    """Opens a fresh copy of the sample plan."""
    desk.session.open_sample()


def save(desk: Desk) -> None:
    """Writes what is being typed and says that all is kept."""
    if desk.bridge is None:
        return
    if desk.view is not None:
        desk.view.commit()
    at = desk.session.saved_at
    if at is None:
        desk.toast(tr("Already saved"))
    else:
        desk.toast(tr("Already saved {time}").format(time=clock_time(at)))


def close_plan(desk: Desk) -> None:
    """Closes the plan and goes back to the first page."""
    desk.session.close()


def quit_program(desk: Desk) -> None:
    """Ends the program."""
    desk.close_window()
