from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsroom.embeds.frame_page import FRAME_STYLE_HASH
from plugins.publish.headers.csp import content_security_policy, missing_sources, policy_of_frames, with_hashes_of
from plugins.publish.headers.formats import render
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.kept_release import KeptSite
from plugins.publish.site.model import Notes

NOTES = Notes(
    styles=("YQ==", "Yg=="),
    scripts=("Yw==",),
    form_origins=("https://lists.small.example",),
)
POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action https://lists.small.example; "
    "frame-ancestors 'none'; img-src 'self'; manifest-src 'self'; media-src 'self'; script-src 'sha256-Yw=='; "
    "style-src 'self' 'sha256-YQ==' 'sha256-Yg=='"
)


def test_pages_may_do_what_the_build_names_and_nothing_else() -> None:
    assert content_security_policy(NOTES, {}) == POLICY


def test_a_build_that_names_nothing_may_show_its_own_pictures_only() -> None:
    assert content_security_policy(Notes(), {}) == (
        "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; "
        "img-src 'self'; manifest-src 'self'; media-src 'self'; script-src 'none'; style-src 'self'"
    )


def test_a_face_of_the_publications_own_may_be_fetched_from_it() -> None:
    assert "; font-src 'self'; " in content_security_policy(Notes(has_face=True), {})


@pytest.mark.parametrize(
    ("notes", "directive"),
    [
        (Notes(data_sources=("img-src",)), "img-src 'self' data:"),
        (Notes(data_sources=("font-src",)), "font-src data:"),
        (Notes(data_sources=("font-src",), has_face=True), "font-src 'self' data:"),
    ],
)
def test_pictures_and_fonts_that_styles_hold_are_shown(notes: Notes, directive: str) -> None:
    assert directive in content_security_policy(notes, {}).split("; ")


def test_more_sources_join_those_that_are_there_each_once_and_take_the_place_of_none() -> None:
    more = {"img-src": ["'self'", "https://cdn.example"], "frame-ancestors": ["'self'"], "worker-src": ["'self'"]}
    directives = content_security_policy(Notes(), more).split("; ")

    assert "img-src 'self' https://cdn.example" in directives
    assert "frame-ancestors 'self'" in directives
    assert "worker-src 'self'" in directives
    assert len(directives) == 11


def test_a_policy_that_a_server_has_kept_lacks_what_has_changed_since() -> None:
    newer = Notes(styles=("YQ==", "bmV3"), scripts=("Yw==",), form_origins=("https://other.example",))

    assert missing_sources(POLICY, "index.html", NOTES) == []
    assert missing_sources(POLICY, "index.html", newer) == [
        "form-action https://other.example",
        "style-src 'sha256-bmV3'",
    ]
    assert missing_sources("", "index.html", Notes()) == [
        "connect-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "media-src 'self'",
        "style-src 'self'",
    ]


def test_frames_may_hold_the_sites_that_the_build_names_and_nothing_else() -> None:
    notes = replace(NOTES, frame_origins=("https://a.example", "https://b.example"))

    assert policy_of_frames(notes) == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        f"frame-src https://a.example https://b.example; style-src 'sha256-{FRAME_STYLE_HASH}'"
    )


def test_a_frame_lacks_what_frames_need_and_a_page_what_pages_need() -> None:
    framed = replace(NOTES, frame_origins=("https://a.example",))

    assert missing_sources(policy_of_frames(framed), "embeds/clips/1/index.html", framed) == []
    assert missing_sources(POLICY, "embeds/clips/1/index.html", framed) == [
        "frame-ancestors 'self'",
        "frame-src https://a.example",
        f"style-src 'sha256-{FRAME_STYLE_HASH}'",
    ]
    assert missing_sources(POLICY, "index.html", framed) == ["frame-src 'self'"]


@pytest.mark.parametrize("form", ["caddy", "cloudflare", "cloudfront", "firebase", "json", "netlify", "nginx"])
def test_headers_of_every_format_say_which_hashes_they_had(form: str) -> None:
    framed = replace(NOTES, frame_origins=("https://clips.example",))
    former = render(form, KeptSite({}, lambda path, _: Path(path), framed), HeaderSettings())
    newer = Notes(siteurl="https://small.example", styles=("YQ==", "bmV3"), scripts=())

    assert with_hashes_of(newer, former) == Notes(
        siteurl="https://small.example", styles=("YQ==", "Yg==", "bmV3"), scripts=("Yw==",)
    )


def test_a_text_without_headers_adds_nothing() -> None:
    assert with_hashes_of(NOTES, "server { }") == NOTES
