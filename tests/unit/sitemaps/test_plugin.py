from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.newsroom import clock
from plugins.newsroom.articles import Article
from plugins.pictures.values import DEVELOPED
from plugins.sitemaps.plugin import check_settings, offer_sitemaps
from plugins.stet.engine import Engine
from plugins.stet.plugin import run_of
from tests.tools.edge import Generator, running
from tests.unit.sitemaps.schemas import checked, texts
from tests.values import article, at, offer_named, offer_publication, publication

NAMES = {
    "DEFAULT_LANG": "en",
    "SITENAME": "The Test",
    "TIMEZONE": "Asia/Singapore",
    "SITEURL": "https://example.test/news",
}


@contextmanager
def offered(folder: Path, *articles: Article) -> Iterator[tuple[Engine, Generator]]:
    known = {"publication": publication(*articles), "token": repr(articles).encode()}
    own = {"DELETE_OUTPUT_DIRECTORY": True, "OUTPUT_RETENTION": []}
    with running(folder, known, **NAMES, **own) as (engine, generator):
        offer_publication(engine, *articles)
        offer_named(engine, DEVELOPED, {})
        offer_sitemaps([generator])
        yield engine, generator


def test_a_build_writes_valid_sitemaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at("2023-11-02T09:00").timestamp())))
    assert clock.now() == at("2023-11-02T09:00")

    with offered(tmp_path, article("one"), article("old", date="2022-02-01T09:00")) as (engine, _):
        engine.build()

    roots = {path.name: checked(path.read_bytes()) for path in (tmp_path / "output").rglob("*.xml")}
    assert texts(roots["news.xml"], "s:url/s:loc") == ["https://example.test/news/2023/11/one/"]
    named = texts(roots["sitemap.xml"], "s:sitemap/s:loc")
    assert named[-1] == "https://example.test/news/sitemaps/news.xml"
    assert {address.rpartition("/")[2] for address in named} == roots.keys() - {"sitemap.xml"}


def test_an_edit_writes_the_files_that_tell_of_it_alone(tmp_path: Path) -> None:
    old = article("old", date="2022-02-01T09:00")
    with offered(tmp_path, article("one"), old) as (engine, _):
        engine.build()

    with offered(tmp_path, article("one", title="Another", summary="Another."), old) as (engine, _):
        words = engine.build().written
    with offered(tmp_path, article("one", updated=at("2023-11-02T10:00")), old) as (engine, _):
        change = engine.build().written

    assert not words
    assert sorted(change) == [
        *("sitemap.xml", "sitemaps/archive.xml", "sitemaps/articles-2023-11.xml", "sitemaps/fronts.xml"),
    ]


@pytest.mark.parametrize(("settings", "ages"), [({}, {172_800}), ({"news": False}, set()), ({"new": 1}, set())])
def test_news_let_builds_fall_due(tmp_path: Path, settings: dict[str, object], ages: set[int]) -> None:
    with running(tmp_path, SITEMAPS=settings) as (_, generator):
        check_settings(generator)

        run = run_of(generator.settings)
        assert run.ages == ages
        assert len(run.problems) == ("new" in settings)
