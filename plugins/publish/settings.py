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

    target: str = Field(default="published", min_length=1, description="folder that holds the releases")
    keep: int = Field(
        default=10, ge=2, description="how many releases stay; two at least, for those who still read the last"
    )


def read_publish_settings(file: Path, environment: Mapping[str, str]) -> PublishSettings:
    """Return the `PUBLISH` dict of the settings file; `PUBLISH_TARGET` in the environment comes first.

    Raises PublishError with every problem, one a line.
    """
    settings: dict[str, Any] = runpy.run_path(str(file))
    problems = settings_problems(PublishSettings, settings, "PUBLISH", file)
    if problems:
        raise PublishError(report(problems))
    found = read_settings(PublishSettings, settings, "PUBLISH")
    target = environment.get("PUBLISH_TARGET")
    return found.model_copy(update={"target": target}) if target else found


def target_folder(target: str) -> Path:
    """Return the folder that `target` names; raises PublishError for a kind that is not there yet."""
    kind = urlsplit(target).scheme if "://" in target else ""
    if kind:
        raise PublishError(
            f"target {target!r}: {kind}:// is not supported yet; name a folder (PUBLISH_TARGET=published)"
        )
    return Path(target)
