"""``python -m benchmarks [NAME …]``: one JSON line a figure.

Names: opening, starting, using, queue, tree, map, looking, dashboard, first_chart, palette,
reading, journal, handing_out, and memory, which takes ten minutes; all but that one without a name.
"""

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import emit

ALL = (
    "starting",
    "opening",
    "using",
    "queue",
    "tree",
    "map",
    "looking",
    "dashboard",
    "first_chart",
    "palette",
    "reading",
    "journal",
    "handing_out",
)

LONG = ("memory",)
"""Take so long that they are only done by name."""


def main(names: list[str]) -> int:
    """Measures and prints; the exit code is 0 whatever the figures are."""
    for name in names or ALL:
        if name not in (*ALL, *LONG):
            known = ", ".join((*ALL, *LONG))
            print(f"There is no benchmark “{name}”. Choose from: {known}.", file=sys.stderr)
            return 2
        with TemporaryDirectory() as folder:
            for figure in import_module(f"benchmarks.{name}").figures(Path(folder)):
                emit(figure)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
