"""Terms of schema.org that the kit uses, as its pages define them, and a reader that holds nodes against them.

A property that pages begin to use needs its line here, from https://schema.org/<property>.
"""

import re
from collections.abc import Iterator
from typing import Any

PARENTS = {
    "CreativeWork": "Thing",
    "Person": "Thing",
    "Organization": "Thing",
    "Action": "Thing",
    "ItemList": "Thing",
    "ListItem": "Thing",
    "Article": "CreativeWork",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
    "Comment": "CreativeWork",
    "MediaObject": "CreativeWork",
    "ImageObject": "MediaObject",
    "CorrectionComment": "Comment",
    "NewsArticle": "Article",
    "AdvertiserContentArticle": "Article",
    "OpinionNewsArticle": "NewsArticle",
    "AnalysisNewsArticle": "NewsArticle",
    "ReviewNewsArticle": "NewsArticle",
    "NewsMediaOrganization": "Organization",
    "AboutPage": "WebPage",
    "ContactPage": "WebPage",
    "CollectionPage": "WebPage",
    "ProfilePage": "WebPage",
    "BreadcrumbList": "ItemList",
    "SearchAction": "Action",
}
"""Classes, each with the one above it."""

_POLICIES = (
    "publishingPrinciples correctionsPolicy ethicsPolicy ownershipFundingInfo diversityPolicy actionableFeedbackPolicy "
    "unnamedSourcesPolicy"
)
_WORK, _SIGNS = "CreativeWork", ("Person", "Organization")
PROPERTIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name": (("Thing",), ("Text",)),
    "url": (("Thing",), ("URL",)),
    "description": (("Thing",), ("Text",)),
    "image": (("Thing",), ("ImageObject", "URL")),
    "sameAs": (("Thing",), ("URL",)),
    "mainEntityOfPage": (("Thing",), (_WORK, "URL")),
    "potentialAction": (("Thing",), ("Action",)),
    "width": (("MediaObject",), ("Integer",)),  # a Distance; search engines ask for pixels without a unit
    "height": (("MediaObject",), ("Integer",)),
    "caption": (("ImageObject",), ("Text",)),
    "creditText": ((_WORK,), ("Text",)),
    "logo": (("Organization",), ("ImageObject", "URL")),
    "jobTitle": (("Person",), ("Text",)),
    "text": ((_WORK,), ("Text",)),
    "headline": ((_WORK,), ("Text",)),
    "datePublished": ((_WORK,), ("DateTime",)),
    "dateModified": ((_WORK,), ("DateTime",)),
    "expires": ((_WORK,), ("DateTime",)),
    "author": ((_WORK,), _SIGNS),
    "publisher": ((_WORK,), _SIGNS),
    "sponsor": ((_WORK,), _SIGNS),
    "translationOfWork": ((_WORK,), (_WORK,)),
    "workTranslation": ((_WORK,), (_WORK,)),
    "articleSection": (("Article",), ("Text",)),
    "wordCount": (("Article",), ("Integer",)),
    "keywords": ((_WORK,), ("Text",)),
    "inLanguage": ((_WORK,), ("Text",)),
    "isAccessibleForFree": ((_WORK,), ("Boolean",)),
    "correction": ((_WORK,), ("CorrectionComment",)),
    "creativeWorkStatus": ((_WORK,), ("Text",)),
    "mainEntity": ((_WORK,), ("Thing",)),
    "itemListElement": (("ItemList",), ("ListItem",)),
    "position": (("ListItem",), ("Integer",)),
    "item": (("ListItem",), ("Thing", "URL")),
    "target": (("Action",), ("URL",)),
    "query-input": (("SearchAction",), ("Text",)),
    "masthead": (("NewsMediaOrganization",), ("URL",)),
    "verificationFactCheckingPolicy": (("NewsMediaOrganization",), ("URL",)),
    **dict.fromkeys(_POLICIES.split(), (("Organization",), ("URL",))),
}
"""Properties, each with the classes that have it and the kinds of its values."""

_URL = re.compile(r"https?://[^\s<>\"]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def with_parents(kind: str) -> Iterator[str]:
    """Yield a class and all above it."""
    yield kind
    if kind in PARENTS:
        yield from with_parents(PARENTS[kind])


def inner_nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a node and those in it, references left out."""
    if "@type" in node:
        yield node
    for value in node.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from inner_nodes(each)


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not allow of a node; those in it are for themselves."""
    kind = node["@type"]
    if kind != "Thing" and kind not in PARENTS:
        yield f"unknown class {kind}"
    for name, value in node.items():
        if name[0] == "@":
            continue
        domains, ranges = PROPERTIES.get(name, ((), ()))
        if not set(domains) & set(with_parents(kind)):
            yield f"{kind} has no {name}"
        values = value if isinstance(value, list) else [value]
        yield from (f"{name} of {kind} cannot be {each!r}" for each in values if not set(ranges) & set(_kinds(each)))


def _kinds(value: Any) -> Iterator[str]:
    """Yield the kinds that a value is of; a reference may be to anything."""
    if isinstance(value, dict):
        yield from with_parents(value["@type"]) if "@type" in value else PARENTS.keys()
    elif isinstance(value, bool):
        yield "Boolean"
    elif isinstance(value, int):
        yield "Integer"
    elif isinstance(value, str) and value.strip():
        yield "Text"
        if _URL.fullmatch(value):
            yield "URL"
        if _TIME.fullmatch(value):
            yield "DateTime"
