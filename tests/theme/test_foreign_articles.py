"""An article in another language than its publication: its own text tells its language, and all around it does not."""

from xml.etree.ElementTree import Element

import html5lib
import pytest

from plugins.newsroom.choices import Related
from plugins.newsroom.front_matter.schema import CorrectionFields
from plugins.newsroom.language.language_tags import text_direction
from plugins.newsroom.words.catalogues import catalogue, make_words
from plugins.pages.article_page import article_page
from plugins.press.render import TemplateRenderer
from tests.conftest import ROOT
from tests.values import article, at, body, material, paragraphs, site

TITLES = {"ar": "سوق في الشاشة", "en": "A market in the screen"}
OWN = ("article__title", "article__standfirst", "prose", "corrections__text")
"""Classes of the article's own text."""
AROUND = ("skip", "masthead", "article__times", "share", "corrections__title", "related__title", "footer")
"""Classes of what the kit says; `related` is the publication's heading over other articles."""


class Page:
    """A page whose elements know their language and direction, as browsers inherit them."""

    def __init__(self, html: str) -> None:
        self.root: Element = html5lib.parse(html, namespaceHTMLElements=False)
        self._parents = {child: parent for parent in self.root.iter() for child in parent}

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.root.iter() if name in element.get("class", "").split()]

    def inherited(self, element: Element, name: str) -> str:
        found: Element | None = element
        while found is not None:
            if value := found.get(name):
                return value
            found = self._parents.get(found)
        return ""


@pytest.mark.parametrize(("of_site", "of_article"), [("en", "ar"), ("ar", "en"), ("id", "en"), ("ar", "he")])
def test_a_foreign_article_is_in_its_language_and_the_interface_in_the_publications(
    of_site: str, of_article: str
) -> None:
    words = make_words(of_site, catalogue(of_site))
    page = rendered(of_site, of_article)

    own = {name: [told(page, element) for element in page.with_class(name)] for name in OWN}
    around = {name: {told(page, element) for element in page.with_class(name)} for name in AROUND}

    assert own == {name: [(of_article, text_direction(of_article))] for name in OWN}
    assert around == {name: {(of_site, text_direction(of_site))} for name in AROUND}
    assert page.with_class("skip")[0].text == words.skip
    assert page.with_class("related__title")[0].text == words.related


def told(page: Page, element: Element) -> tuple[str, str]:
    return page.inherited(element, "lang"), page.inherited(element, "dir") or "ltr"


def rendered(of_site: str, of_article: str) -> Page:
    words = make_words(of_site, catalogue(of_site))
    title = TITLES.get(of_article, "שוק במסך")
    note = CorrectionFields.model_construct(date=at("2023-11-02T10:00"), text=title)
    one = article("one", lang=of_article, title=title, summary=title, corrections=(note,))
    whole = material(
        one,
        article("two", lang=of_site),
        bodies={"one": body(blocks=paragraphs(title))},
        related={"one": Related(dont_miss=None, articles=("two",))},
        site=site(lang=of_site, dir=text_direction(of_site)),
        words=words,
    )
    return Page(TemplateRenderer(ROOT / "theme", words=words).render(article_page(whole, "one", None, None)))
