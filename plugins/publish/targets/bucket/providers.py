"""From the address of a target to its object store: `s3://`, `gs://`, `az://`, with credentials from the environment.

Options come from the environment under the providers' usual names (`AWS_ENDPOINT_URL`, `AZURE_STORAGE_ACCOUNT_NAME`,
`GOOGLE_APPLICATION_CREDENTIALS` …); `~/.aws` is read where the environment has no key.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from plugins.publish.errors import PublishError
from plugins.publish.target_names import BUCKETS
from plugins.publish.targets.bucket.store import Store

RETRIES = 6
"""What a 5xx, a throttled or a lost request gets before the run ends."""


def open_store(target: str, environment: Mapping[str, str], timeout: int = 60) -> Store:
    """Return the store that `target` names; one request may take `timeout` seconds.

    Raises PublishError where the target names none.
    """
    parts = _parts(target)
    prefix = parts.path.strip("/") or None
    from obstore import exceptions  # here, for it takes longer to load than all that other targets need

    try:
        backend = _MAKERS[parts.scheme](parts.netloc, prefix, environment, _options(environment, timeout))
    except (exceptions.BaseError, ValueError) as error:
        reason = str(error).split("\n", 1)[0]
        raise PublishError(f"target {target!r} cannot be opened ({reason}); check the environment") from None
    return Store(backend, target.rstrip("/"), has_generations=parts.scheme == "gs", has_digests=parts.scheme == "s3")


def _parts(target: str) -> SplitResult:
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in BUCKETS or not parts.netloc or "@" in parts.netloc or parts.query or parts.fragment:
        # Its address is not told: what is wrong with it may be that there is a key or a signature in it.
        raise PublishError("the target is no bucket; write s3://bucket, gs://bucket or az://container, and no more")
    return parts


def _s3(bucket: str, prefix: str | None, environment: Mapping[str, str], options: Mapping[str, Any]) -> Any:
    from obstore.store import S3Store

    if environment.get("AWS_ACCESS_KEY_ID") or not _has_profile(environment):
        return S3Store(bucket, prefix=prefix, **options)
    from boto3 import Session
    from botocore.exceptions import BotoCoreError
    from obstore.auth.boto3 import Boto3CredentialProvider

    try:
        provider = Boto3CredentialProvider(Session())
    except BotoCoreError as error:
        raise ValueError(str(error)) from error
    return S3Store(bucket, prefix=prefix, credential_provider=provider, **options)


def _google(bucket: str, prefix: str | None, _: Mapping[str, str], options: Mapping[str, Any]) -> Any:
    from obstore.store import GCSStore

    return GCSStore(bucket, prefix=prefix, **options)


def _azure(container: str, prefix: str | None, _: Mapping[str, str], options: Mapping[str, Any]) -> Any:
    from obstore.store import AzureStore

    return AzureStore(container, prefix=prefix, **options)


_MAKERS = {"s3": _s3, "gs": _google, "az": _azure}


def _options(environment: Mapping[str, str], timeout: int) -> Mapping[str, Any]:
    """Return what all stores are opened with; plain HTTP is for a server on this machine."""
    endpoint = environment.get("AWS_ENDPOINT_URL") or environment.get("AZURE_STORAGE_ENDPOINT") or ""
    client = {
        "connect_timeout": f"{min(10, timeout)}s",
        "timeout": f"{timeout}s",
        "pool_max_idle_per_host": "32",
        "allow_http": urlsplit(endpoint).hostname in ("127.0.0.1", "localhost", "::1"),
    }
    backoff = {"init_backoff": timedelta(milliseconds=200), "max_backoff": timedelta(seconds=8), "base": 2}
    return {
        "client_options": client,
        "retry_config": {"max_retries": RETRIES, "retry_timeout": timedelta(seconds=timeout), "backoff": backoff},
    }


def _has_profile(environment: Mapping[str, str]) -> bool:
    home = Path(environment.get("HOME", "~")).expanduser() / ".aws"
    return "AWS_PROFILE" in environment or (home / "credentials").is_file() or (home / "config").is_file()
