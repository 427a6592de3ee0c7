"""Embeds: the address of a video, a post or an episode on a site of the table, which has a paragraph for itself.

Other readers show a link. The title of the link holds the words of the card, and behind the last bar who they are by;
a picture in the place of the link's words is the card's.
"""

from markupsafe import Markup

from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.split_caption import split_caption
from plugins.desk.text.forms.text_form import EMBED, PICTURE, TextForm
from plugins.desk.text.tree import Element
from plugins.newsroom.markup import Html

_PLAIN_LINK = "link"
"""Class of a link that shall stay one: `[words](address){: .link }`."""


def read_embed(paragraph: Element, context: FormContext) -> TextForm | None:
    """Return the card that a paragraph with nothing but an address is; of a short one, which tells nothing, say so."""
    link = _only(paragraph)
    reference = context.reference(link) if link is not None and link.tag == "a" else None
    if link is None or reference is None or _is_plain(paragraph) or _is_plain(link):
        return None
    embeds = context.found.embeds
    embed = embeds.find(reference.target)
    if embed is None:
        if (site := embeds.short_host(reference.target)) and is_address(link, reference.target):
            context.found.say("short embed", site, link)
        return None
    image = _only(link)
    picture = context.reference(image) if image is not None and image.tag == "img" else None
    title: Html = Markup()
    if image is not None and picture is not None:
        title = _line(str(image.attrs.get("alt") or ""), context)
    elif not is_address(link, reference.target):
        title = context.inner_html(link.children)
    text, author = split_caption(str(link.attrs.get("title") or ""))
    return TextForm(
        form=EMBED,
        target=embed.link,
        title=title,
        parts=(_line(text, context), _line(author, context)),
        options=((PICTURE, picture.target),) if picture else (),
    )


def is_address(link: Element, target: str) -> bool:
    """Tell whether a link shows its own address."""
    words = link.text.strip()
    return "://" in words or (bool(words) and target.endswith(words))


def _only(parent: Element) -> Element | None:
    """Return the one element in another, if there is nothing beside it."""
    nodes = [node for node in parent.children if not is_blank(node)]
    return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], Element) else None


def _is_plain(element: Element) -> bool:
    return _PLAIN_LINK in (element.attrs.get("class") or ())


def _line(text: str, context: FormContext) -> Html:
    return context.typography.line(text, context.lang) if text else Markup()
