"""Settings of the publication, as the preview builds it; `publishconf.py` says what differs in production."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).absolute().parent))  # the kit lies beside this file
from plugins.settings import *

SITENAME = "Lowdown"
SITESUBTITLE = "Daily marketing news from Asia"
SITEURL = "https://lowdown.example"
TIMEZONE = "Asia/Singapore"
DEFAULT_LANG = "en"

# What each plugin is told; `docs/settings.md` lists every key, `plugins/settings.py` what the kit sets.
DESK = {
    "show_drafts": True,
    "languages": {
        "id": {"tagline": "Berita pemasaran harian dari Asia"},
        "zh-Hant": {"tagline": "每日亞洲行銷新聞"},
    },
}
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
    "languages": {
        "id": {
            "telegram": "Berita begitu terbit, tanpa yang lain, di Telegram Anda.",
            "promise": "Berita pemasaran yang penting di Asia, setiap pagi hari kerja, dalam lima menit.",
            "frequency": "setiap pagi hari kerja",
        },
        "zh-Hant": {
            "telegram": "新聞一出就到您的 Telegram，別無其他。",
            "promise": "亞洲重要的行銷新聞，每個工作日早上，五分鐘讀完。",
            "frequency": "每個工作日早上",
        },
    },
}
PAGES = {
    "front_size": 6,  # few, so that the demonstration's fronts have more than one page
    "footer": ["about", "contact", "newsletter", "advertise", "editorial-standards", "corrections", "privacy"],
    "policies": {
        "about": "about",
        "contact": "contact",
        "principles": "editorial-standards",
        "corrections": "corrections",
    },
}
EMBEDS = {"hosts": {"social.example": "mastodon", "video.example": "peertube"}}
