"""Index of the entries of the folder, by the names that other files use, and of the times they are public from.

Long because all that files ask of each other is asked here.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from plugins.desk.files.addresses import DeskPage, pages_by_url, possible_paths
from plugins.desk.files.attachment_files import NO_ATTACHMENTS, AttachmentFolder
from plugins.desk.files.entries import Kinds
from plugins.desk.files.entry import Entry, Spot, url_of
from plugins.desk.files.former_addresses import FormerAddresses
from plugins.desk.files.known import Known
from plugins.desk.files.own_tables import EmbedWords
from plugins.desk.files.picture_files import missing_picture
from plugins.newsroom.addresses.address_file import OwnAddresses
from plugins.newsroom.language.site_languages import SiteLanguage
from plugins.newsroom.problems import Problem, Severity
from plugins.newsroom.site_pages import find_page, reserved_slugs
from plugins.newsroom.tables.table_values import NO_TABLE, Table
from plugins.pictures.values import PictureError, SourcePicture

_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class ContentIndex:
    """Look-up tables over the entries. Of two with one name the first counts, and one that is public before a draft."""

    shown_root: str
    """The content folder as problems name it."""
    now: datetime
    """In the publication's zone."""
    entries: Mapping[str, Entry]
    """By path below the content folder, in order of path."""
    pictures: Mapping[str, SourcePicture | PictureError]
    """All picture files in the folder, by key (`uniform_path`)."""
    attachments: AttachmentFolder = NO_ATTACHMENTS
    ids: Callable[[str], frozenset[str] | None]
    """Returns the ids that links to parts of a text may name, by the text's path; None where they are not known."""
    locate: Callable[[str, Spot], Spot]
    """Returns the place of a reference of a text, by the text's path."""
    archive: tuple[str, ...] = ()
    """Folders below the content folder in which mistakes that pages can be made without are warnings."""
    is_taken_down: Callable[[Entry], bool] = lambda _: False
    """Tells whether a text is withheld, whatever its front matter says: links to it become words."""
    pictures_taken_down: Mapping[str, SourcePicture | PictureError] = field(default_factory=dict)
    """Pictures that are withheld, by key; they are not among the others."""
    prefix: str = ""
    """The path that the site lives under."""
    lang: str = "en"
    """Language of the publication."""
    languages: tuple[SiteLanguage, ...] = ()
    """Others that have fronts of their own."""
    has_file: Callable[[str], bool] = lambda _: False
    read_own_addresses: Callable[[], OwnAddresses] = OwnAddresses
    """Returns what `addresses.toml` says."""
    embeds: EmbedWords = field(default_factory=EmbedWords)
    table: Callable[[str], Table] = lambda _: NO_TABLE
    """Returns the rows of a file of rows, by its path."""

    @cached_property
    def seconds(self) -> float:
        """The time now, in seconds since 1970."""
        return self.now.timestamp()

    @cached_property
    def kinds(self) -> Kinds:
        """The entries of each kind, by path."""
        return Kinds(self.entries)

    @cached_property
    def articles(self) -> Mapping[str, Entry]:
        """By name."""
        return {self.name_of(entry): entry for entry in reversed(self.public_first("articles"))}

    @cached_property
    def articles_by_slug(self) -> Mapping[str, Sequence[Entry]]:
        """Those that share a slug, each in a month of its own, together."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.public_first("articles"):
            found[entry.slug].append(entry)
        return found

    def name_of(self, article: Entry) -> str:
        """Return the name that an article has alone: its slug, or with the month (`2023/11/show-report`).

        A slug need be unique only in its month, as the address is. Drafts and articles before their time leave it to
        the public one that has it, lest they change how that is called.
        """
        namesakes = self.articles_by_slug[article.slug]
        if len(namesakes) > 1:
            public = [other for other in namesakes if not self.is_waiting(other)] or namesakes
            if {self._full_name(other) for other in public} != {self._full_name(article)}:
                return self._full_name(article)
        return article.slug

    def namesakes(self, written: str) -> Sequence[str]:
        """Return the names of all articles that a slug may mean, each once."""
        return list(dict.fromkeys(map(self._full_name, self.articles_by_slug.get(written, ()))))

    def article(self, written: str) -> Entry | None:
        """Return the article that another file calls `written`: by its name, or with the month in any case."""
        name = written.strip("/")
        return self.articles.get(name) or self._articles_by_full_name.get(name)

    @cached_property
    def _articles_by_full_name(self) -> Mapping[str, Entry]:
        return {self._full_name(entry): entry for entry in reversed(self.public_first("articles"))}

    def _full_name(self, article: Entry) -> str:
        return url_of(article, self.now).strip("/")

    def original_of(self, article: Entry) -> Entry | None:
        """Return the article that another one is a translation of; None of an original, and of one that names none."""
        found = self.article(article.translation_of) if article.translation_of else None
        return found if found is not article else None

    @cached_property
    def versions(self) -> Mapping[str, Sequence[Entry]]:
        """The articles that stand in several languages, the original first, then by language; by each one's path."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.kinds["articles"]:
            if entry.translation_of and (original := self.original_of(entry)):
                found[original.source].append(entry)
        return {
            each.source: group
            for source, translations in found.items()
            for group in [
                [self.entries[source], *sorted(translations, key=lambda one: (self.lang_of(one), one.source))]
            ]
            for each in group
        }

    def lang_of(self, article: Entry) -> str:
        """Return the language of an article."""
        return article.lang or self.lang

    @cached_property
    def categories(self) -> Mapping[str, Entry]:
        """By slug, and by name in small letters."""
        first_last = [*reversed(self.kinds["categories"])]
        by_name = {entry.name.casefold(): entry for entry in first_last if entry.name}
        return by_name | {entry.slug: entry for entry in first_last}

    @cached_property
    def first_category(self) -> str:
        """Slug of the first one in the navigation; empty where there is none."""
        return min(((entry.order, entry.slug) for entry in self.kinds["categories"]), default=(0, ""))[1]

    @cached_property
    def authors(self) -> frozenset[str]:
        return frozenset(entry.slug for entry in self.kinds["authors"])

    @cached_property
    def sponsors(self) -> frozenset[str]:
        return frozenset(entry.slug for entry in self.kinds["sponsors"])

    @cached_property
    def pages(self) -> Mapping[str, DeskPage]:
        """The pages of the publication, by root-relative URL without prefix."""
        kinds = ("articles", "pages", "authors", "categories")
        entries = {kind: self.public_first(kind) for kind in kinds}
        return pages_by_url(entries, self.now, self.lang, [each.slug for each in self.languages])

    @cached_property
    def former(self) -> FormerAddresses:
        return FormerAddresses(self, self.read_own_addresses)

    @cached_property
    def known(self) -> Known:
        """The names to look for near misses among."""
        return Known(self)

    @cached_property
    def _entries_by_page(self) -> Mapping[tuple[str, str], Entry]:
        """The files that have a page of their own, but for articles, by kind and slug of the page."""
        names = {"text page": "pages", "author": "authors", "category": "categories"}
        return {
            (kind, entry.slug): entry for kind, name in names.items() for entry in reversed(self.public_first(name))
        }

    @cached_property
    def broken_articles(self) -> frozenset[str]:
        """Slugs of articles whose front matter has mistakes, which hide their date and tags; without drafts."""
        broken = [entry for entry in self.kinds["articles"] if not entry.is_sound]
        return frozenset(each.slug for each in broken if not self.is_waiting(each) or self.is_taken_down(each))

    def public_first(self, kind: str) -> list[Entry]:
        """Return the entries of a kind by path, those that are not public yet behind all others."""
        return sorted(self.kinds[kind], key=self.is_waiting)

    def shown_by(self, page: DeskPage) -> Entry | None:
        """Return the file that a page shows, where it is a single one."""
        return page.articles[0].entry if page.kind == "article" else self._entries_by_page.get((page.kind, page.slug))

    def page_at(self, path: str) -> DeskPage | None:
        """Return the page that a root-relative address leads to."""
        found = (find_page(self.pages.get, each) for each in possible_paths(path, self.prefix))
        return next((page for page in found if page), None)

    def category_of(self, name: str) -> Entry | None:
        """Return the category that an article calls `name`."""
        return self.categories.get(name) or self.categories.get(name.casefold())

    def picture(self, source: str) -> SourcePicture | PictureError:
        """Return the picture at a path below the content folder, or why it cannot be shown."""
        return self.pictures.get(source) or missing_picture(source)

    def path_of(self, source: str) -> str:
        """Return the path of a file as problems name it."""
        return f"{self.shown_root}/{source}"

    def problem(self, entry: Entry, place: Spot, what: str, remedy: str, *, has_rendering: bool = False) -> Problem:
        """Return a problem at a place in the file of an entry, as it weighs there.

        `has_rendering` is true if a page can be made without what is wrong.
        """
        found = Problem(self.path_of(entry.source), *place, what, remedy, has_rendering=has_rendering)
        return self.judged(entry, found)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem with its line and column, which of a reference of the text are found by reading it again.

        So this is done for those problems only that somebody gets to see.
        """
        if problem.line:
            return problem
        source = problem.path.removeprefix(f"{self.shown_root}/")
        line, column = self.locate(source, (problem.line, problem.column))
        return replace(problem, line=line, column=column)

    def own_problems(self, entry: Entry) -> list[Problem]:
        """Return the problems of an entry's file alone, as they weigh there."""
        return [self.judged(entry, problem) for problem in entry.own_problems] if entry.problems else []

    def judged(self, entry: Entry, problem: Problem) -> Problem:
        """Return a problem in the file of an entry with its weight: this is the one place that decides.

        No mistake in a draft, or in an article before its time, stops a publication, and none in an archive that pages
        can be made without.
        """
        archive = self.archive_of(entry.source)
        is_harmless = self.is_waiting(entry) or (archive != "" and problem.has_rendering)
        severity = min(problem.severity, Severity.WARNING) if is_harmless else problem.severity
        if (severity, archive) == (problem.severity, problem.archive):
            return problem
        return replace(problem, severity=severity, archive=archive)

    def archive_of(self, source: str) -> str:
        """Return the archive folder that a file is in, as problems name it; empty if it is in none."""
        found = [folder for folder in self.archive if source.startswith(f"{folder}/")]
        return self.path_of(max(found, key=len)) if found else ""

    def is_waiting(self, entry: Entry) -> bool:
        """Tell whether it is a draft, or an article before its time."""
        return entry.is_draft or (entry.published is not None and entry.published > self.seconds)

    def can_be_shown(self, entry: Entry) -> bool:
        """Tell whether there can be a page of it: mistakes that leave none are errors in all but what is waiting."""
        if not self.is_waiting(entry):
            return True
        page = self.pages.get(url_of(entry, self.now))
        if entry.kind == "pages":
            is_free = entry.slug not in {*reserved_slugs(), *(each.slug for each in self.languages)}
        else:
            is_free = self._articles_by_full_name[self._full_name(entry)] is entry
        has_address = is_free and page is not None and self.shown_by(page) is entry
        return entry.has_fields and has_address and _SLUG.fullmatch(entry.slug) is not None

    def is_public(self, entry: Entry) -> bool:
        """Tell whether readers may see it now."""
        return entry.public_from is not None and entry.public_from <= self.seconds

    def is_public_with(self, there: float | None, here: Entry) -> bool:
        """Tell whether readers can open something public from `there` on (None: never) when `here` appears, or now.

        Nothing is asked of a draft, nor of a file with mistakes in its front matter, whose times may be wrong.
        """
        if here.public_from is None or not here.is_sound:
            return True
        return there is not None and there <= max(here.public_from, self.seconds)
