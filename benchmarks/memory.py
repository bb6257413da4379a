"""How the memory grows while somebody works at random: the monkey of the tests, watched.

Only where the system tells the memory of a process in ``/proc``; elsewhere there is no figure.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Figure
from benchmarks.plans import TODAY
from okrdesk.app.examples import write_example

ROOT = Path(__file__).parents[1]
SECONDS, EVERY, SEED = 600, 1.0, 2026
MOST = 1.0
"""Megabytes a minute that count as flat: some of what is remembered fills up over hours."""
_WARM = 3
"""After a third of the time everything has been loaded that is loaded once."""
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0


def figures(folder: Path, seconds: int = SECONDS, every: float = EVERY) -> Iterator[Figure]:
    """The slope of the resident memory, by the medians of its pairs (Theil and Sen)."""
    if not Path("/proc/self/statm").exists():
        return
    found = watched(folder, seconds, every)
    warm = [point for point in found if point[0] > seconds / _WARM]
    a_minute = 60 * slope(warm)
    yield Figure(
        f"memory over {seconds:,} seconds of random use, growth a minute",
        "MB",
        round(a_minute, 3),
        "memory at the end",
        round(warm[-1][1], 1),
        None,
        f"<= {MOST:g} MB",
        a_minute <= MOST,
        1,
    )


def watched(folder: Path, seconds: int, every: float) -> list[tuple[float, float]]:
    """Seconds and megabytes of a monkey in a process of its own."""
    plan = folder / "Marigold Beauty.okrdesk"
    write_example(plan, "marigold", TODAY)
    home = {"HOME": str(folder), "OKRDESK_HOME": str(folder / "home")}
    monkey = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.monkey", plan, str(SEED), str(seconds)],
        cwd=ROOT,
        env={**os.environ, **home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
    )
    begun, found = time.monotonic(), list[tuple[float, float]]()
    while monkey.poll() is None:
        found.append((time.monotonic() - begun, _megabytes(monkey.pid)))
        time.sleep(every)
    return [point for point in found if point[1]]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The median slope between each point and the one half the time later; 0 for one point."""
    half = len(points) // 2
    pairs = zip(points[: len(points) - half], points[half:], strict=True)
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs if b[0] > a[0]]
    return statistics.median(slopes) if slopes else 0.0


def _megabytes(process: int) -> float:
    """Its resident memory; 0 when it has just ended."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * _PAGE / 1e6
