"""Where releases go and how many stay: `PUBLISH` in `publishconf.py`, and the environment over it."""

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field

from plugins.newsroom.problems import report
from plugins.newsroom.settings import PluginSettings, read_settings, settings_problems
from plugins.publish.errors import PublishError


class PublishSettings(PluginSettings):
    """`make publish`; set in `publishconf.py`."""

    target: str = Field(default="published", min_length=1)
    """Folder that holds the releases; `PUBLISH_TARGET` in the environment comes first."""
    keep: int = Field(default=10, ge=2)
    """How many releases stay; two at least, for those who still read the last."""


CHECKOUT_FOLDERS = ("output", "output.stet", ".preview", "content", "plugins", "theme", ".git", ".cache", ".venv")
"""Folders of the checkout that a build fills and empties, that it reads, or that `make clean` removes."""


def read_publish_settings(file: Path, environment: Mapping[str, str]) -> PublishSettings:
    """Return the `PUBLISH` dict of the settings file; `PUBLISH_TARGET` in the environment comes first.

    Raises PublishError with every problem, one a line.
    """
    settings: dict[str, Any] = runpy.run_path(str(file))
    problems = settings_problems(PublishSettings, settings, "PUBLISH", (file, file.with_name("pelicanconf.py")))
    if problems:
        raise PublishError(report(problems))
    found = read_settings(PublishSettings, settings, "PUBLISH")
    target = environment.get("PUBLISH_TARGET")
    return found.model_copy(update={"target": target}) if target else found


def target_folder(target: str) -> Path:
    """Return the folder that `target` names.

    Raises PublishError for a kind that is not there yet, and for a folder where releases and the checkout would destroy
    one another, wherever links lead.
    """
    kind = urlsplit(target).scheme if "://" in target else ""
    if kind:
        raise PublishError(
            f"target {target!r}: {kind}:// is not supported yet; name a folder (PUBLISH_TARGET=published)"
        )
    root = Path(target).resolve()
    for name in CHECKOUT_FOLDERS:
        if relation := _relation(root, Path(name).resolve()):
            remedy = "name a folder of its own (PUBLISH_TARGET=published)"
            raise PublishError(f"target {target!r} {relation} {name}/, which is no place for releases; {remedy}")
    return Path(target)


def _relation(target: Path, folder: Path) -> str | None:
    """Return how `target` meets `folder`, both resolved, in words; None where they are apart."""
    if target == folder:
        return "is"
    if target.is_relative_to(folder):
        return "lies in"
    return "contains" if folder.is_relative_to(target) else None
