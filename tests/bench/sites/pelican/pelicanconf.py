"""The publication of the benchmark in stock Pelican, with the fronts and feeds that the kit makes.

Plugins and caches are chosen on the command line, with `-e`.
"""

import json
from pathlib import Path

TEXTS = json.loads(Path("texts.json").read_text(encoding="utf-8"))

SITENAME = "Lowdown"
SITESUBTITLE = "Daily marketing news from Asia"
SITEURL = "https://lowdown.example"
FEED_DOMAIN = SITEURL
TIMEZONE = "Asia/Singapore"
DEFAULT_LANG = "en"
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["pictures"]
THEME = "theme"
THEME_STATIC_DIR = "."
TYPOGRIFY = True
PLUGINS = []

SLUGIFY_SOURCE = "basename"
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
PAGE_URL = CATEGORY_URL = "{slug}/"
TAG_URL = "tags/{slug}/"
AUTHOR_URL = "authors/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_SAVE_AS = CATEGORY_SAVE_AS = PAGE_URL + "index.html"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
MONTH_ARCHIVE_URL = "archive/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "authors/index.html"
DIRECT_TEMPLATES = ["index", "tags", "authors", "archives", "404"]

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = "{slug}/feed.xml"
TAG_FEED_ATOM = "tags/{slug}/feed.xml"
AUTHOR_FEED_ATOM = "authors/{slug}/feed.xml"
AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

RELATED_POSTS_MAX = 4
