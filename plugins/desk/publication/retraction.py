"""Front matter and text of a retracted article: its headline, its authors, and the reason in place of all else.

What readers get of it is named here key by key, so that a key of days to come is held back as well.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.desk.text.forms.text_form import KeptBody
from plugins.newsroom.markup import Html

if TYPE_CHECKING:  # loaded with the first front matter that is unpacked
    from plugins.newsroom.front_matter.schema import ArticleFields

Head = tuple["ArticleFields", Mapping[str, Html]]
"""Front matter, and its typeset texts by plain text."""

_KEPT = (
    *("title", "date", "embargo", "status", "slug", "aliases", "id", "lang", "translation_of", "typography"),
    *("category", "authors", "sponsor", "format", "sample", "retracted"),
)


def retracted_head(head: Head) -> Head:
    """Return the head of a retracted article: the reason is its summary too, and it calls for nothing."""
    fields, typeset = head
    reason = _reason(fields)
    kept = {key: getattr(fields, key) for key in _KEPT}
    no_calls = type(fields.cta)(telegram=False, newsletter=False)
    left = type(fields).model_construct(set(kept), **kept, summary=reason, cta=no_calls)
    return left, {text: html for text, html in typeset.items() if text in (fields.title, reason, "")}


def retracted_body(head: Head) -> KeptBody:
    """Return the reason as the text of the article."""
    from plugins.desk.text.plain_text import count_words

    fields, typeset = head
    reason = _reason(fields)
    return KeptBody(
        blocks=(Markup("<p>{}</p>").format(typeset[reason]),), dont_miss_after=None, words=count_words(reason)
    )


def _reason(fields: "ArticleFields") -> str:
    if fields.retracted is None:
        raise ValueError("an article that is not retracted")
    return fields.retracted.text
