"""`python -m tests.publish.install_azurite`: puts Azurite, a Blob storage for tests, into `.cache/azurite`.

`tests/publish/azurite` has its lock, with a hash for every package. To renew it: `npm update` there, then remove
`node_modules`. Node comes from the machine, else from the distribution; a second run installs nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SOURCE = Path(__file__).parent / "azurite"
PLACE = ROOT / ".cache" / "azurite"
FILES = ("package.json", "package-lock.json", ".npmrc")
PROGRAM = PLACE / "node_modules" / "azurite" / "dist" / "src" / "blob" / "main.js"
SECONDS = 600
MISSING = "no Azurite here, so nothing is tried against Azure's interface; run python -m tests.publish.install_azurite"


def ready() -> Path | None:
    """Return the program if it is the one that the lock names."""
    stamp = PLACE / "ready"
    return PROGRAM if stamp.is_file() and PROGRAM.is_file() and stamp.read_text() == _lock_digest() else None


def install() -> str:
    """Install what the lock names; return what is in the way of that, or nothing."""
    if not (shutil.which("npm") and shutil.which("node")) and not _install_node():
        return "No Node.js was found; install it (sudo apt-get install nodejs npm) and run this again."
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(SOURCE / name, PLACE / name)
    print("Installing Azurite …", flush=True)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=PLACE, check=False, capture_output=True, text=True, timeout=SECONDS)
    if done.returncode or not PROGRAM.is_file():
        return f"npm could not install Azurite; see to that and run this again:\n{done.stderr.strip()}"
    (PLACE / "ready").write_text(_lock_digest())
    return ""


def _install_node() -> bool:
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    print("Installing Debian's Node.js …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", "nodejs", "npm"]):
        subprocess.run(["apt-get", *words], check=False, capture_output=True, timeout=SECONDS, env=environment)
    return bool(shutil.which("npm") and shutil.which("node"))


def _lock_digest() -> str:
    return hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()


def main() -> int:
    """Install Azurite unless it is there; where that cannot be, say so, and fail nothing: tests are skipped."""
    problem = "" if ready() else install()
    if problem:
        print(f"{problem}\nUntil then the tests against Azure's interface are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
