import json
import re
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from plugins.publish.errors import PublishError
from plugins.publish.headers.formats import FORMATS, LONGEST_LINE, render
from plugins.publish.headers.per_file import FOREVER, LASTING_SUFFIXES, passing
from plugins.publish.headers.platform_rules import PLATFORMS_WITH_RULES
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.model import Notes
from plugins.publish.targets.platform.tools import PLATFORMS

NOTES = Notes(
    siteurl="https://small.example",
    styles=("YQ==", "Yg=="),
    scripts=("Yw==",),
    form_origins=("https://lists.small.example",),
)
SITE = KeptSite({}, lambda path, _: Path(path), NOTES)
WITHOUT_RECORD = KeptSite({}, lambda path, _: Path(path))
SETTINGS = HeaderSettings(page_seconds=90, sources={"connect-src": ["https://count.example"]})
EVERYWHERE = {**security_headers(NOTES, SETTINGS), "Cache-Control": passing(SETTINGS.page_seconds)}
ATOM = "application/atom+xml; charset=utf-8"
WITHOUT_SECURITY = {"cloudfront", "cloudfront-function", *(f"{each}-redirects" for each in PLATFORMS)}
Rules = dict[str, dict[str, str]]


def rules_of(text: str) -> Rules:
    """Return the rules of a `_headers` file, each with its headers; a header that is taken away first has a '!'."""
    rules: Rules = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = {}
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            list(rules.values())[-1][name] = value
    return rules


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - WITHOUT_SECURITY))
def test_every_format_holds_every_security_header(form: str) -> None:
    text = render(form, SITE, SETTINGS)

    assert [
        name for name, value in security_headers(NOTES, SETTINGS).items() if name not in text or value not in text
    ] == []


def test_every_platform_is_told_its_headers_and_its_redirects() -> None:
    assert {form for scheme in PLATFORMS for form in (scheme, f"{scheme}-redirects")} <= FORMATS.keys()
    assert PLATFORMS.keys() == PLATFORMS_WITH_RULES


@pytest.mark.parametrize("form", ["netlify", "cloudflare"])
def test_a_headers_file_begins_with_what_holds_everywhere(form: str) -> None:
    first, *others = rules_of(render(form, SITE, SETTINGS)).items()

    assert first == ("/*", EVERYWHERE)
    assert {path for path, _ in others} == {
        *(f"/pictures/*.{suffix}" for suffix in LASTING_SUFFIXES),
        *("/*feed.xml", "/*atom.xml", "/*rss.xml", "/*feed.json"),
    }


def test_netlify_gets_one_lifetime_for_pictures_that_hold_their_digest() -> None:
    rules = rules_of(render("netlify", SITE, SETTINGS))

    assert rules["/pictures/*.webp"] == {"Cache-Control": FOREVER}
    assert rules["/*feed.xml"] == {"Content-Type": ATOM}


def test_cloudflare_takes_the_lifetime_of_pages_away_before_it_sets_another() -> None:
    rules = rules_of(render("cloudflare", SITE, SETTINGS))

    assert list(rules["/pictures/*.webp"].items()) == [("! Cache-Control", ""), ("Cache-Control", FOREVER)]
    assert rules["/*feed.xml"] == {"Content-Type": ATOM}


def test_no_pattern_has_two_asterisks_of_which_cloudflare_takes_one() -> None:
    assert [path for path in rules_of(render("cloudflare", SITE, SETTINGS)) if path.count("*") != 1] == []


def test_a_line_that_cloudflare_would_not_read_to_its_end_is_told() -> None:
    settings = HeaderSettings(sources={"img-src": [f"https://{number}.pictures.example" for number in range(80)]})

    with pytest.raises(
        PublishError, match=rf"Content-Security-Policy has \d+ characters, .* {LONGEST_LINE} of a line;"
    ):
        render("cloudflare", SITE, settings)


def test_cloudfront_takes_its_policy() -> None:
    service = botocore.session.get_session().get_service_model("cloudfront")
    shape = service.operation_model("CreateResponseHeadersPolicy").input_shape
    policy: dict[str, Any] = json.loads(render("cloudfront", SITE, SETTINGS))
    fields = policy["SecurityHeadersConfig"]

    assert ParamValidator().validate({"ResponseHeadersPolicyConfig": policy}, shape).generate_report() == ""
    assert policy["Name"] == "small-example-headers"
    assert fields["ContentSecurityPolicy"]["ContentSecurityPolicy"] == EVERYWHERE["Content-Security-Policy"]
    assert fields["StrictTransportSecurity"]["AccessControlMaxAgeSec"] == SETTINGS.hsts
    assert [item["Header"] for item in policy["CustomHeadersConfig"]["Items"]] == [
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
    ]


def test_cloudfront_is_not_told_of_https_where_that_is_left_out() -> None:
    policy = json.loads(render("cloudfront", SITE, HeaderSettings(hsts=0)))

    assert "StrictTransportSecurity" not in policy["SecurityHeadersConfig"]


def test_firebase_gets_the_rule_for_pictures_after_that_for_all() -> None:
    everywhere, pictures, *types = json.loads(render("firebase", SITE, SETTINGS))["hosting"]["headers"]

    assert everywhere["source"] == "**"
    assert {item["key"]: item["value"] for item in everywhere["headers"]} == EVERYWHERE
    assert re.search(pictures["regex"], "/pictures/one-0123abcd.webp")
    assert not re.search(pictures["regex"], "/pictures/index.html")
    assert pictures["headers"] == [{"key": "Cache-Control", "value": FOREVER}]
    assert {"source": "**/feed.xml", "headers": [{"key": "Content-Type", "value": ATOM}]} in types


def test_json_holds_the_security_headers() -> None:
    assert json.loads(render("json", SITE, SETTINGS)) == security_headers(NOTES, SETTINGS)


def test_nothing_is_rendered_for_a_build_that_left_no_record() -> None:
    with pytest.raises(PublishError, match=r"no build says what its pages have in them, .*; run make publish"):
        render("nginx", WITHOUT_RECORD, SETTINGS)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("ngnix", "headers for 'ngnix': unknown; did you mean 'nginx'?"),
        ("apache", "headers for 'apache': unknown; known are: caddy, cloudflare, "),
        ("", "headers for what? known are: caddy, "),
    ],
)
def test_an_unknown_format_is_told_with_the_near_miss(form: str, words: str) -> None:
    with pytest.raises(PublishError, match=re.escape(words)):
        render(form, SITE, SETTINGS)
