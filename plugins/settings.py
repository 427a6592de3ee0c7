"""Settings that are the kit's own: every `pelicanconf.py` begins with `from plugins.settings import *`.

A publication may set any of them again below that line, and need not know them; an update may change them here.
"""

from typing import Any

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]

PLUGINS = [
    "plugins.desk",
    "plugins.pictures",
    "plugins.attachments",
    "plugins.brand",
    "plugins.related",
    "plugins.share",
    "plugins.cta",
    "plugins.promos",
    "plugins.share_cards",
    "plugins.embeds",
    "plugins.pages",
    "plugins.redirects",
    "plugins.root_files",
    "plugins.feeds",
    "plugins.sitemaps",
    "plugins.crawlers",
    "plugins.press",
    "plugins.stet",
]

PRESS = {"patterns": True}  # all components on one page, in the preview; `publishconf.py` takes it away

# Text: Python-Markdown, then Typogrify. `extension_configs` adds extensions, {"markdown.extensions.admonition": {}}, to
# those that every text is read with (`plugins/desk/text/markdown.py`).
MARKDOWN: dict[str, Any] = {"extension_configs": {}, "output_format": "html5"}
TYPOGRIFY = True

# Front matter alone says when an article was published and whether it is public.
WITH_FUTURE_DATES = True
USE_FOLDER_AS_CATEGORY = False
ARTICLE_TRANSLATION_ID = ""
PAGE_TRANSLATION_ID = ""
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# Every page and feed is written by `plugins.press`; Pelican's own outputs stay off.
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
DELETE_OUTPUT_DIRECTORY = True
LOG_FILTER: list[tuple[int, str]] = []
