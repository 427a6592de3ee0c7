"""Redirect pages as files of a build: the plan of them, and the model of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.addresses.redirect_page import REDIRECT, RedirectPage, redirect_page
from plugins.newsroom.urls import absolute_url
from plugins.newsroom.words.phrases import Words
from plugins.stet.facts import View
from plugins.stet.outputs import Output
from plugins.stet.space import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectHeader:
    """Values that all redirect pages share."""

    site_url: str
    prefix: str
    """Path that the site lives under, without a slash at its end."""
    words: Words


HEADER = Space[RedirectHeader]("redirect header")
"""By the empty name."""


class RedirectRenderer:
    """Writes redirect pages for the engine; the theme has no part in them."""

    def version(self, template: str) -> bytes:
        """Return a constant: the pages depend on nothing but their model and this code."""
        return b"redirect"

    def prepare(self, templates: Iterable[str]) -> None:
        """Do nothing: there are no templates."""

    def render(self, model: RedirectPage) -> bytes:
        return redirect_page(model)


def plan_redirects(redirects: Iterable[PageRedirect]) -> Iterator[Output]:
    """Yield a page for each former address, but for feeds, which have copies."""
    for redirect in redirects:
        if not redirect.is_of_feed:
            yield Output(redirect.path, REDIRECT, (redirect.target,))


def make_redirect_page(view: View, output: Output) -> RedirectPage:
    """Return the page that leads to the target that the plan gives."""
    (target,) = output.spec
    header = view.read(HEADER)
    is_own = target.startswith("/")
    return RedirectPage(
        location=header.prefix + target if is_own else target,
        full_location=absolute_url(header.site_url, target) if is_own else target,
        lang=header.words.lang,
        direction=header.words.direction,
        moved=header.words.moved,
    )
