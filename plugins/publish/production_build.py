"""Runs the production build as a process of its own, so that no failure in it can reach the publisher."""

import subprocess
import sys
from pathlib import Path


def run_build(settings: Path, output: Path, lock: int, *, aside: bool = False) -> int:
    """Build the publication into `output` and return the exit status; 128 + n when signal n ended it.

    The build prints to standard error if standard output is for programs (`aside`). It holds `lock` too: after a killed
    publisher no other one starts to build while this build still writes.
    """
    pelican = [sys.executable, "-m", "pelican", "content", "-s", str(settings), "-o", str(output), "--fatal=errors"]
    stream = sys.stderr if aside else None
    status = subprocess.run(pelican, check=False, pass_fds=[lock], stdout=stream).returncode
    return status if status >= 0 else 128 - status
