"""The function for CloudFront, run by Node over events as CloudFront gives them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from plugins.publish.headers.cloudfront_function import cloudfront_function
from plugins.publish.site.address_rules import AddressRules

RULES = AddressRules(
    redirects={
        "/blog/old/": "/blog/new/",
        "/blog/old.html": "https://other.example/?a=b#c",
        "/blog/خبر قديم/": "/blog/new/",
        "/blog/2012/x.php/": "/blog/new/",
    },
    gone=("/blog/gone/", "/blog/größe/"),
)
FILES = ("assets/LICENSE", ".well-known/app-site-association", "index.html")
CALL = "\nprocess.stdout.write(JSON.stringify(JSON.parse(process.argv[2]).map(function (uri) {\n"
CALL += (
    '  return handler({ version: "1.0", request: { method: "GET", uri: uri, querystring: {}, headers: {} } });\n})));\n'
)

MOVED = {
    "/blog/old/": "/blog/new/",
    "/blog/old": "/blog/new/",
    "/blog/old.html": "https://other.example/?a=b#c",
    "/blog/خبر قديم/": "/blog/new/",
    quote("/blog/خبر قديم/"): "/blog/new/",
    "/blog/2012/x.php": "/blog/new/",
    "/blog/2023/11": "/blog/2023/11/",
    "/blog/gr%C3%B6%C3%9Fer": "/blog/gr%C3%B6%C3%9Fer/",
    "//evil.example/x": "/evil.example/x/",
    "/\\evil": "/evil/",
}
FOUND = {
    "/blog/": "/blog/index.html",
    "/blog/2023/11/": "/blog/2023/11/index.html",
    "/blog/feed.xml": "/blog/feed.xml",
    "/blog/assets/LICENSE": "/blog/assets/LICENSE",
    "/blog/.well-known/app-site-association": "/blog/.well-known/app-site-association",
    "/blog/100%/": "/blog/100%/index.html",
    "/blog/constructor/": "/blog/constructor/index.html",
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Results of the function by address."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: what CloudFront would run is not tried")
    file: Path = tmp_path_factory.mktemp("function") / "function.js"
    file.write_text(cloudfront_function(RULES, FILES, "/blog", "max-age=60") + CALL, encoding="utf-8")
    asked = [*MOVED, *FOUND, *RULES.gone, "/blog/gone"]
    done = subprocess.run([node, file, json.dumps(asked)], check=True, capture_output=True, text=True, timeout=60)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


def test_what_has_moved_is_redirected_for_good(answers: dict[str, Any]) -> None:
    found = {address: (answers[address]["statusCode"], answers[address]["headers"]) for address in MOVED}

    assert found == {
        address: (301, {"location": {"value": to}, "cache-control": {"value": "max-age=60"}})
        for address, to in MOVED.items()
    }


def test_a_folder_is_its_index_document_and_a_file_is_itself(answers: dict[str, Any]) -> None:
    assert {address: answers[address]["uri"] for address in FOUND} == FOUND


def test_what_is_gone_says_so(answers: dict[str, Any]) -> None:
    found = [answers[address] for address in (*RULES.gone, "/blog/gone")]

    assert [answer["statusCode"] for answer in found] == [410, 410, 410]
    assert '<a href="/blog/">' in found[0]["body"]["data"]
