"""Articles in lists, and the small parts of an article that lists and pages share."""

from typing import Literal

from plugins.newsroom.articles import Article, Category
from plugins.newsroom.language.language_tags import Direction, text_direction
from plugins.newsroom.moments import moment
from plugins.newsroom.page_parts import Byline, Card, SectionLink
from plugins.newsroom.spaces import ARTICLE
from plugins.newsroom.urls import author_url, category_url
from plugins.newsroom.words.phrases import name_joints
from plugins.pages.material import Material
from plugins.stet.facts import View


def section_link(material: Material, category: Category) -> SectionLink:
    name = category.name_in(material.site.lang)
    return SectionLink(text=name, url=material.href(category_url(category.slug)), colour=category.colour)


def bylines(material: Material, article: Article) -> tuple[Byline, ...]:
    joints = name_joints([author.name for author in article.authors], material.words)
    return tuple(
        Byline(name=author.name, url=material.href(author_url(author.slug)), role=author.role, before=before)
        for author, before in zip(article.authors, joints, strict=True)
    )


def state(article: Article) -> Literal["", "draft", "embargoed"]:
    """Return the reason why an article is not public; empty for a public one."""
    if article.is_draft:
        return "draft"
    return "embargoed" if article.embargo else ""


def foreign_lang(material: Material, lang: str) -> str:
    """Return `lang`, or an empty text if it is the publication's own language."""
    return "" if lang == material.site.lang else lang


def foreign_dir(material: Material, lang: str) -> Direction | Literal[""]:
    """Return the direction of text in `lang`, or an empty text if it is that of the publication's own language."""
    direction = text_direction(lang)
    return "" if direction == material.site.dir else direction


def label(material: Material, article: Article) -> str:
    """Return the label that stands beside every link to an article; mostly empty."""
    words, found = material.words, []
    if article.sponsor:
        found.append(words.sponsored)
    if article.over_since:
        found.append(words.over)
    if article.retracted_since:
        found.append(words.retracted)
    return " · ".join(found)


def make_named_card(view: View, name: str) -> Card:
    """Return the card with a name of the space `CARD`."""
    language, _, slug = name.rpartition("\t")
    return make_card(Material(view, language), view.read(ARTICLE, slug))


def make_card(material: Material, article: Article) -> Card:
    return Card(
        url=material.href(article.url),
        title=article.title,
        title_html=article.title_html,
        summary=article.summary,
        summary_html=article.summary_html,
        kicker=section_link(material, article.category),
        bylines=bylines(material, article),
        published=moment(article.date, material.words),
        picture=article.card_picture,
        lang=foreign_lang(material, article.lang),
        dir=foreign_dir(material, article.lang),
        label=label(material, article),
        state=state(article),
    )
