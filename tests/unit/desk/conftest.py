import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.load import ContentFolder, ReadCache, Reading, load
from plugins.desk.offer import offer_publication
from plugins.desk.publication.structure import Structure
from plugins.desk.read_file import FileReader
from plugins.desk.settings import SiteDefaults
from plugins.desk.text.labels import labels_by_language
from plugins.desk.text.text_reader import text_reader
from plugins.desk.text.typography import Typography
from plugins.newsroom.addresses.takedown_list import read_takedown_list
from plugins.newsroom.articles import Article, Body, Publication
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.site_languages import site_languages
from plugins.newsroom.problems import Problem
from plugins.newsroom.spaces import ARTICLE, BODY
from plugins.newsroom.urls import own_site
from plugins.newsroom.words.catalogues import english
from plugins.newsroom.words.words_of import words_by_language
from plugins.pictures.darkroom import Darkroom
from plugins.stet.engine import Engine
from plugins.stet.facts import Key, View, changed_facts, settle_facts
from plugins.stet.step import say_nothing
from tests.tools.edge import digests_of

ZONE = ZoneInfo("Asia/Singapore")
NOW = datetime(2023, 12, 1, 12, 0, tzinfo=ZONE)
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}
TEXTS = text_reader(MARKDOWN, Typography(is_on=True), "en")
READER = FileReader("content", ZONE, TEXTS)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"/>'
CATEGORY = "---\nname: Social\norder: 1\ncolour: pink\nsummary: Platforms.\n---\nPlatforms.\n"
AUTHOR = "---\nname: Ana Lim\nrole: Reporter\nbeat: Platforms\n---\nAna *writes*.\n"
ARTICLE_TEXT = """---
title: {title}
date: 2023-11-{day} 09:30
category: Social
authors: [ana-lim]
summary: A summary that is long enough to stand under a headline.
{keys}---
{body}
"""


def article(title: str = "One", day: int = 24, keys: str = "", body: str = "Text.") -> str:
    """Return an article without mistakes, with more front matter in `keys` (line 7 on) and a text."""
    return ARTICLE_TEXT.format(title=json.dumps(title), day=day, keys=keys, body=body)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


@dataclass(frozen=True, slots=True)
class Given:
    """Where the links and pictures of a text lead, as a test says; all other links lead where they say."""

    links: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def link(self, target: str) -> str:
        return self.links.get(target, target)

    def file_facts(self, target: str, words: str) -> str:
        return ""

    def original(self, target: str) -> str:
        return self.link(target)

    def text_sizes(self, picture: Picture) -> str:
        return "600px"

    def picture(self, target: str) -> Picture:
        return self.pictures[target]


@dataclass(frozen=True)
class Loaded:
    """A content folder as a build finds it; what it shows of it is made at the first look."""

    content: ContentFolder
    site: SiteDefaults
    engine: Callable[[], Engine]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of the folder, each at its place."""
        return tuple(sorted(map(self.index.placed, self.content.problems)))

    @property
    def index(self) -> ContentIndex:
        return self.content.index

    @cached_property
    def _shown(self) -> tuple[Structure, Engine]:
        engine = self.engine()
        darkroom = Darkroom(Path(".pictures"))
        return offer_publication(self.content, self.site, engine, engine.shelf("desk"), darkroom), engine

    @property
    def structure(self) -> Structure:
        return self._shown[0]

    @property
    def desk(self) -> Publication:
        return self.structure.publication

    @property
    def pictures(self) -> list[str]:
        """The paths of all pictures that are shown, in order."""
        return sorted({name.partition("\t")[0] for name in self.desk.pictures})

    @property
    def facts(self) -> Mapping[str, Mapping[str, bytes]]:
        """Digests of all that was offered to the engine."""
        return digests_of(self._shown[1])

    def changes(self, other: "Loaded") -> set[Key]:
        """Return the facts that are not the same in another."""
        before, after = (settle_facts({}, each._shown[1].facts, say_nothing) for each in (self, other))
        return changed_facts(before, after)

    @cached_property
    def view(self) -> View:
        return self._shown[1].view()

    def article(self, slug: str) -> Article:
        return self.view.read(ARTICLE, slug)

    def body(self, slug: str) -> Body:
        return self.view.read(BODY, slug)


Load = Callable[..., Loaded]


@pytest.fixture
def open_engine(tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Open engines, each for an output folder of its own."""
    engines: list[Engine] = []

    def open_one() -> Engine:
        engines.append(Engine(tmp_path / f"output-{len(engines)}", code_digest=b"test"))
        return engines[-1]

    yield open_one
    for engine in engines:
        engine.close()


@pytest.fixture
def load_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_engine: Callable[[], Engine]) -> Load:
    """Load a content folder of the given files, beside one category and one author."""
    monkeypatch.chdir(tmp_path)

    def load_files(
        files: Mapping[str, str | bytes],
        *,
        drafts: bool = False,
        prefix: str = "",
        zone: ZoneInfo = ZONE,
        now: datetime = NOW,
        archive: tuple[str, ...] = (),
        takedown: tuple[str, ...] = (),
        languages: tuple[str, ...] = (),
        beside: Mapping[str, str] = {"categories/social.md": CATEGORY, "authors/ana-lim.md": AUTHOR},
    ) -> Loaded:
        root = write(tmp_path / "content", {**beside, **files})
        own = own_site(f"https://www.own.example{prefix}")
        declared = {"DEFAULT_LANG": "en", "DESK": {"languages": {lang: {} for lang in languages}}}
        words = words_by_language(declared)
        reader = FileReader("content", zone, replace(TEXTS, own_site=own, labels=labels_by_language(words)))
        label = english().sponsored_by
        beside_own = site_languages(declared)
        site = SiteDefaults(
            lang="en", prefix=prefix, shows_drafts=drafts, own_site=own, sponsored_by=label, languages=beside_own
        )
        how = Reading(
            *("content", now.astimezone(zone), lambda: reader, b"", archive, own, read_takedown_list(takedown, own)),
            words_by_lang=words,
            languages=beside_own,
        )
        return Loaded(load(root, how, ReadCache(), site), site, open_engine)

    return load_files
