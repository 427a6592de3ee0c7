"""Texts as the engine keeps them: blocks of HTML, and forms that are filled in when links and files are known."""

from dataclasses import dataclass

from markupsafe import Markup

from plugins.newsroom.markup import Html

NOTHING: Html = Markup()

# Names in forms stand here, for builds fill in forms without the modules that recognise them.
EMBED, PLAYER = "embed", "player"
PICTURE = "picture"
"""Option of an embed: the picture that the author has given it, as written."""
QUESTION, ANSWER = "question", "answer"
"""Options of an interview."""
TRANSCRIPT = "transcript"
"""Option of a player, and id of the heading of a transcript in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """A block of a text that is more than prose, as far as the text alone can tell."""

    form: str
    """Its name in `fill_forms.py`."""
    target: str = ""
    """The address or the file that it shows, as written; empty where it shows none."""
    title: Html = NOTHING
    parts: tuple[Html, ...] = ()
    """HTML with slots; the form says in which order."""
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str) -> str:
        """Return an option by its name; empty if it has none of that name."""
        return dict(self.options).get(name, "")

    @property
    def html(self) -> str:
        """All its HTML, for its words and its references."""
        return "\n".join((self.title, *self.parts))


TextBlock = Html | TextForm


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBody:
    """The text of a file with slots where its links and pictures lead, and its forms still to be filled in."""

    blocks: tuple[TextBlock, ...]
    """One block element (paragraph, list, figure, …) or form an item, after Markdown and Typogrify."""
    dont_miss_after: int | None
    """Number of blocks before the place that the author marked for the don't-miss line."""
    words: int


def block_html(block: TextBlock) -> str:
    """Return the HTML in a block of a text."""
    return block.html if isinstance(block, TextForm) else block
