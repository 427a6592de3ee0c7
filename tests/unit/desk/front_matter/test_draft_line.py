import pytest

from plugins.desk.front_matter.draft_line import says_draft


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A: b: c\nstatus: draft\n---\nText.",
        "---\nstatus: draft\ntitle: [",
        "\ufeff\n---\n\tStatus :  'Draft'  # until Monday\n---\n",
        "---\n\u00a0\u00a0“status”: draft\n---\n",
        "Title: A\n???\nStatus: draft\n\nText.",
        '+++\nstatus = "draft"\n+++\n',
        "+++\ntitle = A\ndraft = true\n+++\n",
        "---\ntitle: A: b: c\ndraft: Yes # until Monday\n---\n",
        "---\ntitle: A: b: c\npublished: false\n---\n",
        "---\ntitle: \xff\xfe\x00\nstatus: draft\n---\n",
    ],
)
def test_a_draft_is_known_whatever_else_is_wrong(text: str) -> None:
    assert says_draft(text.encode())
    assert says_draft(text.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text.",
        "---\ntitle: A: b: c\n---\nstatus: draft\n",
        "Title: A\n???\n\nstatus: draft\n",
        "---\n# status: draft\n---\n",
        "---\nstatus: published\n---\n",
        "---\nstatus: drafty\n---\n",
        "---\ndraft: false\n---\n",
        "---\npublished: true\n---\n",
        "---\ntitle: status: draft\n---\n",
        "---\n" + "key: value\n" * 100 + "status: draft\n",
    ],
)
def test_nothing_else_is_a_draft(text: str) -> None:
    assert not says_draft(text.encode())
