"""The content folder in one step: read as far as it has changed, and checked as far as that can matter.

Long because all that reading depends on stands together.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plugins.attachments.settings import AttachmentsSettings, attachments_settings
from plugins.desk.checks.found_problems import check_again, check_folder, keep_problems, kept_problems, with_places
from plugins.desk.checks.settings_checks import CLOCK, setting_problems
from plugins.desk.files.attachment_files import AttachmentFolder
from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entries import Entries
from plugins.desk.files.entry import Spot
from plugins.desk.files.inventory import KINDS, Inventory, attachments_by_key, has_file, pictures_by_key, take_inventory
from plugins.desk.files.kept_parts import KeptParts
from plugins.desk.files.own_tables import EmbedWords, OwnTables
from plugins.desk.files.strays import misnamed_files, stray_files
from plugins.desk.files.withheld import NOTHING_WITHHELD, Withheld
from plugins.desk.publication.structure import Structure, delete_structure, stored_structure, structure_key
from plugins.desk.reading_key import draws_with_fonts_of_kit, reading_key
from plugins.desk.settings import SiteDefaults, archive_folders
from plugins.desk.text.labels import TextLabels, labels_by_language
from plugins.desk.text.link_targets import is_text_name
from plugins.desk.text.typography import AS_WRITTEN, Typography, read_typography
from plugins.newsroom import clock
from plugins.newsroom.addresses.address_file import leading_to
from plugins.newsroom.addresses.takedown_list import NOTHING_TAKEN_DOWN, TakedownList, takedown_of
from plugins.newsroom.embeds.embed_table import EMBED_TABLE, EmbedTable
from plugins.newsroom.embeds.host_settings import table_of
from plugins.newsroom.language.site_languages import SiteLanguage, site_languages
from plugins.newsroom.problems import Problem, Severity, has_errors
from plugins.newsroom.urls import UNKNOWN_SITE, OwnSite, own_site
from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.phrases import Words
from plugins.newsroom.words.words_of import words_by_language, words_problems
from plugins.stet.facts import digest_of
from plugins.stet.sources import SourceFolder, Sources
from plugins.stet.stable_value import stable_value
from plugins.stet.state.shelf import Shelf
from plugins.stet.step import Progress, say_nothing
from plugins.stet.workers import Spread

if TYPE_CHECKING:  # most builds read nothing
    from plugins.desk.read_file import FileReader

_NEEDED_TO_READ = frozenset({"PATH", "TIMEZONE", CLOCK})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFolder:
    """A content folder as it is now."""

    root: Path
    index: ContentIndex
    sources: Sources
    problems: tuple[Problem, ...]
    key: bytes
    """Key of its structure."""
    structure: Structure | None
    """The structure of the last build, if this one has the same and no errors."""
    withheld: Withheld = NOTHING_WITHHELD
    """Texts and pictures that were taken down."""
    words_by_lang: Mapping[str, Words] = field(default_factory=lambda: {"": english()})
    """Phrases of the publication."""

    @property
    def has_errors(self) -> bool:
        """Tell whether there are problems that end a run."""
        return has_errors(self.problems)

    @property
    def warnings(self) -> list[Problem]:
        """The problems that end no run but should be mended."""
        return [problem for problem in self.problems if problem.severity is Severity.WARNING]

    @property
    def waiting_files(self) -> list[str]:
        """The files with mistakes that are not public yet, as problems name them, in order."""
        root, index = f"{self.index.shown_root}/", self.index
        paths = sorted({problem.path for problem in self.warnings})
        entries = ((path, index.entries.get(path.removeprefix(root))) for path in paths)
        waiting = ((path, entry) for path, entry in entries if entry and index.is_waiting(entry))
        return [path for path, entry in waiting if not index.is_taken_down(entry)]

    @property
    def taken_down(self) -> dict[str, dict[str, list[str]]]:
        """The addresses that each entry of the takedown list means, with their former ones, by the entry as written."""
        return self.withheld.addresses(
            self.index.entries, self.index.pictures_taken_down, self.index.attachments.taken_down
        )

    @property
    def kept(self) -> KeptParts:
        return KeptParts(self.sources.part)


@dataclass(frozen=True, slots=True)
class ReadCache:
    """Sources and structure kept of the last build, and the means to read the rest; empty by default."""

    sources: Sources = field(default_factory=Sources)
    shelf: Shelf | None = None
    spread: Spread = field(default_factory=Spread)
    taken: int = 0
    """The file system's time, before any file is looked at."""
    progress: Progress = say_nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader of files, and all that reading depends on."""

    shown_root: str
    """The content folder as problems name it."""
    now: datetime
    """In the publication's zone."""
    reader: Callable[[], "FileReader"]
    """Returns the reader, each time the same."""
    key: bytes
    """Digest of all that reading depends on beside the files."""
    archive: tuple[str, ...] = ()
    """Folders below it in which fewer mistakes are errors."""
    own_site: OwnSite = UNKNOWN_SITE
    takedown: TakedownList = NOTHING_TAKEN_DOWN
    """Texts and pictures to be left out, but in a preview."""
    embeds: EmbedTable = EMBED_TABLE
    words_by_lang: Mapping[str, Words] = field(default_factory=lambda: {"": english()})
    """Phrases that introductions and pages are made with."""
    attachments: AttachmentsSettings = field(default_factory=AttachmentsSettings)
    languages: tuple[SiteLanguage, ...] = ()


def load(root: Path, how: Reading, cache: ReadCache, site: SiteDefaults | None) -> ContentFolder:
    """Load the content folder `root`; files that the cache holds are read again only if they or `how.key` changed."""
    inventory, sources = take_inventory(root, how.attachments.all_types), cache.sources
    files = SourceFolder(root, inventory.files, cache.taken, how.key, inventory.attachments.__contains__)
    fresh = sources.refresh(files, lambda: how.reader().read, cache.spread, cache.progress)
    tables = OwnTables.in_folder(root, how.shown_root)
    moved = leading_to(tables.addresses.read(how.own_site).moved) if how.takedown else {}
    withheld = Withheld(how.takedown, how.now, lambda source: sources.known[source].digest, moved)
    index = _index(root, how, sources, inventory, withheld, tables)
    around = (how.key, how.archive, site, tables, tuple(how.words_by_lang.items())) + (
        (how.takedown,) if how.takedown else ()
    )
    key = structure_key(sources.known, digest_of(around))
    structure = stored_structure(cache.shelf, key, index.seconds) if cache.shelf else None
    before = kept_problems(cache.shelf) if cache.shelf and structure else None
    edited = {path for path in fresh if is_text_name(path)}
    found = check_again(index, edited, before) if before else check_folder(index)
    found = with_places(index, found, edited) if cache.shelf else found
    strays = stray_files(root, how.shown_root, KINDS) if inventory.has_strays else ()
    problems = tuple(sorted({*found, *strays, *misnamed_files(inventory.misnamed, how.shown_root)}))
    if has_errors(problems):
        structure = None
    if cache.shelf and structure is None:
        delete_structure(cache.shelf)  # a build that finds one checks only the files that were edited
    if cache.shelf and found is not before:
        keep_problems(cache.shelf, found)
    return ContentFolder(
        root=root,
        index=index,
        sources=sources,
        problems=problems,
        key=key,
        structure=structure,
        withheld=withheld,
        words_by_lang=how.words_by_lang,
    )


def load_content(settings: Mapping[str, Any], cache: ReadCache, site: SiteDefaults | None = None) -> ContentFolder:
    """Load the content by Pelican's settings; where these have mistakes, only find the problems of both.

    `site` says what is shown; without it no structure is looked for.
    """
    content, own = _load_content(settings, cache, site), words_problems(settings)
    return replace(content, problems=tuple(sorted({*content.problems, *own}))) if own else content


def _load_content(settings: Mapping[str, Any], cache: ReadCache, site: SiteDefaults | None) -> ContentFolder:
    typography, lang = read_typography(settings), str(settings.get("DEFAULT_LANG", ""))
    own, words = own_site(settings.get("SITEURL")), words_by_language(settings)
    labels = labels_by_language(words)
    has_cards = draws_with_fonts_of_kit(settings)
    markdown = stable_value(settings.get("MARKDOWN"))
    attachments, embeds = attachments_settings(settings), table_of(settings)
    reads_by = (typography, lang, own, markdown, has_cards, labels, attachments, embeds)
    around = (settings.get("TIMEZONE"), *reads_by)
    mistakes = setting_problems(settings, is_known=(key := reading_key(settings, around)) == cache.sources.key)
    root = Path("" if "PATH" in mistakes else settings["PATH"])
    archive = archive_folders(settings)
    shown_root = PurePosixPath(os.path.relpath(root)).as_posix()
    if mistakes.keys() & _NEEDED_TO_READ:
        return _nothing(root, shown_root, mistakes.values())
    zone = ZoneInfo(settings["TIMEZONE"])
    now = clock.now().astimezone(zone)
    if mistakes:
        readable = None if "MARKDOWN" in mistakes else settings["MARKDOWN"]
        bare = lru_cache(partial(_reader, shown_root, zone, readable, AS_WRITTEN, lang, own, labels))
        content = load(
            root, Reading(shown_root, now, bare, b"", archive, own, attachments=attachments), ReadCache(), None
        )
        return replace(content, problems=tuple(sorted({*content.problems, *mistakes.values()})))
    in_full = (settings["MARKDOWN"], typography, lang, own, labels, embeds, tuple(attachments.types), has_cards)
    reader = lru_cache(partial(_reader, shown_root, zone, *in_full))
    takedown = NOTHING_TAKEN_DOWN if site is None or site.shows_drafts else takedown_of(settings)
    how = Reading(
        *(shown_root, now, reader, key, archive, own, takedown),
        words_by_lang=words,
        attachments=attachments,
        embeds=embeds,
        languages=site_languages(settings),
    )
    return load(root, how, cache, site)


def _reader(
    shown_root: str,
    zone: ZoneInfo,
    markdown: Mapping[str, Any] | None,
    typography: Typography,
    lang: str,
    own: OwnSite,
    labels: Mapping[str, TextLabels],
    embeds: EmbedTable = EMBED_TABLE,
    own_types: tuple[str, ...] = (),
    has_cards: bool = False,
) -> "FileReader":
    """Return the reader of files; without settings of Markdown it reads no texts."""
    from plugins.desk.read_file import FileReader
    from plugins.desk.text.text_reader import text_reader

    texts = text_reader(markdown, typography, lang, own, labels, embeds, own_types)
    return FileReader(shown_root, zone, texts, has_cards)


def _index(
    root: Path, how: Reading, sources: Sources, inventory: Inventory, withheld: Withheld, tables: OwnTables
) -> ContentIndex:
    paths = [path for path in inventory.files if is_text_name(path)]
    pictures = pictures_by_key(inventory, sources.light)
    taken_down = withheld.pictures(pictures)
    attachments = attachments_by_key(inventory, sources.light)
    gone = withheld.attachments(attachments)
    return ContentIndex(
        shown_root=how.shown_root,
        now=how.now,
        prefix=how.own_site.prefix,
        lang=how.words_by_lang[""].lang,
        languages=how.languages,
        has_file=partial(has_file, root),
        entries=Entries(sorted(paths), sources.light, how.now.timestamp(), withheld.has_text if withheld else None),
        is_taken_down=withheld.has_text,
        pictures_taken_down=taken_down,
        archive=how.archive,
        attachments=AttachmentFolder(
            {key: each for key, each in attachments.items() if key not in gone}, how.attachments, gone, pictures
        ),
        pictures={key: picture for key, picture in pictures.items() if key not in taken_down},
        ids=cache(KeptParts(sources.part).ids),  # many links may lead to the parts of one text
        table=KeptParts(sources.part).table,
        locate=_locator(root, how),
        read_own_addresses=partial(tables.addresses.read, how.own_site),
        embeds=EmbedWords(partial(tables.embeds.read, how.embeds.canonical)),
    )


def _locator(root: Path, how: Reading) -> Callable[[str, Spot], Spot]:
    """Return a function that finds places in files; it remembers the file that it was asked for last."""

    @lru_cache(maxsize=1)
    def places(source: str) -> Callable[[Spot], Spot]:
        try:
            return how.reader().places(source, (root / source).read_bytes())
        except OSError:  # somebody has deleted the file meanwhile
            return lambda _: (1, 1)

    return lambda source, spot: places(source)(spot)


def _nothing(root: Path, shown_root: str, problems: Iterable[Problem]) -> ContentFolder:
    """Return the content of a folder that cannot be read."""
    sources = Sources()
    now = datetime.fromtimestamp(0, UTC)
    ids = KeptParts(sources.part).ids
    index = ContentIndex(shown_root=shown_root, now=now, entries={}, pictures={}, ids=ids, locate=lambda _, spot: spot)
    return ContentFolder(
        root=root, index=index, sources=sources, problems=tuple(sorted(problems)), key=b"", structure=None
    )
