import pytest

from plugins.publish.cdn.purge import check_purge, make_purge, purge_urls, settling
from plugins.publish.errors import PublishError
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.settings import BunnyPurge, CloudflarePurge, CloudFrontPurge, FastlyPurge

CLOUDFLARE = CloudflarePurge(provider="cloudflare", zone="0123")
FASTLY = FastlyPurge(provider="fastly")
BUNNY = BunnyPurge(provider="bunny")
CLOUDFRONT = CloudFrontPurge(provider="cloudfront", distribution="E1")
URL = "https://a.example/blog"


def test_whatever_a_release_touches_is_purged_new_addresses_too() -> None:
    plan = PublishPlan(
        new=["n/index.html"],
        changed=["c.xml"],
        headers=["h.css"],
        again=["a.png"],
        removed=["r/index.html"],
        unpurged=["u.txt"],
    )

    assert purge_urls(plan, URL) == [
        f"{URL}/{path}" for path in ("a.png", "c.xml", "h.css", "n/", "n/index.html", "r/", "r/index.html", "u.txt")
    ]


@pytest.mark.parametrize(
    ("settings", "variable"),
    [(CLOUDFLARE, "CLOUDFLARE_API_TOKEN"), (FASTLY, "FASTLY_API_TOKEN"), (BUNNY, "BUNNY_API_KEY")],
)
def test_a_missing_token_is_told_by_the_name_of_its_variable(
    settings: CloudflarePurge | FastlyPurge | BunnyPurge, variable: str
) -> None:
    with pytest.raises(PublishError) as error:
        check_purge(settings, {})

    assert str(error.value) == (
        f"{variable} is not set, and the `purge` of PUBLISH needs it ({settings.provider}); "
        "set it in the environment, not in a file of the repository"
    )


@pytest.mark.parametrize("token", ["tok\nen", "to ken", "tok\u00e9n", "tok\x00en"])
def test_a_token_that_no_header_can_hold_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(PublishError) as error:
        check_purge(BUNNY, {"BUNNY_API_KEY": token})

    assert str(error.value) == (
        "BUNNY_API_KEY holds a space, a line break or another character that no token has; set it anew"
    )


def test_the_line_break_at_the_end_of_a_token_that_came_from_a_file_does_no_harm() -> None:
    check_purge(BUNNY, {"BUNNY_API_KEY": "token\n"})


def test_cloudfront_without_credentials_is_told_which_variables_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")

    with pytest.raises(PublishError, match=r"no credentials; set AWS_ACCESS_KEY_ID and .*, or AWS_PROFILE$"):
        check_purge(CLOUDFRONT, {})


def test_an_unknown_profile_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    monkeypatch.setenv("AWS_PROFILE", "nobody")

    with pytest.raises(PublishError, match=r"The config profile \(nobody\) could not be found; set AWS_"):
        check_purge(CLOUDFRONT, {})


@pytest.mark.parametrize("url", ["", "a.example", "/blog", "ftp://a.example"])
def test_without_a_whole_address_nothing_can_be_purged(url: str) -> None:
    with pytest.raises(PublishError, match=r"set `url` there to a whole one, https://example\.com"):
        make_purge(BUNNY, {"BUNNY_API_KEY": "token"}, PublishPlan(new=["x"]), url)


def test_without_a_network_and_without_a_change_there_is_nothing_to_do() -> None:
    nowhere = {"BUNNY_API_KEY": "token", "BUNNY_API_BASE_URL": "http://127.0.0.1:1"}

    make_purge(None, {}, PublishPlan(new=["x"]), "")()
    make_purge(BUNNY, nowhere, PublishPlan(), URL)()


def test_cloudfront_is_given_longer_to_forget_than_the_others() -> None:
    assert [settling(each).total for each in (None, BUNNY, CLOUDFRONT)] == [10.0, 10.0, 120.0]
