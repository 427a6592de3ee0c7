"""`python -m tests.publish.install`: gets the servers that are tested with, where that takes no password.

Tests of a server that is not there are skipped, and say so.
"""

import os
import shutil
import subprocess
import sys

PACKAGES = {
    "nginx": "nginx-light",
    "caddy": "caddy",
    "sshd": "openssh-server",
    "ssh": "openssh-client",
    "rsync": "rsync",
}
"""Debian's packages by program."""
INSTALL_SECONDS = 300


def missing() -> list[str]:
    """Return the programs that this machine lacks."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"  # where sshd is, which not every user's PATH has
    return [program for program in PACKAGES if shutil.which(program, path=path) is None]


def main() -> int:
    """Install what is missing, if this may; return the exit status, which is good in any case."""
    packages = [PACKAGES[program] for program in missing()]
    if packages and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing Debian's {' and '.join(packages)} …", flush=True)
        _run(["apt-get", "update", "-qq"])
        for package in packages:
            _run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", package])
    for program in missing():
        print(f"No {program} here: its tests are skipped (sudo apt-get install {PACKAGES[program]})", flush=True)
    return 0


def _run(command: list[str]) -> None:
    """Run a step that may fail: whether the program is there afterwards is what counts."""
    try:
        subprocess.run(
            command,
            check=False,
            timeout=INSTALL_SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Offline, so that no package starts a service of its own: the tests start theirs on free ports.
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "SYSTEMD_OFFLINE": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]}: {error}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
