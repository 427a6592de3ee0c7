"""Galleries: several pictures in one paragraph, each with its caption, and below them perhaps one for all.

`finishing` has made figures of the pictures; other readers show them one below the other.
"""

from markupsafe import Markup

from plugins.desk.text.forms.form_context import FormContext, is_blank
from plugins.desk.text.forms.text_form import NOTHING, TextForm
from plugins.desk.text.tree import Element, attributes_of
from plugins.newsroom.markup import Html


def read_gallery(block: Element, context: FormContext) -> TextForm | None:
    """Return the gallery that a block is."""
    attributes = attributes_of(block)
    nodes = [node for node in block.children if not is_blank(node)]
    figures = [node for node in nodes if isinstance(node, Element) and node.tag == "figure"]
    captions = [node for node in nodes if isinstance(node, Element) and node.tag == "figcaption"]
    if "gallery" not in attributes.get("class", "").split() or len(figures) + len(captions) < len(nodes):
        return None
    images = [figure.find("img") for figure in figures]
    options: list[tuple[str, str]] = [(name, value) for name, value in attributes.items() if name in ("id", "class")]
    for image in images:
        reference = context.reference(image) if image else None
        if image is None or reference is None:  # HTML of the author's own
            return None
        _check_size(image, context)
        options += [("picture", reference.target), ("alt", str(image.attrs.get("alt") or ""))]
    title = context.inner_html(captions[0].children) if captions else NOTHING
    parts = tuple(_caption(figure, context) for figure in figures)
    return TextForm(form="gallery", title=title, parts=parts, options=tuple(options))


def _caption(figure: Element, context: FormContext) -> Html:
    caption = figure.find("figcaption")
    return context.inner_html(caption.children) if caption else Markup()


def _check_size(image: Element, context: FormContext) -> None:
    """Find a size of the author's: a gallery makes its pictures as high as each other."""
    for name in ("width", "height"):
        written = str(image.attrs.get(name) or "")
        if written.isdigit():
            context.found.say("gallery size", written, image, name)
            return
