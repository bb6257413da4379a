"""The two buttons at the foot of a dialog that asks for something."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


def answers(dialog: QDialog, cancel: str, go_on: str, *, ready: bool = True) -> QDialogButtonBox:
    """One that leaves the dialog, and the default one that accepts it, as soon as it is ready."""
    box = QDialogButtonBox()
    box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    accept = box.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
    accept.setDefault(True)
    accept.setEnabled(ready)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
