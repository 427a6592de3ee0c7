from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.settings import HeaderSettings, read_publish_settings


def told(folder: Path, sources: str) -> list[str]:
    """Return the problems of settings with these sources, without their places."""
    file = folder / "publishconf.py"
    file.write_text(f'PUBLISH = {{"headers": {{"sources": {sources}}}}}')
    with pytest.raises(PublishError) as caught:
        read_publish_settings(file, {})
    return [line.partition(": ")[2].removeprefix("PUBLISH.headers.sources") for line in str(caught.value).splitlines()]


@pytest.mark.parametrize(
    ("directive", "source"),
    [
        ("img-src", "https://pictures.example.com"),
        ("img-src", "data:"),
        ("frame-src", "https://*.example.com:8443/embed/"),
        ("connect-src", "'self'"),
        ("connect-src", "wss://live.example.com"),
        ("script-src", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
    ],
)
def test_origins_and_hashes_may_be_added(directive: str, source: str) -> None:
    assert HeaderSettings(sources={directive: [source]}).sources == {directive: [source]}


def test_an_unknown_directive_is_told_with_the_near_miss(tmp_path: Path) -> None:
    problems = told(tmp_path, '{"image-src": ["https://a.example"]}')

    assert problems == [".image-src: unknown directive 'image-src'; did you mean 'img-src'?"]


def test_a_directive_like_no_other_is_told_with_all_that_there_are(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, '{"x": []}')

    assert problem.startswith(".x: unknown directive 'x'; known are: connect-src, font-src, ")


def test_what_stands_in_for_all_directives_stays_closed(tmp_path: Path) -> None:
    problems = told(tmp_path, '{"default-src": ["https://a.example"]}')

    assert problems == [
        ".default-src: 'default-src' stays closed; add to the directive for what is loaded, such as img-src"
    ]


@pytest.mark.parametrize(
    "source", ["'unsafe-inline'", "'unsafe-eval'", "'UNSAFE-hashes'", "'nonce-abc'", "'strict-dynamic'", "*", "https:"]
)
def test_what_lets_anybody_in_is_refused(tmp_path: Path, source: str) -> None:
    problems = told(tmp_path, repr({"style-src": [source]}))

    assert problems == [
        f".style-src.0: {source!r} lets in what anybody puts into a page; "
        "name an origin, such as https://cdn.example.com"
    ]


def test_code_in_an_address_is_refused_where_it_would_run(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, '{"img-src": ["data:"], "script-src": ["data:"]}')

    assert problem.startswith(": 'data:' in script-src lets in what anybody puts into a page; name an origin")


@pytest.mark.parametrize(
    "source", ["http://a.example", "a.example", "https://a.example; script-src *", "https://", "$x"]
)
def test_what_is_no_source_is_refused(tmp_path: Path, source: str) -> None:
    (problem,) = told(tmp_path, repr({"img-src": [source]}))

    assert problem == f".img-src.0: {source!r} is no source; name an origin, such as https://cdn.example.com"


def test_self_without_its_quotes_is_told_how_to_be_written(tmp_path: Path) -> None:
    assert told(tmp_path, '{"img-src": ["self"]}') == [""".img-src.0: 'self' is no source; write "'self'\""""]


def test_every_mistake_is_told(tmp_path: Path) -> None:
    assert len(told(tmp_path, '{"img-scr": ["\'unsafe-inline\'"], "style-src": ["*", "x"]}')) == 4
