"""From the address of a bucket to its object store: `s3://`, `gs://`, `az://`, with credentials from the environment.

Options come from the environment under the providers' usual names (`AWS_ENDPOINT_URL`, `AZURE_STORAGE_ACCOUNT_NAME`,
`GOOGLE_APPLICATION_CREDENTIALS` …); `~/.aws` is read where the environment has no key.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from obstore import exceptions
from obstore.store import AzureStore, GCSStore, S3Store

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.redirect_objects import RedirectWriter
from plugins.publish.targets.bucket.store import Store
from plugins.publish.targets.bucket.store_variables import ENDPOINTS, check_environment, is_local

_STORES: Mapping[str, Callable[..., Any]] = {"s3": S3Store, "gs": GCSStore, "az": AzureStore}

RETRIES = 6
"""Repetitions of a failed (5xx), throttled or lost request before the run ends."""


def open_store(target: str, environment: Mapping[str, str], timeout: int = 60) -> Store:
    """Return the store that `target` names; one request may take `timeout` seconds.

    Raises PublishError where the target names none.
    """
    parts = _parts(target)
    check_environment(parts.scheme, environment)
    prefix = parts.path.strip("/") or None
    try:
        credentials = _profile(environment) if parts.scheme == "s3" else {}
        backend = _STORES[parts.scheme](
            parts.netloc, prefix=prefix, **_options(parts.scheme, environment, timeout), **credentials
        )
    except (exceptions.BaseError, ValueError) as error:
        reason = str(error).split("\n", 1)[0]
        raise PublishError(f"target {target!r} cannot be opened ({reason}); check the environment") from None
    place, is_s3 = target.rstrip("/"), parts.scheme == "s3"
    redirects = RedirectWriter(place, environment, timeout) if is_s3 else None
    return Store(backend, place, has_generations=parts.scheme == "gs", has_digests=is_s3, redirects=redirects)


def _parts(target: str) -> SplitResult:
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in _STORES or not parts.netloc or "@" in parts.netloc or parts.query or parts.fragment:
        # Its address is not repeated: there may be a key or a signature in it.
        raise PublishError("the target is no bucket; write s3://bucket, gs://bucket or az://container, and no more")
    return parts


def _profile(environment: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the credentials of a profile in `~/.aws`, as an option; empty where the environment has a key."""
    folder = Path(environment.get("HOME", "~")).expanduser() / ".aws"
    is_there = (folder / "credentials").is_file() or (folder / "config").is_file()
    if environment.get("AWS_ACCESS_KEY_ID") or not ("AWS_PROFILE" in environment or is_there):
        return {}
    from boto3 import Session  # here: it takes long to load, and few need it
    from botocore.exceptions import BotoCoreError
    from obstore.auth.boto3 import Boto3CredentialProvider

    try:
        return {"credential_provider": Boto3CredentialProvider(Session())}
    except BotoCoreError as error:
        raise ValueError(str(error)) from error


def _options(scheme: str, environment: Mapping[str, str], timeout: int) -> Mapping[str, Any]:
    """Return the options of all stores; plain HTTP is for a server on this machine."""
    endpoint = next((environment[key] for key in ENDPOINTS[scheme] if key in environment), "")
    client = {
        "connect_timeout": f"{min(10, timeout)}s",
        "timeout": f"{timeout}s",
        "pool_max_idle_per_host": "32",
        "allow_http": is_local(endpoint),
    }
    backoff = {"init_backoff": timedelta(milliseconds=200), "max_backoff": timedelta(seconds=8), "base": 2}
    return {
        "client_options": client,
        "retry_config": {"max_retries": RETRIES, "retry_timeout": timedelta(seconds=timeout), "backoff": backoff},
    }
