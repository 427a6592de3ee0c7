import pytest

from plugins.preview.messages import Message, OutputChanged, Progress, Result, line_of, message_of


@pytest.mark.parametrize(
    "message",
    [
        Progress(what="Making pages", done=1, total=2),
        Result(status=1, said="a\nb", is_crashed=True, imported=("a.py", "b.py")),
        OutputChanged(),
    ],
)
def test_a_message_is_one_line_and_comes_out_as_it_went_in(message: Message) -> None:
    line = line_of(message)

    assert line.index("\n") == len(line) - 1
    assert message_of(line) == message
