"""The home front: lead, seconds, latest, then the newest of each category; no article stands twice above the bands."""

from plugins.newsroom.articles import Article
from plugins.newsroom.moments import moment
from plugins.newsroom.pages import HomePage
from plugins.newsroom.parts import Band
from plugins.pages.cards import card, cards, section_link
from plugins.pages.head import head
from plugins.pages.material import Material


def home_page(material: Material) -> HomePage:
    articles = material.articles
    sizes = material.settings
    return HomePage(
        path="index.html",
        lang=material.site.lang,
        site=material.site,
        head=head(material, title="", description=material.site.tagline, url="/"),
        promo=material.promo,
        edition=moment(articles[0].date) if articles else None,
        lead=card(material, articles[0]) if articles else None,
        seconds=cards(material, articles[1 : 1 + sizes.seconds]),
        latest=cards(material, articles[1 + sizes.seconds : 1 + sizes.seconds + sizes.latest]),
        bands=_bands(material),
        telegram=material.cta.telegram,
        newsletter=material.cta.newsletter,
    )


def _bands(material: Material) -> tuple[Band, ...]:
    """Return the newest of every category that has any, leaving out what the lead and the seconds show."""
    shown = {article.slug for article in material.articles[: 1 + material.settings.seconds]}
    bands = []
    for category in material.desk.categories:
        articles = [
            article
            for article in material.articles
            if article.category.slug == category.slug and article.slug not in shown
        ]
        if articles:
            bands.append(_band(material, articles[: material.settings.band_size]))
    return tuple(bands)


def _band(material: Material, articles: list[Article]) -> Band:
    """Return a band led by its newest article with a picture, else by its newest."""
    lead = next((article for article in articles if article.picture), articles[0])
    return Band(
        section=section_link(material, lead.category),
        lead=card(material, lead),
        rest=cards(material, (article for article in articles if article is not lead)),
    )
