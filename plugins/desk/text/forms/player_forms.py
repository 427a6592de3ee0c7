"""Players: a link to a file of audio or video that has a paragraph for itself, or the tag of one at the top of a text.

Other readers show a link. The title of the link holds caption and credit, as that of a picture does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from plugins.attachments.attachment_types import ATTACHMENT_TYPES, suffix_of
from plugins.desk.text.findings import TextReference
from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.media_tags import MEDIA_TAGS
from plugins.desk.text.forms.split_caption import split_caption
from plugins.desk.text.forms.text_form import PLAYER, TRANSCRIPT, TextForm
from plugins.desk.text.link_targets import is_outside, split_suffix
from plugins.desk.text.tree import Element, elements
from plugins.newsroom.markup import Html

_USED = frozenset(["aria-label", "controls", "href", "id", "playsinline", "poster", "preload", "src", "title"])
"""Attributes that players have or do without; all others are told. Their sides are those of the file."""


def names_media(target: str) -> bool:
    """Tell whether a target ends as the name of a file that players play does."""
    found = ATTACHMENT_TYPES.get(suffix_of(split_suffix(target)[0]))
    return found is not None and found.is_media and not is_outside(target)


def read_link_player(paragraph: Element, context: FormContext) -> TextForm | None:
    """Return the player that a paragraph with nothing but a link, or nothing but the tag of one, is."""
    element = _only(paragraph)
    if element is not None and element.tag in MEDIA_TAGS:
        return read_tag_player(element, context)
    reference = context.reference(element) if element is not None and element.tag == "a" else None
    if element is None or reference is None or reference.asks_for_file or not names_media(reference.target):
        return None
    picture = _only(element)
    poster = context.reference(picture) if picture is not None and picture.tag == "img" else None
    title: Html = context.inner_html(element.children)
    if picture is not None and poster is not None:
        title = _words(str(picture.attrs.get("alt") or ""), context)
    written = element.attrs.get("title") or (picture.attrs.get("title") if picture is not None else None)
    caption, credit = split_caption(str(written or ""))
    form = _player(reference, title, (_words(caption, context), _words(credit, context)), context, poster)
    return _with_id(form, (paragraph, element), context)


def read_tag_player(element: Element, context: FormContext) -> TextForm | None:
    """Return the player that a tag of audio or video is."""
    sources = list(_references(element, ("src",), context))
    files = [each for each in sources if each.element.tag in (element.tag, "source")]
    if not files:
        return None
    if element.text.strip():
        context.found.say("words in a player", element.tag, element)
    caption, credit = split_caption(str(element.attrs.get("title") or ""))
    title = _words(str(element.attrs.get("aria-label") or ""), context)
    poster = next(_references(element, ("poster",), context), None)
    tracks = [each for each in sources if each.element.tag == "track"]
    form = _player(files[0], title, (_words(caption, context), _words(credit, context)), context, poster, tracks)
    form = replace(form, options=(*form.options, *(("source", each.target) for each in files[1:])))
    return _with_id(form, (element,), context)


def read_figure_player(figure: Element, context: FormContext) -> TextForm | None:
    """Return the player that a figure with the tag of one, and a caption, is."""
    inside = [node for node in figure.children if not is_blank(node)]
    media = [node for node in inside if isinstance(node, Element) and node.tag in MEDIA_TAGS]
    captions = [node for node in inside if isinstance(node, Element) and node.tag == "figcaption"]
    if len(media) != 1 or len(captions) > 1 or len(inside) > len(media) + len(captions):
        return None
    form = read_tag_player(media[0], context)
    if form is None:
        return None
    if captions:
        form = replace(form, parts=(context.inner_html(captions[0].children), form.parts[1]))
    return form if form.option("id") else _with_id(form, (figure,), context)


def _player(
    reference: TextReference,
    title: Html,
    parts: tuple[Html, ...],
    context: FormContext,
    poster: TextReference | None,
    tracks: Sequence[TextReference] = (),
) -> TextForm:
    found = context.found
    has_transcript = TRANSCRIPT in found.ids
    player = replace(
        reference, kind="player captions" if tracks else "player transcript" if has_transcript else "player"
    )
    found.references[:] = [player if each is reference else each for each in found.references]
    options = [("poster", poster.target)] if poster else []
    if has_transcript:
        options.append((TRANSCRIPT, f"#{TRANSCRIPT}"))
    options += [("track", _track(each)) for each in tracks]
    return TextForm(form=PLAYER, target=reference.target, title=title, parts=parts, options=tuple(options))


def _with_id(form: TextForm, elements: Sequence[Element], context: FormContext) -> TextForm:
    """Return the form with the name by which links lead to it; what else its elements say of themselves is told."""
    for element in elements:
        for name in element.attrs:
            if name not in _USED:
                context.found.say("player attribute", name, element, name)
    name = next((str(element.attrs["id"]) for element in elements if element.attrs.get("id")), "")
    return replace(form, options=(*form.options, ("id", name))) if name else form


def _only(parent: Element) -> Element | None:
    """Return the one element that an element holds, if there is nothing else in it."""
    nodes = [node for node in parent.children if not is_blank(node)]
    return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], Element) else None


def _words(text: str, context: FormContext) -> Html:
    return context.typography.line(text, context.lang) if text else Markup()


def _references(element: Element, names: tuple[str, ...], context: FormContext) -> Iterator[TextReference]:
    inside = [element, *elements(element)]
    for reference in context.found.references:
        if reference.attribute in names and any(reference.element is each for each in inside):
            yield reference


def _track(reference: TextReference) -> str:
    """Return a track as text: language, kind and label of it, then where it is."""
    attributes = reference.element.attrs
    said = [str(attributes.get(name) or "") for name in ("srclang", "kind", "label")]
    return "\t".join((*said, reference.target))
