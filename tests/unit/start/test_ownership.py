import pytest

from plugins.start.ownership import is_own


@pytest.mark.parametrize("path", ["content", "content/articles/a.md", "pelicanconf.py", "README.md", ".github/ci.yml"])
def test_what_publishers_write_is_theirs(path: str) -> None:
    assert is_own(path)


@pytest.mark.parametrize(
    "path", ["plugins/desk/new.py", "theme/content/a.css", "contents", "docs/README.md", "Makefile"]
)
def test_all_else_is_the_kits(path: str) -> None:
    assert not is_own(path)
