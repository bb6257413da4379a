"""The words for a status, the same on every screen."""

from PySide6.QtCore import QCoreApplication


def status_word(status: str) -> str:
    """Return the word for a status of the domain (`on_track`, `behind`, …), translated."""
    words = {
        "on_track": QCoreApplication.translate("Status", "On track"),
        "behind": QCoreApplication.translate("Status", "Behind"),
        "at_risk": QCoreApplication.translate("Status", "At risk"),
        "achieved": QCoreApplication.translate("Status", "Achieved"),
        "not_started": QCoreApplication.translate("Status", "Not started"),
    }
    return words[status]
