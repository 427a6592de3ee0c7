"""Page numbers of a front."""

from plugins.newsroom.page_parts import PageLink, Pagination
from plugins.newsroom.urls import numbered_url


def pagination(front_href: str, number: int, count: int) -> Pagination:
    """Return the links of page `number` of `count`: first, last, this one and its neighbours; None for a gap."""
    shown = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    pages: list[PageLink | None] = []
    for previous, current in zip([0, *shown], shown, strict=False):
        if current - previous > 1:
            pages.append(None)
        pages.append(PageLink(number=current, url=numbered_url(front_href, current), is_current=current == number))
    return Pagination(
        number=number,
        count=count,
        newer=numbered_url(front_href, number - 1) if number > 1 else None,
        older=numbered_url(front_href, number + 1) if number < count else None,
        pages=tuple(pages),
    )
