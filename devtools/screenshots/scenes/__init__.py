"""Every scene a picture is taken of; a file for each part of the window.

The plan stays open from one scene to the next; what needs another state makes it and leaves none.
"""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from devtools.screenshots.scenes import (
    above,
    alignment_map,
    check_in,
    dashboard,
    files,
    frame,
    initiatives,
    inspector,
    kpis,
    matrix,
    plan,
    present,
    selection,
    settings,
    start,
    tree,
    weeks,
)
from okrdesk.ui.main_window import MainWindow

SCENES: tuple[Callable[[MainWindow], QPixmap], ...] = (
    *start.SCENES,
    *plan.SCENES,
    *tree.SCENES,
    *frame.SCENES,
    *check_in.SCENES,
    *dashboard.SCENES,
    *alignment_map.SCENES,
    *initiatives.SCENES,
    *weeks.SCENES,
    *kpis.SCENES,
    *matrix.SCENES,
    *inspector.SCENES,
    *files.SCENES,
    *settings.SCENES,
    *above.SCENES,
    *selection.SCENES,
    *present.SCENES,
)
