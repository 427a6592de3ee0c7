"""Forms of texts as plain HTML, without classes and scripts: for feeds, introductions and whatever has no theme."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from plugins.newsroom.forms.form_parts import FormPart, TextBox
from plugins.newsroom.markup import Html


def plain_blocks(blocks: Iterable[Html | FormPart]) -> Html:
    """Return the blocks of a text as HTML."""
    return Markup("\n").join(block if isinstance(block, Markup) else plain_form(block) for block in blocks)


def plain_form(part: FormPart) -> Html:
    return _PLAIN[type(part)](part)


def _box(box: TextBox) -> Html:
    return Markup("<aside>\n{}{}\n</aside>").format(_heading(box.label, box.title_html), box.html)


def _heading(label: str, title_html: Html) -> Html:
    words = Markup(": ").join(filter(None, (label, title_html)))
    return Markup("<p><strong>{}</strong></p>\n").format(words) if words else Markup()


_PLAIN: Mapping[type, Callable[[Any], Html]] = {TextBox: _box}
