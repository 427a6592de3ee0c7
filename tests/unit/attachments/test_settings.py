import pytest

from plugins.attachments.settings import AttachmentsSettings, attachments_settings
from plugins.newsroom.settings import settings_problems


def test_a_publication_may_add_types_and_name_known_ones_otherwise() -> None:
    types = AttachmentsSettings(types={".DWG": "AutoCAD", "xlsx": "Spreadsheet"}).all_types

    assert (types["dwg"].label, types["dwg"].media_type) == ("AutoCAD", "application/octet-stream")
    assert (types["xlsx"].label, types["xlsx"].media_type[:15]) == ("Spreadsheet", "application/vnd")
    assert types["pdf"].label == "PDF"


@pytest.mark.parametrize(
    ("types", "said"),
    [
        ({"tar.gz": "Archive"}, "'tar.gz' is no ending of files; write it as in 'dwg'"),
        ({"exe": "Program"}, "'exe' is never published"),
        ({"shtml": "Page"}, "'shtml' is never published"),
        ({"LNK": "Link"}, "'LNK' is never published"),
        ({"svg": "Drawing"}, "'svg' is the ending of texts or pictures"),
        ({"dwg": " "}, "'dwg' needs a short name for links"),
        ({"dwg": "a\nb"}, "'dwg' needs a short name for links"),
    ],
)
def test_mistakes_are_told(types: dict[str, str], said: str) -> None:
    (problem,) = settings_problems(AttachmentsSettings, {"ATTACHMENTS": {"types": types}}, "ATTACHMENTS")

    assert said in f"{problem.what}; {problem.remedy}"


def test_mistakes_leave_the_defaults() -> None:
    assert attachments_settings({"ATTACHMENTS": {"largest_mb": "many"}}) == AttachmentsSettings()
