from pathlib import Path

from plugins.pictures.report.page_weights import PageWeight, page_weights

MODERN = (
    '<source type="image/avif" srcset="/news/pictures/a-320.avif 320w, /news/pictures/a-720.avif 720w" sizes="92vw">'
)
CHOICE = f'<picture>{MODERN}<img src="/news/pictures/a-1200.jpg" alt="a > b"></picture>'


def test_pages_are_weighed_by_the_files_that_browsers_load(tmp_path: Path) -> None:
    sizes = {"a-320.avif": 10, "a-720.avif": 30, "a-1200.jpg": 100, "a b.gif": 5}
    (tmp_path / "pictures").mkdir()
    for name, size in sizes.items():
        (tmp_path / "pictures" / name).write_bytes(b"x" * size)
    twice = CHOICE + CHOICE + '<img src="/news/pictures/a%20b.gif"><img src="/news/gone.gif">'
    pages = {"index.html": twice, "one/index.html": CHOICE.replace("92vw", "100px"), "none/index.html": "<p>words</p>"}
    for path, html in pages.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(html)

    assert page_weights(tmp_path, "/news") == [
        PageWeight("index.html", 4, 35, 35),
        PageWeight("one/index.html", 1, 10, 10),
    ]
