"""The words of a new article's template, which are there to be replaced."""

from collections.abc import Iterator

from plugins.desk.files.document import Document
from plugins.desk.front_matter.clean import name_of
from plugins.desk.front_matter.header import Keys
from plugins.newsroom.front_matter.schema import ArticleFields
from plugins.newsroom.problems import Problem

SUMMARY = "One or two sentences, 40 to 320 characters, shown under the headline and on cards."
ALT = "What it shows, for those who do not see it."
CAPTION = "The line under it."
CREDIT = "Who made it"
TAGS = ("one", "two")


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
