import pytest

from plugins.desk.moving.write_keys import with_entry, with_value

OLD = "/2023/11/old/"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: A\n# c\n---\nB\n", f"---\ntitle: A\n# c\naliases: [{OLD}]\n---\nB\n"),
        ("\ufeff---\r\ntitle: 'A' # x\r\n---\r\nB", f"\ufeff---\r\ntitle: 'A' # x\r\naliases: [{OLD}]\r\n---\r\nB"),
        ("---\n  title: A\n...\nB", f"---\n  title: A\n  aliases: [{OLD}]\n...\nB"),
        ("---\nsummary: |\n  one\n\n---\nB", f"---\nsummary: |\n  one\n\naliases: [{OLD}]\n---\nB"),
        ("---\naliases: [/a/] # c\nx: y\n---\n", f"---\naliases: [/a/, {OLD}] # c\nx: y\n---\n"),
        ('---\naliases: ["/a/", "/b/",]\n---\n', f'---\naliases: ["/a/", "/b/", "{OLD}",]\n---\n'),
        (
            "---\naliases:\n- /a/\n- '/b/'  # c\nx: y\n---\n",
            f"---\naliases:\n- /a/\n- '/b/'  # c\n- {OLD}\nx: y\n---\n",
        ),
        ("---\naliases: /a/\n---\n", f"---\naliases: /a/, {OLD}\n---\n"),
        ("---\naliases: '/a/'\n---\n", f"---\naliases: '/a/, {OLD}'\n---\n"),
        ("---\naliases:\nx: y\n---\n", f"---\naliases: [{OLD}]\nx: y\n---\n"),
        ("---\naliases: []\n---\n", f"---\naliases: [{OLD}]\n---\n"),
        ('+++\nx = "A"\n[p]\nf = "x"\n+++\n', f'+++\nx = "A"\naliases = ["{OLD}"]\n[p]\nf = "x"\n+++\n'),
        (
            "+++\nx = '''\n[p]\n'''\n[p]\nf = 1\n+++\n",
            f"+++\naliases = [\"{OLD}\"]\nx = '''\n[p]\n'''\n[p]\nf = 1\n+++\n",
        ),
        ('+++\naliases = [\n  "/a/", # c\n]\n+++\n', f'+++\naliases = [\n  "/a/", "{OLD}", # c\n]\n+++\n'),
        ("+++\naliases = []\n+++\n", f'+++\naliases = ["{OLD}"]\n+++\n'),
        ("Title: A\nDate: x\n\nB", f"Title: A\nDate: x\nAliases: {OLD}\n\nB"),
        ("title: A", f"title: A\naliases: {OLD}\n"),
        ("Title: A\nAliases: /a/,\n  /b/\nX: y\n\nB", f"Title: A\nAliases: /a/,\n  /b/, {OLD}\nX: y\n\nB"),
        ("Title: A\nAliases: [/a/, '/b/']\n\nB", f"Title: A\nAliases: [/a/, '/b/', '{OLD}']\n\nB"),
        ("Title: A\nAliases:\n\nB", f"Title: A\nAliases: {OLD}\n\nB"),
    ],
)
def test_an_entry_is_written_into_front_matter_of_every_form(before: str, after: str) -> None:
    written = with_entry(before.encode(), "aliases", OLD)

    assert written is not None
    assert written.decode() == after


def test_an_entry_that_is_there_is_not_written_again() -> None:
    before = f"---\naliases: [{OLD}]\n---\n".encode()

    assert with_entry(before, "aliases", OLD) == before


@pytest.mark.parametrize("before", ["---\n{title: A, date: x}\n---\nB", "---\ntitle: A\n"])
def test_what_cannot_be_written_safely_is_refused(before: str) -> None:
    assert with_entry(before.encode(), "aliases", OLD) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: old\nslug: 'old' # c\n---\n", "---\ntitle: old\nslug: 'new' # c\n---\n"),
        ('+++\nslug = "old"\n+++\n', '+++\nslug = "new"\n+++\n'),
        ("Slug: old\r\nTitle: old\r\n\r\n", "Slug: new\r\nTitle: old\r\n\r\n"),
    ],
)
def test_a_value_is_written_in_place_of_another(before: str, after: str) -> None:
    assert with_value(before.encode(), "slug", "new") == after.encode()


def test_a_value_that_is_not_there_is_not_written() -> None:
    assert with_value(b"---\ntitle: old\n---\n", "slug", "new") is None
