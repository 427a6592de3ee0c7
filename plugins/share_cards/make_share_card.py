"""The model of a page's card, made of the facts that the page is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.newsroom.choices import CardKind, ShareImage
from plugins.newsroom.forms.shown_picture import Picture
from plugins.newsroom.language.card_characters import Lacking, printable
from plugins.newsroom.language.site_languages import SiteLanguage, declared_language
from plugins.newsroom.spaces import ARTICLE, AUTHOR, CATEGORY, TAG, TEXT_PAGE, WORDS
from plugins.newsroom.urls import author_url, card_url, category_url, tag_url, text_page_url
from plugins.newsroom.words.phrases import Words, name_list
from plugins.pictures.values import DEVELOPED, Developed, Print
from plugins.share_cards.card_values import HEIGHT, WIDTH, CardPicture, ShareCard
from plugins.share_cards.palette import Palette
from plugins.stet.facts import View, digest_of
from plugins.stet.space import Space

_TO_CROP = (500, 630)
"""Pixels that a print should have for a card; a larger one is not decoded without need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedByCards:
    """Values that all cards share."""

    name: str
    tagline: str
    lang: str
    prefix: str
    palette: Palette
    section_colours: tuple[str, ...]
    """Names of the colours of the categories, in their order."""
    show: str
    fonts: str
    """Digest of fonts that the publication has chosen itself."""
    languages: tuple[SiteLanguage, ...] = ()
    """Those that cards of articles have words in, beside the publication's."""


SHARED_BY_CARDS = Space[SharedByCards]("shared by share cards")
"""By the empty name."""

MODEL = Space[ShareCard]("share card model")
"""By the name of the card, `card_name`."""

DRAWN = Space[bool]("drawn share cards")
"""True if this build has the card of a name."""

_DIGITS = 8
"""Of a card's digest, in its address. That ends as the file's name does, for programs that go by it."""


def make_share_card(view: View, name: str, lacking: Lacking) -> ShareCard:
    """Return the card of a page by its name, without texts of which no font has a character."""
    kind, _, slug = name.partition(" ")
    card = _MAKERS[kind](view, slug, view.read(SHARED_BY_CARDS))
    texts = {"title": card.title, "kicker": card.kicker, "label": card.label, "line": card.line, "name": card.name}
    return replace(card, **{field: "" for field, text in texts.items() if lacking(text, card.lang)})  # type: ignore[arg-type]  # all are texts


def share_image(view: View, name: str) -> ShareImage | None:
    """Return a page's card, whose address is another one for every other card; None where this build has none."""
    shared = view.read(SHARED_BY_CARDS)
    if not view.read(DRAWN, name):
        return None
    card = view.read(MODEL, name)
    words = dict.fromkeys(filter(None, (card.title, card.label, card.name)))
    return ShareImage(
        url=f"{shared.prefix}{card_url(_page_url(view, name))}?v={digest_of(card).hex()[:_DIGITS]}.jpg",
        width=WIDTH,
        height=HEIGHT,
        alt=view.read(WORDS, declared_language(card.site_lang, shared.languages)).list_between.join(words),
    )


def _page_url(view: View, name: str) -> str:
    kind, _, slug = name.partition(" ")
    if kind == "article":
        return view.read(ARTICLE, slug).url
    return (
        {"category": category_url, "tag": tag_url, "author": author_url, "page": text_page_url}[kind](slug)
        if slug
        else "/"
    )


def _article_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    article = view.read(ARTICLE, slug)
    picture, language = _picture(view, article.card_picture), declared_language(article.lang, shared.languages)
    return ShareCard(
        kind="article",
        title=printable(article.title),
        lang=article.lang,
        site_lang=language or shared.lang,
        name=printable(shared.name),
        palette=shared.palette,
        colour=shared.palette.section(article.category.colour),
        kicker=printable(article.category.name_in(language or shared.lang)),
        label=printable(article.sponsor.label) if article.sponsor else "",
        line=_byline([printable(author.name) for author in article.authors], view.read(WORDS, language)),
        picture=picture,
        fonts=shared.fonts,
    )


def _category_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    category = view.read(CATEGORY, slug)
    colour = shared.palette.section(category.colour)
    return _front_card(shared, "category", category.name, line=category.summary, colour=colour)


def _tag_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    tag = view.read(TAG, slug)
    return _front_card(shared, "tag", tag.name, line=tag.summary)


def _author_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    author = view.read(AUTHOR, slug)
    picture = _picture(view, author.portrait)
    return _front_card(shared, "author", author.name, kicker=author.role, line=author.beat, picture=picture)


def _page_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    page = view.read(TEXT_PAGE, slug)
    return _front_card(shared, "page", page.title, line=page.summary, lang=page.lang)


def _home_card(view: View, slug: str, shared: SharedByCards) -> ShareCard:
    colours = tuple(map(shared.palette.section, shared.section_colours))
    return _front_card(shared, "home", shared.name, line=shared.tagline, sections=colours)


def _front_card(
    shared: SharedByCards,
    kind: CardKind,
    title: str,
    *,
    line: str,
    kicker: str = "",
    lang: str = "",
    colour: str = "",
    sections: tuple[str, ...] = (),
    picture: CardPicture | None = None,
) -> ShareCard:
    return ShareCard(
        kind=kind,
        title=printable(title),
        lang=lang or shared.lang,
        site_lang=shared.lang,
        name=printable(shared.name),
        palette=shared.palette,
        colour=colour or shared.palette.accent,
        kicker=printable(kicker),
        line=printable(line),
        sections=sections,
        picture=picture,
        fonts=shared.fonts,
    )


_MAKERS: Mapping[str, Callable[[View, str, SharedByCards], ShareCard]] = {
    "article": _article_card,
    "category": _category_card,
    "tag": _tag_card,
    "author": _author_card,
    "page": _page_card,
    "home": _home_card,
}


def _picture(view: View, picture: Picture | None) -> CardPicture | None:
    """Return the print to draw with: the smallest that is large enough, or the largest; None for a drawing in SVG."""
    proof = view.read(DEVELOPED, picture.developed) if picture and picture.developed else None
    if picture is None or proof is None:
        return None
    made = _print(proof.developed)
    return CardPicture(proof.negative, made.name, proof.developed.key, picture.focus) if made else None


def _print(developed: Developed) -> Print | None:
    prints = [made for made in developed.older if not made.name.endswith(".svg")]
    large = [made for made in prints if made.width >= _TO_CROP[0] and made.height >= _TO_CROP[1]]
    return next(iter(large), prints[-1] if prints else None)


def _byline(names: Sequence[str], words: Words) -> str:
    """Return the names as a line, as the pages have them."""
    return str(words.by.format(authors=name_list(names, words))) if names else ""
