"""What another program hears of the window: walks the accessibility bus of the session.

``python -m tests.journeys.spoken_window FILE`` starts the program with the plan, on the session
bus that is there, and prints one JSON line a thing that is heard: role and name.
"""

import json
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROGRAM = "okrdesk"
PATIENCE = 60.0
MOST = 2_000
SHOWING = 1 << 25
"""The bit of a node's state that says that it is on the screen."""
Node = tuple[str, str]


def bus() -> DBusConnection:
    """The bus of the screen readers, which the session's bus knows the way to."""
    with open_dbus_connection("SESSION") as session:
        place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = session.send_and_get_reply(new_method_call(place, "GetAddress")).body
    return open_dbus_connection(address)


def asked(connection: DBusConnection, node: Node, method: str) -> Any:
    """The first value of what a node answers."""
    place = DBusAddress(node[1], node[0], ACCESSIBLE)
    return connection.send_and_get_reply(new_method_call(place, method), timeout=10).body[0]


def name(connection: DBusConnection, node: Node) -> str:
    """What a reader says of a node."""
    place = DBusAddress(node[1], node[0], ACCESSIBLE)
    reply = connection.send_and_get_reply(Properties(place).get("Name"), timeout=10)
    return str(reply.body[0][1])


def program(connection: DBusConnection) -> Node:
    """The root of the program, once it is on the bus."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = asked(connection, ("org.a11y.atspi.Registry", ROOT), "GetChildren")
        for owner, path in found:
            if name(connection, (owner, path)) == PROGRAM:
                return owner, path
    raise SystemExit("The program did not come to the bus.")


def heard(connection: DBusConnection, root: Node) -> Iterator[tuple[str, str]]:
    """Role and name of everything below that is on the screen, from the top."""
    waiting, seen = deque([root]), 0
    while waiting and seen < MOST:
        node, seen = waiting.popleft(), seen + 1
        if node == root or asked(connection, node, "GetState")[0] & SHOWING:
            yield asked(connection, node, "GetRoleName"), name(connection, node)
        waiting.extend((owner, path) for owner, path in asked(connection, node, "GetChildren"))


def whole(connection: DBusConnection, root: Node) -> list[tuple[str, str]]:
    """Everything that is heard once the rows of the plan are."""
    end, found = time.monotonic() + PATIENCE, list[tuple[str, str]]()
    while time.monotonic() < end and "tree item" not in {role for role, _ in found}:
        found = list(heard(connection, root))
    return found


def main(plan: str) -> int:
    """Starts the program, listens, ends it."""
    command = [sys.executable, "-m", "okrdesk", plan, "--today", "2026-08-17"]
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with subprocess.Popen(command, env=environment) as running, bus() as connection:
        try:
            for role, words in whole(connection, program(connection)):
                print(json.dumps([role, words]), flush=True)  # noqa: T201  # the test reads it
        finally:
            running.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
