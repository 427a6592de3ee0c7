"""Order in which files are sent, so that no page that can be fetched refers to a missing file.

1  files that pages show or link: pictures, PDFs  nothing refers to a new one yet; pages that frames show
2  pages and feeds that are not there             no page that readers know leads there yet
3  changed articles and text pages
4  changed fronts: they announce what is in 2 and 3; redirects, which lead there
5  the home page, feeds, sitemaps, also new ones
6  the index of sitemaps, which names those

Files are removed after all of them. A step begins when the one before is complete.
"""

from collections.abc import Collection, Iterator

from plugins.newsroom.addresses.redirect_page import REDIRECT
from plugins.publish.plan.publish_plan import HOME, PublishPlan, is_page
from plugins.publish.site.manifest import PublishedFile

_ARTICLES = frozenset({"article", "text page", ""})
"""Kinds of output that are no fronts. Where the kind is not known, fronts are sent with the articles."""
_FIRST = ("embeds/", "files/")
_SITEMAPS, _SITEMAP_INDEX = "sitemaps/", "sitemap.xml"
_LISTS = (".xml", ".json", ".txt")


def steps(plan: PublishPlan, unseen: Collection[str]) -> Iterator[list[str]]:
    """Yield the paths of each step, those of one step in order of path; `unseen` are those that are not there yet."""
    ranked: dict[int, list[str]] = {}
    for path in plan.sent:
        ranked.setdefault(_rank(path, plan.files[path], is_unseen=path in unseen), []).append(path)
    for rank in sorted(ranked):
        yield ranked[rank]


def _rank(path: str, file: PublishedFile, *, is_unseen: bool) -> int:
    if path == HOME or path.startswith(_SITEMAPS):
        return 5
    if path == _SITEMAP_INDEX:
        return 6
    if path.startswith(_FIRST) or not (is_page(path) or path.endswith(_LISTS)):
        return 1
    if file.kind == REDIRECT:
        return 4
    if is_unseen:
        return 2
    if not is_page(path):
        return 5
    return 3 if file.kind in _ARTICLES else 4
