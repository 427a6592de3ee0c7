"""Pictures of a page for services and search engines: its share card, the photograph, or the publication's own.

Only formats that all of them read: never SVG, AVIF or WebP.
"""

from plugins.newsroom.articles import Article
from plugins.newsroom.choices import CardKind, ShareImage, card_name
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.media_types import BINARY_TYPES
from plugins.newsroom.page_models import Property
from plugins.newsroom.spaces import SHARE_CARD
from plugins.newsroom.urls import on_host
from plugins.pages.head.vocabulary import ImageObject
from plugins.pages.material import Material

_READ_EVERYWHERE = ("jpg", "jpeg", "png", "gif")


def article_share_image(material: Material, article: Article) -> ShareImage | None:
    """Return the card of an article, else its photograph, else the picture of the home front; None without any."""
    return _card(material, "article", article.slug) or _photograph(article.picture) or page_share_image(material)


def page_share_image(material: Material, kind: CardKind = "home", slug: str = "") -> ShareImage | None:
    """Return the card of a page, else the home front's, else the publication's own picture; None without any."""
    return _card(material, kind, slug) or _card(material, "home") or material.share_picture


def image_properties(material: Material, image: ShareImage | None) -> tuple[Property, ...]:
    """Return the properties that name the picture of a page: none without one, rather than that of somebody else."""
    if image is None:
        return ()
    return (
        Property(name="og:image", content=on_host(material.site_url, image.url)),
        Property(name="og:image:type", content=BINARY_TYPES[_suffix(image.url)]),
        Property(name="og:image:width", content=str(image.width)),
        Property(name="og:image:height", content=str(image.height)),
        Property(name="og:image:alt", content=image.alt),
    )


def article_images(material: Material, article: Article) -> tuple[ImageObject, ...]:
    """Return the pictures of an article for structured data: the photograph in its ratios, else the share card.

    A retracted one has none.
    """
    if article.retracted_since:
        return ()
    picture, photograph = article.picture, _photograph(article.picture)
    if picture is None or photograph is None:
        card = article_share_image(material, article)
        return (_image_object(material, (card.url, card.width, card.height)),) if card else ()
    files = picture.ratios or (photograph,)
    found = [(each.url, each.width, each.height) for each in files]
    return tuple(_image_object(material, each, picture.caption, picture.credit) for each in found)


def portrait(material: Material, picture: Picture) -> ImageObject:
    """Return the portrait of an author for structured data; without sides, since every article has it."""
    return ImageObject(url=on_host(material.site_url, picture.url), credit_text=picture.credit)


def _image_object(material: Material, found: tuple[str, int, int], caption: str = "", credit: str = "") -> ImageObject:
    url, width, height = found
    full = on_host(material.site_url, url)
    return ImageObject(url=full, width=width, height=height, caption=caption, credit_text=credit)


def _card(material: Material, kind: CardKind, slug: str = "") -> ShareImage | None:
    """Return a page's share card; None where the plugin is not in use, or this build draws none."""
    view = material.view
    return view.read(SHARE_CARD, card_name(kind, slug)) if view.offers(SHARE_CARD) else None


def _photograph(picture: Picture | None) -> ShareImage | None:
    """Return the picture at 16:9, or as a whole; None where no file of it is read everywhere."""
    if picture is None:
        return None
    if picture.ratios:
        wide = picture.ratios[0]
        return ShareImage(url=wide.url, width=wide.width, height=wide.height, alt=picture.alt)
    if _suffix(picture.url) not in _READ_EVERYWHERE:
        return None
    width = picture.older[-1].width if picture.older else picture.width
    height = round(picture.height * width / picture.width)
    return ShareImage(url=picture.url, width=width, height=height, alt=picture.alt)


def _suffix(url: str) -> str:
    return url.partition("?")[0].rpartition(".")[2].lower()
