import pytest

from plugins.newsroom.front_matter.slugs import is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Indonesia's shop: closed", "indonesias-shop-closed"),
        ("  E-commerce & PR ", "e-commerce-pr"),
        ("台湾 超商", "tai-wan-chao-shang"),
        ("Café naïve", "cafe-naive"),
        ("…", ""),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Disney+ hits", "disney-plus-hits"),
        ("a + b, issue #5 and #tag", "a-b-issue-5-and-tag"),
    ],
)
def test_a_slug_has_only_letters_digits_and_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["", "Upper", "a--b", "-a", "a_b", "é", "a b"])
def test_what_cannot_stand_in_an_address_is_no_slug(text: str) -> None:
    assert not is_slug(text)
