from pathlib import Path
from typing import Any

from plugins.newsroom.spaces import AGENDA, COVERAGE, SITE
from plugins.pages.plugin import offer_pages
from tests.tools.edge import digests_of, running
from tests.values import BRAND, EMPTY_AGENDA, NOTHING_COVERED, article, publication

NAMES = {"SITENAME": "The Test", "SITESUBTITLE": "News of tests", "DEFAULT_LANG": "en"}


def test_only_a_preview_has_the_pages_for_editors(tmp_path: Path) -> None:
    def kinds(*, is_preview: bool) -> set[str]:
        with running(tmp_path, {"publication": publication(article()), "token": b"1", "brand": BRAND}, **NAMES) as (
            engine,
            generator,
        ):
            if is_preview:
                engine.offer_constant(AGENDA, EMPTY_AGENDA)
                engine.offer_constant(COVERAGE, NOTHING_COVERED)
            offer_pages([generator])
            return set(engine.kinds)

    assert kinds(is_preview=True) - kinds(is_preview=False) == {"coverage", "agenda"}


def test_every_page_has_the_name_of_the_publication_and_its_sections(tmp_path: Path) -> None:
    with running(tmp_path, {"publication": publication(article()), "token": b"1", "brand": BRAND}, **NAMES) as (
        engine,
        generator,
    ):
        offer_pages([generator])
        site = engine.view().read(SITE)

    assert site.name == "The Test"
    assert [section.text for section in site.sections] == ["Social", "Media"]


def test_another_setting_of_the_pages_is_another_fact(tmp_path: Path) -> None:
    def offered(**pages: Any) -> dict[str, Any]:
        known = {"publication": publication(), "token": b"1", "brand": BRAND}
        with running(tmp_path, known, **NAMES, PAGES=pages) as (engine, generator):
            offer_pages([generator])
            return digests_of(engine)

    assert offered() == offered()
    assert offered() != offered(words_per_minute=100)
