from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from plugins.cta.newsletter_providers import Newsletter, Provider, https_url, origin
from plugins.newsroom.choices import FormField, SignUpForm

DAILY = {"name": "The Daily", "promise": "News.", "sender": "Lowdown Pte Ltd", "frequency": "every working morning"}
U, ID, LIST = "0123456789abcdef012345678", "0a1b2c3d4e", "5f5c2a4e-9d1b-4c5e-8f3a-1b2c3d4e5f60"
BUTTONDOWN = {"provider": "buttondown", "username": "lowdown"}
MAILCHIMP = {"provider": "mailchimp", "account": "lowdown", "dc": "us21", "u": U, "id": ID}
LISTMONK = {"provider": "listmonk", "host": "https://lists.example", "lists": [LIST]}
LINK = {"provider": "link", "url": "https://lowdown.substack.com/subscribe?utm_source=site"}


def newsletter(provider: dict[str, Any], **changes: Any) -> Provider:
    parsed: Provider = TypeAdapter(Newsletter).validate_python({**DAILY, **provider, **changes})
    return parsed


def test_buttondown_has_a_form() -> None:
    assert newsletter(BUTTONDOWN).form() == SignUpForm(
        action="https://buttondown.com/api/emails/embed-subscribe/lowdown",
        email_field="email",
        hidden=(FormField(name="embed", value="1"),),
        trap=None,
    )


def test_buttondown_repeats_the_field_for_every_tag() -> None:
    form = newsletter(BUTTONDOWN, tags=["site", "R&D"]).form()

    assert form is not None
    assert form.hidden == (
        FormField(name="embed", value="1"),
        FormField(name="tag", value="site"),
        FormField(name="tag", value="R&D"),
    )


def test_mailchimp_has_a_form_with_a_trap() -> None:
    assert newsletter(MAILCHIMP).form() == SignUpForm(
        action=f"https://lowdown.us21.list-manage.com/subscribe/post?u={U}&id={ID}",
        email_field="EMAIL",
        hidden=(),
        trap=f"b_{U}_{ID}",
    )


def test_mailchimp_names_the_form_where_there_are_several() -> None:
    form = newsletter(MAILCHIMP, f_id="00112233aa").form()

    assert form is not None
    assert form.action == f"https://lowdown.us21.list-manage.com/subscribe/post?u={U}&id={ID}&f_id=00112233aa"


def test_listmonk_has_a_form_whose_nonce_stays_empty() -> None:
    assert newsletter(LISTMONK).form() == SignUpForm(
        action="https://lists.example/subscription/form",
        email_field="email",
        hidden=(FormField(name="l", value=LIST),),
        trap="nonce",
    )


def test_listmonk_repeats_the_field_for_every_list_and_can_come_back() -> None:
    other = str(UUID(int=7))

    form = newsletter(
        LISTMONK, host="https://lists.example/mail/", lists=[LIST.upper(), other], next="https://x.example/thanks/"
    ).form()

    assert form == SignUpForm(
        action="https://lists.example/mail/subscription/form",
        email_field="email",
        hidden=(
            FormField(name="l", value=LIST),
            FormField(name="l", value=other),
            FormField(name="next", value="https://x.example/thanks/"),
        ),
        trap="nonce",
    )


def test_a_link_has_no_form() -> None:
    assert newsletter(LINK).form() is None


@pytest.mark.parametrize(
    ("provider", "expected"),
    [
        (BUTTONDOWN, "https://buttondown.com/lowdown"),
        (MAILCHIMP, f"https://lowdown.us21.list-manage.com/subscribe?u={U}&id={ID}"),
        (LISTMONK, "https://lists.example/subscription/form"),
        (LINK, "https://lowdown.substack.com/subscribe?utm_source=site"),
    ],
)
def test_every_provider_has_a_page_of_its_own(provider: dict[str, Any], expected: str) -> None:
    assert newsletter(provider).page() == expected


@pytest.mark.parametrize(
    ("provider", "origins"),
    [
        (BUTTONDOWN, ("https://buttondown.com",)),
        (MAILCHIMP, ("https://lowdown.us21.list-manage.com",)),
        (LISTMONK, ("https://lists.example",)),
        ({**LISTMONK, "next": "https://www.example/thanks"}, ("https://lists.example", "https://www.example")),
        (LINK, ()),
    ],
)
def test_a_form_is_sent_to_its_provider_and_where_that_leads_on_to(
    provider: dict[str, Any], origins: tuple[str, ...]
) -> None:
    assert newsletter(provider).form_origins() == origins


@pytest.mark.parametrize("url", ["https://a.example", "https://a.example:9000/x?y=z#w", "https://日本.example/"])
def test_an_https_address_is_kept(url: str) -> None:
    assert https_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "a.example", "http://a.example", "https://", "https:///x", "javascript:alert(1)", "https://a b", "https://[",
     "https://a.example:port/", "https://a.example/\nx", "https://a..example/"],
)  # fmt: skip
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError) as error:
        https_url(url)

    assert str(error.value) == f"{url!r} is no address; write it in full, from https://"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.example/x?y=z", "https://a.example"),
        ("https://A.example:443", "https://a.example"),
        ("https://a.example:9000/x", "https://a.example:9000"),
        ("https://user:word@a.example/", "https://a.example"),
        ("https://日本.example/", "https://xn--wgv71a.example"),
        ("https://my_lists.example/", "https://my_lists.example"),
        ("https://[::1]:9000/", "https://[::1]:9000"),
    ],
)
def test_an_address_has_the_origin_that_browsers_know_it_by(url: str, found: str) -> None:
    assert origin(url) == found
