"""Settings of publishing: `PUBLISH` in `publishconf.py`, and the environment over it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from plugins.newsroom.problems import report
from plugins.newsroom.settings import PluginSettings, read_settings, settings_problems
from plugins.publish.csp_sources import Sources
from plugins.publish.errors import PublishError
from plugins.publish.settings_file import run_settings
from plugins.publish.target_names import checked_target, checked_url, variable_of


class CloudFrontPurge(PluginSettings):
    """Amazon CloudFront; credentials as for `s3://`."""

    provider: Literal["cloudfront"]
    """Name of the network."""
    distribution: str = Field(min_length=1)
    """Identity of the distribution (`E2QWRUHAPOMQZL`)."""


class CloudflarePurge(PluginSettings):
    """Cloudflare; `CLOUDFLARE_API_TOKEN` in the environment, with leave to purge the zone's cache."""

    provider: Literal["cloudflare"]
    """Name of the network."""
    zone: str = Field(min_length=1)
    """Identity of the zone (32 hexadecimal digits)."""
    batch: int = Field(default=100, ge=1, le=500)
    """Addresses in one call: 100 with every plan, 500 with Enterprise."""


class FastlyPurge(PluginSettings):
    """Fastly; `FASTLY_API_TOKEN` in the environment."""

    provider: Literal["fastly"]
    """Name of the network."""
    soft: bool = True
    """True if purged copies may still be served while they are fetched anew."""


class BunnyPurge(PluginSettings):
    """Bunny; `BUNNY_API_KEY` in the environment."""

    provider: Literal["bunny"]
    """Name of the network."""


Purge = Annotated[CloudFrontPurge | CloudflarePurge | FastlyPurge | BunnyPurge, Field(discriminator="provider")]


class HeaderSettings(PluginSettings):
    """Choices about headers; [headers.md](headers.md) lists them all."""

    hsts: int = Field(default=31_536_000, ge=0)
    """Seconds for which browsers shall use HTTPS only (Strict-Transport-Security); 0 leaves the header out."""
    page_seconds: int = Field(default=60, ge=0)
    """Seconds for which pages, feeds and all files that keep their names are taken for fresh."""
    sources: Sources = Field(default={})
    """More sources for the content security policy, by directive: `{"img-src": ["https://pictures.example.com"]}`."""


class PublishSettings(PluginSettings):
    """`make publish`; set in `publishconf.py`."""

    target: str = "published"
    """Place of releases, as [operators.md](operators.md) lists them: a folder, `s3://bucket`, `ssh://host/folder` …;
    `PUBLISH_TARGET` in the environment comes first."""
    keep: int = Field(default=10, ge=2)
    """Number of releases that stay; two at least, for readers of the last."""
    url: str = ""
    """Address that readers use; `SITEURL` where it is empty. `PUBLISH_URL` in the environment comes first."""
    verify: bool = True
    """True if some pages are fetched from there after a release has gone to another machine."""
    publisher: str = ""
    """Name of the one publisher, for object stores without compare-and-swap; `PUBLISH_PUBLISHER` comes first."""
    grace: int = Field(default=86_400, ge=0)
    """Seconds for which a picture with a digest in its name stays after the last page that showed it has changed."""
    lease: int = Field(default=60, ge=2)
    """Seconds after which a publisher that gives no sign is taken for dead."""
    timeout: int = Field(default=60, ge=1)
    """Seconds that one request to an object store may take, and that it is tried again for."""
    takedown: list[str] = Field(default_factory=list)
    """Articles, pages and pictures that must not be public, by address, slug or file: no page, feed or card has them,
    and no release that is gone back to ([operators.md](operators.md))."""
    purge: Purge | None = None
    """Network in front of the target whose copies are purged; None for none."""
    tell: list[Literal["websub", "indexnow"]] = Field(default_factory=list)
    """Services that are told of changed addresses after a release: `websub`, the hub of the feeds (`FEEDS["hub"]`), and
    `indexnow`, search engines (`CRAWLERS["indexnow_key"]`); [outputs.md](outputs.md#telling-the-world)."""
    headers: HeaderSettings = HeaderSettings()
    """Headers of pages."""

    @field_validator("target")
    @classmethod
    def _target_is_one(cls, target: str) -> str:
        return checked_target(target)

    @field_validator("url")
    @classmethod
    def _url_is_an_address(cls, url: str) -> str:
        return checked_url(url) if url else url


def read_publish_settings(file: Path, environment: Mapping[str, str]) -> PublishSettings:
    """Return the `PUBLISH` dict of the settings file; `PUBLISH_TARGET` and the like in the environment come first.

    Raises PublishError with every problem, one a line.
    """
    settings: dict[str, Any] = run_settings(file)
    problems = settings_problems(PublishSettings, settings, "PUBLISH", (file, file.with_name("pelicanconf.py")))
    if problems:
        raise PublishError(report(problems))
    found = read_settings(PublishSettings, settings, "PUBLISH")
    return found.model_copy(update=_named_in(environment))


def _named_in(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return the settings that the environment has, by their keys."""
    checks: Mapping[str, Callable[[str], str]] = {"target": checked_target, "url": checked_url, "publisher": str.strip}
    named = {}
    for key, check in checks.items():
        variable = f"PUBLISH_{key.upper()}"
        value = variable_of(environment, variable)
        if value is not None:
            try:
                named[key] = check(value)
            except ValueError as error:
                raise PublishError(f"{variable} {error}") from None
    return named
