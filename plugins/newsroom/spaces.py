"""Spaces that plugins read through the engine's view: the type of the values, and the plugin that offers them."""

from plugins.newsroom.articles import Article, Author, Body, Category, Tag, TextPage
from plugins.newsroom.choices import Agenda, Calls, Coverage, Related, ShareImage, ShareLinks
from plugins.newsroom.embeds.embed_cache import EmbedNotes
from plugins.newsroom.page_models import Site
from plugins.newsroom.words.phrases import Words
from plugins.stet.space import Space

ARTICLE = Space[Article]("article", "plugins.desk")
"""By slug."""

BODY = Space[Body]("body", "plugins.desk")
"""The text of an article, by slug."""

SHOWN_PICTURES = Space[tuple[str, ...]]("shown pictures", "plugins.desk")
"""Names, in the space `DEVELOPED`, of the pictures that an article shows, the lead picture first; by slug."""

CATEGORY = Space[Category]("category", "plugins.desk")
TAG = Space[Tag]("tag", "plugins.desk")
AUTHOR = Space[Author]("author", "plugins.desk")
TEXT_PAGE = Space[TextPage]("text page", "plugins.desk")
"""By slug."""

EMBED_NOTES = Space[EmbedNotes]("embed notes", "plugins.desk")
"""Words on the card of an embed, by canonical address; NO_NOTES of one without."""

RELATED = Space[Related]("related", "plugins.related")
"""The articles to read after an article, by slug."""

COVERAGE = Space[Coverage]("coverage", "plugins.related")
"""By the empty name; in the preview only."""

AGENDA = Space[Agenda]("agenda", "plugins.desk")
"""By the empty name; in the preview only."""

TWIN_URL = Space[str]("twin url", "plugins.crawlers")
"""Address of an article as Markdown, root-relative without prefix, by slug; where a publication has these."""

SHARE = Space[ShareLinks]("share", "plugins.share")
"""Share links of an article, by slug."""

SHARE_CARD = Space[ShareImage | None]("share card", "plugins.share_cards")
"""The share card of a page, by `card_name`; None for a page that has none in this build."""

CALLS = Space[Calls]("calls", "plugins.cta")
"""Calls to action of an article, by slug; all, by the empty name, or in a declared language by its tag and a tab."""

SITE = Space[Site]("site", "plugins.pages")
"""By the empty name; of pages in a declared language, by its tag."""

WORDS = Space[Words]("words", "plugins.desk")
"""Words of the publication, by the empty name; of a declared language, by its tag."""

TERMS = "terms"
"""Part of an article's text in the engine's store: `newsroom.language.terms.terms` of it."""
