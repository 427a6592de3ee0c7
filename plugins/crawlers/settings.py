"""Settings of what crawlers are told: `CRAWLERS` in `pelicanconf.py`."""

import re

from pydantic import Field, field_validator

from plugins.newsroom.settings import PluginSettings

_NAME = re.compile(r"\*|[A-Za-z0-9_-]+")
_PATH = re.compile(r"/[!-~]*", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")


class CrawlersSettings(PluginSettings):
    """Crawlers and language models."""

    search: bool = True
    """Search engines may read the publication."""
    ai_search: bool = True
    """Services that answer questions, and name their sources, may read it."""
    ai_training: bool = True
    """Those that gather texts to train models may read it."""
    agents: dict[str, bool] = Field(
        default={},
        description="Crawlers by name, `GPTBot`, and if each may read it, whatever its purpose; `*` for all others.",
    )
    disallow: tuple[str, ...] = ()
    """Paths that no crawler shall ask for, as `/tags/`; `*` stands for anything, `$` for the end."""
    llms: bool = False
    """Articles as Markdown beside their pages, and `llms.txt`, which lists them."""
    indexnow_key: str = ""
    """Key by which IndexNow knows the publication: 8 to 128 letters, digits and hyphens; published as `<key>.txt`."""

    @field_validator("agents")
    @classmethod
    def _names(cls, agents: dict[str, bool]) -> dict[str, bool]:
        first: dict[str, str] = {}
        for name in agents:
            if (other := first.setdefault(name.lower(), name)) != name:
                raise ValueError(f"{other!r} and {name!r} are one crawler; keep one of them")
            if not _NAME.fullmatch(name):
                raise ValueError(f"{name!r} is no name of a crawler; write it as in GPTBot, without version or address")
        return agents

    @field_validator("disallow")
    @classmethod
    def _paths(cls, paths: tuple[str, ...]) -> tuple[str, ...]:
        for path in paths:
            if not _PATH.fullmatch(path) or "#" in path:
                raise ValueError(f"{path!r} is no path; begin with a slash, and write other letters as in %C3%A9")
        return paths

    @field_validator("indexnow_key")
    @classmethod
    def _key(cls, key: str) -> str:
        if key and not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is no key of IndexNow; write 8 to 128 letters, digits and hyphens")
        return key
