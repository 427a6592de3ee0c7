"""The Pelican edge of the feeds."""

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.feeds.assemble import Publication, feeds
from plugins.feeds.atom import atom
from plugins.feeds.settings import FeedsSettings
from plugins.newsroom.articles import newest_first
from plugins.newsroom.press import Press
from plugins.newsroom.settings import read_settings, settings_problems


class FeedsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes a feed for every front."""

    def generate_output(self, writer: Press) -> None:
        settings = self.settings
        publication = Publication(
            name=settings["SITENAME"],
            tagline=settings["SITESUBTITLE"],
            lang=settings["DEFAULT_LANG"],
            url=settings["SITEURL"],
        )
        articles = newest_first(item.desk for item in self.context["articles"])
        size = read_settings(FeedsSettings, settings, "FEEDS").size
        for feed in feeds(publication, settings["NEWSROOM"], articles, size):
            writer.write_bytes(feed.path, atom(feed))


def check_settings(pelican: Pelican) -> None:
    problems = pelican.settings.setdefault("PROBLEMS", [])
    problems.extend(settings_problems(FeedsSettings, pelican.settings, "FEEDS"))


def offer_generator(pelican: Pelican) -> type[Generator]:
    return FeedsGenerator


def register() -> None:
    """Connect the feeds to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(offer_generator)
