"""The publication as Hugo wants it: the same articles, the kit's styles, layouts of our own with the kit's blocks."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import PICTURES, Corpus, Story
from tests.bench.formats import theme
from tests.bench.formats.base import File, copies, text
from tests.bench.publication import (
    SITES,
    SPONSOR,
    authors,
    picture,
    picture_name,
    quoted,
    section_colour,
    section_text,
    slug,
    text_pages,
)
from tests.bench.vocabulary import SECTIONS

STYLES = {"article": "article", "home": "index", "section": "category", "term": "tag", "page": "page"}
"""Which of the kit's templates has the style for which kind of Hugo's pages."""


class HugoFormat:
    """A section a category, taxonomies for tags, authors and months."""

    name = "hugo"

    def article(self, story: Story) -> File:
        head = story.head
        lines = [
            f"title: {quoted(head.title)}",
            f"date: {head.date.isoformat()}",
            f"lastmod: {(story.updated or head.date).isoformat()}",
            f"url: /{head.date:%Y/%m}/{head.slug}/",
            f"authors: [{', '.join(map(slug, story.authors))}]",
            f"tags: [{', '.join(map(quoted, story.tags))}]",
            f"keywords: [{', '.join(map(quoted, story.keywords))}]",
            f"months: ['{head.date:%Y-%m}']",
            f"description: {quoted(story.summary)}",
        ]
        if story.picture is not None:
            lines += ["picture:", f"  file: pictures/{picture_name(story.picture)}", "  alt: A field of one colour"]
            lines += ["  caption: What the story is about.", "  credit: The picture desk"]
        if story.is_sponsored:
            lines.append(f"sponsor: {SPONSOR['slug']}")
        if story.correction:
            changed = (story.updated or head.date).isoformat()
            lines += ["corrections:", f"  - date: {changed}", f"    text: {quoted(story.correction)}"]
        link = story.link
        body = "\n\n".join(story.blocks).replace("@link@", f"/{link.date:%Y/%m}/{link.slug}/")
        body = body.replace("@picture@", f"/pictures/{picture_name(story.inner_picture)}")
        return _source(f"{slug(head.section)}/{head.date:%Y/%m}/{head.slug}.md", lines, body)

    def others(self, corpus: Corpus) -> Iterator[File]:
        yield from copies(SITES / "hugo")
        yield from _theme(corpus)
        for page, body in text_pages():
            yield _source(f"{page}.md", [f"title: {page.capitalize()}", "layout: text", f"url: /{page}/"], body)
        for place, name in enumerate(SECTIONS, 1):
            lines = [f"title: {name}", f"order: {place}", f"colour: {section_colour(place)}"]
            yield _source(f"{slug(name)}/_index.md", [*lines, f"description: {quoted(section_text(name))}"], "Text.")
        for author in authors(corpus):
            lines = [f"title: {author.name}", f"role: {author.role}", f"beat: {author.beat}"]
            if author.portrait:
                lines += ["portrait:", f"  file: pictures/{author.portrait}", "  alt: A field of one colour"]
            yield _source(f"authors/{author.slug}/_index.md", lines, author.biography)
        yield _source("months/_index.md", ["title: Archive", "outputs: [html]", "cascade:", "  outputs: [html]"], "")
        for number in range(PICTURES):
            yield File(f"assets/pictures/{picture_name(number)}", picture(number))

    def links(self) -> dict[str, Path]:
        return {}


def _theme(corpus: Corpus) -> Iterator[File]:
    """Yield the kit's styles, script, icons and names, for the layouts to put into pages."""
    for kind, style in theme.styles(STYLES).items():
        yield text(f"assets/css/{kind}.css", style)
    yield text("assets/js/article.js", theme.script())
    yield text("layouts/_partials/symbols.html", theme.symbols())
    yield text("layouts/_partials/wordmark.html", theme.wordmark("{{ site.Title }}"))
    yield from theme.icons("static/assets")
    yield text("config/_default/params.json", json.dumps(theme.texts(corpus), indent=1))


def _source(path: str, lines: list[str], body: str) -> File:
    matter = "\n".join(lines)
    return text(f"content/{path}", f"---\n{matter}\n---\n{body}\n")
