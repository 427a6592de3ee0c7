import pytest

from plugins.newsroom.embeds.embed import is_safe_id


@pytest.mark.parametrize("id_", ["abc", "-_A9", "mastodon.social-1", "@ann", "a" * 200])
def test_an_id_can_be_a_folder(id_: str) -> None:
    assert is_safe_id(id_)


@pytest.mark.parametrize("id_", ["", ".", "..", ".a", "a/b", "a b", 'a"b', "a<b", "a:b", "ä", "a\n", "a" * 201])
def test_other_ids_are_refused(id_: str) -> None:
    assert not is_safe_id(id_)
