"""Mistakes in the variables of the environment that name a store and its credentials, found before it is asked.

The library takes some of them as they are, and ends the whole program at one that is no address.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from plugins.publish.errors import PublishError
from plugins.publish.target_names import LOCAL_HOSTS, checked_url, variable_of

ENDPOINTS: Mapping[str, tuple[str, ...]] = {
    "s3": ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT"),
    "az": ("AZURE_STORAGE_ENDPOINT", "AZURE_ENDPOINT"),
    "gs": (),
}
"""Variables with the address of a store."""

_REGIONS: Mapping[str, tuple[str, ...]] = {"s3": ("AWS_REGION", "AWS_DEFAULT_REGION"), "az": (), "gs": ()}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "s3": ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"),
    "az": ("AZURE_STORAGE_ACCOUNT_NAME", "AZURE_STORAGE_ACCOUNT_KEY"),
    "gs": (),
}
"""Variables that hold one word, and none of which is repeated: most are secret."""


def check_environment(scheme: str, environment: Mapping[str, str]) -> None:
    """Raise PublishError for a variable of the stores of `scheme` that cannot be meant."""
    for key in (*ENDPOINTS[scheme], *_REGIONS[scheme]):
        variable_of(environment, key)
    for key in (*_REGIONS[scheme], *_WORDS[scheme]):
        value = environment.get(key, "")
        if value != "".join(value.split()):
            raise PublishError(f"{key} has a space or a line's end in it; write it without")
    for key in ENDPOINTS[scheme]:
        if key in environment:
            _check_endpoint(key, environment[key])


def is_local(url: str) -> bool:
    """Tell whether an address is one of this machine."""
    return urlsplit(url).hostname in LOCAL_HOSTS


def _check_endpoint(key: str, url: str) -> None:
    try:
        checked_url(url)
    except ValueError as error:
        raise PublishError(f"{key} {error}") from None
    if urlsplit(url).scheme == "http" and not is_local(url):
        what = "has http://, by which only a server on this machine is spoken to"
        raise PublishError(f"{key} {what}; write https:// there, or let a proxy on this machine speak to it")
