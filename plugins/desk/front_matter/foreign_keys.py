"""Keys that other publishing systems know and we do not: the remedy for each, in a table."""

from collections.abc import Collection, Mapping

from plugins.newsroom.front_matter.mistakes import shown
from plugins.newsroom.problems import near_miss

RENAMED = {
    "title": "headline name title_tag",
    "summary": "description standfirst excerpt subtitle abstract deck dek custom_excerpt meta_description lead lede",
    "date": "publishdate pubdate publish_date published_at published_on date_published created created_at datetime",
    "updated": "modified lastmod last_modified last_modified_at updated_at date_modified changed",
    "authors": "author by byline creator writer",
    "tags": "keywords tag topics",
    "category": "categories section topic primary_tag",
    "picture": "image images cover cover_image featured_image feature_image featuredimage thumbnail hero hero_image "
    "header_image og_image banner photo",
    "lang": "language locale",
    "colour": "color",
    "file": "source src path",
    "alt": "alt_text feature_image_alt",
    "related": "related_posts related_articles",
    "embargo": "embargoed embargo_date embargo_until",
    "expires": "expired expiry expire expirydate expiry_date expires_at expires_on expiration expiration_date "
    "expirationdate unpublishdate unpublish_date unpublish_at unpublish_on valid_until",
    "retracted": "retraction retracted_on retracted_at withdrawn withdrawal",
    "order": "weight menu_order",
    "text": "reason",
    "aliases": "alias redirect_from redirects redirect former_addresses old_urls oldurl old_url",
}
"""Our word, and those of other systems for it."""
_OURS = {other: ours for ours, others in RENAMED.items() for other in others.split()}

_GROUPS = {
    "picture": "write 'picture:', and under it 'file: …' and 'alt: …', both indented",
    "retracted": "write 'retracted:', and under it 'date: …' and 'text: …', both indented",
}
"""Keys that hold others: a new name alone would not do."""
_BINDING = frozenset({"embargo", "expires", "retracted"})
"""Keys without which a page would be there too early, or too long."""

_ADDRESS = (
    "take it away: the address is made of the date and the file's name; write 'slug: …' to choose its last part, and "
    "'aliases: [/old/address/]' for the address that it had"
)
_CANONICAL = "take it away: every page names its own address; write 'aliases: [/old/address/]' for a former one"
_LOOK = "take it away: how pages look is the theme's"
_OWN = "take it away: nothing here is done with it"
_DROPPED = {
    _ADDRESS: "permalink url save_as filename basename",
    _CANONICAL: "canonical canonical_url canonicalurl",
    _LOOK: "layout template type theme class css style toc header footer sidebar math mathjax mermaid featured sticky "
    "pin pinned hero_text outputs",
    _OWN: "order weight menu_order id uuid guid post_id comments comment disqus series reading_time "
    "readingtime translationkey meta meta_title "
    "visibility sitemap robots wordpress_id params extra taxonomies resources cascade markup format",
}
_REMEDIES = {key: remedy for remedy, keys in _DROPPED.items() for key in keys.split()}
_TRUE = frozenset({"true", "yes", "on", "1"})
_STATES = ("draft", "published", "publish", "private", "hidden")
"""Keys that say whether readers may see it."""
_HELD_BACK = ("private", "hidden", "pending", "review", "trash")
"""States of other systems that readers see nothing of."""
WAITING = (*_HELD_BACK, "future", "scheduled", "unlisted", "archived")
"""States of other systems that are neither of ours."""
ENDED = {
    "expired": "take it away, and write 'expires: …' with the time from which on it is over",
    "retracted": "take it away, and write 'retracted:', and under it 'date: …' and 'text: …', both indented",
    "withdrawn": "take it away, and write 'retracted:', and under it 'date: …' and 'text: …', both indented",
}
"""States that are keys of their own here, with the remedy."""


def renamed(key: str, known: Collection[str]) -> str | None:
    """Return our word for a key of another system's, where it is one of the `known`."""
    ours = _OURS.get(key.lower())
    return ours if ours in known else None


def holds_back(values: Mapping[str, object]) -> bool:
    """Tell whether front matter says in other words than `status: draft` that readers shall not see its file."""
    if "status" in values:
        status = str(values["status"]).strip().lower()
        return status in _HELD_BACK or near_miss(status[:20], ("draft", "published")) == "draft"
    return any(key in values and not _says_public(key, values[key]) for key in _STATES)


def _says_public(state: str, value: object) -> bool:
    return (str(value).strip().lower() in _TRUE) == (state in ("published", "publish"))


def foreign_remedy(key: str, value: object, known: Collection[str]) -> tuple[str, bool] | None:
    """Return the remedy for another system's key, and whether the page can be made without it; None for all others.

    `known` are the keys that may stand in its place.
    """
    word = key.lower()
    if word in _STATES and "status" in known:
        if _says_public(word, value):
            return "take it away: an article without 'status: draft' is published", True
        return "write 'status: draft' in its place", False
    ours = renamed(word, known)
    if ours is not None:
        return _GROUPS.get(ours, f"did you mean {shown(ours)}?"), ours not in _BINDING
    return (_REMEDIES[word], True) if word in _REMEDIES else None
