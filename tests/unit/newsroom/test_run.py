import pytest

from plugins.newsroom.run import Run, UnsetError
from tests.values import publication


def test_a_field_that_nobody_has_set_says_who_sets_it_and_when() -> None:
    with pytest.raises(UnsetError, match=r"^the run has no publication yet: plugins\.desk sets it on get_generators$"):
        Run().publication  # noqa: B018  # reading it is the test


def test_a_field_holds_what_its_plugin_has_set() -> None:
    run, other, shown = Run(), Run(), publication()
    run.publication, other.token = shown, b"token"

    assert run.publication is shown
    assert "publication" not in vars(other)


def test_the_next_run_with_the_same_settings_knows_nothing_of_the_last_but_its_checks() -> None:
    run = Run()
    run.token, run.name_checks = b"token", [lambda slugs: ()]

    run.forget()

    assert len(run.name_checks) == 1
    with pytest.raises(UnsetError):
        run.token  # noqa: B018  # reading it is the test
