import pytest

from plugins.publish.errors import PublishError
from plugins.publish.headers.cloudfront_function import LARGEST, cloudfront_function
from plugins.publish.site.address_rules import AddressRules

MANY = AddressRules(
    redirects={f"/2023/11/former-{number:04}/": f"/2023/11/later-{number:04}/" for number in range(1000)},
    gone=("/2023/11/withdrawn/",),
)


def test_more_redirects_than_have_room_are_left_to_their_pages_and_told() -> None:
    code = cloudfront_function(MANY, [], "", "max-age=60")
    kept = code.count("/former-")

    assert 100 < kept < 1000
    assert f"// {1000 - kept} rules have no room here: redirects have their pages" in code
    assert LARGEST - 100 < len(code.encode()) <= LARGEST
    assert '"/2023/11/withdrawn/"' in code


def test_gone_addresses_that_have_no_room_are_told() -> None:
    gone = AddressRules(gone=tuple(f"/2023/11/withdrawn-{number:04}/" for number in range(1000)))
    code = cloudfront_function(gone, [], "", "max-age=60")

    assert len(code.encode()) <= LARGEST
    assert "rules have no room here: redirects have their pages, and what is gone answers 404" in code


def test_files_without_a_suffix_that_leave_no_room_stop_the_run() -> None:
    with pytest.raises(PublishError, match=r"1,000 files without a suffix leave no room .*; give them suffixes"):
        cloudfront_function(AddressRules(), [f"assets/long-name-{number:04}" for number in range(1000)], "", "")


def test_the_same_rules_are_the_same_code() -> None:
    assert cloudfront_function(MANY, ["b", "a"], "", "x") == cloudfront_function(MANY, ["a", "b"], "", "x")
