"""Words that are there to be replaced: those of a new article's template, and of a new publication's texts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plugins.desk.files.document import Document
from plugins.desk.front_matter.clean import name_of
from plugins.desk.front_matter.header import Keys
from plugins.newsroom.front_matter.schema import ArticleFields
from plugins.newsroom.problems import Problem, Severity, shortened

SUMMARY = "One or two sentences, 40 to 320 characters, shown under the headline and on cards."
ALT = "What it shows, for those who do not see it."
CAPTION = "The line under it."
CREDIT = "Who made it"
TAGS = ("one", "two")
TO_WRITE = "✎"
"""Beginning of a paragraph that says what to write in its place, in the texts that `make start` writes."""
_UNWRITTEN = re.compile(rf"^[ \t]*(?::[ \t]+)?{TO_WRITE}.*", re.MULTILINE)


def check_placeholders(article: Document, fields: ArticleFields) -> Iterator[Problem]:
    """Find words of the template in an article that is to be published."""
    if fields.status == "draft":
        return
    found: list[tuple[Keys, object, object]] = [(("summary",), fields.summary, SUMMARY), (("tags",), fields.tags, TAGS)]
    if fields.picture:
        found += [
            (("picture", "alt"), fields.picture.alt, ALT),
            (("picture", "caption"), fields.picture.caption, CAPTION),
            (("picture", "credit"), fields.picture.credit, CREDIT),
        ]
    for keys, value, template in found:
        if value == template:
            place, what = article.header.place_of(*keys), f"{name_of(keys)}: the words of the template"
            yield article.problem(place, what, "write your own, or take the line away")


def check_unwritten(document: Document) -> Iterator[Problem]:
    """Find paragraphs of a new publication that say what to write, in a file that is to be published."""
    if getattr(document.fields, "status", None) == "draft":
        return
    for found in _UNWRITTEN.finditer(document.text.source):
        what = f"text that only says what to write: {shortened(found[0].strip())!r}"
        problem = document.problem(document.place(found.start()), what, "write it, or take the paragraph away")
        yield replace(problem, severity=Severity.WARNING)
