"""Settings of the publication, as the preview builds it; `publishconf.py` says what differs in production."""

SITENAME = "Lowdown"
SITESUBTITLE = "Daily marketing news from Asia"
SITEURL = "https://lowdown.example"
TIMEZONE = "Asia/Singapore"
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]

PLUGINS = [
    "plugins.desk",
    "plugins.pictures",
    "plugins.related",
    "plugins.share",
    "plugins.cta",
    "plugins.promos",
    "plugins.share_cards",
    "plugins.pages",
    "plugins.feeds",
    "plugins.press",
    "plugins.stet",
]

# What each plugin is told; `docs/settings.md` lists every key.
DESK = {"show_drafts": True}
PICTURES = {}
RELATED = {"fill": True}
SHARE = {
    "networks": [
        "x",
        "facebook",
        "linkedin",
        "whatsapp",
        "telegram",
        "threads",
        "bluesky",
        "reddit",
        "line",
        "email",
    ],
}
CTA = {
    "telegram": {
        "channel": "lowdown_example",
        "text": "The stories as they run, and nothing else, in your Telegram.",
    },
    "newsletter": {
        "provider": "listmonk",
        "host": "https://lists.lowdown.example",
        "lists": ["7b1d0c0e-2f63-4f5e-9a44-6f0d3c1a8e55"],
        "name": "The Daily Lowdown",
        "promise": "The marketing stories that matter in Asia, every working morning, in five minutes.",
        "sender": "Lowdown",
        "frequency": "every working morning",
    },
}
PROMOS = {}
SHARE_CARDS = {}
PAGES = {
    "front_size": 6,  # few, so that the demonstration's fronts have more than one page
    "footer": ["about", "contact", "newsletter", "advertise", "editorial-standards", "corrections", "privacy"],
}
FEEDS = {}
PRESS = {"patterns": True}
PREVIEW = {}

# Text: Python-Markdown, then Typogrify. `extension_configs` adds extensions, {"markdown.extensions.admonition": {}}, to
# those that every text is read with (`plugins/desk/text/markdown.py`).
MARKDOWN = {"extension_configs": {}, "output_format": "html5"}
TYPOGRIFY = True

# Front matter alone says when an article was published and whether it is public.
WITH_FUTURE_DATES = True
USE_FOLDER_AS_CATEGORY = False
ARTICLE_TRANSLATION_ID = ""
PAGE_TRANSLATION_ID = ""
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# Every page and feed is written by `plugins.press`; Pelican's own outputs stay off.
DIRECT_TEMPLATES = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
DELETE_OUTPUT_DIRECTORY = True
