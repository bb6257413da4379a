"""Hears from the system that the computer goes to sleep, and that it is back.

On Linux logind says so; elsewhere the lock screen takes the focus, which commits as well.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_PLACE = ("", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
"""Any sender: what follows is harmless, and the name of the service may have no owner yet."""


class SleepWatch(QObject):
    """``ends`` comes before the computer sleeps, ``begins`` when it is awake again."""

    ends = Signal()
    begins = Signal()

    def listen(self, bus: "QDBusConnection | None" = None) -> bool:
        """Begins to listen, on the system's bus; tells whether there is one."""
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus() if bus is None else bus
        slot: Any = SLOT("prepare(bool)")  # a str, although the stub of connect says bytes
        return bus.isConnected() and bus.connect(*_PLACE, self, slot)

    @Slot(bool)
    def prepare(self, asleep: bool) -> None:  # the signal of the bus is like this
        """What logind says: True before sleep, False after it."""
        (self.ends if asleep else self.begins).emit()
