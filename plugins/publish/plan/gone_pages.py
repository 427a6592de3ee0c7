"""Pages that a release takes away for good: named in every report, unless somebody has said that they go."""

import re
from collections.abc import Callable, Sequence

from plugins.newsroom.urls import front_url
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.model import Notes

_PAGE = "index.html"
_LISTS = ("/tags/", "/archive/")
_DATED = re.compile(r"/\d{4}/\d{2}/[^/]+/")


def gone_pages(plan: PublishPlan, notes: Notes, is_taken_down: Callable[[str], bool]) -> Sequence[str]:
    """Return the addresses of pages, without the further ones of a front, at which nothing will be."""
    said = {address.strip("/") for address in notes.gone}
    found = []
    for path in plan.removed:
        url = url_of_page(path)
        if url and front_url(url) == url and url.strip("/") not in said and not is_taken_down(path):
            found.append(url)
    return sorted(found, key=lambda url: (is_list(url), url))


def is_list(url: str) -> bool:
    """Tell whether a page comes and goes with the articles on it, as those of tags and months do."""
    return url.startswith(_LISTS)


def url_of_page(path: str) -> str:
    """Return the root-relative address of a page by the path of its file; empty for any other file."""
    if not path.endswith(".html"):
        return ""
    return f"/{path.removesuffix(_PAGE)}" if path.split("/")[-1] == _PAGE else f"/{path}"


def kind_of_page(url: str) -> str:
    """Return the kind of page that an address tells: `article`, `tag`, `author`, `month`, or `page` for all others."""
    if _DATED.fullmatch(url):
        return "article"
    kinds = {"tags": "tag", "authors": "author", "archive": "month"}
    return kinds.get(url.split("/")[1], "page")
