import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.desk.files.entry import unpack_digests
from plugins.desk.load import ContentFolder, ReadCache, Reading, load, load_content
from plugins.desk.offer import offer_publication
from plugins.desk.settings import SiteDefaults
from plugins.desk.text.markdown import MarkdownConverter
from plugins.pictures.darkroom import Darkroom
from plugins.stet.engine import Engine
from plugins.stet.sources import Sources
from plugins.stet.workers import Spread
from tests.unit.desk.conftest import AUTHOR, CATEGORY, MARKDOWN, NOW, READER, SVG, TEXTS, ZONE, Load, article, write

FILES = {
    "articles/2023/11/one.md": article(
        title='Tom & "Jerry" go on',
        keys="picture: {file: /pictures/one.svg, alt: A}\ntags: [TikTok, Video]\nembargo: 2023-11-24\n"
        "corrections:\n  - {date: 2023-11-25, text: Wrong & right it is.}\n",
        body="![B](../../../pictures/two.svg)\n\n## X\n\n"
        "[self](one.md#x) [about](../../../pages/about.md?a=b) [out](/feed.xml)",
    ),
    "articles/2023/11/two.md": article(title="Two", keys="tags: tiktok, TikTok\n"),
    "articles/2023/11/draft/index.md": "---\ntitle: D\nstatus: draft\ntags: [Secret]\n---\n![A](d.svg)",
    "articles/2023/11/draft/d.svg": SVG.replace("640", "641"),
    "articles/2023/11/later.md": article(
        title="Later", keys="embargo: 2023-12-24 08:00\npicture: {file: /pictures/later.svg, alt: A}\n"
    ),
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nWe.",
    "pages/hidden.md": "---\ntitle: Hidden\nstatus: draft\n---\nWe.",
    "pictures/one.svg": SVG,
    "pictures/two.svg": SVG.replace("640", "642"),
    "pictures/later.svg": SVG.replace("640", "643"),
    "pictures/unused.svg": SVG.replace("640", "644"),
}
BESIDE = {"categories/social.md": CATEGORY, "authors/ana-lim.md": AUTHOR}
READING = Reading("content", NOW, lambda: READER, b"")


def test_production_has_no_trace_of_what_is_not_public(load_content: Load) -> None:
    loaded = load_content(FILES)
    desk = loaded.desk

    assert loaded.problems == ()
    assert {line.source for line in desk.articles} == {"articles/2023/11/one.md", "articles/2023/11/two.md"}
    assert [page.source for page in desk.text_pages] == ["pages/about.md"]
    assert [tag.slug for tag in desk.tags] == ["tiktok", "video"]
    assert loaded.pictures == ["pictures/one.svg", "pictures/two.svg"]
    assert sorted(loaded.facts["head"]) == sorted(loaded.facts["text"]) == ["one", "two"]


def test_the_preview_shows_everything_with_its_state(load_content: Load) -> None:
    loaded = load_content(FILES, drafts=True)

    later, draft = loaded.article("later"), loaded.article("draft")
    assert (later.is_draft, later.embargo) == (False, datetime(2023, 12, 24, 8, 0, tzinfo=ZONE))
    assert (draft.is_draft, draft.embargo, draft.slug) == (True, None, "draft")
    assert (draft.date, draft.url) == (datetime(2023, 12, 1, tzinfo=ZONE), "/2023/12/draft/")
    assert draft.category.slug == "social"
    assert len(loaded.pictures) == 4


def test_an_article_is_a_checked_value(load_content: Load) -> None:
    found = load_content(FILES).article("one")

    assert found.title == "Tom & “Jerry” go on"
    assert found.title_html == ('Tom <span class="amp">&amp;</span> “Jerry” go&nbsp;on')
    assert found.embargo is None
    assert found.date == datetime(2023, 11, 24, 9, 30, tzinfo=ZONE)
    assert [tag.name for tag in found.tags] == ["TikTok", "Video"]
    (correction,) = found.fields.corrections
    assert correction.date == datetime(2023, 11, 25, tzinfo=ZONE)
    assert found.typeset[correction.text] == 'Wrong <span class="amp">&amp;</span> right it&nbsp;is.'


def test_a_tag_in_two_spellings_is_one(load_content: Load) -> None:
    found = load_content(FILES).article("two")

    assert [tag.name for tag in found.tags] == ["TikTok"]


def test_addresses_in_the_text_have_the_path_that_the_site_lives_under(load_content: Load) -> None:
    loaded = load_content(FILES, prefix="/news")

    found, html = loaded.article("one"), "".join(loaded.body("one").blocks)
    assert re.findall('href="([^"]*)"', html) == ["/news/2023/11/one/#x", "/news/about/?a=b", "/news/feed.xml"]
    assert re.findall('src="([^"]*?)-', html) == ["/news/pictures/two"]
    assert found.picture is not None
    assert found.picture.url.startswith("/news/pictures/one-")
    assert found.url == "/2023/11/one/"


class RecordingConverter(MarkdownConverter):
    """Remembers which texts were read."""

    def __init__(self) -> None:
        super().__init__(MARKDOWN)
        self.texts: list[str] = []

    def convert(self, text: str) -> tuple[str, bool]:
        self.texts.append(text.strip())
        return super().convert(text)


def load_kept(root: Path, engine: Engine, now: datetime = NOW, key: bytes = b"") -> tuple[ContentFolder, list[str]]:
    """Load a folder with what an engine has kept, and return the texts that were read beside it."""
    converter = RecordingConverter()
    reader = replace(READER, texts=replace(TEXTS, converter=converter))
    cache = ReadCache(engine.sources, None, Spread(1), engine.lock.time)
    how = Reading("content", now, lambda: reader, key)
    return load(root, how, cache, None), converter.texts


def digests_in(content: ContentFolder) -> dict[str, tuple[bytes, ...]]:
    """Return all digests that are kept of texts, by path."""
    return {path: (known.digest, known.listing, known.digests) for path, known in content.sources.known.items()}


def test_only_what_has_changed_is_read_again(tmp_path: Path, open_engine: Callable[[], Engine]) -> None:
    root, engine = write(tmp_path / "content", {**BESIDE, **FILES}), open_engine()
    first, all_texts = load_kept(root, engine)
    write(root, {"articles/2023/11/two.md": article(title="Two", body="[x](none.md)")})
    (root / "pictures/unused.svg").unlink()

    second, texts = load_kept(root, engine)

    assert (len(all_texts), set(texts)) == (8, {"[x](none.md)"})
    assert first.problems == ()
    assert [str(second.index.placed(problem)) for problem in second.problems] == [
        "content/articles/2023/11/two.md:8:5: linked file 'none.md' does not exist; did you mean 'one.md'?"
    ]
    assert first.index.entries.keys() == second.index.entries.keys()
    assert first.index.pictures.keys() - second.index.pictures.keys() == {"pictures/unused.svg"}
    assert engine.sources.known.keys() == {*second.index.entries, *second.index.pictures}


def test_a_kept_text_is_what_reading_it_anew_gives(tmp_path: Path, open_engine: Callable[[], Engine]) -> None:
    root, engine = write(tmp_path / "content", {**BESIDE, **FILES}), open_engine()
    load_kept(root, engine)

    kept, fresh = load_kept(root, engine)[0], load(root, READING, ReadCache(), None)

    assert dict(kept.index.entries) == dict(fresh.index.entries)
    assert (kept.index.pictures, kept.key) == (fresh.index.pictures, fresh.key)
    assert digests_in(kept) == digests_in(fresh)
    for source in kept.index.entries:
        assert kept.kept.body(source) == fresh.kept.body(source)
        assert kept.kept.head(source) == fresh.kept.head(source)
        assert len(set(unpack_digests(kept.sources.known[source].digests))) == 3


@pytest.mark.slow
def test_many_files_are_read_by_several_workers_as_by_one(tmp_path: Path) -> None:
    many = {f"articles/{n}.md": article(title=f"Article {n}", keys="x: y\n" * (n % 50 == 0)) for n in range(250)}
    root = write(tmp_path / "content", {**BESIDE, **many})

    one, two = (load(root, READING, ReadCache(Sources(), None, Spread(count), 0), None) for count in (1, 2))

    assert len(one.problems) == 5
    assert (dict(one.index.entries), one.problems) == (dict(two.index.entries), two.problems)
    assert digests_in(one) == digests_in(two)
    assert all(one.kept.body(source) == two.kept.body(source) for source in many)


def test_problems_of_kept_texts_are_told_again_at_the_time_of_now(
    tmp_path: Path, open_engine: Callable[[], Engine]
) -> None:
    files = {
        "articles/one.md": article(keys="updated: 2023-12-02\ncolour: x\n"),
        "articles/two.md": article(title="Two", keys="updated: 2023-12-02\n", body="# A"),
    }
    root, engine = write(tmp_path / "content", {**BESIDE, **files}), open_engine()

    before, _ = load_kept(root, engine)
    after, _ = load_kept(root, engine, NOW + timedelta(days=1))

    future = {"updated in the future: it is 2023-12-01 12:00 now"}
    own = {"unknown key 'colour'", "a heading of the top level"}
    assert {problem.what for problem in before.problems} == own | future
    assert {problem.what for problem in after.problems} == own


def test_another_key_lets_everything_be_read_again(tmp_path: Path, open_engine: Callable[[], Engine]) -> None:
    root, engine = write(tmp_path / "content", {**BESIDE, **FILES}), open_engine()
    load_kept(root, engine, key=b"a")

    assert (len(load_kept(root, engine, key=b"b")[1]), len(load_kept(root, engine, key=b"b")[1])) == (8, 0)


def test_an_edited_text_may_link_to_addresses_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_engine: Callable[[], Engine]
) -> None:
    monkeypatch.chdir(tmp_path)
    root, engine, site = (
        write(tmp_path / "content", {**BESIDE, **FILES}),
        open_engine(),
        SiteDefaults(lang="en", prefix="", shows_drafts=False),
    )
    shelf = engine.shelf("desk")
    first = load(root, READING, ReadCache(engine.sources, shelf, Spread(1), engine.lock.time), site)
    offer_publication(first, site, engine, shelf, Darkroom(tmp_path / "kept"))
    write(root, {"articles/2023/11/two.md": article(title="Two", keys="tags: tiktok, TikTok\n", body=LINKS)})

    second = load(root, READING, ReadCache(engine.sources, shelf, Spread(1), engine.lock.time + 1), site)

    assert second.structure is not None
    assert second.problems == ()


LINKS = "[a](/about/) [b](/2023/11/one/) [c](/tags/video/) [d](/social/) [e](/authors/ana-lim/) [f](/)"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    write(tmp_path / "content", {**BESIDE, **FILES})
    return {
        "SITEURL": "https://a.example",
        "SITENAME": "A",
        "SITESUBTITLE": "News",
        "TIMEZONE": "Asia/Singapore",
        "PATH": str(tmp_path / "content"),
        "ARTICLE_PATHS": ["articles"],
        "PAGE_PATHS": ["pages"],
        "MARKDOWN": MARKDOWN,
        "TYPOGRIFY": True,
        "DEFAULT_LANG": "en",
    }


def test_the_content_is_loaded_as_pelicans_settings_say(settings: dict[str, Any]) -> None:
    content = load_content(settings, ReadCache())

    assert content.problems == ()
    assert (content.index.now, content.index.shown_root) == (NOW, "content")
    assert content.index.now.tzinfo == ZoneInfo("Asia/Singapore")
    fields, typeset = content.kept.head("articles/2023/11/one.md")
    assert typeset[fields.title].startswith("Tom <span")


@pytest.mark.parametrize(
    "changes",
    [
        {"TIMEZONE": "Asia/Tokyo"},
        {"TYPOGRIFY": False},
        {"DEFAULT_LANG": "de"},
        {"MARKDOWN": {"extension_configs": {"markdown.extensions.footnotes": {}}}},
        {"MARKDOWN": {**MARKDOWN, "extensions": ["markdown.extensions.admonition"]}},
    ],
)
def test_a_setting_that_reading_depends_on_lets_everything_be_read_again(
    settings: dict[str, Any], open_engine: Callable[[], Engine], changes: Mapping[str, Any]
) -> None:
    engine = open_engine()

    def key(settings: Mapping[str, Any]) -> bytes | None:
        load_content(settings, ReadCache(engine.sources, None, Spread(1), engine.lock.time))
        return engine.database.about("sources")

    assert key(settings) == key(settings) != key({**settings, **changes})


def test_own_words_that_stand_in_texts_let_everything_be_read_again_and_others_nothing(
    settings: dict[str, Any], open_engine: Callable[[], Engine]
) -> None:
    engine = open_engine()

    def key(words: str) -> bytes | None:
        write(Path("content"), {"words.toml": words})
        load_content(settings, ReadCache(engine.sources, None, Spread(1), engine.lock.time))
        return engine.database.about("sources")

    assert key("") == key('latest = "New"') != key('table = "Grid"')


def test_mistakes_in_own_words_are_told_with_all_others(settings: dict[str, Any]) -> None:
    wrong = article(title="Two", keys="related: [on]\n")
    write(Path("content"), {"words.toml": '\nlatset = "New"', "articles/2023/11/two.md": wrong})

    problems = load_content(settings, ReadCache()).problems

    assert [(problem.path, problem.line, problem.what) for problem in problems] == [
        ("content/articles/2023/11/two.md", 7, "unknown related article 'on'"),
        ("content/words.toml", 2, "unknown phrase 'latset'"),
    ]


def test_wrong_settings_hide_no_mistake_of_the_content(settings: dict[str, Any]) -> None:
    write(Path("content"), {"articles/2023/11/two.md": article(title="Two", keys="related: [on]\n", body="# A")})

    content = load_content({**settings, "SITEURL": ""}, ReadCache())

    assert [problem.what for problem in content.problems] == [
        "unknown related article 'on'",
        "a heading of the top level",
        "SITEURL is missing",
    ]


def test_headings_are_not_looked_for_while_nobody_knows_how_texts_are_read(settings: dict[str, Any]) -> None:
    write(Path("content"), {"articles/2023/11/two.md": article(title="Two", body="## A {#own}\n\n[a](#own) [b](#no)")})

    right, wrong = (load_content({**settings, "MARKDOWN": value}, ReadCache()) for value in (MARKDOWN, None))

    assert [problem.what for problem in right.problems] == ["no heading '#no' in content/articles/2023/11/two.md"]
    assert [problem.what for problem in wrong.problems] == ["MARKDOWN cannot be None"]


@pytest.mark.parametrize(("name", "value"), [("TIMEZONE", "Mars"), ("PATH", "none")])
def test_without_a_zone_or_a_folder_there_is_no_content(settings: dict[str, Any], name: str, value: str) -> None:
    content = load_content({**settings, name: value}, ReadCache())

    assert [problem.what.partition(" ")[0] for problem in content.problems] == [name]
    assert (content.index.entries, content.sources.known) == ({}, {})


NO_PATHS = ["x" * 5_000, "x" * 5_000 + ".md", "a%00b.md", "../../../../etc/passwd", "/a/../../../../etc/passwd"]


@pytest.mark.parametrize("target", NO_PATHS)
def test_a_link_that_is_no_path_leads_nowhere(load_content: Load, target: str) -> None:
    text = article(body=f"[a]({target})")

    (problem,) = load_content({"articles/2023/11/one.md": text}).problems

    assert problem.what.startswith(("link that leads nowhere", "linked file '", "linked address '"))
    assert "is not published" not in problem.what


def test_places_are_looked_for_where_somebody_sees_them(tmp_path: Path, open_engine: Callable[[], Engine]) -> None:
    dead = {
        f"articles/{number:03}.md": article(title=f"A {number}", body=f"[a](/none-{number}/)\n\n[b](/no/)")
        for number in range(60)
    }
    root, engine = write(tmp_path / "content", {**BESIDE, **dead}), open_engine()
    converter = RecordingConverter()
    reader = replace(READER, texts=replace(TEXTS, converter=converter))
    how = Reading("content", NOW, lambda: reader, b"", ("articles",))
    cache = ReadCache(engine.sources, engine.shelf("desk"), Spread(1), engine.lock.time)

    archived = load(root, how, cache, None)
    read_once = len(converter.texts)
    shown = load(root, replace(how, archive=()), cache, None)

    assert (len(archived.problems), read_once) == (120, 62)
    assert [problem for problem in archived.problems if problem.line] == []
    assert len({problem.path for problem in shown.problems if problem.line}) == 3
    assert len(converter.texts) - read_once <= 6
