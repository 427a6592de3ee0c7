"""Links that lead from the text of an article to another article, by its file or by its address."""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from plugins.desk.files.entry import Entry, Ref, unpack_digests
from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.listed_articles import ListedArticle, TextLinks
from plugins.stet.sources import StoredSource

_REFS, _KEY = Entry._fields.index("refs"), Ref._fields.index("key")


class LinkFinder:
    """Finds the links between articles, again and again; a text that has not changed is searched once."""

    def __init__(self, articles: Sequence[ListedArticle], redirects: Iterable[PageRedirect] = ()) -> None:
        self._articles = articles
        by_url = {line.url: line.slug for line in articles}
        self._slugs = {line.source: line.slug for line in articles} | by_url
        for address, target in redirects:
            if target in by_url:
                self._slugs |= dict.fromkeys((address, address.rstrip("/")), by_url[target])
        self._seen: dict[str, bytes] = {}
        """The stored entry of each article when its text was searched, by slug."""
        self._found: dict[str, tuple[str, ...]] = {}

    def text_links(self, known: Mapping[str, StoredSource]) -> TextLinks:
        """Return the links as they are now; `known` are the texts by their paths."""
        bodies = b"".join(unpack_digests(known[line.source].digests)[1] for line in self._articles)
        return TextLinks(digest=blake2b(bodies, digest_size=16).digest(), find=lambda: self._find(known))

    def _find(self, known: Mapping[str, StoredSource]) -> Mapping[str, tuple[str, ...]]:
        for line in self._articles:
            if line.is_retracted:  # readers do not get its text
                continue
            light = known[line.source].light
            if self._seen.get(line.slug) != light:
                self._seen[line.slug] = light
                self._found[line.slug] = self._targets(line.slug, marshal.loads(light)[_REFS])
        return dict(self._found)

    def _targets(self, own: str, refs: Sequence[Sequence[str]]) -> tuple[str, ...]:
        targets = dict.fromkeys(self._slugs[ref[_KEY]] for ref in refs if ref[_KEY] in self._slugs)
        targets.pop(own, None)
        return tuple(targets)
