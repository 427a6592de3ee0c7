from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.crawlers.plugin import check_settings, offer_crawler_files, own_robots_problems
from plugins.newsroom.articles import Article
from plugins.newsroom.problems import Severity
from plugins.newsroom.spaces import ARTICLE, BODY, CATEGORY, TEXT_PAGE, TWIN_URL, WORDS
from plugins.newsroom.words.catalogues import catalogue, english, make_words
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_of
from tests.tools.edge import running
from tests.unit.desk.conftest import write
from tests.values import MEDIA, SOCIAL, article, body, offer_named, publication

NAMES = {"SITENAME": "The Test", "SITESUBTITLE": "News", "DELETE_OUTPUT_DIRECTORY": True, "OUTPUT_RETENTION": []}
BAHASA = make_words("id", catalogue("id"))
KEY = "0123456789abcdef"


@contextmanager
def offered(folder: Path, *articles: Article, desk: object = None, **settings: object) -> Iterator[Engine]:
    known = {"publication": publication(*articles), "token": repr(articles).encode()}
    with running(folder, known, **NAMES, PATH=str(folder / "content"), CRAWLERS=settings, DESK=desk) as (
        engine,
        generator,
    ):
        offer_named(engine, WORDS, {"": english(), "id": BAHASA})
        known_articles = {each.slug: each for each in articles}
        digests = {slug: repr(each).encode() for slug, each in known_articles.items()}
        engine.offer_facts(ARTICLE, lambda _, slug: known_articles[slug], digests)
        offer_named(engine, BODY, {slug: body() for slug in known_articles})
        offer_named(engine, CATEGORY, {"social": SOCIAL, "media": MEDIA})
        offer_named(engine, TEXT_PAGE, {})
        offer_crawler_files([generator])
        yield engine


def built(folder: Path) -> list[str]:
    root = folder / "output"
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_by_default_there_is_a_file_for_crawlers_alone(tmp_path: Path) -> None:
    with offered(tmp_path, article("one")) as engine:
        engine.build()

        assert not engine.view().offers(TWIN_URL)
        assert engine.notes == {}

    assert built(tmp_path) == ["robots.txt"]


def test_articles_are_there_as_markdown_where_the_policy_says_so(tmp_path: Path) -> None:
    with offered(tmp_path, article("one"), article("draft", is_draft=True), llms=True) as engine:
        engine.build()

        assert engine.view().read(TWIN_URL, "one") == "/2023/11/one/index.md"
        assert engine.notes == {"has_twins": "true"}

    assert built(tmp_path) == ["2023/11/one/index.md", "llms.txt", "robots.txt"]
    assert "draft" not in (tmp_path / "output/llms.txt").read_text(encoding="utf-8")


def test_an_edit_writes_the_markdown_of_its_article_alone(tmp_path: Path) -> None:
    with offered(tmp_path, article("one"), article("two"), llms=True) as engine:
        engine.build()
    with offered(tmp_path, article("one", title="Another"), article("two"), llms=True) as engine:
        assert sorted(engine.build().written) == ["2023/11/one/index.md", "llms.txt"]


def test_the_key_of_indexnow_is_published_and_noted(tmp_path: Path) -> None:
    with offered(tmp_path, indexnow_key=KEY) as engine:
        engine.build()

        assert engine.notes == {"indexnow_key": f'"{KEY}"'}

    assert (tmp_path / f"output/{KEY}.txt").read_text(encoding="utf-8") == KEY


def test_files_of_the_publisher_take_the_place_of_the_kits(tmp_path: Path) -> None:
    write(tmp_path, {"content/root/robots.txt": "x", "content/root/llms.txt": "x"})

    with offered(tmp_path, article("one"), llms=True) as engine:
        engine.build()

    assert built(tmp_path) == ["2023/11/one/index.md"]


@pytest.mark.parametrize(
    ("text", "plugins", "problems"),
    [
        ("User-agent: *\nDisallow:\n", ["plugins.sitemaps"], 1),
        ("User-agent: *\nSitemap: https://example.test/sitemap.xml\n", ["plugins.sitemaps"], 0),
        ("User-agent: *\nDisallow:\n", [], 0),
        (None, ["plugins.sitemaps"], 0),
    ],
)
def test_a_file_of_the_publisher_that_names_no_sitemap_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, plugins: list[str], problems: int
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"content/root/robots.txt": text} if text else {})
    settings = {"PATH": "content", "PLUGINS": plugins, "SITEURL": "https://example.test"}

    found = list(own_robots_problems(settings))

    assert len(found) == problems
    for problem in found:
        assert str(problem).startswith(
            "content/root/robots.txt:1:1: warning: names no sitemap; add 'Sitemap: https://example.test/"
        )
        assert problem.severity is Severity.WARNING


def test_mistakes_in_settings_are_told(tmp_path: Path) -> None:
    with running(tmp_path, CRAWLERS={"searches": True}) as (_, generator):
        check_settings(generator)

        assert len(run_of(generator.settings).problems) == 1


def test_markdown_has_the_words_of_its_language(tmp_path: Path) -> None:
    bahasa = article("satu", lang="id", sample=True)
    languages = {"languages": {"id": {"tagline": ""}}}

    with offered(tmp_path, bahasa, desk=languages, llms=True) as engine:
        engine.build()

    text = (tmp_path / "output/2023/11/satu/index.md").read_text(encoding="utf-8")
    assert f"**{BAHASA.sample}.**" in text
