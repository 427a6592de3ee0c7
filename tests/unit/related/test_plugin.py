from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.language.terms import terms
from plugins.newsroom.listed_articles import TextLinks
from plugins.newsroom.spaces import COVERAGE, RELATED, TERMS
from plugins.related.plugin import offer_related
from plugins.stet.engine import Engine
from plugins.stet.facts import Digests
from plugins.stet.sources import SourceFolder, SourceRecord
from plugins.stet.space import Space
from plugins.stet.step import Step
from tests.tools.edge import digests_of, running
from tests.values import article, listed_article, publication

WORDS = {"one": "otter mascot campaign", "near": "otter mascot", "far": "rate card"}
ANY: Mapping[str, Any] = {"floor": 0, "dont_miss_score": 0}
ONLY_RELATED: Mapping[str, Any] = {"articles": 1, "dont_miss": False, "floor": 0}
NO_LINES: Mapping[str, dict[str, Any]] = {}


def read(_: str, data: bytes | OSError) -> SourceRecord:
    assert isinstance(data, bytes)
    return SourceRecord(light=(), listing=b"", digests=b"", parts={TERMS: terms("", "", data.decode())})


@contextmanager
def offered(
    folder: Path,
    words: Mapping[str, str] = WORDS,
    token: bytes = b"token",
    lines: Mapping[str, dict[str, Any]] = NO_LINES,
    links: Mapping[str, tuple[str, ...]] | None = None,
    **related: Any,
) -> Iterator[Engine]:
    """Yield the engine of a run that was offered what is related; `lines` are changes of listed articles.

    In the preview there are `links` from text to text.
    """
    articles = [listed_article(article(slug, tags=(), authors=()), **lines.get(slug, {})) for slug in words]
    whole = publication(articles=tuple(articles), shows_drafts=links is not None)
    known = {slug: text.encode() for slug, text in words.items()}
    told = {"publication": whole, "token": token, "terms_digests": known}
    if links is not None:
        told["text_links"] = TextLinks(digest=repr(links).encode(), find=lambda: links)
    with running(folder, told, RELATED=related) as (engine, generator):
        _read_texts(folder / "content", {line.source: words[line.slug] for line in articles}, engine)
        offer_related(generator)
        yield engine


def _read_texts(folder: Path, texts: Mapping[str, str], engine: Engine) -> None:
    for source, text in texts.items():
        place = folder / source
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    files = {source: (folder / source).stat() for source in texts}
    engine.sources.refresh(SourceFolder(folder, files, engine.lock.time, b"key"), lambda: read, engine.spread)


def step_of(engine: Engine, space: Space[Any]) -> Step[Digests]:
    """Return the step that works out the facts of a space."""
    step = engine.facts[space.name]
    assert isinstance(step, Step)
    return step


def test_every_article_has_what_goes_with_it(tmp_path: Path) -> None:
    with offered(tmp_path, **ONLY_RELATED) as engine:
        view = engine.view()
        found = {slug: view.read(RELATED, slug) for slug in WORDS}

    assert found["one"] == Related(dont_miss=None, articles=("near",))
    assert found["near"] == Related(dont_miss=None, articles=("one",))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({}, Related(dont_miss="near", articles=("far",))),
        ({"near": {"is_public": False}}, Related(dont_miss=None, articles=("far",))),
        ({"near": {"is_sponsored": True}}, Related(dont_miss=None, articles=("far",))),
        ({"one": {"related": ("near",)}}, Related(dont_miss=None, articles=("near", "far"))),
        ({"one": {"dont_miss": "far"}}, Related(dont_miss="far", articles=("near",))),
    ],
)
def test_what_lines_say_has_its_say(tmp_path: Path, lines: Mapping[str, dict[str, Any]], expected: Related) -> None:
    dates = {"one": 3, "near": 2, "far": 1}
    lines = {slug: {"date": date * 86_400} | lines.get(slug, {}) for slug, date in dates.items()}

    with offered(tmp_path, lines=lines, fill=True, **ANY) as engine:
        assert engine.view().read(RELATED, "one") == expected


def test_a_mark_asks_for_a_dont_miss_that_the_settings_do_not(tmp_path: Path) -> None:
    lines = {"one": {"has_mark": True, "date": 3 * 86_400}, "near": {"date": 2 * 86_400}}

    with offered(tmp_path, lines=lines, dont_miss=False, floor=0) as engine:
        view = engine.view()
        found = [view.read(RELATED, slug).dont_miss for slug in WORDS]

    assert found == ["near", None, None]


@pytest.mark.parametrize("shared", [{"tags": ("video",)}, {"authors": ("mei",)}, {"category": "media"}])
def test_articles_of_one_tag_author_or_category_go_together(tmp_path: Path, shared: dict[str, Any]) -> None:
    words = {"a": "rate", "b": "bus", "one": "otter", "y": "shelf", "z": "talk"}

    with offered(tmp_path, words, lines={"one": shared, "y": shared}, fill=True, **ONLY_RELATED) as engine:
        assert engine.view().read(RELATED, "one").articles == ("y",)


def test_an_older_article_is_the_dont_miss_before_a_newer_one(tmp_path: Path) -> None:
    words = {"newer": "otter mascot", "older": "otter", "one": "otter mascot"}
    lines = {slug: {"date": date * 86_400} for slug, date in (("older", 1), ("one", 2), ("newer", 3))}

    with offered(tmp_path, words, lines=lines, **ANY) as engine:
        assert engine.view().read(RELATED, "one").dont_miss == "older"


def test_what_was_chosen_is_a_fact_of_each_article(tmp_path: Path) -> None:
    with offered(tmp_path) as engine:
        view = engine.view()
        with view.traced() as names:
            view.read(RELATED, "one")
        digests = digests_of(engine)[RELATED.name]

    assert names == {("related", "one")}
    assert digests.keys() == WORDS.keys()


def test_another_choice_is_another_fact_and_the_same_one_the_same(tmp_path: Path) -> None:
    found = []
    for words in (WORDS, WORDS | {"far": "card rate"}, WORDS | {"near": "rate", "far": "otter mascot"}):
        with offered(tmp_path, words, **ONLY_RELATED) as engine:
            found.append(digests_of(engine)[RELATED.name])

    assert found[0] == found[1]
    assert found[0]["one"] != found[2]["one"]


def test_the_dont_miss_and_the_related_articles_are_told_apart(tmp_path: Path) -> None:
    with offered(tmp_path, {"one": "otter", "near": "otter"}, **ONLY_RELATED) as engine:
        listed = digests_of(engine)[RELATED.name]["one"]
    with offered(
        tmp_path, {"one": "otter", "near": "otter"}, articles=1, lines={"one": {"dont_miss": "near"}}
    ) as engine:
        line = digests_of(engine)[RELATED.name]["one"]

    assert listed != line


def test_nothing_is_chosen_before_somebody_asks(tmp_path: Path) -> None:
    with offered(tmp_path) as engine:
        shelf = engine.shelf("related")
        before = shelf.get("head")
        digests_of(engine)
        after = shelf.get("head")

    assert before is None
    assert after is not None


def test_choosing_is_a_step_that_says_how_far_it_is(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    with offered(tmp_path) as engine:
        step_of(engine, RELATED).run(lambda *said: heard.append(said))

    assert heard == [("Choosing related articles", done, 6) for done in (0, 3, 4, 5, 6)]


@pytest.mark.parametrize(
    "changes",
    [
        {"words": WORDS | {"far": "card rate"}},
        {"token": b"another"},
        {"articles": 2},
    ],
)
def test_the_key_stands_for_all_that_the_choice_depends_on(tmp_path: Path, changes: dict[str, Any]) -> None:
    keys = []
    for each in ({}, {}, changes):
        with offered(tmp_path, **each) as engine:
            keys.append(step_of(engine, RELATED).key)

    assert keys[0] == keys[1] is not None
    assert keys[0] != keys[2]


def test_the_preview_is_told_what_is_shown_and_what_not(tmp_path: Path) -> None:
    with offered(tmp_path, links={"one": ("far",)}, **ONLY_RELATED) as engine:
        found = engine.view().read(COVERAGE)

    assert (found.articles, found.unshown, found.bare_articles) == (3, (), ("far",))
    assert {showings.slug: (showings.related, showings.links) for showings in found.most}["far"] == (0, 1)


def test_nobody_asks_production_what_is_shown(tmp_path: Path) -> None:
    with offered(tmp_path) as engine:
        assert COVERAGE.name not in engine.facts


def test_what_is_shown_is_one_fact_that_goes_by_words_and_links(tmp_path: Path) -> None:
    found = []
    for links, words in (({}, WORDS), ({"one": ("far",)}, WORDS), ({}, WORDS | {"far": "card rate"})):
        with offered(tmp_path, words, links=links, **ONLY_RELATED) as engine:
            found.append((step_of(engine, COVERAGE).key, digests_of(engine)[COVERAGE.name]))

    assert [list(digests) for _, digests in found] == [[""], [""], [""]]
    assert len({key for key, _ in found}) == 3
    assert found[0][1] != found[1][1]
    assert found[0][1] == found[2][1]
