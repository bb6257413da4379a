"""The matrix as a file for a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from okrdesk.domain.errors import UserError
from okrdesk.domain.matrix import Matrix
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs import files
from okrdesk.ui.matrix.table import grid_rows, heads, table_rows
from okrdesk.ui.notices import Way
from okrdesk.ui.translation import tr


def export(desk: Desk, matrix: Matrix, *, as_table: bool) -> None:
    """Asks where to, and writes the grid or the table there."""
    from okrdesk.exchange.sheet_csv import write_sheet

    if desk.bridge is None:
        return
    name = tr("{plan} matrix").format(plan=desk.bridge.path.stem)
    path = files.ask_csv(desk.widget, desk.session.folder() / f"{name}.csv")
    if path is None:
        return
    rows = grid_rows(matrix)
    if as_table:
        rows = [list(heads()), *table_rows(matrix, desk.bridge.snapshot)]
    try:
        write_sheet(path, rows)
    except UserError as error:
        desk.say_problem(tr("The matrix could not be written to that folder."), error)
        return
    desk.toast(tr("Matrix saved as {name}").format(name=path.name), way=_folder_of(path))


def _folder_of(path: Path) -> Way:
    """Shows where it was written."""
    place = QUrl.fromLocalFile(str(path.parent))
    return Way(tr("Show in folder"), lambda: QDesktopServices.openUrl(place))
