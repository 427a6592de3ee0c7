"""HTML of a text as Markdown (CommonMark, with the tables of GitHub), every address in full.

What Markdown has no sign for, and a text means something by, stays a tag: 10<sup>6</sup> is not 106.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from plugins.newsroom.urls import on_host

_BRACKET = re.compile(r"([\\\[\]])")
_FENCE = re.compile("`{3,}")
_BAR = re.compile(r"(?<!\\)\|")
_UNSAFE_ENDS = {ord(sign): f"%{ord(sign):02X}" for sign in " \t\n<>|\\"}
"""Signs in an address at which the address in a Markdown link would end, or the cell that it stands in."""
_BRACKETS_TOO = {ord("("): "%28", ord(")"): "%29"}
_MOST_SPAN = 1000
"""Columns or rows of one cell, as browsers read them (html.spec.whatwg.org, `colspan`)."""


def html_as_markdown(html: str, site_url: str, page_url: str) -> str:
    """Return Markdown; `site_url` makes addresses full ones, `page_url` is for places in the text itself."""

    def full(address: str) -> str:
        if address.startswith("#"):
            return _link_end(page_url + address)
        if address.startswith("//"):
            return _link_end(f"{urlsplit(site_url).scheme}:{address}")
        return _link_end(on_host(site_url, address) if address.startswith("/") else address)

    return str(_converter()(full).convert(html)).strip()


def _link_end(address: str) -> str:
    """Return an address as it can stand in brackets behind the words of a link."""
    is_even = address.count("(") == address.count(")")
    return address.translate(_UNSAFE_ENDS if is_even else _UNSAFE_ENDS | _BRACKETS_TOO)


@cache
def _converter() -> Callable[[Callable[[str], str]], Any]:
    from markdownify import MarkdownConverter  # brings a parser of HTML: only builds that write a twin need it

    library: Any = MarkdownConverter

    class TwinConverter(library):  # type: ignore[misc]  # it has types for half of its methods
        """Makes addresses full ones, and keeps what the library loses."""

        def __init__(self, full: Callable[[str], str]) -> None:
            signs = {"sub_symbol": "<sub>", "sup_symbol": "<sup>"}
            super().__init__(heading_style="ATX", bullets="-", escape_misc=True, strip=["svg", "button"], **signs)
            self.full = full

        def convert_soup(self, soup: Any) -> str:
            for element in soup.find_all(hidden=True):
                element.decompose()
            for table in soup.find_all("table"):
                _fill_places(soup, table)
            return str(super().convert_soup(soup))

        def convert_a(self, element: Any, text: str, parent_tags: Any) -> str:
            href, words = element.get("href"), text.strip()
            if not href or not words or "_noformat" in parent_tags:
                return text
            before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            return f"{before}[{words}]({self.full(href)}){after}"

        def convert_img(self, element: Any, text: str, parent_tags: Any) -> str:
            words = _BRACKET.sub(r"\\\1", " ".join((element.get("alt") or "").split()))
            return f"![{words}]({self.full(element.get('src') or '')})"

        def convert_summary(self, element: Any, text: str, parent_tags: Any) -> str:
            words = text.replace("**", "").strip()  # bold words in bold ones would end these
            return f"\n\n**{words}**\n\n" if words else ""

        def convert_pre(self, element: Any, text: str, parent_tags: Any) -> str:
            """Return code between fences that are longer than any in it."""
            fence = "`" * max(3, *(len(each) + 1 for each in _FENCE.findall(text)), 0)
            code = text.strip("\n")
            return f"\n\n{fence}\n{code}\n{fence}\n\n" if code else ""

        def convert_td(self, element: Any, text: str, parent_tags: Any) -> str:
            return str(super().convert_td(element, _BAR.sub(r"\\|", text), parent_tags))

        def convert_th(self, element: Any, text: str, parent_tags: Any) -> str:
            return str(super().convert_th(element, _BAR.sub(r"\\|", text), parent_tags))

    return TwinConverter


def _fill_places(soup: Any, table: Any) -> None:
    """Add an empty cell wherever one of a row above reaches down: in Markdown each row has all its cells."""
    reaching: dict[int, int] = {}  # rows that remain, by column
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        column = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while reaching.get(column):
                cell.insert_before(soup.new_tag("td"))
                reaching[column] -= 1
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            reaching |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        while reaching.get(column):
            row.append(soup.new_tag("td"))
            reaching[column] -= 1
            column += 1


def _span(cell: Any, name: str) -> int:
    written = cell.get(name, "")
    return max(1, min(_MOST_SPAN, int(written))) if written.isdecimal() else 1
