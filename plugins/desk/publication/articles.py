"""Articles as the newsroom's values, put together from what was read of their files and what they refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.desk.files.entry import Entry, month_of, url_of
from plugins.desk.files.index import ContentIndex
from plugins.desk.files.kept import ArticleHead, TextBody
from plugins.desk.files.kept_store import Shelves
from plugins.desk.publication.links import Linker
from plugins.newsroom.articles import Article, Body, Sponsor
from plugins.newsroom.listed_articles import ListedArticle
from plugins.newsroom.spaces import AUTHOR, CATEGORY, TAG
from plugins.stet.facts import View
from plugins.stet.space import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article's front matter together with what its entry says; a fact."""

    entry: Entry
    head: ArticleHead


HEAD_OF = Space[ArticleFile]("head")
"""Front matter of an article, by slug."""

BODY_OF = Space[tuple[str, TextBody]]("text")
"""Path and text of an article, by slug."""

SPONSOR = Space[Sponsor]("sponsor")
"""By slug."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Makes articles."""

    index: ContentIndex
    shelves: Shelves
    sources: Mapping[str, str]
    """Path of the file of each article that this build shows, by slug."""

    def file(self, _: View, slug: str) -> ArticleFile:
        entry = self.index.entries[self.sources[slug]]
        return ArticleFile(entry=entry, head=self.shelves.head(entry.source))

    def text(self, _: View, slug: str) -> tuple[str, TextBody]:
        source = self.sources[slug]
        return source, self.shelves.body(source)

    def article(self, view: View, slug: str) -> Article:
        """Return an article with all that it refers to."""
        file = view.read(HEAD_OF, slug)
        entry, head = file.entry, file.head
        linker = Linker(view, entry.source)
        return Article(
            source=entry.source,
            slug=entry.slug,
            url=url_of(entry, self.index.now),
            lang=head.lang or linker.house.lang,
            title=head.title,
            title_html=head.title_html,
            summary=head.summary,
            summary_html=head.summary_html,
            category=view.read(CATEGORY, self.category(entry)),
            tags=tuple(view.read(TAG, slug) for slug in dict.fromkeys(slug for _, slug in entry.tags)),
            authors=tuple(view.read(AUTHOR, slug) for slug in entry.authors),
            date=self.date(head),
            updated=head.updated,
            is_draft=entry.is_draft,
            embargo=head.date if self._is_held(entry) else None,
            picture=linker.lead(head.picture),
            sponsor=view.read(SPONSOR, entry.sponsor) if entry.sponsor else None,
            is_sample=head.is_sample,
            corrections=head.corrections,
            cta=head.cta,
        )

    def body(self, view: View, slug: str) -> Body:
        """Return the text of an article, its links and pictures in place."""
        source, body = view.read(BODY_OF, slug)
        blocks = Linker(view, source).text(body.blocks)
        return Body(blocks=blocks, dont_miss_after=body.dont_miss_after, words=body.words)

    def listed_article(self, entry: Entry) -> ListedArticle:
        published = int(self._midnight().timestamp() if entry.published is None else entry.published)
        return ListedArticle(
            entry.slug,
            entry.source,
            url_of(entry, self.index.now),
            published,
            month_of(entry, self.index.now),
            self.category(entry),
            tuple(dict.fromkeys(slug for _, slug in entry.tags)),
            entry.authors,
            not entry.is_draft and not self._is_held(entry),
            entry.sponsor is not None,
            entry.has_picture,
            entry.related,
            entry.dont_miss,
            entry.has_mark,
        )

    def category(self, entry: Entry) -> str:
        """Return the slug of an article's category; a draft without one stands in the first."""
        found = self.index.category_of(entry.category)
        return found.slug if found else self.index.first_category

    def date(self, head: ArticleHead) -> datetime:
        """Return when an article was or will be published; a draft without a date counts as of today."""
        return head.date or self._midnight()

    def _midnight(self) -> datetime:
        return self.index.now.replace(hour=0, minute=0, second=0, microsecond=0)

    def _is_held(self, entry: Entry) -> bool:
        """Whether the article goes public later than now."""
        return entry.published is not None and entry.published > self.index.seconds
