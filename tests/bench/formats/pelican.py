"""The publication as stock Pelican wants it: headers of `Key: value` lines, settings and a small theme of our own."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import PICTURES, Corpus, Head, Story
from tests.bench.formats import theme
from tests.bench.formats.base import File, copies, text
from tests.bench.publication import SITES, SPONSOR, picture, picture_name, text_pages

STYLED = ("article", "index", "category", "tag", "author", "page", "archives", "period_archives", "directory", "404")
"""Templates of the kit whose styles the theme puts into its own."""


class PelicanFormat:
    """Everything that the kit's front matter says and a theme can show."""

    name = "pelican"

    def article(self, story: Story) -> File:
        head = story.head
        lines = [
            f"Title: {head.title}",
            f"Date: {head.date:%Y-%m-%d %H:%M}",
            f"Category: {head.section}",
            f"Tags: {', '.join(story.tags)}",
            f"Authors: {'; '.join(story.authors)}",
            f"Summary: {story.summary}",
        ]
        if story.updated:
            lines.append(f"Modified: {story.updated:%Y-%m-%d %H:%M}")
        if story.picture is not None:
            lines += [f"Picture: {picture_name(story.picture)}", "Caption: What the story is about."]
        if story.is_sponsored:
            lines.append(f"Sponsor: {SPONSOR['slug']}")
        if story.correction:
            lines.append(f"Correction: {story.correction}")
        body = "\n\n".join(story.blocks).replace("@link@", "{filename}/" + _path(story.link))
        body = body.replace("@picture@", "{static}/pictures/" + picture_name(story.inner_picture))
        matter = "\n".join(lines)
        return text(f"content/{_path(head)}", f"{matter}\n\n{body}\n")

    def others(self, corpus: Corpus) -> Iterator[File]:
        yield from copies(SITES / "pelican")
        parts = "theme/templates/parts"
        for kind, style in theme.styles({name: name for name in STYLED}).items():
            yield text(f"{parts}/style-{kind}.html", style)
        yield text(f"{parts}/script.html", theme.script())
        yield text(f"{parts}/symbols.html", theme.symbols())
        yield text(f"{parts}/wordmark.html", theme.wordmark("{{ SITENAME }}"))
        yield from theme.icons("theme/static/assets")
        yield text("texts.json", json.dumps(theme.texts(corpus), indent=1))
        for page, body in text_pages():
            yield text(f"content/pages/{page}.md", f"Title: {page.capitalize()}\n\n{body}\n")
        for number in range(PICTURES):
            yield File(f"content/pictures/{picture_name(number)}", picture(number))

    def links(self) -> dict[str, Path]:
        return {}


def _path(head: Head) -> str:
    return f"articles/{head.date:%Y/%m}/{head.slug}.md"
