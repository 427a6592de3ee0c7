"""Forms of a text as parts of pages: filled in through the linker, so that it is known what a page depends on."""

from collections.abc import Callable, Iterable, Mapping

from plugins.desk.publication.fill_boxes import BOX_FILLERS
from plugins.desk.publication.fill_data_tables import fill_data_table
from plugins.desk.publication.fill_embeds import EMBED_FILLERS
from plugins.desk.publication.fill_galleries import fill_gallery
from plugins.desk.publication.fill_players import PLAYER_FILLERS
from plugins.desk.publication.linker import Linker
from plugins.desk.text.forms.text_form import TextBlock, TextForm
from plugins.newsroom.forms.form_parts import FormPart
from plugins.newsroom.markup import Html

FILLERS: Mapping[str, Callable[[TextForm, Linker], Html | FormPart | None]] = {
    **BOX_FILLERS,
    **EMBED_FILLERS,
    **PLAYER_FILLERS,
    "gallery": fill_gallery,
    "data_table": fill_data_table,
}
"""Functions by the name of the form; None stands for one that has nothing to show in this build."""


def filled_blocks(blocks: Iterable[TextBlock], linker: Linker) -> tuple[Html | FormPart, ...]:
    """Return the blocks of a file's text with their slots filled, and parts of pages in the place of its forms."""
    filled = (
        FILLERS[block.form](block, linker) if isinstance(block, TextForm) else linker.text(block) for block in blocks
    )
    return tuple(block for block in filled if block is not None)
