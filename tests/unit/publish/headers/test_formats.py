import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from plugins.attachments.attachment_types import ATTACHMENT_TYPES
from plugins.newsroom.media_types import NAMED_TYPES
from plugins.publish.errors import PublishError
from plugins.publish.headers.csp import policy_of_frames
from plugins.publish.headers.formats import FORMATS, LONGEST_LINE, render
from plugins.publish.headers.per_file import FOREVER, LASTING_SUFFIXES, SAVED_SUFFIXES, passing
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
FEED = "text/xml; charset=utf-8"
FRAMED = KeptSite(
    {},
    lambda path, _: Path(path),
    replace(NOTES, frame_origins=("https://clips.example",)),
)
"""A build with frames on its articles."""
WITHOUT_SECURITY = {
    *("cloudfront", "cloudfront-files", "cloudfront-frames", "cloudfront-function", "json-paths"),
    *(f"{each}-redirects" for each in PLATFORMS),
}
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
        "/files/*",
        *(f"/files/*.{suffix}" for suffix in (*ATTACHMENT_TYPES, *SAVED_SUFFIXES)),
        *(f"/*{name}" for name in NAMED_TYPES),
    }


def test_netlify_gets_one_lifetime_for_pictures_that_hold_their_digest() -> None:
    rules = rules_of(render("netlify", SITE, SETTINGS))

    assert rules["/pictures/*.webp"] == {"Cache-Control": FOREVER}
    assert rules["/*feed.xml"] == {"Content-Type": FEED}


def test_cloudflare_takes_the_lifetime_of_pages_away_before_it_sets_another() -> None:
    rules = rules_of(render("cloudflare", SITE, SETTINGS))

    assert list(rules["/pictures/*.webp"].items()) == [("! Cache-Control", ""), ("Cache-Control", FOREVER)]
    assert rules["/*feed.xml"] == {"Content-Type": FEED}


@pytest.mark.parametrize("form", ["netlify", "cloudflare"])
def test_files_are_kept_for_good_and_saved_or_indexed_by_their_type(form: str) -> None:
    rules = rules_of(render(form, SITE, SETTINGS))
    found = {path: {**rules["/files/*"], **rules[path]} for path in ("/files/*.pdf", "/files/*.csv", "/files/*.mp3")}
    plain = {path: {name: headers[name] for name in headers if "!" not in name} for path, headers in found.items()}

    assert plain == {
        "/files/*.pdf": {"Cache-Control": FOREVER, "X-Robots-Tag": "all", "Content-Type": "application/pdf"},
        "/files/*.csv": {
            "Cache-Control": FOREVER,
            "X-Robots-Tag": "noindex",
            "Content-Disposition": "attachment",
            "Content-Type": "text/csv; charset=utf-8",
        },
        "/files/*.mp3": {"Cache-Control": FOREVER, "X-Robots-Tag": "noindex", "Content-Type": "audio/mpeg"},
    }


def test_cloudflare_takes_away_what_an_earlier_rule_has_given_to_the_same_files() -> None:
    rules = rules_of(render("cloudflare", FRAMED, SETTINGS))
    taken = {path: [name[2:] for name in headers if name[0] == "!"] for path, headers in rules.items()}

    assert taken["/files/*"] == ["Cache-Control"]
    assert taken["/files/*.pdf"] == ["X-Robots-Tag"]
    assert taken["/files/*.csv"] == []
    assert taken["/embeds/*"] == ["Content-Security-Policy", "X-Robots-Tag"]


def test_cloudflare_reads_a_hundred_rules() -> None:
    assert len(rules_of(render("cloudflare", FRAMED, SETTINGS))) <= 100


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - WITHOUT_SECURITY | {"cloudfront"}))
def test_pages_may_have_frames_of_their_own_site_where_a_build_has_some(form: str) -> None:
    assert ["frame-src 'self'" in render(form, site, SETTINGS) for site in (SITE, FRAMED)] == [False, True]


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - WITHOUT_SECURITY - {"json"} | {"cloudfront-frames"}))
def test_frames_alone_may_show_other_sites_and_that_only(form: str) -> None:
    text = render(form, FRAMED, SETTINGS)

    assert text.count("https://clips.example") == text.count(policy_of_frames(FRAMED.notes)) == 1


def test_cloudfront_has_a_policy_for_each_behaviour_that_differs() -> None:
    files, frames = (json.loads(render(f"cloudfront-{part}", FRAMED, SETTINGS)) for part in ("files", "frames"))

    assert (files["Name"], frames["Name"]) == ("small-example-files", "small-example-frames")
    robots = {"Header": "X-Robots-Tag", "Value": "noindex", "Override": True}
    assert [policy["CustomHeadersConfig"]["Items"][-1] for policy in (files, frames)] == [robots, robots]
    with pytest.raises(PublishError, match=r"this build has no frames"):
        render("cloudfront-frames", SITE, SETTINGS)


@pytest.mark.parametrize("form", ["nginx", "caddy"])
@pytest.mark.parametrize(
    ("siteurl", "start"), [("https://small.example", "^/"), ("https://small.example/my%20blog/", r"^(?:/my\ blog)?/")]
)
def test_a_folder_at_the_root_is_meant_and_none_of_its_name_elsewhere(form: str, siteurl: str, start: str) -> None:
    site = KeptSite({}, lambda path, _: Path(path), replace(FRAMED.notes, siteurl=siteurl))

    text = render(form, site, SETTINGS)

    assert f"{start}embeds/" in text
    assert f"{start}files/" in text


def test_programs_are_told_what_differs_by_path() -> None:
    rules = json.loads(render("json-paths", FRAMED, SETTINGS))
    path = "files/0123456789ab/Rates 2026.CSV"
    found = [rule["headers"] for rule in rules if re.match(rule["path"], path)]

    assert found == [{"Cache-Control": FOREVER, "X-Robots-Tag": "noindex"}, {"Content-Disposition": "attachment"}]


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
    everywhere, pictures, files, *types = json.loads(render("firebase", SITE, SETTINGS))["hosting"]["headers"]

    assert everywhere["source"] == "**"
    assert {item["key"]: item["value"] for item in everywhere["headers"]} == EVERYWHERE
    assert re.search(pictures["regex"], "/pictures/one-0123abcd.webp")
    assert not re.search(pictures["regex"], "/pictures/index.html")
    assert pictures["headers"] == [{"key": "Cache-Control", "value": FOREVER}]
    assert re.search(files["regex"], "/files/0123456789ab/Report.pdf")
    assert {"source": "**/feed.xml", "headers": [{"key": "Content-Type", "value": FEED}]} in types


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
