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
        ("503 Service Unavailable", "the store has failed; see whether it is well"),
        ("odd", "the store gave an answer that is not understood; see its own log"),
    ],
)
def test_an_answer_of_a_store_is_told_with_its_remedy(said: str, words: str) -> None:
    told = store_error_in_words(OSError(said), "s3://bucket", "index.html")

    assert told.replace(" (index.html)", "").startswith(f"s3://bucket: {words}")


def test_a_signed_address_is_never_repeated() -> None:
    error = OSError("403 https://bucket.example/?X-Amz-Signature=hidden")

    assert "hidden" not in store_error_in_words(error, "s3://bucket", "")
