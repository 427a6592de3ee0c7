"""Objects of S3 that redirect by themselves where the bucket is served as a website, written through boto3.

obstore cannot set the header; boto3 takes long to load, so it is loaded when a redirect is written. A store that does
not know the header gets the page alone, which leads on as well.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from plugins.publish.errors import PublishError
from plugins.publish.site.address_rules import redirect_location
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import PublishedSite
from plugins.publish.targets.bucket.store_errors import store_error_in_words
from plugins.publish.targets.bucket.store_variables import ENDPOINTS

LOCATION = "x-amz-website-redirect-location"
RETRIES = 6

ObjectHeaders = Callable[[str, PublishedFile], Mapping[str, str]]
"""Returns the headers that a file is stored with, by path and file; LOCATION is one where the store redirects."""


class UnknownHeaderError(Exception):
    """The store does not know redirects."""


class ChangedObjectError(Exception):
    """The object is not the one that the condition of a write names."""


def with_locations(headers: Callable[[str], Mapping[str, str]], site: PublishedSite, url: str) -> ObjectHeaders:
    """Return the headers of the objects of a site, with the location of each redirect page as one below `url`."""
    parts = urlsplit(url)
    # A path alone would lead readers of a network in front of the bucket to the address of the bucket.
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    def found(path: str, file: PublishedFile) -> Mapping[str, str]:
        location = redirect_location(site, path, file)
        if location is None:
            return headers(path)
        return {**headers(path), LOCATION: f"{origin}{location}" if location.startswith("/") else location}

    return found


class RedirectWriter:
    """Writes objects with a location into the bucket at `place`, with the credentials that obstore finds too."""

    def __init__(self, place: str, environment: Mapping[str, str], timeout: int) -> None:
        self._place, self._environment, self._timeout = place, environment, timeout
        self._lock = Lock()
        self._made: Any = None

    def write(self, key: str, body: bytes, headers: Mapping[str, str], conditions: Mapping[str, str] | None) -> str:
        """Store an object under conditions, `IfMatch` or `IfNoneMatch`, and return its tag.

        Without (None) it is an upload of one part, whose tag is of another form. Raises PublishError,
        ChangedObjectError, UnknownHeaderError.
        """
        parts = urlsplit(self._place)
        place = {"Bucket": parts.netloc, "Key": f"{parts.path}/{key}".lstrip("/")}
        with self._in_words(key):
            client, attributes = self._client(), _arguments(headers)
            if conditions is not None:
                return str(client.put_object(**place, Body=body, **attributes, **conditions)["ETag"])
            upload = {**place, "UploadId": client.create_multipart_upload(**place, **attributes)["UploadId"]}
            tag = client.upload_part(**upload, PartNumber=1, Body=body)["ETag"]
            whole = {"Parts": [{"ETag": tag, "PartNumber": 1}]}
            return str(client.complete_multipart_upload(**upload, MultipartUpload=whole)["ETag"])

    @contextmanager
    def _in_words(self, key: str) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
            if status in (409, 412) or code == "NoSuchKey":
                raise ChangedObjectError(code) from error
            if code == "NotImplemented" or status == 501:
                raise UnknownHeaderError(code) from error
            raise PublishError(store_error_in_words(error, self._place, key)) from error
        except BotoCoreError as error:
            raise PublishError(store_error_in_words(error, self._place, key)) from error

    def _client(self) -> Any:
        """Return the client, which threads may share, and may not make at once."""
        with self._lock:
            if self._made is None:
                self._made = self._make_client()
        return self._made

    def _make_client(self) -> Any:
        import boto3
        from botocore.config import Config

        endpoint = next((self._environment[key] for key in ENDPOINTS["s3"] if key in self._environment), None)
        config = Config(
            connect_timeout=min(10, self._timeout),
            read_timeout=self._timeout,
            retries={"mode": "standard", "total_max_attempts": RETRIES + 1},
            max_pool_connections=32,
            request_checksum_calculation="when_required",  # other stores than Amazon's may not know the newer sums
            response_checksum_validation="when_required",
            s3={"addressing_style": "path" if endpoint else "auto"},
        )
        named = self._environment.get("AWS_REGION") or self._environment.get("AWS_DEFAULT_REGION")
        session = boto3.Session()
        region = named or session.region_name or "us-east-1"
        client = session.client("s3", region_name=region, endpoint_url=endpoint, config=config)
        client.meta.events.register("before-send.s3", _send_at_once)
        return client


def _send_at_once(request: Any, **_: Any) -> None:
    """Have a request sent without a question before: such small ones are not worth the second that some stores take."""
    request.headers.pop("Expect", None)


def _arguments(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers as boto3's arguments."""
    names = {"Content-Type": "ContentType", "Cache-Control": "CacheControl", LOCATION: "WebsiteRedirectLocation"}
    return {names[name]: value for name, value in headers.items()}
