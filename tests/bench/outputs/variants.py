"""The ways to build the publication: with and without what the kit makes for machines."""

from dataclasses import dataclass
from pathlib import Path

WITHOUT = """
PLUGINS = [name for name in PLUGINS if name not in ("plugins.sitemaps", "plugins.crawlers")]
FEEDS = {"formats": {"home": ["atom"], "language": ["atom"]}, "archives": {}}
"""
PARTNERS = """
FEEDS = {"partners": {"flipboard": {"hours": 48}, "digest": {"format": "json", "text": "summary"}}}
CRAWLERS = {"llms": True, "indexnow_key": "0123456789abcdef"}
"""
THRICE = """
FEEDS = {"formats": dict.fromkeys(("category", "tag", "author"), ["atom", "rss", "json"])}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to build the publication."""

    name: str
    title: str
    settings: str = ""
    """What is set beside what `benchconf.py` sets."""
    checkout: Path | None = None
    """The kit that builds it, where that is not the one that runs this."""


VARIANTS = (
    Variant(name="without", title="without", settings=WITHOUT),
    Variant(name="usual", title="as it comes", settings=""),
    Variant(name="everything", title="everything on", settings=PARTNERS),
    Variant(name="thrice", title="three formats everywhere", settings=THRICE),
)
