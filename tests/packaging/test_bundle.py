"""The finished bundle tests itself."""

import subprocess
import sys

import pytest

from devtools import ROOT


@pytest.mark.long
def test_the_bundle_tests_itself() -> None:
    done = subprocess.run(
        [sys.executable, "dev.py", "package"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert (ROOT / "dist" / "okrdesk" / "_internal" / "okrdesk" / "_assets").is_dir()
