"""The first chart after start: from choosing a key result until its chart is drawn.

``python -m benchmarks.first_chart plan FILE`` or ``… bare`` prints the seconds, in a process
that has drawn none before.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks import plans
from benchmarks.measure import Figure, above

_BARE, _REST = "bare", 0.002
ALLOWANCE_SECONDS = 0.3
"""What the window may take beyond loading the library and drawing one chart with it."""


def figures(folder: Path) -> Iterator[Figure]:
    """The window beside the library alone."""
    plan = plans.write(folder / "chart.okrdesk", 60)
    yield above(
        "first chart after start",
        lambda: _run(folder, "plan", str(plan)),
        "the library loaded, and one chart drawn",
        lambda: _run(folder, _BARE),
        ALLOWANCE_SECONDS,
    )


def _run(folder: Path, *arguments: str) -> float:
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_chart", *arguments],
        capture_output=True, check=True, env=environment, text=True,
    )  # fmt: skip
    return float(done.stdout)


def main() -> int:
    """Measures what the arguments name."""
    seconds = _bare() if sys.argv[1] == _BARE else _in_window(Path(sys.argv[2]))
    sys.stdout.write(f"{seconds}\n")
    return 0


def _bare() -> float:
    start = time.perf_counter()
    from okrdesk.charts import palette, render
    from okrdesk.charts.key_result_history import KeyResultHistory

    chart = KeyResultHistory()
    render.to_pixels(chart, chart.example(), palette.screen(dark=False), (360.0, 140.0), 1.0)
    return time.perf_counter() - start


def _in_window(file: Path) -> float:
    from benchmarks.using import PATIENCE, settle
    from okrdesk.domain.tables import KEY_RESULT
    from okrdesk.ui import application
    from okrdesk.ui.charts.view import ChartView

    app = application.made_application()
    window = application.made_window(app, plans.TODAY + timedelta(days=1))
    window.resize(1440, 900)
    window.session.open(file, write=True)
    window.show()
    settle()
    if window.plan is None or window.bridge is None:
        raise RuntimeError("the plan did not open")
    start = time.perf_counter()
    window.plan.select(min(window.bridge.snapshot.ids(KEY_RESULT)))
    while not any(view.drawn for view in window.findChildren(ChartView)):
        app.processEvents()
        # The library loads beside the window: a program at rest leaves it the processor.
        time.sleep(_REST)
        if time.perf_counter() - start > PATIENCE:
            raise RuntimeError("no chart was drawn")
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
