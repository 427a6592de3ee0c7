"""`python -m tests.browser.install`: finds a Chromium that runs, or gets one, and notes in `.venv` where it is.

A headless shell is the first choice: it has no windows, and pages cost it a third of the CPU time that they cost a
whole Chromium.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NOTE = Path(sys.prefix) / "chromium-path"
SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",  # containers and root have no sandbox; the pages are our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DOWNLOAD_SECONDS = 300
MISSING = (
    "No Chromium runs here, and Playwright's could not be fetched; "
    "install one (sudo apt-get install chromium) or name one (CHROMIUM=/path/to/chromium)"
)


def noted() -> str | None:
    """Return the Chromium that is named, or else was found before, if it is still there."""
    path = os.environ.get("CHROMIUM") or (NOTE.read_text(encoding="utf-8").strip() if NOTE.is_file() else "")
    return path if path and Path(path).is_file() else None


def find() -> str | None:
    """Return the first Chromium of the machine that runs, and get none."""
    return next((path for path in _on_machine() if runs(path)), None)


def get() -> str | None:
    """Return a Chromium that runs: a headless shell if one can be had, else what there is, else what can be had."""
    found = find()
    if (found is None or "headless" not in Path(found).name) and not os.environ.get("CHROMIUM"):
        found = _from_debian(SHELL) or found
    return found or _from_playwright() or _from_debian("chromium")


def _from_debian(package: str) -> str | None:
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return None
    print(f"Installing Debian's {package} …", flush=True)
    _run(["apt-get", "update", "-qq"])
    _run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", package, "fonts-liberation"])
    return find()


def _from_playwright() -> str | None:
    print("Fetching Playwright's Chromium …", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"])
    return find()


def runs(path: str) -> bool:
    """Tell whether the browser at `path` starts and shows a page; one that lacks a library does not."""
    command = [path, "--headless", *FLAGS, "--dump-dom", "data:text/html,<p>ready"]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "ready" in done.stdout


def _on_machine() -> Iterator[str]:
    """Yield paths to try; not inside of `sync_playwright`, of which there may be one at a time."""
    for name in (os.environ.get("CHROMIUM"), SHELL, _playwrights_own(), *NAMES):
        if name and (path := shutil.which(name)):
            yield path


def _playwrights_own() -> str:
    """Return where Playwright keeps a headless shell, if it has got one."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _run(command: list[str]) -> None:
    """Run a step that may fail: whether a browser runs afterwards is what counts."""
    try:
        subprocess.run(
            command,
            check=False,
            timeout=DOWNLOAD_SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]}: {error}", flush=True)


def main() -> int:
    """Note where a Chromium is; return the exit status."""
    if not os.environ.get("CHROMIUM") and noted():
        return 0
    path = get()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    NOTE.write_text(path + "\n", encoding="utf-8")
    print(f"Browser tests use {path}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
