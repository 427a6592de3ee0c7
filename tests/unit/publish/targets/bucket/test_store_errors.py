import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from plugins.publish.targets.bucket.store_errors import store_error_in_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("<Code>NoSuchBucket</Code>", "there is no such bucket; make it, or mend its name"),
        ("ExpiredToken", "the credentials have expired; renew them, then run make publish again"),
        ("403 Forbidden SignatureDoesNotMatch", "the store does not accept the credentials; check those"),
        ("status 403 Forbidden AccessDenied", "the store refuses; give the credentials leave"),
        ("429 Too many", "the store asks to slow down; wait a minute"),
        ("HTTP error: error sending request, operation timed out", "the store did not answer in time"),
        ("error sending request", "the store cannot be reached; check the network"),
        (
            "GET http://127.0.0.1:9/one/x in 3 ms - error sending request",
            "the store cannot be reached at 127.0.0.1:9; check the network, and whether a store answers there, then",
        ),
        (
            "GET https://s3.us-esat-1.amazonaws.com/one/x - error sending request\n dns error",
            "the name s3.us-esat-1.amazonaws.com is not known (DNS); check the region, account or endpoint that it",
        ),
        ("503 Service Unavailable", "the store has failed; see whether it is well"),
        (
            "403 <Code>RequestTimeTooSkewed</Code>",
            "the clock of this machine and that of the store are too far apart; set",
        ),
        ("400 AuthorizationHeaderMalformed the region 'a' is wrong", "the bucket is in another region; set AWS_REGION"),
        (
            "400 PermanentRedirect <Region>eu-west-1</Region>",
            "the bucket is in the region eu-west-1; set AWS_REGION=eu-we",
        ),
        (
            "Connect InvalidMessage(InvalidContentType)",
            "the store speaks no TLS at that port; mend the port or write http",
        ),
        (
            "hyper::Error(Parse(\n    Version))",
            "the store speaks TLS at that port; write https:// in the address of the",
        ),
        ("Connect InvalidCertificate(UnknownIssuer)", "the certificate of the store is not accepted; see whether the"),
        ("odd", "the store gave an answer that is not understood; see its own log"),
    ],
)
def test_an_answer_of_a_store_is_told_with_its_remedy(said: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)
    told = store_error_in_words(OSError(said), "s3://bucket", "index.html")

    assert told.replace(" (index.html)", "").startswith(f"s3://bucket: {words}")


def test_a_signed_address_is_never_repeated() -> None:
    error = OSError("403 https://bucket.example/?X-Amz-Signature=hidden")

    assert "hidden" not in store_error_in_words(error, "s3://bucket", "")


class Elsewhere(BaseHTTPRequestHandler):
    """Answers as S3 does for a bucket in another region."""

    def do_HEAD(self) -> None:
        self.send_response(301)
        self.send_header("x-amz-bucket-region", "eu-west-1")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_redirect_without_a_text_is_asked_for_the_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        error = OSError(f"GET http://127.0.0.1:{server.server_port}/bucket/key in 7 ms - BareRedirect")
        told = store_error_in_words(error, "s3://bucket", "")
        server.shutdown()

    assert told.startswith("s3://bucket: the bucket is in the region eu-west-1; set AWS_REGION=eu-west-1, then run")


def test_a_redirect_from_where_nobody_answers_is_told_without_the_region() -> None:
    told = store_error_in_words(OSError("GET http://127.0.0.1:1/bucket BareRedirect"), "s3://bucket", "")

    assert told.startswith("s3://bucket: the bucket is in another region; set AWS_REGION to that, then run")


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_store_that_cannot_be_reached_by_a_proxy_is_told_with_the_proxy(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable, error = f"{scheme.upper()}_PROXY", OSError(f"GET {scheme}://store.example/x - error sending request")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv(variable, "http://ann:secret@127.0.0.1:1")
    told = store_error_in_words(error, "s3://bucket", "")
    monkeypatch.setenv("no_proxy", "store.example")
    direct = store_error_in_words(error, "s3://bucket", "")

    said = f"the store cannot be reached; see whether the proxy {variable}=http://…@127.0.0.1:1 runs, or unset that"
    assert told.startswith(f"s3://bucket: {said}")
    assert direct.startswith("s3://bucket: the store cannot be reached at store.example; check the network, and")
