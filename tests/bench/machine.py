"""What the figures were measured on, as far as it matters to them."""

import os
import platform
import re
from pathlib import Path


def machine() -> str:
    """Return processor, cores, memory, kernel and Python in one line."""
    cores = len(os.sched_getaffinity(0))
    return (
        f"{_processor()}, {cores} cores, {_gigabytes():.0f} GB, "
        f"Linux {platform.release()}, Python {platform.python_version()}"
    )


def _processor() -> str:
    found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    return " ".join(found[1].split()) if found else platform.machine()


def _gigabytes() -> float:
    found = re.search(r"^MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="ascii"), re.MULTILINE)
    return int(found[1]) * 1024 / 1e9 if found else 0.0
