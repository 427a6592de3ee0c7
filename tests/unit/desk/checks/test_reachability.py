from plugins.desk.checks.reachability import remedy_for
from plugins.newsroom.near_misses import KnownNames


def test_the_name_that_was_meant_is_told() -> None:
    assert remedy_for("socal", KnownNames(["media", "social"]), "content/categories") == "did you mean 'social'?"
    assert remedy_for("twoo.md", KnownNames(["two.md"]), "content", shown="../{}".format) == "did you mean '../two.md'?"


def test_few_names_are_listed_and_many_looked_up() -> None:
    assert remedy_for("zzz", KnownNames(["a", "b"]), "content/tags") == "known are: a, b"
    many = KnownNames(f"a{n}" for n in range(13))
    assert remedy_for("zzz", many, "content/tags") == "name one that is in content/tags"


def test_an_empty_folder_is_called_so() -> None:
    assert remedy_for("zzz", KnownNames([]), "content/sponsors") == "content/sponsors is empty"
