"""An article as Markdown, for language models: facts as front matter, then all that its page says in words."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from plugins.crawlers.html_as_markdown import html_as_markdown
from plugins.newsroom.articles import Article, Body
from plugins.newsroom.forms.plain_forms import plain_blocks
from plugins.newsroom.markup import Html
from plugins.newsroom.moments import written_date
from plugins.newsroom.urls import absolute_url
from plugins.newsroom.words.phrases import Words

TWIN_RENDERER = "markdown twin"
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x7f\x85\u2028\u2029"}
"""Characters that JSON leaves as they are, and YAML takes for ends of lines or refuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownTwin:
    """An article, before it becomes Markdown."""

    facts: tuple[tuple[str, str | bool | tuple[str, ...]], ...]
    html: str
    site_url: str
    """By which addresses are made full ones."""
    page_url: str


class TwinRenderer:
    """Writes articles as Markdown for the engine."""

    def version(self, template: str) -> bytes:
        """Return a constant: Markdown depends on nothing but the model and this code."""
        return b"markdown twin"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: MarkdownTwin) -> bytes:
        return twin_markdown(model).encode("utf-8", "replace")


def markdown_twin(site_url: str, article: Article, body: Body, words: Words) -> MarkdownTwin:
    """Return an article before it becomes Markdown."""
    url = absolute_url(site_url, article.url)
    return MarkdownTwin(
        facts=tuple(_facts(article, url)), html=_html(article, body, words), site_url=site_url, page_url=url
    )


def _facts(article: Article, url: str) -> Iterator[tuple[str, str | bool | tuple[str, ...]]]:
    yield "title", article.title
    yield "url", url
    yield "language", article.lang
    yield "section", article.category.name
    if article.authors:
        yield "authors", tuple(author.name for author in article.authors)
    yield "published", article.date.isoformat()
    if article.changed:
        yield "updated", article.changed.isoformat()
    if article.over_since:
        yield "expired", article.over_since.isoformat()
    if article.retracted_since:
        yield "retracted", article.retracted_since.isoformat()
    if article.sponsor:
        yield "sponsor", article.sponsor.name
    if article.fields.sample:
        yield "sample", True


def _html(article: Article, body: Body, words: Words) -> str:
    """Return the headline, then who paid, samples and corrections, then the text."""
    title = article.title_html
    if article.retracted_since:
        title = Markup(words.retracted_title.replace("{title}", "{}")).format(title)
    parts = [Markup("<h1>{}</h1>").format(title), *_labels(article, words), *_corrections(article, words)]
    if article.standfirst_html and not article.retracted_since:
        parts.append(Markup("<p><strong>{}</strong></p>").format(article.standfirst_html))
    if article.picture:
        picture = article.picture
        said = Markup(" ").join(filter(None, [picture.caption, picture.credit]))
        parts.append(Markup('<p><img src="{}" alt="{}"></p><p>{}</p>').format(picture.url, picture.alt, said))
    return "\n".join(map(str, [*parts, plain_blocks(body.blocks)]))


def _labels(article: Article, words: Words) -> Iterator[Html]:
    since = article.retracted_since or article.over_since
    if since:
        label, said = (
            (words.retracted, words.retracted_since) if article.retracted_since else (words.over, words.over_since)
        )
        line = Markup("<p><strong>{}.</strong> {}</p>")
        yield line.format(label, said.format(time=written_date(since, words)))
    if article.sponsor:
        yield Markup("<p><strong>{}</strong></p>").format(article.sponsor.label)
        yield article.sponsor.disclosure_html
    if article.fields.sample:
        yield Markup("<p><strong>{}.</strong> {}</p>").format(words.sample, words.sample_note)


def _corrections(article: Article, words: Words) -> Iterator[Html]:
    notes = sorted(article.fields.corrections, key=lambda note: note.date, reverse=True)
    if notes:
        yield Markup("<h2>{}</h2>").format(words.correction(len(notes)))
    for note in notes:
        yield Markup("<p>{}: {}</p>").format(note.date.date().isoformat(), article.typeset[note.text])


def twin_markdown(twin: MarkdownTwin) -> str:
    """Return the file: front matter as YAML, whose values are JSON, and the text."""
    lines = [f"{key}: {_yaml(value)}" for key, value in twin.facts]
    return "\n".join(["---", *lines, "---", "", html_as_markdown(twin.html, twin.site_url, twin.page_url), ""])


def _yaml(value: str | bool | tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
