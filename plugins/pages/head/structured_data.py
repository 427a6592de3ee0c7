"""JSON-LD of the pages: a graph of schema.org's terms, as search engines ask for it.

Articles: developers.google.com/search/docs/appearance/structured-data/article; ways from home: …/breadcrumb; authors:
…/profile-page.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from plugins.newsroom.articles import Article, Author
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import ARCHIVE_URL, AUTHORS_URL, TAGS_URL, author_url, category_url, on_host, text_page_url
from plugins.pages.head.json_ld import graph
from plugins.pages.head.policies import POLICIES, policy_page_kind
from plugins.pages.head.share_images import article_images, portrait
from plugins.pages.head.vocabulary import (
    AdvertiserContentArticle,
    AnalysisNewsArticle,
    BreadcrumbList,
    CollectionPage,
    CorrectionComment,
    ImageObject,
    ItemList,
    ListItem,
    NewsArticle,
    NewsMediaOrganization,
    OpinionNewsArticle,
    Organization,
    Person,
    ProfilePage,
    Reference,
    ReviewNewsArticle,
    SearchAction,
    WebPage,
    WebSite,
)
from plugins.pages.material import Material

_KINDS: dict[str, type[NewsArticle]] = {
    "report": NewsArticle,
    "opinion": OpinionNewsArticle,
    "analysis": AnalysisNewsArticle,
    "review": ReviewNewsArticle,
}


def article_data(material: Material, article: Article, words: int) -> Html:
    """Return the graph of an article's page; headline and times equal those on the page."""
    kind = AdvertiserContentArticle if article.sponsor else _KINDS[article.fields.format]
    section = article.category.name_in(material.site.lang)
    trail = [(section, category_url(article.category.slug)), (article.title, article.url)]
    translations = () if article.retracted_since else article.translations
    versions = tuple(Reference(id=material.absolute(each.url)) for each in translations)
    is_original = not translations or translations[0].slug == article.slug
    node = kind(
        id=material.absolute(article.url) if versions else "",
        headline=article.title,
        description=article.summary,
        main_entity_of_page=material.absolute(article.url),
        date_published=article.date.isoformat(),
        date_modified=(article.changed or article.date).isoformat(),
        expires=article.fields.expires.isoformat() if article.fields.expires else "",
        image=article_images(material, article),
        author=tuple(_author(material, author) for author in article.authors),
        publisher=publisher(material),
        article_section=section,
        keywords=tuple(tag.name for tag in article.tags),
        in_language=article.lang,
        work_translation=versions[1:] if is_original else (),
        translation_of_work=None if is_original else versions[0],
        word_count=words,
        correction=_corrections(article),
        creative_work_status="Retracted" if article.retracted_since else "",
        sponsor=Organization(name=article.sponsor.name, url=article.sponsor.url) if article.sponsor else None,
    )
    return graph(node, _trail(material, trail))


def front_data(
    material: Material, title: str, description: str, url: str, listed: Iterable[str], front_url: str = ""
) -> Html:
    """Return the graph of a page that lists others, whose addresses `listed` has as pages print them.

    A tag's front is below the list of tags, a month below the archive, by `front_url` (of a numbered page its front's).
    """
    items = tuple(
        ListItem(position=number, url=on_host(material.site_url, each)) for number, each in enumerate(listed, start=1)
    )
    node = CollectionPage(
        name=title,
        description=description,
        url=material.absolute(url),
        in_language=material.site.lang,
        publisher=publisher(material),
        main_entity=ItemList(item_list_element=items) if items else None,
    )
    return graph(node, _trail(material, [*_above(material, front_url or url), (title, url)]))


def author_data(material: Material, author: Author, description: str, url: str) -> Html:
    """Return the graph of a page of an author's front."""
    node = _author(material, author, description=author.beat)
    page = ProfilePage(
        name=author.name,
        description=description,
        url=material.absolute(url),
        in_language=material.site.lang,
        publisher=publisher(material),
        main_entity=node,
    )
    steps = [(material.words.authors, AUTHORS_URL), (author.name, author_url(author.slug))]
    return graph(page, _trail(material, steps))


def text_page_data(material: Material, slug: str, title: str, description: str, url: str, lang: str) -> Html:
    """Return the graph of a page of the publication's own text."""
    kind: type[WebPage] = policy_page_kind(material.settings.policies, slug)
    node = kind(
        name=title,
        description=description,
        url=material.absolute(url),
        in_language=lang,
        publisher=publisher(material),
    )
    return graph(node, _trail(material, [(title, url)]))


def home_data(material: Material) -> Html:
    """Return the graph of the home front: the publisher, and the site."""
    home, site = material.absolute("/"), material.site
    search = SearchAction(target=material.search_url) if material.search_url else None
    return graph(
        publisher(material, description=site.tagline),
        WebSite(
            id=f"{home}#website",
            name=site.name,
            url=home,
            in_language=site.lang,
            publisher=Reference(id=f"{home}#publisher"),
            potential_action=search,
        ),
    )


def publisher(material: Material, description: str = "") -> NewsMediaOrganization:
    """Return the publication as the one who publishes, with the policies that it has as pages."""
    home = material.absolute("/")
    logo = ImageObject(url=on_host(material.site_url, material.logo)) if material.logo else None
    node = NewsMediaOrganization(
        id=f"{home}#publisher", name=material.site.name, url=home, description=description, logo=logo
    )
    pages = material.settings.policies.items()
    terms: dict[str, Any] = {POLICIES[name]: material.absolute(text_page_url(slug)) for name, slug in pages}
    return replace(node, **{term: url for term, url in terms.items() if term})


def _author(material: Material, author: Author, description: str = "") -> Person | Organization:
    url = material.absolute(author_url(author.slug))
    image = (portrait(material, author.portrait),) if author.portrait else ()
    links = tuple(link.url for link in author.links)
    if author.is_team:
        return Organization(name=author.name, url=url, image=image, description=description, same_as=links)
    return Person(name=author.name, url=url, image=image, description=description, same_as=links, job_title=author.role)


def _corrections(article: Article) -> tuple[CorrectionComment, ...]:
    """Return the corrections, oldest first; of a retracted article the reason why it does not stand any more."""
    if article.retracted_since:
        return (CorrectionComment(text=article.summary, date_published=article.retracted_since.isoformat()),)
    return tuple(
        CorrectionComment(text=str(article.typeset[note.text].striptags()), date_published=note.date.isoformat())
        for note in article.fields.corrections
    )


def _above(material: Material, url: str) -> list[tuple[str, str]]:
    """Return the list that a page is below, if there is one, by their addresses."""
    words = material.words
    lists = ((words.tags, TAGS_URL), (words.archive, ARCHIVE_URL))
    return [(name, each) for name, each in lists if url != each and url.startswith(each)]


def _trail(material: Material, steps: list[tuple[str, str]]) -> BreadcrumbList:
    """Return the way from home; addresses are root-relative, without prefix. The last step is the page itself."""
    named = [(material.site.name, "/"), *steps]
    return BreadcrumbList(
        item_list_element=tuple(
            ListItem(position=number, name=name, item=material.absolute(url) if number < len(named) else "")
            for number, (name, url) in enumerate(named, start=1)
        )
    )
