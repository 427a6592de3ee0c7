"""The value of a podcast, as feeds and pages show it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Podcast:
    """A podcast of the articles of a category or a tag that have a player for audio."""

    title: str
    author: str
    """Empty for the publication."""
    email: str
    """Address by which directories ask whether the podcast is the publication's own."""
    category: str
    subcategory: str
    """May be empty."""
    is_explicit: bool
    order: Literal["episodic", "serial"]
    """Directories show a serial podcast from its first episode on."""
    link: str
    """Page of the podcast elsewhere, in full; empty for the front."""
    image: str
    """The picture for directories, as pages print addresses; empty if there is none that can be shown."""
