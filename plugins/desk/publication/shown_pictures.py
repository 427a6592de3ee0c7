"""Pictures that each article shows, by name: for sitemaps, which need neither its text nor the words around them."""

from collections.abc import Iterator

from plugins.desk.files.content_index import ContentIndex
from plugins.desk.files.entry import PLAYERS, Entry, Ref
from plugins.newsroom.articles import Publication
from plugins.newsroom.spaces import SHOWN_PICTURES
from plugins.stet.engine import Engine
from plugins.stet.facts import digest_of
from plugins.stet.step import Step


def offer_shown_pictures(index: ContentIndex, publication: Publication, engine: Engine, key: bytes) -> None:
    """Offer the names of the pictures that each article shows; `key` is that of the structure."""
    sources = {line.slug: line.source for line in publication.articles}

    def names(slug: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(shown_pictures(index.entries[sources[slug]], index)))

    def digests() -> dict[str, bytes]:
        return {slug: digest_of(found) for slug in sources if (found := names(slug))}

    step = Step("Listing shown pictures", key, lambda _: digests())
    engine.offer_facts(SHOWN_PICTURES, lambda _, slug: names(slug), step)


def shown_pictures(entry: Entry, index: ContentIndex) -> Iterator[str]:
    """Yield the paths of the pictures that an article shows, the lead picture first; not those that it offers to save.

    A path is the picture's name in the space `DEVELOPED`.
    """
    for ref in map(Ref._make, entry.refs):
        if ref.kind == "picture":
            yield ref.key
        elif ref.kind == "embed" and (picture := index.embeds.picture(ref.key)):
            yield picture
        elif ref.kind in PLAYERS and (poster := index.attachments.companions(ref.key).poster):
            yield poster
