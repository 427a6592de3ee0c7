"""The forms of texts by the element that Markdown makes of each; only blocks at the top of a text are looked at.

A recogniser gets the element as the tree has it when all else is done: links and pictures hold slots, tables have their
frames, pictures of a paragraph their figures. It returns the form, or None for a block that stays HTML.
"""

from collections.abc import Callable, Mapping

from plugins.desk.text.forms.boxes import read_box
from plugins.desk.text.forms.data_tables import read_data_table
from plugins.desk.text.forms.embed_forms import read_embed
from plugins.desk.text.forms.form_context import FormContext
from plugins.desk.text.forms.galleries import read_gallery
from plugins.desk.text.forms.player_forms import read_figure_player, read_link_player, read_tag_player
from plugins.desk.text.forms.text_form import TextForm
from plugins.desk.text.tree import Element

FORMS: Mapping[str, tuple[Callable[[Element, FormContext], TextForm | None], ...]] = {
    "audio": (read_tag_player,),
    "blockquote": (read_box,),
    "div": (read_gallery, read_data_table),
    "figure": (read_figure_player,),
    "p": (read_embed, read_link_player),
    "video": (read_tag_player,),
}
"""Recognisers by tag; the first that returns a form decides."""


def read_form(block: Element, context: FormContext) -> TextForm | None:
    """Return the form that a block of a text is, or None."""
    for recognise in FORMS.get(block.tag, ()):
        form = recognise(block, context)
        if form is not None:
            context.found.forms.append(block)
            return form
    return None
