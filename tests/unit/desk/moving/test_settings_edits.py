from pathlib import Path

from plugins.desk.moving.settings_edits import edited_settings

SETTINGS = """# about
SITENAME = "about"
PAGES = {
    "footer": ["über", "about", 'about'],  # about
    "newsletter_page": "about",
}
CTA = {"newsletter": {"name": "about", "privacy_page": "about"}}
"""


def test_a_page_is_named_by_its_next_slug_where_settings_name_pages(tmp_path: Path) -> None:
    file = tmp_path / "conf.py"
    file.write_text(SETTINGS, encoding="utf-8")

    edited = list(edited_settings("about", "about-us", (file, tmp_path / "none.py")))

    assert [(each.path, each.lines) for each in edited] == [(file, (4, 4, 5, 7))]
    assert edited[0].data.decode().splitlines()[1:] == [
        'SITENAME = "about"',
        "PAGES = {",
        '    "footer": ["über", "about-us", \'about-us\'],  # about',
        '    "newsletter_page": "about-us",',
        "}",
        'CTA = {"newsletter": {"name": "about", "privacy_page": "about-us"}}',
    ]


def test_settings_that_name_other_pages_are_left(tmp_path: Path) -> None:
    file = tmp_path / "conf.py"
    file.write_text(SETTINGS, encoding="utf-8")

    assert list(edited_settings("contact", "write-to-us", (file,))) == []
