"""CloudFront, purged through boto3, which finds the credentials in its usual places and is loaded when it is used."""

import hashlib
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from plugins.publish.cdn.api import SHOWN, not_purged
from plugins.publish.errors import PublishError
from plugins.publish.settings import CloudFrontPurge
from plugins.publish.web.http import HttpLimits
from plugins.publish.web.reader_urls import Outdated, batches, gathered

NAME = "CloudFront"
EXACT = 1_000
"""Paths that are purged one by one: as many as a month has for free. Judged; 3,000 may be under way at a time."""
IN_FLIGHT = 15
"""Paths with a star that may be under way at a time."""
LIMITS = HttpLimits(total=300.0, pause=5.0)
"""An invalidation takes a minute or so; until it is done the next may not be taken."""

_CREDENTIALS = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
_REMEDIES = {
    "AccessDenied": "allow cloudfront:CreateInvalidation on this distribution",
    "NoSuchDistribution": "mend `distribution` in PUBLISH",
    "ExpiredToken": "renew the credentials",
    "InvalidClientTokenId": _CREDENTIALS,
    "SignatureDoesNotMatch": _CREDENTIALS,
    "UnrecognizedClientException": _CREDENTIALS,
    "TooManyInvalidationsInProgress": "wait until CloudFront has finished those before",
}


def check_credentials() -> None:
    """Raise PublishError where there are no credentials."""
    import boto3
    from botocore.exceptions import BotoCoreError

    try:
        credentials = boto3.Session().get_credentials()
        if credentials is not None:
            credentials.get_frozen_credentials()
    except BotoCoreError as error:
        raise PublishError(f"{NAME} could not be purged: {_first_line(error)}; {_CREDENTIALS}") from None
    if credentials is None:
        raise PublishError(f"{NAME} could not be purged: there are no credentials; {_CREDENTIALS}")


def invalidate(settings: CloudFrontPurge, outdated: Outdated, limits: HttpLimits = LIMITS) -> None:
    """Purge outdated copies. Raises PublishError."""
    addresses, sections = gathered(outdated, EXACT)
    exact = [_path(address) for address in addresses]
    stars = [f"{_path(section)}*" for section in sections]
    parts = [*batches(exact, 3_000), *batches(stars, IN_FLIGHT)]
    if not parts:
        return
    client = _client()
    for paths in parts:
        _invalidate(client, settings.distribution, paths, outdated.run, limits)


def _client() -> Any:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError

    limits = Config(connect_timeout=5, read_timeout=20, retries={"mode": "standard", "max_attempts": 5})
    try:
        session = boto3.Session()
        # CloudFront has no regions, and yet boto3 wants one where the endpoint is not Amazon's.
        return session.client("cloudfront", config=limits, region_name=session.region_name or "us-east-1")
    except BotoCoreError as error:
        raise not_purged(NAME, _first_line(error), _CREDENTIALS) from None


def _invalidate(client: Any, distribution: str, paths: Sequence[str], run: str, limits: HttpLimits) -> None:
    """Ask for one invalidation; while too many are under way, ask again."""
    from botocore.exceptions import BotoCoreError, ClientError

    # CloudFront refuses a reference that it knows with other paths.
    reference = f"{run}-{hashlib.sha256(chr(10).join(paths).encode()).hexdigest()[:16]}"
    batch = {"Paths": {"Quantity": len(paths), "Items": list(paths)}, "CallerReference": reference}
    end = time.monotonic() + limits.total
    while True:
        try:
            client.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
            return
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            if code != "TooManyInvalidationsInProgress" or time.monotonic() + limits.pause > end:
                raise _refused(error) from None
        except BotoCoreError as error:
            raise not_purged(NAME, _first_line(error), "check the network") from None
        time.sleep(limits.pause)


def _refused(error: Any) -> PublishError:
    told = error.response.get("Error", {})
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", "")
    code, message = str(told.get("Code", "")), str(told.get("Message", ""))
    said = f"it answered {status} {code}{f' (“{_first_line(message)}”)' if message else ''}"
    return not_purged(NAME, said, _REMEDIES.get(code, f"see whether {NAME} is well"))


def _path(address: str) -> str:
    """Return the path as CloudFront takes it: characters that RFC 1738 calls unsafe are encoded, so `~` too."""
    return urlsplit(address).path.replace("~", "%7E")


def _first_line(said: object) -> str:
    return next(iter(str(said).splitlines()), "")[:SHOWN]
