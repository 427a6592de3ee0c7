from plugins.desk.checks.reachability import remedy_for


def test_the_name_that_was_meant_is_told() -> None:
    assert remedy_for("socal", ["media", "social"], "content/categories") == "did you mean 'social'?"
    assert remedy_for("twoo.md", ["two.md"], "content", note=" (below content/)") == (
        "did you mean 'two.md' (below content/)?"
    )


def test_few_names_are_listed_and_many_looked_up() -> None:
    assert remedy_for("zzz", ["b", "a"], "content/tags") == "known are: a, b"
    assert remedy_for("zzz", [f"a{n}" for n in range(13)], "content/tags") == "known are: see content/tags"


def test_an_empty_folder_is_called_so() -> None:
    assert remedy_for("zzz", [], "content/sponsors") == "content/sponsors is empty"
