"""Files of a new publication: its settings, a category, the newsroom as author, four pages, a draft."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.newsroom.words.catalogues import SOURCE, catalogue_tag
from plugins.start.answers import Answers

TEXTS = Path(__file__).parent / "texts"
TEAM = "newsroom"
"""Slug of the author that stands for all."""
PAGES = ("about", "contact", "corrections", "privacy")

_WORDS = frozenset({"colour", "date", "status"})
"""Keys whose values are the kit's words; all others are texts, and texts stand in quotes: `No` would be none."""
_IN_MARKDOWN = re.compile(r"[\\`*_{}\[\]~]")
"""Characters of a name that Markdown would read as its own."""

_SETTINGS = '''\
"""What this publication decides; docs/settings.md lists every setting, plugins/settings.py has the kit's own."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).absolute().parent))  # the kit lies beside this file
from plugins.settings import *

SITENAME = {name}
SITESUBTITLE = {tagline}
SITEURL = {url}
TIMEZONE = {zone}
DEFAULT_LANG = {locale}
BRAND = {{}}  # {{"accent": "#0058a3"}} for a colour of your own; pictures go into content/brand/
DESK = {{"show_drafts": True}}
RELATED = {{"fill": True}}
PAGES = {{"footer": {footer}}}
PAGES["policies"] = {{"about": "about", "contact": "contact", "corrections": "corrections"}}
'''


def publication_files(answers: Answers, now: datetime) -> dict[str, str]:
    """Return the text of every file of the new publication, by its path."""
    texts = starter_texts(answers.locale)
    category, team, article = (texts[name] for name in ("category", "team", "article"))
    headers: dict[str, tuple[dict[str, Any], str]] = {
        f"content/categories/{category['slug']}.md": (
            {"name": category["name"], "order": 1, "colour": "blue", "summary": category["summary"]},
            category["text"],
        ),
        f"content/authors/{TEAM}.md": (
            {"name": team["name"], "role": team["role"], "beat": team["beat"], "team": True},
            team["text"],
        ),
        f"content/articles/{now:%Y/%m}/{article['slug']}.md": (
            {
                "title": article["title"],
                "status": "draft",
                "date": f"{now:%Y-%m-%d %H:%M}",
                "category": category["name"],
                "authors": [TEAM],
                "summary": article["summary"],
            },
            article["text"],
        ),
    }
    for order, name in enumerate(PAGES, 1):
        page = texts[name]
        header = {"title": page["title"], "summary": page["summary"], "order": order}
        headers[f"content/pages/{name}.md"] = (header, page["text"])
    files = {path: _file(header, body, answers) for path, (header, body) in headers.items()}
    readme = _filled(texts["readme"]["text"], answers, in_markdown=True)
    return {"pelicanconf.py": settings_text(answers, texts["tagline"]), "README.md": readme, **files}


def starter_texts(locale: str) -> Mapping[str, Any]:
    """Return the texts in the language of a tag; in English as long as nobody has translated them."""
    file = TEXTS / f"{catalogue_tag(locale)}.toml"
    return tomllib.loads((file if file.is_file() else TEXTS / f"{SOURCE}.toml").read_text(encoding="utf-8"))


def settings_text(answers: Answers, tagline: str) -> str:
    """Return the text of `pelicanconf.py`."""
    return _SETTINGS.format(
        name=quoted(answers.name),
        tagline=quoted(_filled(tagline, answers)),
        url=quoted(answers.url),
        zone=quoted(answers.zone),
        locale=quoted(answers.locale),
        footer=f"[{', '.join(map(quoted, PAGES))}]",
    )


def quoted(value: str) -> str:
    """Return a text as Python source, between the quotes that need fewer backslashes, as ruff formats it."""
    double = json.dumps(value, ensure_ascii=False)
    if value.count('"') <= value.count("'"):
        return double
    inner = double[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def _file(header: Mapping[str, Any], body: str, answers: Answers) -> str:
    """Return the text of a file of content."""
    lines = (f"{key}: {value if key in _WORDS else _yaml(value, answers)}\n" for key, value in header.items())
    return f"---\n{''.join(lines)}---\n\n{_filled(body, answers, in_markdown=True).strip()}\n"


def _yaml(value: Any, answers: Answers) -> str:
    """Return a value as YAML has it; a text as JSON has it, which is YAML too."""
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return json.dumps(_filled(value, answers) if isinstance(value, str) else value, ensure_ascii=False)


def _filled(text: str, answers: Answers, *, in_markdown: bool = False) -> str:
    """Put name and domain into a text."""
    name = answers.name
    if in_markdown:
        name = _IN_MARKDOWN.sub(r"\\\g<0>", name.replace("&", "&amp;").replace("<", "&lt;"))
    return text.replace("{domain}", answers.domain).replace("{name}", name)
