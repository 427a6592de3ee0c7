from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.newsroom.brand import Brand
from plugins.newsroom.choices import ShareImage, card_name
from plugins.newsroom.spaces import SHARE_CARD
from plugins.share_cards.fonts import FOLDER
from plugins.share_cards.plugin import offer_addresses, offer_cards
from plugins.stet.step import say_nothing
from tests.conftest import ROOT
from tests.tools.edge import digests_of, running
from tests.values import BRAND, article, offer_publication, publication

ONE, OLD = article("one"), article("old", date="2022-01-01T09:00")


def offered(
    tmp_path: Path, *, shows_drafts: bool = False, brand: Brand = BRAND, **settings: Any
) -> tuple[list[str], Any, dict[str, Any]]:
    """Return the paths of the cards, the address of that of the old article, and the digests of all facts."""
    of = publication(ONE, OLD, shows_drafts=shows_drafts)
    own = {
        "SITENAME": "The Test",
        "SITESUBTITLE": "All of it",
        "DEFAULT_LANG": "en",
        "THEME": str(ROOT / "theme"),
        **settings,
    }
    with running(tmp_path, {"publication": of, "token": b"t", "brand": brand}, **own) as (engine, generator):
        offer_publication(engine, ONE, OLD, of=of)
        offer_addresses(generator)
        offer_cards([generator])
        paths = [output.path for plan in engine.plans for output in plan.run(say_nothing)]
        return paths, engine.view().read(SHARE_CARD, card_name("article", "old")), digests_of(engine)


def test_every_article_has_a_card_and_an_address_for_it(tmp_path: Path) -> None:
    paths, old, _ = offered(tmp_path)

    assert {"2023/11/one/card.jpg", "2022/01/old/card.jpg", "card.jpg", "social/card.jpg"} <= {*paths}
    assert isinstance(old, ShareImage)
    assert (old.width, old.height, old.alt) == (1200, 630, "Old, The Test")


def test_the_preview_names_no_card_that_it_does_not_draw(tmp_path: Path) -> None:
    paths, old, digests = offered(tmp_path, shows_drafts=True, SHARE_CARDS={"preview": 1})

    assert "2023/11/one/card.jpg" in paths
    assert "2022/01/old/card.jpg" not in paths
    assert old is None
    assert [*digests["drawn share cards"]] == ["article one"]


@pytest.mark.parametrize(
    "change",
    [
        {"SITENAME": "Other"},
        {"SITEURL": "https://example.test/news"},
        {"SHARE_CARDS": {"show": "without photograph"}},
        {"SHARE_CARDS": {"fonts": {"serif": str(FOLDER / "sans.woff2")}}},
        {"THEME": "nowhere"},
        {"brand": replace(BRAND, light=(("accent", "#0058a3"),))},
    ],
)
def test_every_setting_that_cards_go_by_is_a_fact(tmp_path: Path, change: dict[str, Any]) -> None:
    assert offered(tmp_path)[2] == offered(tmp_path)[2]
    assert offered(tmp_path, **change)[2] != offered(tmp_path)[2]
