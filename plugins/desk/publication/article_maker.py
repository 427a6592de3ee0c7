"""Articles as the newsroom's values, made of kept front matter and text, and of the values that they refer to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import DatedChange, Entry, Ref, month_of, url_of
from plugins.desk.files.kept_parts import KeptParts
from plugins.desk.publication.fill_forms import filled_blocks
from plugins.desk.publication.linker import SITE_DEFAULTS, Linker
from plugins.desk.publication.retraction import retracted_body, retracted_head
from plugins.desk.text.forms.text_form import KeptBody
from plugins.newsroom.articles import Article, Body, Sponsor
from plugins.newsroom.language.site_languages import Translation
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.spaces import AUTHOR, CATEGORY, TAG, WORDS
from plugins.pictures.values import SourcePicture
from plugins.stet.facts import View
from plugins.stet.space import Space

if TYPE_CHECKING:  # loaded with the first front matter that is unpacked
    from plugins.newsroom.front_matter.schema import ArticleFields


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """The file of an article; a fact."""

    entry: Entry
    fields: "ArticleFields"
    typeset: Mapping[str, Html]
    translations: tuple[Translation, ...]


HEAD_OF = Space[ArticleFile]("head")
"""Front matter of an article, by slug."""

BODY_OF = Space[tuple[str, KeptBody]]("text")
"""Path and text of an article, by slug."""

SPONSOR = Space[Sponsor]("sponsor")
"""By slug."""


@dataclass(frozen=True, slots=True)
class ArticleMaker:
    """Makes articles."""

    index: ContentIndex
    kept: KeptParts
    sources: Mapping[str, str]
    """Path of the file of each article that this build shows, by name."""

    def file(self, _: View, slug: str) -> ArticleFile:
        source = self.sources[slug]
        entry, head = self.index.entries[source], self.kept.head(source)
        fields, typeset = retracted_head(head) if self._is_retracted(entry) else head
        return ArticleFile(entry, fields, typeset, self.translations(entry))

    def text(self, _: View, slug: str) -> tuple[str, KeptBody]:
        source = self.sources[slug]
        if self._is_retracted(self.index.entries[source]):
            return source, retracted_body(self.kept.head(source))
        return source, self.kept.body(source)

    def article(self, view: View, slug: str) -> Article:
        """Return an article with all that it refers to."""
        file = view.read(HEAD_OF, slug)
        entry, fields = file.entry, file.fields
        linker, picture = Linker(view, entry.source), fields.picture
        caption = without_tags(file.typeset[picture.caption]) if picture else ""
        return Article(
            fields=fields,
            typeset=file.typeset,
            source=entry.source,
            slug=slug,
            url=url_of(entry, self.index.now),
            lang=fields.lang or linker.site.lang,
            category=view.read(CATEGORY, self.category(entry)),
            tags=tuple(view.read(TAG, slug) for slug in (() if self._is_retracted(entry) else _tags(entry))),
            authors=tuple(view.read(AUTHOR, slug) for slug in self.authors(entry)),
            date=fields.published or self._midnight(),
            is_draft=entry.is_draft,
            embargo=fields.published if self._is_held(entry) else None,
            over_since=fields.expires if self._is_over(entry) else None,
            retracted_since=fields.retracted.date if fields.retracted and self._is_retracted(entry) else None,
            picture=linker.lead(picture, caption) if picture else None,
            cropped_picture=linker.lead_part(picture, caption) if picture else None,
            sponsor=_sponsor(view, sponsor, fields.lang) if (sponsor := self.sponsor(entry)) else None,
            feed_id=self.index.former.feed_id(entry),
            translations=file.translations,
        )

    def translations(self, entry: Entry) -> tuple[Translation, ...]:
        """Return the versions of an article that readers can open, and itself; none where it is the only one."""
        found = tuple(
            Translation(self.index.lang_of(each), self.index.name_of(each), url_of(each, self.index.now))
            for each in self.index.versions.get(entry.source, ())
            if each is entry or (self._is_shown(each) and not self._is_held(each) and not each.is_draft)
        )
        return found if len(found) > 1 else ()

    def _is_shown(self, entry: Entry) -> bool:
        is_here = self.sources.get(self.index.name_of(entry)) == entry.source
        return is_here and not entry.has_ended_at(self.index.seconds)

    def body(self, view: View, slug: str) -> Body:
        """Return the text of an article, its links and pictures in place."""
        source, body = view.read(BODY_OF, slug)
        linker, mark = Linker(view, source, _language(view, slug)), body.dont_miss_after
        before = filled_blocks(body.blocks[:mark], linker)  # perhaps fewer: a form may have nothing to show
        if mark is None:
            return Body(blocks=before, dont_miss_after=None, words=body.words)
        blocks = before + filled_blocks(body.blocks[mark:], linker)
        return Body(blocks=blocks, dont_miss_after=len(before), words=body.words)

    def listed_article(self, entry: Entry) -> ListedArticle:
        """Return the line of an article; a draft without a date counts as of today."""
        published = int(self._midnight().timestamp() if entry.published is None else entry.published)
        return ListedArticle(
            self.index.name_of(entry),
            entry.source,
            url_of(entry, self.index.now),
            published,
            month_of(entry, self.index.now),
            self.category(entry),
            _tags(entry),
            self.authors(entry),
            not entry.is_draft and not self._is_held(entry),
            self._is_over(entry),
            self._is_retracted(entry),
            self.sponsor(entry) is not None,
            self._has_picture(entry),
            tuple(self._names(entry.related)),
            next(self._names([entry.dont_miss] if entry.dont_miss else []), None),
            entry.has_mark,
            self._changed(entry),
            self.index.lang_of(entry),
            self.index.name_of(self._story(entry)),
        )

    def _story(self, entry: Entry) -> Entry:
        """Return the original of an article, if this build shows it; else the article."""
        original = self.index.original_of(entry)
        is_here = original is not None and self.sources.get(self.index.name_of(original)) == original.source
        return original if original and is_here else entry

    def category(self, entry: Entry) -> str:
        """Return the slug of an article's category; a draft without one stands in the first."""
        found = self.index.category_of(entry.category)
        return found.slug if found else self.index.first_category

    def authors(self, entry: Entry) -> tuple[str, ...]:
        """Return the slugs of an article's authors; a draft may name some that there are not, or one twice."""
        return tuple(dict.fromkeys(slug for slug in entry.authors if slug in self.index.authors))

    def sponsor(self, entry: Entry) -> str | None:
        """Return the slug of an article's sponsor; a draft may name one that there is not."""
        return entry.sponsor if entry.sponsor in self.index.sponsors else None

    def _names(self, written: Iterable[str]) -> Iterator[str]:
        """Yield the names of the articles that a file calls `written`, but of none that is over or retracted."""
        found = (article for article in map(self.index.article, written) if article)
        return (self.index.name_of(article) for article in found if not article.has_ended_at(self.index.seconds))

    def _midnight(self) -> datetime:
        return self.index.now.replace(hour=0, minute=0, second=0, microsecond=0)

    def _has_picture(self, entry: Entry) -> bool:
        """Tell whether there is a lead picture, whose reference comes first, and a file that can be shown."""
        first = Ref._make(entry.refs[0]) if entry.has_picture and entry.refs else None
        return first is not None and isinstance(self.index.pictures.get(first.key), SourcePicture)

    def _changed(self, entry: Entry) -> int | None:
        """Return when an article last changed in a way that readers should know, as `Article.changed` does."""
        if self._is_retracted(entry) and entry.retracted is not None:
            return int(entry.retracted)
        times = (int(DatedChange._make(change).time) for change in entry.changes)
        return max((time for time in times if time <= self.index.seconds), default=None)

    def _is_over(self, entry: Entry) -> bool:
        return entry.is_over_at(self.index.seconds) and not self._is_retracted(entry)

    def _is_retracted(self, entry: Entry) -> bool:
        return entry.is_retracted_at(self.index.seconds)

    def _is_held(self, entry: Entry) -> bool:
        """Tell whether the article goes public later than now."""
        return entry.published is not None and entry.published > self.index.seconds


def _tags(entry: Entry) -> tuple[str, ...]:
    """Return the slugs of an article's tags; in a draft a name without letters has none."""
    return tuple(dict.fromkeys(slug for _, slug in entry.tags if slug))


def _language(view: View, slug: str) -> str:
    """Return the declared language of an article's text; where there is none, texts depend on no front matter."""
    site = view.read(SITE_DEFAULTS)
    return site.language_of(view.read(HEAD_OF, slug).fields.lang) if site.languages else ""


def _sponsor(view: View, slug: str, lang: str | None) -> Sponsor:
    """Return a sponsor, in the words of the article's language where it has no label of its own."""
    sponsor, site = view.read(SPONSOR, slug), view.read(SITE_DEFAULTS)
    language = site.language_of(lang)
    if not language or sponsor.label != site.sponsored_by.format(name=sponsor.name):
        return sponsor
    return replace(sponsor, label=view.read(WORDS, language).sponsored_by.format(name=sponsor.name))
