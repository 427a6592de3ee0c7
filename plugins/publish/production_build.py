"""Runs the production build as a process of its own: what goes wrong in it cannot reach the publisher."""

import subprocess
import sys
from pathlib import Path


def run_build(settings: Path, output: Path, lock: int, *, aside: bool = False) -> int:
    """Build the publication into `output` and return the exit status; 128 + n when signal n ended it.

    What the build says goes to standard error if it shall stand `aside` of what programs read.

    The build holds `lock` too: after a killed publisher nobody starts to build while this one still writes.
    """
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-s",
        str(settings),
        "-o",
        str(output),
        "--fatal=errors",
    ]
    said = sys.stderr if aside else None
    status = subprocess.run(command, check=False, pass_fds=[lock], stdout=said).returncode
    return status if status >= 0 else 128 - status
