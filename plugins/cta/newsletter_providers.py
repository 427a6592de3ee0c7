"""Newsletter providers: one class each, with the settings it needs, its sign-up form and its own page.

The fields of a form are the contract with its provider. No key is ever in a page.
"""

from abc import ABC, abstractmethod
from typing import Annotated, Literal
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from plugins.newsroom.choices import FormField, SignUpForm
from plugins.newsroom.settings import PluginSettings


def https_url(url: str) -> str:
    """Return `url` as it is. Raises ValueError unless it is `https://` with a host and nothing unprintable."""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0 and bool(origin(url))
    except ValueError:
        is_good = False
    if not is_good or not url.isprintable() or " " in url:
        raise ValueError(f"{url!r} is no address; write it in full, from https://")
    return url


def origin(url: str) -> str:
    """Return the origin of an https address as browsers compare it. Raises ValueError for a host that cannot be."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    shown = f"[{host}]" if ":" in host else host
    return f"https://{shown}" if parts.port in (None, 443) else f"https://{shown}:{parts.port}"


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
HttpsUrl = Annotated[str, AfterValidator(https_url)]


class Provider(PluginSettings, ABC):
    """Base of all newsletters: the text around the form, and the form."""

    name: Text
    """The newsletter's name."""
    promise: Text
    """Contents and frequency, in one sentence for readers."""
    sender: Text
    """The sender, as the law wants it named."""
    frequency: Text
    """The frequency in the middle of a sentence: `every working morning`."""
    privacy_page: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")] = "privacy"
    """Slug of the page on privacy, which every form links to."""
    also: str = ""
    """Further contents (advertisements, partners' offers), in one sentence."""

    @abstractmethod
    def form(self) -> SignUpForm | None:
        """Return the form to put on a page; None if the provider takes none without a script."""

    def form_origins(self) -> tuple[str, ...]:
        """Return the origins that the form is sent to and forwards to; a security policy has to allow both."""
        form = self.form()
        return (origin(form.action),) if form else ()

    @abstractmethod
    def page(self) -> str:
        """Return the address of the provider's own sign-up page."""


class Buttondown(Provider):
    """Buttondown; it asks for confirmation by e-mail unless told otherwise."""

    provider: Literal["buttondown"]
    """Name of the service; the fields below are its own."""
    username: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+$")]
    """The newsletter's user name there."""
    tags: tuple[Text, ...] = ()
    """Tags that a subscriber gets there."""

    def form(self) -> SignUpForm:
        return SignUpForm(
            action=f"https://buttondown.com/api/emails/embed-subscribe/{self.username}",
            email_field="email",
            hidden=(FormField(name="embed", value="1"), *(FormField(name="tag", value=tag) for tag in self.tags)),
            trap=None,
        )

    def page(self) -> str:
        return f"https://buttondown.com/{self.username}"


class Mailchimp(Provider):
    """Mailchimp; all four values stand in the address of the form that its form builder shows."""

    provider: Literal["mailchimp"]
    """Name of the service; the fields below are its own."""
    account: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    """First part of the form's host."""
    dc: Annotated[str, StringConstraints(pattern=r"^us[0-9]{1,3}$")]
    """Data centre, the host's second part: `us21`."""
    u: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{25}$")]
    """The account's number."""
    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{10}$")]
    """The audience's number."""
    f_id: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{10})?$")] = ""
    """The form's number, if its address has one."""

    def form(self) -> SignUpForm:
        form = {"f_id": self.f_id} if self.f_id else {}
        return SignUpForm(
            action=f"{self._host}/subscribe/post?{urlencode({'u': self.u, 'id': self.id, **form})}",
            email_field="EMAIL",
            hidden=(),
            trap=f"b_{self.u}_{self.id}",
        )

    def page(self) -> str:
        return f"{self._host}/subscribe?{urlencode({'u': self.u, 'id': self.id})}"

    @property
    def _host(self) -> str:
        return f"https://{self.account}.{self.dc}.list-manage.com"


class Listmonk(Provider):
    """A listmonk server of one's own. It refuses a form whose field `nonce` is missing or not empty."""

    provider: Literal["listmonk"]
    """Name of the service; the fields below are its own."""
    host: HttpsUrl
    """The server's address."""
    lists: Annotated[tuple[UUID, ...], Field(min_length=1)]
    """UUIDs of the lists to join; each must be public there."""
    next: HttpsUrl | None = None
    """The address to go on to afterwards; must equal an entry of the server's Trusted URLs."""

    def form(self) -> SignUpForm:
        back = () if self.next is None else (FormField(name="next", value=self.next),)
        return SignUpForm(
            action=self.page(),
            email_field="email",
            hidden=(*(FormField(name="l", value=str(uuid)) for uuid in self.lists), *back),
            trap="nonce",
        )

    def form_origins(self) -> tuple[str, ...]:
        return (*super().form_origins(), *(() if self.next is None else (origin(self.next),)))

    def page(self) -> str:
        return f"{self.host.rstrip('/')}/subscription/form"


class LinkOnly(Provider):
    """Any other service: a link to its sign-up page."""

    provider: Literal["link"]
    """Name of the service; the fields below are its own."""
    url: HttpsUrl
    """The sign-up page."""

    def form(self) -> None:
        return None

    def page(self) -> str:
        return self.url


Newsletter = Annotated[Buttondown | Mailchimp | Listmonk | LinkOnly, Field(discriminator="provider")]
