import pytest

from plugins.publish.errors import PublishError
from plugins.publish.targets.bucket.store_variables import check_environment, is_local


@pytest.mark.parametrize(
    ("scheme", "environment"),
    [
        ("s3", {}),
        ("s3", {"AWS_ENDPOINT_URL": "http://127.0.0.1:9000", "AWS_REGION": "auto", "AWS_SESSION_TOKEN": ""}),
        ("s3", {"AWS_ENDPOINT_URL": "https://id.r2.cloudflarestorage.com", "AZURE_STORAGE_ENDPOINT": ""}),
        (
            "az",
            {
                "AZURE_STORAGE_ACCOUNT_NAME": "small",
                "AZURE_STORAGE_ENDPOINT": "http://localhost:10000/small",
                "AWS_REGION": "",
            },
        ),
        ("gs", {"AWS_ENDPOINT_URL": "localhost"}),
    ],
)
def test_what_a_store_can_be_reached_by_is_taken(scheme: str, environment: dict[str, str]) -> None:
    check_environment(scheme, environment)


@pytest.mark.parametrize(
    ("scheme", "key", "value", "words"),
    [
        (
            "s3",
            "AWS_ENDPOINT_URL",
            "localhost:9000",
            "'localhost:9000' is no address of a web server; write 'http://loc",
        ),
        (
            "s3",
            "AWS_ENDPOINT_URL_S3",
            "store.example",
            "'store.example' is no address of a web server; write 'https://s",
        ),
        ("s3", "AWS_ENDPOINT", "http://", "'http://' is no address of a web server; write https://example.com"),
        ("s3", "AWS_ENDPOINT_URL", "", "is set and empty; give it a value, or unset it"),
        ("s3", "AWS_ENDPOINT_URL", "http://store.example", "has http://, by which only a server on this machine is"),
        ("s3", "AWS_REGION", "", "is set and empty; give it a value, or unset it"),
        ("s3", "AWS_DEFAULT_REGION", "us east", "has a space or a line's end in it; write it without"),
        ("s3", "AWS_ACCESS_KEY_ID", "", "is set and empty; give it a value, or unset it"),
        ("s3", "AWS_SECRET_ACCESS_KEY", "", "is set and empty; give it a value, or unset it"),
        ("az", "AZURE_STORAGE_ACCOUNT_NAME", "", "is set and empty; give it a value, or unset it"),
        ("gs", "GOOGLE_APPLICATION_CREDENTIALS", "", "is set and empty; give it a value, or unset it"),
        ("gs", "GOOGLE_APPLICATION_CREDENTIALS", "/none.json", "names '/none.json', and there is no such file; write"),
        ("s3", "AWS_SECRET_ACCESS_KEY", "secret\n", "has a space or a line's end in it; write it without"),
        ("az", "AZURE_STORAGE_ACCOUNT_KEY", " secret", "has a space or a line's end in it; write it without"),
        (
            "az",
            "AZURE_STORAGE_ENDPOINT",
            "ftp://x",
            "'ftp://x' is no address of a web server; write https://example.com",
        ),
    ],
)
def test_what_no_store_can_be_reached_by_is_told_with_the_variable(
    scheme: str, key: str, value: str, words: str
) -> None:
    with pytest.raises(PublishError) as caught:
        check_environment(scheme, {key: value})

    assert str(caught.value).startswith(f"{key} {words}")
    assert "secret" not in str(caught.value)


def test_this_machine_has_three_names() -> None:
    assert is_local("http://localhost:1/x")
    assert is_local("http://[::1]/")
    assert not is_local("https://store.example")


def test_an_account_of_azure_has_to_be_named() -> None:
    with pytest.raises(PublishError, match=r"^az:// needs the name of the account; set AZURE_STORAGE_ACCOUNT_NAME$"):
        check_environment("az", {"AZURE_STORAGE_ACCOUNT_KEY": "a2V5"})
