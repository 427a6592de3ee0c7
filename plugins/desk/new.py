"""A new article: a draft that loads as it is, with every key that it will need at hand."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from plugins.desk.checks import placeholders
from plugins.desk.load import ContentFolder
from plugins.newsroom.front_matter.slugs import slugify
from plugins.newsroom.urls import dated_url

_LONGEST_SLUG = 80
_LONGEST_TITLE = 160
_TEMPLATE = """\
---
title: {title}
status: draft             # take this line away to publish

# To be published it needs these as well; take the '# ' away. All keys: docs/front-matter.md
# date: {now:%Y-%m-%d %H:%M}
# category: {category}    # one of: {categories}
# authors: [{author}]     # some of: {authors}
# summary: "{summary}"

# As you like:
# tags: [{tags}]
# picture:
#   file: photo.webp      # beside this file, or /pictures/… for one in content/pictures/
#   alt: "{alt}"
#   caption: "{caption}"
#   credit: {credit}
# related: [slug, slug]   # up to three; the rest is chosen
# dont_miss: slug         # or a paragraph '[dont-miss: slug]' in the text; else chosen
---

"""


class NewArticleError(Exception):
    """An article that cannot be begun; the message says why, for its author."""


def new_article(content: ContentFolder, title: str, now: datetime) -> Path:
    """Write a draft called `title` into the folder of this month and return its path."""
    title = " ".join(title.split())
    slug = _short(slugify(title))
    if not slug:
        raise NewArticleError('an article needs a title; write it in quotes: "Live selling, explained"')
    if len(title) > _LONGEST_TITLE:
        raise NewArticleError(f"the title has {len(title)} characters; at most {_LONGEST_TITLE} are allowed")
    same = content.index.pages.get(dated_url((now.year, now.month), slug))
    if same:
        there = content.index.path_of(same.articles[0].entry.source)
        raise NewArticleError(f"there is an article {slug!r} of this month already: {there}; choose another title")
    month = content.root / "articles" / f"{now:%Y}" / f"{now:%m}"
    # A file `index.md` is called by its folder's name.
    path = month / slug / "index.md" if slug == "index" else month / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    # Mode x: an article that somebody has begun meanwhile is not overwritten.
    with path.open("x", encoding="utf-8", newline="\n") as file:
        categories = sorted((each.order, each.name) for each in content.index.kinds["categories"] if each.has_fields)
        authors = [author.slug for author in content.index.kinds["authors"]]
        file.write(draft(title, [name for _, name in categories], authors, now))
    return path


def draft(title: str, categories: Sequence[str], authors: Sequence[str], now: datetime) -> str:
    """Return the text of a new article."""
    return _TEMPLATE.format(
        title=json.dumps(title, ensure_ascii=False),
        now=now,
        category=next(iter(categories), ""),
        categories=", ".join(categories),
        author=next(iter(authors), ""),
        authors=", ".join(authors),
        summary=placeholders.SUMMARY,
        tags=", ".join(placeholders.TAGS),
        alt=placeholders.ALT,
        caption=placeholders.CAPTION,
        credit=placeholders.CREDIT,
    )


def _short(slug: str) -> str:
    """Return a slug that is no longer than addresses should be, without half words."""
    if len(slug) <= _LONGEST_SLUG:
        return slug
    cut = slug[: _LONGEST_SLUG + 1]
    return cut.rpartition("-")[0] or cut[:_LONGEST_SLUG]
