"""What the File menu does."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from okrdesk.domain.cycles import current_cycle
from okrdesk.domain.errors import UserError
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs import files
from okrdesk.ui.exports import CsvJob, ReportJob, report_name
from okrdesk.ui.notices import Way
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.translation import said, tr


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


def save_copy(desk: Desk) -> None:
    """Asks where, and writes a copy of the plan there."""
    if desk.bridge is None:
        return
    target = files.ask_copy(desk.widget, desk.bridge.path)
    if target is None:
        return
    if desk.view is not None:
        desk.view.commit()
    try:
        desk.bridge.workspace.copy_to(target, replace=True)
    except UserError as error:
        desk.say_problem(tr("The copy could not be written to that folder."), error)
    else:
        desk.toast(tr("Copy saved as {name}").format(name=target.name))


def back_up(desk: Desk) -> None:
    """Makes a backup now."""
    if desk.bridge is None:
        return
    if desk.view is not None:
        desk.view.commit()
    try:
        desk.bridge.workspace.backup_now()
    except UserError as error:
        desk.say_problem(tr("The backup could not be written. Your plan is saved."), error)
    else:
        desk.session.backed_up.emit(None)
        desk.toast(tr("Backup made"))


def export_pdf(desk: Desk) -> None:
    """Asks where, and writes the progress report there."""
    if desk.bridge is None:
        return
    if desk.view is not None:
        desk.view.commit()
    bridge, folder = desk.bridge, desk.session.folder()
    chosen = None if desk.view is None else desk.view.scope.cycle
    cycle = chosen or current_cycle(bridge.snapshot, bridge.today)
    proposal = folder / report_name(bridge.path.stem, cycle, bridge.today)
    target = files.ask_pdf(desk.widget, proposal)
    if target is not None:
        desk.tasks.start(
            ReportJob(bridge, target, desk.session.settings, cycle),
            tr("Writing the report…"),
            lambda _result: desk.toast(
                tr("Report saved as {name}").format(name=target.name), way=_folder_of(target)
            ),
            lambda error: choose_another(desk, error),
        )


def choose_another(desk: Desk, error: Exception) -> None:
    """A report that could not be written there is wanted all the same."""
    from okrdesk.ui.dialogs.box import made_box

    head, more = tr("The report could not be written to that folder."), ""
    if isinstance(error, UserError) and isinstance(error.__cause__, OSError):
        more = tr("Your plan is not touched.")
    elif isinstance(error, UserError):
        head = said(error.message)
    box = made_box(desk.widget, desk.look, tr("Export a PDF report"), head, more=more)
    again = box.addButton(tr("Choose another folder"), QMessageBox.ButtonRole.AcceptRole)
    again.clicked.connect(lambda: export_pdf(desk))
    box.setDefaultButton(again)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()


def export_csv(desk: Desk) -> None:
    """Asks for a folder, and writes one CSV file for each table there."""
    if desk.bridge is None:
        return
    if desk.view is not None:
        desk.view.commit()
    title = tr("Choose a folder for the CSV files")
    folder = files.ask_folder(desk.widget, title, desk.session.folder())
    if folder is not None:
        target = _export_folder(folder, desk.bridge.path.stem)
        desk.tasks.start(
            CsvJob(desk.bridge, target),
            tr("Writing the CSV files…"),
            lambda _result: desk.toast(
                tr("CSV files saved in {name}").format(name=target.name), way=_folder_of(target)
            ),
            lambda error: desk.say_problem(
                tr("The CSV files could not be written to that folder."), error
            ),
        )


def _folder_of(path: Path) -> Way:
    """Shows where something was written."""
    place = QUrl.fromLocalFile(str(path if path.is_dir() else path.parent))
    return Way(tr("Show in folder"), lambda: QDesktopServices.openUrl(place))


def _export_folder(folder: Path, name: str) -> Path:
    """A folder of its own, so that no file of the person's is overwritten."""
    return folder / tr("{name} CSV").format(name=name)


def close_plan(desk: Desk) -> None:
    """Closes the plan and goes back to the first page."""
    desk.session.close()


def quit_program(_desk: Desk) -> None:
    """Ends the program, with all its windows."""
    QApplication.closeAllWindows()
