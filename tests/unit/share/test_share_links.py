from plugins.newsroom.choices import ShareLink, ShareLinks
from plugins.share.settings import ShareSettings
from plugins.share.share_links import share_links

URL = "https://lowdown.example/news/2023/11/one/"


def test_the_links_stand_in_the_order_of_the_settings() -> None:
    links = share_links("One", URL, ShareSettings(networks=("email", "facebook")))

    assert links == ShareLinks(
        url=URL,
        title="One",
        links=(
            ShareLink(
                network="email",
                name="e-mail",
                url="mailto:?subject=One&body=One%0D%0A%0D%0Ahttps%3A%2F%2Flowdown.example%2Fnews%2F2023%2F11%2Fone%2F",
                opens_window=False,
            ),
            ShareLink(
                network="facebook",
                name="Facebook",
                url="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Flowdown.example%2Fnews%2F2023%2F11%2Fone%2F",
                opens_window=True,
            ),
        ),
    )


def test_a_source_mark_is_on_the_links_and_not_on_the_canonical_url() -> None:
    links = share_links("One", URL, ShareSettings(networks=("linkedin",), source_mark="from=share"))

    assert links.url == URL
    assert links.links[0].url.endswith("%2Fone%2F%3Ffrom%3Dshare")


def test_a_line_break_in_a_title_cannot_add_a_header_to_a_mail() -> None:
    links = share_links("One\r\nBcc: all@example.com", URL, ShareSettings(networks=("email",)))

    assert links.title == "One Bcc: all@example.com"
    assert links.links[0].url.startswith("mailto:?subject=One%20Bcc%3A%20all%40example.com&body=")
