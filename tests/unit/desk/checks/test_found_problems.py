from collections.abc import Callable

import pytest

from plugins.desk.checks.found_problems import check_again, check_folder, keep_problems, kept_problems
from plugins.stet.engine import Engine
from tests.unit.desk.conftest import Load, Loaded, article

FILES = {
    "articles/2023/11/one.md": article(body="[a](/none/) [b](none.md)\n\n# C"),
    "articles/2023/11/two.md": article(title="Two", keys="tags: [Café Nero]\n"),
    "articles/2023/11/three.md": article(title="Three", keys="tags: [Cafe Nero]\n"),
    "articles/2023/11/four.md": article(title="Four"),
}
EDITS = {
    "a mistake more": {"articles/2023/11/four.md": article(title="Four", body="[x](no.md)")},
    "a mistake less": {"articles/2023/11/one.md": article(body="[a](/none/)")},
    "all is right": {"articles/2023/11/one.md": article(body="Text.")},
    "two files": {
        "articles/2023/11/one.md": article(body="Text."),
        "articles/2023/11/four.md": article(title="Four", body="# A\n\n# B"),
    },
    "nothing": {},
    "one of two that share a mistake": {
        "articles/2023/11/two.md": article(title="Two", keys="\n\ntags: [Café Nero]\n")
    },
    "the other": {"articles/2023/11/three.md": article(title="Three", keys="\n\ntags: [Cafe Nero]\n")},
}


def told(loaded: Loaded) -> list[str]:
    return sorted(map(str, check_folder(loaded.index)))


@pytest.mark.parametrize("edit", EDITS)
def test_checking_what_was_edited_finds_what_checking_everything_finds(load_content: Load, edit: str) -> None:
    before = check_folder(load_content(FILES).index)
    edited = load_content(EDITS[edit])

    found = check_again(edited.index, EDITS[edit].keys(), before)

    assert sorted(map(str, found)) == told(edited)
    assert len(list(found)) == len(set(found))


def test_problems_are_kept_as_they_are(load_content: Load, open_engine: Callable[[], Engine]) -> None:
    found = check_folder(load_content(FILES).index)
    shelf = open_engine().shelf("desk")
    assert kept_problems(shelf) is None

    keep_problems(shelf, found)

    assert kept_problems(shelf) == found
    assert [type(problem.severity) for problem in kept_problems(shelf) or ()] == [
        type(problem.severity) for problem in found
    ]
