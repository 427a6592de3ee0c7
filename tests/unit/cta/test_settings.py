from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from plugins.cta.settings import CtaSettings
from plugins.newsroom.settings import settings_problems

DAILY = {"name": "The Daily", "promise": "News.", "sender": "Lowdown", "frequency": "daily"}
BUTTONDOWN = {**DAILY, "provider": "buttondown", "username": "lowdown"}
MAILCHIMP = {
    **DAILY,
    "provider": "mailchimp",
    "account": "lowdown",
    "dc": "us21",
    "u": "0123456789abcdef012345678",
    "id": "0a1b2c3d4e",
}
LISTMONK = {**DAILY, "provider": "listmonk", "host": "https://lists.example", "lists": [str(UUID(int=1))]}
LINK = {**DAILY, "provider": "link", "url": "https://letters.example/"}


@pytest.mark.parametrize("newsletter", [BUTTONDOWN, MAILCHIMP, LISTMONK, LINK])
def test_every_provider_can_be_set(newsletter: dict[str, Any]) -> None:
    assert settings_problems(CtaSettings, {"CTA": {"newsletter": newsletter}}, "CTA") == []


@pytest.mark.parametrize(
    ("newsletter", "what", "remedy"),
    [
        (
            {**BUTTONDOWN, "provider": "mailchmp"},
            "unknown CTA.newsletter.provider 'mailchmp'",
            "did you mean 'mailchimp'?",
        ),
        (DAILY, "CTA.newsletter.provider is missing", "set it"),
        ({**DAILY, "provider": "buttondown"}, "CTA.newsletter.username is missing", "set it"),
        (
            {**BUTTONDOWN, "freqency": "daily"},
            "unknown setting 'CTA.newsletter.freqency'",
            "did you mean 'frequency'?",
        ),
        (
            {**BUTTONDOWN, "u": "x"},
            "unknown setting 'CTA.newsletter.u'",
            "known are: also, frequency, name, privacy_page, promise, provider, sender, tags, username",
        ),
        (
            {**BUTTONDOWN, "username": "low down"},
            "CTA.newsletter.username: string should match pattern '^[A-Za-z0-9._-]+$'",
            "found 'low down'",
        ),
        (
            {**BUTTONDOWN, "sender": " "},
            "CTA.newsletter.sender: string should have at least 1 character",
            "found ' '",
        ),
        (
            {**MAILCHIMP, "dc": "eu1"},
            "CTA.newsletter.dc: string should match pattern '^us[0-9]{1,3}$'",
            "found 'eu1'",
        ),
        (
            {**MAILCHIMP, "account": "a.b/c"},
            "CTA.newsletter.account: string should match pattern '^[a-z0-9-]+$'",
            "found 'a.b/c'",
        ),
        (
            {**MAILCHIMP, "u": "123"},
            "CTA.newsletter.u: string should match pattern '^[0-9a-f]{25}$'",
            "found '123'",
        ),
        (
            {**MAILCHIMP, "id": "123"},
            "CTA.newsletter.id: string should match pattern '^[0-9a-f]{10}$'",
            "found '123'",
        ),
        (
            {**LISTMONK, "host": "http://lists.example"},
            "CTA.newsletter.host: 'http://lists.example' is no address",
            "write it in full, from https://",
        ),
        (
            {**LISTMONK, "lists": []},
            "CTA.newsletter.lists: tuple should have at least 1 item after validation, not 0",
            "found []",
        ),
        (
            {**LINK, "url": "letters.example"},
            "CTA.newsletter.url: 'letters.example' is no address",
            "write it in full, from https://",
        ),
        (
            {**LINK, "privacy_page": "/privacy/"},
            "CTA.newsletter.privacy_page: string should match pattern '^[a-z0-9-]+$'",
            "found '/privacy/'",
        ),
    ],
)
def test_a_mistake_is_a_problem(newsletter: dict[str, Any], what: str, remedy: str) -> None:
    (problem,) = settings_problems(CtaSettings, {"CTA": {"newsletter": newsletter}}, "CTA")

    assert (problem.what, problem.remedy) == (what, remedy)


def test_a_list_that_is_no_uuid_is_a_problem() -> None:
    newsletter = {**LISTMONK, "lists": [str(UUID(int=1)), "3"]}

    (problem,) = settings_problems(CtaSettings, {"CTA": {"newsletter": newsletter}}, "CTA")

    assert problem.what.startswith("CTA.newsletter.lists.1: input should be a valid UUID")


@pytest.mark.parametrize("channel", ["@lowdown", "low", "1lowdown", "low-down", "x" * 33])
def test_a_channel_that_telegram_would_not_know_is_a_problem(channel: str) -> None:
    settings = {"CTA": {"telegram": {"channel": channel, "text": "News."}}}

    (problem,) = settings_problems(CtaSettings, settings, "CTA")

    assert (problem.what, problem.remedy) == (
        "CTA.telegram.channel: string should match pattern '^[A-Za-z][A-Za-z0-9_]{4,31}$'",
        f"found {channel!r}",
    )


def test_a_mistake_inside_of_a_provider_is_placed_at_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {"CTA": {"newsletter": {**BUTTONDOWN, "username": "low down"}}}
    (tmp_path / "pelicanconf.py").write_text(
        'SITENAME = "x"\nCTA = {\n    "newsletter": {\n        "username": "low down",\n    },\n}\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)

    (problem,) = settings_problems(CtaSettings, settings, "CTA")

    assert (problem.line, problem.column) == (4, 21)
