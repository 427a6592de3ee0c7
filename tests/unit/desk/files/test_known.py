from tests.unit.desk.conftest import SVG, Load, article


def test_names_are_as_authors_write_them(load_content: Load) -> None:
    files = {
        "articles/2023/11/one.md": article(),
        "articles/2023/11/sub/a.svg": SVG,
        "pictures/b.svg": SVG,
        "logo.svg": SVG,
        "sponsors/shelf.md": "---\nname: Shelf\nurl: https://shelf.example/\n---\nPaid for.\n",
    }
    known = load_content(files).index.known

    assert list(known.articles) == ["one"]
    assert list(known.categories) == ["Social"]
    assert (list(known.authors), known.author_slugs) == (["ana-lim"], {"Ana Lim": "ana-lim"})
    assert list(known.sponsors) == ["shelf"]
    assert "articles/2023/11/one.md" in known.files
    assert {"/", "/2023/11/one/", "/social/", "/authors/ana-lim/"} <= set(known.urls)


def test_pictures_are_those_of_one_folder(load_content: Load) -> None:
    known = load_content({"articles/2023/11/a.svg": SVG, "articles/b.svg": SVG, "c.svg": SVG}).index.known

    assert known.pictures_in("articles/2023/11") == {"a": "a.svg"}
    assert known.pictures_in("articles") == {"b": "b.svg"}
    assert known.pictures_in(".") == {"c": "c.svg"}
    assert known.pictures_in("nowhere") == {}
