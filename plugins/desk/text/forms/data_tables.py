"""Tables of data, with a chart or without: links to files of rows that `table_paragraphs` has found."""

from plugins.desk.text.forms.form_context import FormContext
from plugins.desk.text.forms.text_form import TextForm
from plugins.desk.text.tree import Element, attributes_of
from plugins.newsroom.language.language_tags import text_direction


def read_data_table(block: Element, context: FormContext) -> TextForm | None:
    """Return the table that a block is: its name, and the notes below it."""
    if block not in context.found.tables:
        return None
    reference, form = context.found.tables[block]
    name, *notes = [node for node in block.children if isinstance(node, Element)]
    options = {"form": form, "dir": text_direction(context.lang), **attributes_of(block)}
    return TextForm(
        form="data_table",
        target=reference.target,
        title=context.inner_html(name.children),
        parts=tuple(context.inner_html(note.children) for note in notes),
        options=tuple(options.items()),
    )
