"""The Pelican edge: checks `SHARE`, then sets `article.share` on every article."""

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from plugins.newsroom.settings import read_settings, settings_problems
from plugins.newsroom.urls import absolute_url
from plugins.share.links import share_links
from plugins.share.settings import ShareSettings


def check_settings(pelican: Pelican) -> None:
    problems = settings_problems(ShareSettings, pelican.settings, "SHARE")
    pelican.settings.setdefault("PROBLEMS", []).extend(problems)


def add_share_links(generator: ArticlesGenerator) -> None:
    settings = read_settings(ShareSettings, generator.settings, "SHARE")
    for article in generator.articles:
        url = absolute_url(generator.settings["SITEURL"], article.desk.url)
        article.share = share_links(article.desk.title, url, settings)


def register() -> None:
    signals.initialized.connect(check_settings)
    signals.article_generator_finalized.connect(add_share_links)
