"""Words of the kit on a publication's pages: all of them from the catalogue, and each in its own language."""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from plugins.share.networks import NETWORKS
from tests.conftest import ROOT
from tests.site.conftest import SmallSite
from tests.site.documents import Document, documents
from tests.site.pseudo import LANG, PHRASES, own_words, said, shown_phrases, unmoved
from tests.tools.commands import Commands
from tests.tools.workers import made_once

CHANNEL = "kanali"
SETTINGS = f"""
import os, sys
sys.path.insert(0, os.curdir)
from pelicanconf import *
SITENAME = "Ημερήσια"
SITESUBTITLE = "Νέα της αγοράς"
DEFAULT_LANG = {LANG!r}
DESK = {{}}
PRESS = {{}}
PAGES = {{"front_size": 1, "footer": ["about", "privacy"]}}
CTA = {{
    "telegram": {{"channel": "{CHANNEL}", "text": "Όλα τα νέα."}},
    "newsletter": {{
        "provider": "listmonk", "host": "https://lists.example", "lists": ["7b1d0c0e-2f63-4f5e-9a44-6f0d3c1a8e55"],
        "name": "Το Γράμμα", "promise": "Τα νέα.", "sender": "Εμείς", "frequency": "κάθε πρωί",
    }},
}}
"""
TEXT = """Πρώτη παράγραφος[^1].

Δεύτερη παράγραφος.

Τρίτη παράγραφος.

| α | β |
|---|---|
| 1 | 2 |

- [ ] ένα
- [x] δύο

[^1]: Σημείωση.
"""
TABLES = "Λόγια.\n\n| α | β |\n|---|---|\n| 1 | 2 |\n\nΚαι.\n\n| α | β |\n|---|---|\n| 1 | 2 |\n"
MARKS = ("FACTS", "KEY", "UPDATE", "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
BOXES = "\n\n".join(["> [!TIMELINE]\n> - **2019** Λόγια.", *(f"> [!{mark}]\n> Λόγια." for mark in MARKS)])
CARDS = "\n\n".join(
    (
        "Λόγια.",
        "https://vimeo.com/76979871",
        "https://open.spotify.com/episode/4uLU6hMCjMI75M1A2tKUQC",
        "https://x.com/a/status/12345",
    )
)
ROWS = "\n\n".join(
    (
        "Λόγια.",
        "[Τιμές](all.csv){: .table }",
        "[Λίγες](few.csv){: .bars }",
        "![α](/pictures/show.png)\n![β](/pictures/show.png)",
        "[Ταινία](ταινία.mp4)",
    )
)
DECLARED = "id"
NAME_OF_OWN = f"⟦{list(PHRASES).index('language')}⟧"
UNSEEN = {"home_empty"}
"""Phrases of pages that a publication with articles does not have."""


def article(slug: str, date: str, keys: str = "", body: str = "Λόγια.\n\nΚαι άλλα.\n\nΤέλος.") -> str:
    lines = [
        f"title: Τίτλος {slug[-1]}",
        f"date: {date} 09:00",
        "category: agora",
        "authors: [eleni]",
        "tags: [Βίντεο]",
    ]
    head = "\n".join([*lines, "summary: Κάτι συνέβη που αξίζει μια πρόταση δική του.", *keys.splitlines()])
    return f"---\n{head}\n---\n{body}\n"


def write_publication(site: SmallSite) -> None:
    for name in ("plugins", "theme", "pelicanconf.py"):
        (site.root / name).symlink_to(ROOT / name)
    (site.root / "conf.py").write_text(SETTINGS, encoding="utf-8")
    for order, (slug, name) in enumerate({"agora": "Αγορά", "keni": "Κενή"}.items(), 1):
        head = f"name: {name}\norder: {order}\ncolour: teal\nsummary: Όλα για την αγορά και τι μας κάνει."
        podcast = "\npodcast: {email: desk@agora.example, category: News, image: /pictures/show.png}"
        site.write(f"categories/{slug}.md", f"---\n{head}{podcast if order == 1 else ''}\n---\nΛόγια.\n")
    (site.root / "content/pictures").mkdir(exist_ok=True)
    Image.new("1", (1400, 1400)).save(site.root / "content/pictures/show.png")
    site.write("authors/eleni.md", "---\nname: Ελένη\nrole: Συντάκτρια\nbeat: Όλα\n---\nΓράφει.\n")
    site.write("authors/nikos.md", "---\nname: Νίκος\nteam: true\nbeat: Όλα\n---\nΓράφει.\n")
    site.write("authors/petros.md", "---\nname: Πέτρος\nrole: Γράφων\nbeat: Όλα\n---\nΓράφει.\n")
    site.write("sponsors/alpha.md", "---\nname: Άλφα\nurl: https://alpha.example/\n---\nΠλήρωσε.\n")
    for slug in ("about", "privacy", "newsletter"):
        site.write(f"pages/{slug}.md", "---\ntitle: Σελίδα\nsummary: Τι γράφει εδώ.\n---\nΛόγια.\n")
    promo = "title: Ομιλία\ntext: Ελάτε.\nurl: https://talk.example/\nstart: 2020-01-01\nend: 2099-01-01"
    site.write("promos/talk.md", f"---\n{promo}\n---\n")
    corrected = 'updated: 2026-10-05 10:00\nsample: true\ncorrections:\n  - {date: 2026-10-06, text: "Ήταν αλλιώς."}'
    site.write("articles/a1.md", article("a1", "2026-09-01", "sponsor: alpha", f"{TABLES}\n{BOXES}\n"))
    site.write("articles/a2.md", article("a2", "2026-10-02", f"dont_miss: a1\n{corrected}", TEXT))
    site.write("articles/a3.md", article("a3", "2026-11-03", "related: [a1, a2]"))
    three = article("a4", "2026-11-04").replace("[eleni]", "[eleni, petros, nikos]")
    site.write("articles/a4.md", three.replace("tags:", "aliases: [/palia/]\ntags:"))
    site.write("articles/a5.md", article("a5", "2026-10-05", "expires: 2026-10-20"))
    retracted = 'retracted: {date: 2026-10-20, text: "Δεν έγινε ποτέ."}'
    site.write("articles/a6.md", article("a6", "2026-10-06", retracted))
    site.write("articles/a7.md", article("a7", "2026-10-07", body=CARDS))
    site.write("articles/a8.md", article("a8", "2026-10-08", body=ROWS))
    site.write("articles/all.csv", "α,β\n" + "γ,1\n" * 501)
    site.write("articles/few.csv", "α,β\nγ,1\nδ,2\n")
    shutil.copy(ROOT / "tests/media/rotated.mp4", site.root / "content/articles/ταινία.mp4")
    site.write("articles/ταινία.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nΛόγια.\n")
    site.write("articles/ταινία.txt", "Λόγια.\n")
    site.write("words.toml", own_words())


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """The output of a publication that has every block, its own words in Greek and the kit's as marks."""

    def make(folder: Path) -> None:
        site = SmallSite(folder, commands)
        write_publication(site)
        done = site.build(settings="conf.py")
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "pseudo", make) / "output"


@pytest.fixture(scope="module")
def declaring(tmp_path_factory: pytest.TempPathFactory, commands: Commands) -> Path:
    """The output of the same publication with its articles and pages in a declared language, of other marks."""

    def make(folder: Path) -> None:
        site = SmallSite(folder, commands)
        write_publication(site)
        settings = SETTINGS.replace("DESK = {}", f"DESK = {{'languages': {{{DECLARED!r}: {{'tagline': 'Νέα'}}}}}}")
        (site.root / "conf.py").write_text(settings, encoding="utf-8")
        site.write(f"words.{DECLARED}.toml", own_words("⟪⟫"))
        for folder_name in ("articles", "pages"):
            for file in (site.root / "content" / folder_name).glob("*.md"):
                file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\nlang: {DECLARED}\n", 1))
        site.write("articles/a9.md", article("a9", "2026-10-09", "translation_of: a3"))
        done = site.build(settings="conf.py")
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "declaring", make) / "output"


@pytest.fixture(scope="module")
def pages(publication: Path) -> dict[str, Document]:
    return documents(publication)


KNOWN = {
    *(word for each in NETWORKS.values() for word in each.name.split()),
    CHANNEL,
    "Vimeo",
    "Spotify",
    "CSV",
    "txt",
    "JSON",
    "RSS",
    "MP",
    "kB",
}
"""Names in Latin letters that are nobody's words: services and sites, types of files, a unit, the channel."""


def test_every_word_of_a_page_is_a_phrase_or_the_publishers(pages: dict[str, Document]) -> None:
    found = {path: sorted({w for text in said(page) for w in unmoved(text, KNOWN)}) for path, page in pages.items()}

    assert {path: words for path, words in found.items() if words} == {}


def test_every_word_of_a_feed_is_a_phrase_or_the_publishers(publication: Path) -> None:
    texts = [text for file in sorted(publication.rglob("feed.xml")) for text in feed_texts(file)]

    assert [word for text in texts for word in unmoved(unescape(re.sub(r"<[^>]*>", " ", text)), KNOWN)] == []
    assert any("⟦" in text for text in texts)


def test_structured_data_has_no_words_of_its_own(pages: dict[str, Document]) -> None:
    blocks = [json.loads(script) for page in pages.values() for script in structured_data(page)]

    assert [word for block in blocks for text in values(block) for word in unmoved(text, KNOWN)] == []
    assert blocks


def test_every_phrase_is_shown_somewhere(publication: Path, declaring: Path, pages: dict[str, Document]) -> None:
    texts = [page.html for page in (*pages.values(), *documents(declaring).values())] + [
        file.read_text(encoding="utf-8") for file in publication.rglob("feed.xml")
    ]

    assert PHRASES.keys() - shown_phrases(texts) == UNSEEN


def test_pages_in_a_declared_language_have_its_words_alone(declaring: Path) -> None:
    found, others = {}, {}
    for path, page in documents(declaring).items():
        text = "\n".join([*said(page), *structured_data(page)])
        text = text.replace(NAME_OF_OWN, "")  # on links to what is in it
        is_declared = (page.all("body")[0].get("lang") or page.all("html")[0].get("lang")) == DECLARED
        (found if is_declared else others)[path] = (sorted(set(re.findall("⟦[^⟧]*⟧|[ก-๛]+", text))), "⟪" in text)

    assert {path for path in others if path.startswith("2026/")} == {"2026/10/a9/index.html"}
    assert {path: left for path, (left, _) in found.items() if left} == {}
    assert all(has_words for _, has_words in found.values())
    assert {"id/index.html", "about/index.html", "2026/10/a2/index.html"} <= found.keys()
    assert {"index.html", "404.html", "agora/index.html"} <= others.keys()


def test_a_feed_in_a_declared_language_has_its_words_alone(declaring: Path) -> None:
    texts = "\n".join(feed_texts(declaring / DECLARED / "feed.xml"))

    assert re.findall("⟦[^⟧]*⟧|[ก-๛]+", texts) == []
    assert "⟪" in texts


def feed_texts(file: Path) -> Iterator[str]:
    for element in ElementTree.parse(file).iter():
        if element.tag.rpartition("}")[2] in ("title", "subtitle", "name", "summary", "content"):
            yield element.text or ""
        yield element.get("term") or ""


def structured_data(page: Document) -> list[str]:
    return [each.text or "" for each in page.all("script") if each.get("type") == "application/ld+json"]


def values(data: object, key: str = "") -> Iterator[str]:
    """Yield the words of structured data: texts under keys that readers see."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)
    elif key in ("headline", "description", "name", "articleSection", "keywords", "creditText"):
        yield str(data)
