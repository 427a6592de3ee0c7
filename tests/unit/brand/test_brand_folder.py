from pathlib import Path

import pytest

from plugins.brand.brand_folder import read_brand_files, theme_file_problems


def said(root: Path, *names: str) -> list[str]:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return [f"{each.path}: {each.what}; {each.remedy}" for each in read_brand_files(root, "content/brand").problems]


def test_a_publication_may_have_no_folder(tmp_path: Path) -> None:
    files = read_brand_files(tmp_path / "brand", "content/brand")

    assert (files.contents, files.problems) == ({}, [])


def test_known_files_are_read_and_those_of_others_left_to_them(tmp_path: Path) -> None:
    names = ("icon.svg", "share.jpg", "display.woff2", "brand.css", "templates/card.html", "_sources.ai", ".DS_Store")

    assert said(tmp_path, *names) == []
    assert [*read_brand_files(tmp_path, "b").contents] == ["display.woff2", "icon.svg", "share.jpg"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Logo.PNG", "name it 'logo.png': capitals count"),
        ("icon.ico", "export it as 'icon.svg' or 'icon.png'"),
        ("wordmark.png", "export it as 'wordmark.svg'"),
        ("share.webp", "export it as 'share.png' or 'share.jpg'"),
        ("display.ttf", "export it as 'display.woff2'"),
        ("wordmrak.svg", "did you mean 'wordmark.svg'?"),
        ("words.toml", "move it one folder up, beside the folder 'brand'"),
    ],
)
def test_a_file_that_was_meant_for_another_is_refused(tmp_path: Path, name: str, remedy: str) -> None:
    assert said(tmp_path, name) == [f"content/brand/{name}: a file that nothing reads; {remedy}"]


def test_a_folder_that_was_meant_for_another_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path, "template/card.html") == [
        "content/brand/template: a folder that nothing reads; did you mean 'templates'?"
    ]


def test_anything_else_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "OFL.txt") == [
        "content/brand/OFL.txt: nothing reads this; begin its name with '_' to keep it here; read are wordmark.svg, "
        "icon.svg, icon.png, share.png, share.jpg, logo.svg, logo.png, display.woff2, brand.css, templates/"
    ]


def test_two_files_cannot_stand_for_one_thing(tmp_path: Path) -> None:
    assert said(tmp_path, "share.png", "share.jpg", "logo.svg", "logo.png") == [
        "content/brand/share.jpg: stands for the same as 'share.png'; delete one of the two",
        "content/brand/logo.png: stands for the same as 'logo.svg'; delete one of the two",
    ]


def test_a_theme_has_no_pictures_of_the_brand(tmp_path: Path) -> None:
    (tmp_path / "favicon.svg").touch()

    [problem] = theme_file_problems(tmp_path)

    assert problem.remedy == "move it to the folder 'brand' of the content folder, as 'icon.svg'"


def test_a_folder_or_a_broken_link_in_the_place_of_a_file_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "share.jpg").mkdir()
    (tmp_path / "logo.svg").symlink_to("nowhere")

    problems = read_brand_files(tmp_path, "content/brand").problems

    assert [str(problem) for problem in problems] == [
        "content/brand/logo.svg:1:1: a link that leads nowhere; put the file itself here",
        "content/brand/share.jpg:1:1: a folder; put the file itself here",
    ]
