"""The window: the only room that knows Qt.

What stands below it is imported before Qt: PySide6 reads the source of every module that is
imported later, to see whether it asks for features of Qt, and a fifth of the start goes there.
"""

import platformdirs  # noqa: F401  # for the order of imports, not for the name

import okrdesk.app.commands
import okrdesk.app.settings
import okrdesk.app.workspace  # noqa: F401  # for the order of imports, not for the names
