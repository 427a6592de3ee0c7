"""The publication as the kit wants it, over the repository's own plugins, theme and settings."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import PICTURES, Corpus, Head, Story
from tests.bench.formats.base import File, copies, text
from tests.bench.publication import (
    PROMO,
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
from tests.conftest import DEMONSTRATION


class KitFormat:
    """Front matter in YAML, bodies in Markdown, one file an article."""

    name = "kit"

    def article(self, story: Story) -> File:
        head = story.head
        lines = [
            f"title: {quoted(head.title)}",
            f"date: {head.date:%Y-%m-%d %H:%M}",
            f"category: {slug(head.section)}",
            f"authors: [{', '.join(map(slug, story.authors))}]",
            f"tags: [{', '.join(map(quoted, story.tags))}]",
            f"summary: {quoted(story.summary)}",
        ]
        if story.updated:
            lines.append(f"updated: {story.updated:%Y-%m-%d %H:%M}")
        if story.picture is not None:
            lines += ["picture:", f"  file: /pictures/{picture_name(story.picture)}", "  alt: A field of one colour"]
            lines += ["  caption: What the story is about.", "  credit: The picture desk"]
        if story.is_sponsored:
            lines.append(f"sponsor: {SPONSOR['slug']}")
        if story.correction:
            changed = story.updated or head.date
            lines += ["corrections:", f"  - date: {changed:%Y-%m-%d %H:%M}", f"    text: {quoted(story.correction)}"]
        body = "\n\n".join(story.blocks)
        body = body.replace("@link@", "{filename}/" + _path(story.link))
        body = body.replace("@picture@", f"/pictures/{picture_name(story.inner_picture)}")
        return _source(_path(head), lines, body)

    def others(self, corpus: Corpus) -> Iterator[File]:
        yield from copies(SITES / "kit")
        for page, body in text_pages():
            yield _source(f"pages/{page}.md", [f"title: {page.capitalize()}", "summary: What stands there."], body)
        for place, name in enumerate(SECTIONS, 1):
            lines = [f"name: {name}", f"order: {place}", f"colour: {section_colour(place)}"]
            lines.append(f"summary: {quoted(section_text(name))}")
            yield _source(f"categories/{slug(name)}.md", lines, section_text(name))
        for author in authors(corpus):
            lines = [f"name: {author.name}", f"role: {author.role}", f"beat: {author.beat}"]
            if author.portrait:
                lines += ["portrait:", f"  file: /pictures/{author.portrait}", "  alt: A field of one colour"]
            yield _source(f"authors/{author.slug}.md", lines, author.biography)
        promo = [f"{key}: {quoted(value)}" for key, value in PROMO.items()]
        yield _source("promos/live.md", [*promo, "start: 2000-01-01 00:00", "end: 2099-12-31 23:59"], "")
        sponsor = [f"{key}: {quoted(SPONSOR[key])}" for key in ("name", "url", "label")]
        yield _source(f"sponsors/{SPONSOR['slug']}.md", sponsor, SPONSOR["disclosure"])
        for number in range(PICTURES):
            yield File(f"content/pictures/{picture_name(number)}", picture(number))

    def links(self) -> dict[str, Path]:
        return {name: DEMONSTRATION / name for name in ("plugins", "theme", "pelicanconf.py", "publishconf.py")}


def _path(head: Head) -> str:
    return f"articles/{head.date:%Y/%m}/{head.slug}.md"


def _source(path: str, lines: list[str], body: str) -> File:
    matter = "\n".join(lines)
    return text(f"content/{path}", f"---\n{matter}\n---\n{body}\n")
