import pytest

from plugins.stet.step import Step, StepProgress


def count(tell: StepProgress) -> str:
    tell(1, 2)
    tell(2, 2)
    return "done"


def test_a_step_tells_under_its_name_how_far_it_is() -> None:
    heard: list[tuple[str, int, int]] = []

    result = Step("Counting", b"1", count).run(lambda *words: heard.append(words))

    assert result == "done"
    assert heard == [("Counting", 1, 2), ("Counting", 2, 2)]


def test_a_step_has_to_say_what_its_key_is() -> None:
    with pytest.raises(TypeError, match="key"):
        Step("Counting", work=count)  # type: ignore[call-arg]  # as it should be
