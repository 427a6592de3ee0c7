"""Pictures of an article as feeds tell of them: the lead picture, and those in the text as its HTML shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.media_types import media_type
from plugins.newsroom.spaces import SHOWN_PICTURES
from plugins.newsroom.urls import absolute_url, on_host
from plugins.pictures.paths import print_path
from plugins.pictures.values import DEVELOPED
from plugins.stet.facts import View

if TYPE_CHECKING:  # builds that make no entry do without a parser
    from turbohtml import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedImage:
    """A picture, in the file that most programs show."""

    url: str
    media_type: str
    size: int
    """In bytes; 0 where it is not known, as may be its sides."""
    width: int
    height: int
    alt: str
    caption: str
    credit: str


class ImageWords(NamedTuple):
    """Plain words under a picture of a text; both may be empty."""

    caption: str
    credit: str


def words_under(image: "Element") -> ImageWords:
    """Return caption and credit of a picture of ours, while classes are still there to tell them apart."""
    figure = image.closest("figure")
    caption = next((each for each in figure.find_all("figcaption") if each.parent == figure), None) if figure else None
    if caption is None:
        return ImageWords("", "")
    words, credit = _line(caption.text), _line(" ".join(each.text for each in caption.select("span.credit")))
    return ImageWords(words.removesuffix(credit).rstrip() if credit else words, credit)


def lead_image(site_url: str, picture: Picture) -> FeedImage:
    """Return the picture at 16:9 where there are ratios, else the largest of its files for every browser."""
    if picture.ratios:
        url, width, height, size = picture.ratios[0]
    else:
        url, size = picture.url, picture.bytes
        width = picture.older[-1].width if picture.older else picture.width
        height = max(1, round(picture.height * width / picture.width))
    return FeedImage(
        url=on_host(site_url, url),
        media_type=media_type(url),
        size=size,
        width=width,
        height=height,
        alt=picture.alt,
        caption=picture.caption,
        credit=picture.credit,
    )


def text_images(
    found: Iterable[tuple["Element", ImageWords]], sizes: Mapping[str, int], shown: str
) -> tuple[FeedImage, ...]:
    """Return the pictures of a text, each once, without the one at `shown`; their elements hold full addresses."""
    images: dict[str, FeedImage] = {}
    for element, words in found:
        facts = {name: str(element.attrs.get(name) or "") for name in ("src", "width", "height", "alt")}
        url = facts["src"]
        if url and url != shown and url not in images:
            images[url] = FeedImage(
                url=url,
                media_type=media_type(url),
                size=sizes.get(url, 0),
                width=_number(facts["width"]),
                height=_number(facts["height"]),
                alt=facts["alt"],
                caption=words.caption,
                credit=words.credit,
            )
    return tuple(images.values())


def picture_sizes(view: View, site_url: str, slug: str) -> dict[str, int]:
    """Return the bytes of the files of an article's pictures that every browser shows, by address."""
    proofs = filter(None, (view.read(DEVELOPED, name) for name in view.read(SHOWN_PICTURES, slug)))
    return {
        absolute_url(site_url, f"/{print_path(proof, made)}"): made.bytes
        for proof in proofs
        for made in proof.developed.older
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0
