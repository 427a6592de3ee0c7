"""Mistakes in the variables of the environment that name a store and its credentials, found before it is asked.

The library takes some of them as they are, and ends the whole program at one that is no address.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from plugins.newsroom.problems import shortened
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
_MAY_BE_EMPTY = frozenset({"AWS_SESSION_TOKEN"})
_KEY_FILE = "GOOGLE_APPLICATION_CREDENTIALS"


def check_environment(scheme: str, environment: Mapping[str, str]) -> None:
    """Raise PublishError for a variable of the stores of `scheme` that cannot be meant."""
    for key in (*ENDPOINTS[scheme], *_REGIONS[scheme], *_WORDS[scheme]):
        if key not in _MAY_BE_EMPTY:
            variable_of(environment, key)
    for key in (*_REGIONS[scheme], *_WORDS[scheme]):
        value = environment.get(key, "")
        if value != "".join(value.split()):
            raise PublishError(f"{key} has a space or a line's end in it; write it without")
    for key in ENDPOINTS[scheme]:
        if key in environment:
            _check_endpoint(key, environment[key])
    if scheme == "gs" and (file := variable_of(environment, _KEY_FILE)) and not Path(file).is_file():
        raise PublishError(
            f"{_KEY_FILE} names {shortened(file)!r}, and there is no such file; write it, or mend the path"
        )
    if scheme == "az" and "AZURE_STORAGE_ACCOUNT_NAME" not in environment:
        raise PublishError("az:// needs the name of the account; set AZURE_STORAGE_ACCOUNT_NAME")


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
