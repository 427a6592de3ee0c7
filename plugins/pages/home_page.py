"""The home front: lead, seconds, latest, then the newest of each category."""

from plugins.newsroom.moments import moment
from plugins.newsroom.page_models import Head, HomePage
from plugins.newsroom.page_parts import Band
from plugins.newsroom.spaces import CATEGORY
from plugins.pages.cards import section_link
from plugins.pages.head.page_head import frame, head
from plugins.pages.head.structured_data import home_data
from plugins.pages.language_versions import front_alternates
from plugins.pages.material import Material
from plugins.pages.plan_pages import BandSpec


def home_page(
    material: Material,
    lead: str | None,
    seconds: tuple[str, ...],
    latest: tuple[str, ...],
    bands: tuple[BandSpec, ...],
) -> HomePage:
    """Return the home front of the articles with these slugs."""
    calls = material.calls()
    return HomePage(
        **frame(material, "/", _head(material)),
        edition=moment(material.article(lead).date, material.words) if lead else None,
        lead=material.card(lead) if lead else None,
        seconds=material.cards(seconds),
        latest=material.cards(latest),
        bands=tuple(_band(material, *band) for band in bands),
        telegram=calls.telegram,
        newsletter=calls.newsletter,
    )


def _head(material: Material) -> Head:
    return head(
        material,
        title="",
        description=material.site.tagline,
        url="/",
        alternates=front_alternates(material),
        structured_data=home_data(material),
    )


def _band(material: Material, category: str, lead: str, rest: tuple[str, ...]) -> Band:
    section = section_link(material, material.view.read(CATEGORY, category))
    return Band(section=section, lead=material.card(lead), rest=material.cards(rest))
