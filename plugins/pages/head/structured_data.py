"""JSON-LD of the pages, as developers.google.com/search/docs/appearance/structured-data/article asks for it."""

import json
from typing import Any

from markupsafe import Markup

from plugins.newsroom.articles import Article
from plugins.newsroom.markup import Html
from plugins.newsroom.urls import author_url, on_host
from plugins.pages.head.share_images import article_images
from plugins.pages.material import Material

ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def news_article(material: Material, article: Article, words: int) -> Html:
    """Return the NewsArticle block; its headline and times equal those on the page."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "AdvertiserContentArticle" if article.sponsor else "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "mainEntityOfPage": material.absolute(article.url),
        "datePublished": article.date.isoformat(),
        "dateModified": (article.changed or article.date).isoformat(),
        **({"expires": article.fields.expires.isoformat()} if article.fields.expires else {}),
        **({"image": images} if (images := article_images(material, article)) else {}),
        "author": [
            {
                "@type": "Organization" if author.is_team else "Person",
                "name": author.name,
                "url": material.absolute(author_url(author.slug)),
            }
            for author in article.authors
        ],
        "publisher": _publisher(material),
        "articleSection": article.category.name,
        "keywords": [tag.name for tag in article.tags],
        "inLanguage": article.lang,
        "wordCount": words,
        "isAccessibleForFree": True,
    }
    if article.sponsor:
        data["sponsor"] = {"@type": "Organization", "name": article.sponsor.name, "url": article.sponsor.url}
    if article.retracted_since:
        data |= _retraction(article)
    return script_json(data)


def _retraction(article: Article) -> dict[str, Any]:
    """Return schema.org's words for an article that does not stand any more."""
    reason = {"@type": "CorrectionComment", "text": article.summary}
    return {"creativeWorkStatus": "Retracted", "correction": reason}


def _publisher(material: Material) -> dict[str, Any]:
    publisher = {"@type": "NewsMediaOrganization", "name": material.site.name, "url": material.absolute("/")}
    logo = {"@type": "ImageObject", "url": on_host(material.site_url, material.logo)}
    return publisher | ({"logo": logo} if material.logo else {})


def script_json(data: dict[str, Any]) -> Html:
    """Return `data` as JSON that no value in it can break out of a script element with."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ESCAPES.items():  # one by one: for so few, str.translate takes ten times as long
        text = text.replace(character, escape)
    return Markup(text)
