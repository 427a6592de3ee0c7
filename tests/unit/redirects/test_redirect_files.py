from plugins.newsroom.addresses.address_forms import PageRedirect
from plugins.newsroom.addresses.redirect_page import location_of
from plugins.newsroom.words.catalogues import english
from plugins.redirects.redirect_files import (
    HEADER,
    RedirectHeader,
    RedirectRenderer,
    make_redirect_page,
    plan_redirects,
)
from plugins.stet.offers import Offers
from plugins.stet.outputs import Output

OFFERS = Offers()
OFFERS.offer_constant(HEADER, RedirectHeader(site_url="https://kabar.example/news", prefix="/news", words=english()))


def test_every_former_address_has_a_page_but_those_of_feeds() -> None:
    redirects = [
        PageRedirect("/old.html", "/a/"),
        PageRedirect("/old/", "https://s.example/"),
        PageRedirect("/rss.xml/", "/feed.xml"),
    ]

    assert list(plan_redirects(redirects)) == [
        Output("old.html", "redirect", ("/a/",)),
        Output("old/index.html", "redirect", ("https://s.example/",)),
    ]


def test_a_page_of_the_publication_is_found_below_its_prefix() -> None:
    model = make_redirect_page(OFFERS.view(), Output("old.html", "redirect", ("/a/",)))

    assert (model.location, model.full_location) == ("/news/a/", "https://kabar.example/news/a/")


def test_another_site_is_found_where_it_is() -> None:
    model = make_redirect_page(OFFERS.view(), Output("old.html", "redirect", ("https://s.example/",)))

    assert location_of(RedirectRenderer().render(model)) == "https://s.example/"
    assert model.full_location == "https://s.example/"
