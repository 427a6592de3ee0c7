"""Boxes of texts as parts of pages."""

from collections.abc import Callable, Mapping
from typing import cast

from markupsafe import Markup

from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import TextForm
from plugins.newsroom.forms.form_parts import BoxLook, FormPart, TextBox
from plugins.newsroom.markup import Html, without_tags
from plugins.newsroom.spaces import WORDS
from plugins.newsroom.words.phrases import Words

_LABELS: Mapping[str, Callable[[Words], str]] = {
    "facts": lambda words: words.box_facts,
    "key": lambda words: words.box_key,
    "timeline": lambda words: words.box_timeline,
    "update": lambda words: words.box_update,
    "note": lambda words: words.box_note,
    "tip": lambda words: words.box_tip,
    "important": lambda words: words.box_important,
    "warning": lambda words: words.box_warning,
    "caution": lambda words: words.box_caution,
}
"""Phrases by the look of a box."""
_TITLE_SAYS_ALL = ("facts", "key")
"""Looks of boxes whose own title stands in the place of the label."""


def _fill_box(form: TextForm, linker: Linker) -> TextBox:
    title = linker.text(form.title)
    has_label = not (title and form.form in _TITLE_SAYS_ALL)
    label = _LABELS[form.form](linker.view.read(WORDS)) if has_label else ""
    return TextBox(
        look=cast(BoxLook, form.form),
        label=label,
        title_html=title,
        name=": ".join(filter(None, (label, without_tags(title)))),
        html=_filled(form.parts, linker),
    )


def _filled(parts: tuple[Html, ...], linker: Linker) -> Html:
    return Markup("\n").join(map(linker.text, parts))


BOX_FILLERS: Mapping[str, Callable[[TextForm, Linker], FormPart]] = dict.fromkeys(_LABELS, _fill_box)
