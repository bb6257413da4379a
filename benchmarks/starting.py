"""Start to first paint, and memory at rest, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import plans
from benchmarks.measure import Figure, against, within
from okrdesk.app.examples import write_example

AIM_BYTES = 90 * 1024 * 1024


def figures(folder: Path) -> Iterator[Figure]:
    """The window with the sample plan beside a bare QMainWindow of the same Qt."""
    plan = folder / "marigold.okrdesk"
    write_example(plan, "marigold", plans.TODAY)
    yield against(
        "start to first paint with the sample plan",
        lambda: _run(folder, "plan", str(plan), plans.TODAY.isoformat())[0],
        "a bare QMainWindow",
        lambda: _run(folder, "bare")[0],
        1.5,
    )
    yield within(
        "memory at rest",
        lambda: _run(folder, "plan", str(plan), plans.TODAY.isoformat())[1],
        AIM_BYTES,
        unit="bytes",
        floor_is="a bare QMainWindow",
        floor=lambda: _run(folder, "bare")[1],
    )


def _run(folder: Path, *arguments: str) -> tuple[float, float]:
    """Seconds to the first paint, and resident bytes."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.painting", *arguments],
        capture_output=True, check=True, env=environment, text=True,
    )  # fmt: skip
    report = json.loads(done.stdout)
    return report["painted"] - start, float(report["resident"])
