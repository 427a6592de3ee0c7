"""The terms of schema.org that pages use, as values; https://schema.org/docs/full.html has all.

A field is a property, in the spelling of Python; one that is None or empty is left out.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Base of all nodes."""

    kind: ClassVar[str] = "Thing"
    id: str = ""
    """The node's name, an address with a fragment, by which others refer to it."""
    name: str = ""
    url: str = ""
    description: str = ""
    image: tuple["ImageObject", ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The name of a node that stands elsewhere in the graph of the page."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageObject(Thing):
    """A picture; its own words are in `caption` and `credit_text`."""

    kind: ClassVar[str] = "ImageObject"
    width: int = 0
    height: int = 0
    caption: str = ""
    credit_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Thing):
    """A team, or a sponsor."""

    kind: ClassVar[str] = "Organization"
    logo: ImageObject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsMediaOrganization(Organization):
    """The publisher; the policies are addresses of pages."""

    kind: ClassVar[str] = "NewsMediaOrganization"
    publishing_principles: str = ""
    corrections_policy: str = ""
    ethics_policy: str = ""
    ownership_funding_info: str = ""
    masthead: str = ""
    diversity_policy: str = ""
    actionable_feedback_policy: str = ""
    verification_fact_checking_policy: str = ""
    unnamed_sources_policy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Thing):
    """A person who signs articles."""

    kind: ClassVar[str] = "Person"
    job_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionComment:
    """A correction of an article, or the reason why it was taken back."""

    kind: ClassVar[str] = "CorrectionComment"
    text: str
    date_published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArticle(Thing):
    """An article; times are ISO 8601 with offset."""

    kind: ClassVar[str] = "NewsArticle"
    headline: str
    main_entity_of_page: str
    date_published: str
    date_modified: str
    expires: str = ""
    author: tuple[Person | Organization, ...] = ()
    publisher: NewsMediaOrganization | Reference | None = None
    article_section: str = ""
    keywords: tuple[str, ...] = ()
    in_language: str = ""
    work_translation: tuple[Reference, ...] = ()
    translation_of_work: Reference | None = None
    word_count: int = 0
    is_accessible_for_free: bool = True
    correction: tuple[CorrectionComment, ...] = ()
    creative_work_status: str = ""
    sponsor: Organization | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionNewsArticle(NewsArticle):
    """An article with the opinion of its author."""

    kind: ClassVar[str] = "OpinionNewsArticle"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisNewsArticle(NewsArticle):
    """An article on the meaning of events."""

    kind: ClassVar[str] = "AnalysisNewsArticle"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNewsArticle(NewsArticle):
    """An article on the worth of something."""

    kind: ClassVar[str] = "ReviewNewsArticle"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvertiserContentArticle(NewsArticle):
    """An article that somebody paid for."""

    kind: ClassVar[str] = "AdvertiserContentArticle"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A place in a list, from 1."""

    kind: ClassVar[str] = "ListItem"
    position: int
    name: str = ""
    item: str = ""
    """Address, in a trail."""
    url: str = ""
    """Address, in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreadcrumbList:
    """The way from home to a page."""

    kind: ClassVar[str] = "BreadcrumbList"
    item_list_element: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """The list that a page has, in its order."""

    kind: ClassVar[str] = "ItemList"
    item_list_element: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAction:
    """The way to search the site; `target` is an address with `{search_term_string}` where the words go."""

    kind: ClassVar[str] = "SearchAction"
    target: str
    query_input: str = "required name=search_term_string"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSite(Thing):
    """The publication as a site."""

    kind: ClassVar[str] = "WebSite"
    in_language: str = ""
    publisher: Reference | None = None
    potential_action: SearchAction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage(Thing):
    """A page of the publication's own text."""

    kind: ClassVar[str] = "WebPage"
    in_language: str = ""
    publisher: NewsMediaOrganization | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(WebPage):
    """The page on who they are."""

    kind: ClassVar[str] = "AboutPage"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage(WebPage):
    """The page on how to reach them."""

    kind: ClassVar[str] = "ContactPage"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPage(WebPage):
    """A page that lists others."""

    kind: ClassVar[str] = "CollectionPage"
    main_entity: ItemList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePage(WebPage):
    """The front of an author."""

    kind: ClassVar[str] = "ProfilePage"
    main_entity: Person | Organization | None = None
