from plugins.publish.headers.csp import content_security_policy
from plugins.publish.headers.security import security_headers
from plugins.publish.settings import HeaderSettings
from plugins.publish.site.model import Notes

NOTES = Notes(styles=("YQ==",))


def test_every_answer_has_the_policy_and_the_headers_that_browsers_ask_of_a_careful_site() -> None:
    headers = security_headers(NOTES, HeaderSettings())

    assert headers["Content-Security-Policy"] == content_security_policy(NOTES, {})
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=(), " in headers["Permissions-Policy"]


def test_nothing_is_sent_that_lets_anything_in() -> None:
    assert "unsafe" not in " ".join(security_headers(NOTES, HeaderSettings()).values())


def test_zero_seconds_of_https_send_no_such_header() -> None:
    assert "Strict-Transport-Security" not in security_headers(NOTES, HeaderSettings(hsts=0))


def test_sources_of_the_settings_are_in_the_policy() -> None:
    settings = HeaderSettings(sources={"frame-src": ["https://video.example"]})

    assert "frame-src https://video.example" in security_headers(NOTES, settings)["Content-Security-Policy"]
