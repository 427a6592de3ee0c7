import pytest

from tests.unit.desk.conftest import TEXTS

QUOTATION = '<figure class="part quotation"><blockquote>'


def html(text: str) -> str:
    return "".join(str(block) for block in TEXTS.read(text).body.blocks).replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "> One.\n>\n> — Ana *Lim*",
        "> One.\n>\n> -- Ana *Lim*",
        "> One.\n> — Ana *Lim*",
        "> One.  \n> — Ana *Lim*",
        "> One.\n— Ana *Lim*",
    ],
)
def test_a_last_line_that_begins_with_a_dash_says_who_is_quoted(text: str) -> None:
    assert html(text) == (f"{QUOTATION}<p>One.</p></blockquote><figcaption>— Ana <em>Lim</em></figcaption></figure>")


def test_a_quotation_in_a_list_has_a_name_too() -> None:
    assert "<figcaption>— Ana</figcaption></figure></li>" in html("- One\n\n    > Two.\n    >\n    > — Ana")


@pytest.mark.parametrize(
    "text",
    [
        "> — One.",
        "> One.\n> –5 % or so.",
        "> One.\n>\n> — Ana\n> {: #a }",
        "> — One?\n> — Two.",
        "> — One?\n>\n> — Two.",
        "> One.\n>\n> Two.",
        "> One — two",
        "> One.\n>\n> — " + "Long words. " * 20,
        "> One.\n>\n> - Ana",
    ],
)
def test_other_quotations_stay_as_they_are(text: str) -> None:
    assert html(text).startswith("<blockquote>")
    assert "figcaption" not in html(text)
