from pathlib import Path

import pytest

from plugins.feeds.feed_style import FEED_STYLE, FEED_STYLE_FACT, FeedStyleRenderer, feed_css, make_feed_style
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output

THEME = Path("theme")


def style(label: str = "Test feed", lang: str = "en") -> str:
    return feed_css(THEME, publisher="@layer publisher{:root{--paper:#fff}}", label=label, lang=lang)


def test_a_style_has_the_tokens_before_its_rules_and_the_publishers_own_behind() -> None:
    css = style()

    assert css.index("@layer tokens, components") < css.index("--paper: light-dark") < css.index("entry > title")
    assert css.endswith("@layer publisher{:root{--paper:#fff}}")


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh-Hant", "ltr")])
def test_a_style_runs_as_the_language_of_the_publication_does(lang: str, direction: str) -> None:
    assert f"direction: {direction};" in style(lang=lang)


@pytest.mark.parametrize("label", ['"} * { display: none', "a\\", "</style>", "a\nb", "خلاصة"])
def test_no_label_ends_its_text(label: str) -> None:
    written = style(label).rpartition("content: ")[2].partition(";")[0]

    assert written.strip('"').replace("\\", "").replace(" ", "").isalnum()
    assert written.count('"') == 2


def test_the_engine_gets_the_style_that_is_offered() -> None:
    offers = Offers()
    offers.offer_constant(FEED_STYLE_FACT, "a {}")

    made = make_feed_style(offers.view(), Output("feeds/style.css", FEED_STYLE, ()))

    assert FeedStyleRenderer().render(made) == b"a {}"
