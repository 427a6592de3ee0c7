"""Quality of the don't-miss line: if an editor had linked to the same article, and its distance from that link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from plugins.newsroom.choices import Related
from plugins.pages.dont_miss import allowed_places, dont_miss_place
from tests.evaluation.linked import link_places
from tests.evaluation.metrics import Judged, half_width
from tests.evaluation.reading import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Of the articles for which something is judged."""

    share: float
    """Part of them that have a don't-miss."""
    hits: float
    """Part of those that lead where an editor had linked to."""


def measure_choice(choices: Mapping[str, Related], judged: Judged) -> Chosen:
    named = {slug: choices[slug].dont_miss for slug in judged if slug in choices}
    found = [judged[slug].get(target, 0) > 0 for slug, target in named.items() if target]
    return Chosen(share=len(found) / max(1, len(named)), hits=sum(found) / max(1, len(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Distances in blocks of the text between the lines that a rule places and the links of authors, over all links."""

    exact: float
    """Part of the lines that directly follow the block of the link."""
    exact_half_width: float
    """Of the 95 % bootstrap interval."""
    within_one: float
    distance: float


@dataclass(frozen=True, slots=True)
class Link:
    """A link that an author put, and after which blocks of its article rules put the line."""

    block: int
    by_rule: Mapping[str, Sequence[int]]
    """Numbers of blocks; of several each has the same chance."""


def links(posts: Sequence[Post], linked: Sequence[Post], judged: Judged) -> list[Link]:
    """Return the judged links whose place in the text is known; `linked` are the posts as published."""
    known = {post.slug: post for post in posts}
    published = {post.slug: post for post in linked}
    found = []
    for source in sorted(judged.keys() & known.keys() & published.keys()):
        blocks = link_places(known[source], published[source])
        targets = [target for target in sorted(judged[source]) if target in blocks and target in known]
        found += [Link(blocks[target], _rules(known[source], known[target])) for target in targets]
    return found


def _rules(source: Post, target: Post) -> Mapping[str, Sequence[int]]:
    allowed = [before - 1 for before in allowed_places(source.blocks)]
    best = dont_miss_place(source.blocks, target.title, target.summary) - 1
    return {"chance": allowed or [best], "first allowed place": allowed[:1] or [best], "the site's rule": [best]}


def measure_places(found: Sequence[Link]) -> Mapping[str, Placed]:
    """Return the distances of each rule, by its name."""
    return {rule: _placed([_distances(link, rule) for link in found]) for rule in (found[0].by_rule if found else ())}


def _distances(link: Link, rule: str) -> list[int]:
    return [abs(block - link.block) for block in link.by_rule[rule]]


def _placed(distances: Sequence[Sequence[int]]) -> Placed:
    exact = [fmean(away == 0 for away in link) for link in distances]
    return Placed(
        exact=fmean(exact),
        exact_half_width=half_width(exact),
        within_one=fmean(fmean(away <= 1 for away in link) for link in distances),
        distance=fmean(fmean(link) for link in distances),
    )
