"""The page for editors that counts the links to each article from others."""

from collections.abc import Iterable, Iterator

from plugins.newsroom.choices import Coverage, Showings
from plugins.newsroom.page_models import CoveragePage
from plugins.newsroom.page_parts import Figure, TallyRow
from plugins.newsroom.spaces import COVERAGE
from plugins.newsroom.urls import COVERAGE_URL, output_path
from plugins.pages.head.page_head import HIDDEN, head
from plugins.pages.material import Material


def coverage_page(material: Material) -> CoveragePage:
    """Return the page; it has no address but that of the preview, and no promo."""
    found = material.view.read(COVERAGE)
    return CoveragePage(
        path=output_path(COVERAGE_URL),
        lang=material.site.lang,
        site=material.site,
        head=head(
            material,
            title="Coverage",
            description="Which articles other articles lead to, for editors.",
            url="",
            robots=HIDDEN,
        ),
        promo=None,
        figures=tuple(_figures(found)),
        unshown=_dated(material, found.unshown),
        unshown_more=found.articles - found.shown - len(found.unshown),
        most=tuple(_counted(material, showings) for showings in found.most),
        bare=_dated(material, found.bare_articles),
        bare_more=found.bare - len(found.bare_articles),
    )


def _figures(found: Coverage) -> Iterator[Figure]:
    if found.articles:  # not rounded up: 100% is all of them
        percent = 100 * found.shown // found.articles
        yield Figure(
            value=f"{percent}%", text=f"{found.shown} of {found.articles} public articles are shown by another"
        )
    yield Figure(value=f"{found.articles - found.shown}", text="shown by none")
    yield Figure(value=f"{found.bare}", text="without related articles of their own")


def _dated(material: Material, slugs: Iterable[str]) -> tuple[TallyRow, ...]:
    return tuple(TallyRow(card=card, count=None, note="") for card in material.cards(slugs))


def _counted(material: Material, showings: Showings) -> TallyRow:
    ways = ((showings.related, "related"), (showings.dont_miss, "don’t miss"), (showings.links, "in text"))
    note = ", ".join(f"{count} {where}" for count, where in ways if count)
    return TallyRow(card=material.card(showings.slug), count=showings.total, note=note)
