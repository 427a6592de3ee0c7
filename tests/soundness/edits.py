"""Edits of a publication at random: all that authors, editors and operators do, and what befalls the output."""

import shutil
from collections.abc import Callable
from random import Random
from typing import Any

from tests.soundness.compared import ComparedBuilds
from tests.soundness.embed_and_podcast_edits import EMBED_AND_PODCAST_EDITS
from tests.soundness.file_edits import FILE_EDITS
from tests.soundness.picture_edits import PICTURE_EDITS
from tests.soundness.player_edits import PLAYER_EDITS
from tests.soundness.publication import Story
from tests.soundness.table_edits import TABLE_EDITS

NAMES = ("one", "two", "three", "four", "five", "six", "seven")
TITLES = ("Story one", "A longer title", "“Quoted” & more", "Story two")
DAY = 24 * 60 * 60
CHANGES: dict[str, tuple[Any, ...]] = {
    "words": (
        *("One thing.", 'Another thing, -- "quoted".', "It's 3 x 4 & more.", "Video maps and radio."),
        "[One](one.md) and [two](/2026/11/two/), [radio](/tags/radio/) ![none](none.svg).",
        "[Moved](/2026/11/moved/) [seven](seven.md), ## a [video](/tags/video/feed.xml) </b>.",
        "[Old](/old.html) and [older](/2026/10/two/), [feed](/screens/feed.xml), [page](/screens/page/2/).",
        "> [!FACTS] [One](one.md)\n> - Video\n\nOne thing.\n\n> [!PULL] One thing.\n> — [Two](two.md)\n\n> [!KEY]",
        "> [!NOTE]\n> ![none](a.svg)\n\n> [!UPDATE] 2026-11-20\n> Radio.\n\n> A.\n> — [Seven](seven.md)",
        "> [!TIMELINE]\n> - **2019** [Old](/old.html)\n\n> [!NUMBER] 7\n> maps.\n\n> [!QA]\n> **Q:** [Why](three.md)?",
        "One[^1].\n\n[^1]: A note.\n\n|a|b|\n|-|-|\n|1|2|\n\n- [x] a",
    ),
    "title": TITLES,
    "summary": ("A summary that is long enough to stand there.", "x" * 50),
    "day": tuple(range(1, 29)),
    "month": (10, 11),
    "tags": ((), ("Video",), ("video", "Maps"), ("Radio", "Shelf life", "Video"), ("Maps", "Radio")),
    "authors": (("mei",), ("ari",), ("ari", "mei")),
    "category": ("social", "media"),
    "draft": (False, True),
    "slug": (None, "moved", "moved-again"),
    "aliases": ((), ("/2026/11/moved/",), ("/2026/10/two/", "/old.html"), ("/old.html/x/", "/rss.xml", "/Moved/")),
    "id": (None, "/2026/11/one/"),
    "picture": (None, "a.svg", "b.svg", "p.jpg"),
    "shows": (None, "a.svg", "b.svg", "p.jpg", "q.jpg"),
    "sponsor": (None, "shelf"),
    "updated": (False, True),
    "marked": (False, True),
    "expires": (None, "2026-11-12", "2026-11-20", "2026-11-24", "2026-11-27", "2026-12-24"),
    "retracted": (None, "2026-11-12", "2026-11-20", "2026-11-24", "2026-11-27"),
    "lang": (None, "id", "zh", "jv"),
    "translation_of": (None, "one", "two"),
}
"""Values of an article's fields."""
SETTINGS: tuple[dict[str, object], ...] = (
    {"SITENAME": "The Other Name"},
    {"SITEURL": "https://other.example/below"},
    {"SITEURL": "https://lowdown.example"},
    {"DESK": {"show_drafts": True, "archive": ["articles/2026"]}},
    {"DESK": {"show_drafts": False, "archive": ["articles/2026"]}},
    {"DESK": {"show_drafts": True}},
    {"DESK": {"archive": ["articles/2026"], "languages": {"id": {"tagline": "Berita"}, "zh": {}}}},
    {"SHARE": {"networks": ["email", "x"]}},
    {"SHARE_CARDS": {"show": "without photograph", "preview": 1}},
    {"SHARE_CARDS": {"preview": 2}},
    {"CTA": {}},
    {"FEEDS": {"size": 1}},
    {
        "FEEDS": {
            "size": 1,
            "archives": {"home": 2},
            "formats": {"category": ["rss", "json"]},
            "hub": "https://hub.example/",
        }
    },
    {"FEEDS": {"partners": {"new": {"hours": 48, "size": 3}, "brief": {"format": "json", "text": "summary"}}}},
    {"SITEMAPS": {"news_name": "Another", "pictures": False}},
    {"SITEMAPS": {"news": False}},
    {"CRAWLERS": {"llms": True, "indexnow_key": "0123456789abcdef"}},
    {"CRAWLERS": {"ai_training": False, "disallow": ["/tags/"]}},
    {"CRAWLERS": {}},
    {"EMBEDS": {"hosts": {"social.example.com": "mastodon"}}},
    {"EMBEDS": {}},
    {"RELATED": {"articles": 1}},
    {"RELATED": {"dont_miss": False}},
    {"RELATED": {"floor": 0, "dont_miss_score": 0, "variety": 500}},
    {"RELATED": {"floor": 300, "fill": True, "sponsored": True}},
    {"TYPOGRIFY": False},
    {"TYPOGRIFY": True},
    {"TIMEZONE": "Europe/Berlin"},
    {"TIMEZONE": "Asia/Singapore"},
    {"PRESS": {"patterns": True}},
    {"PRESS": {"patterns": False}},
    {"DEFAULT_LANG": "ms"},
    {"DEFAULT_LANG": "ar"},
    {"BRAND": {"accent": "#0058a3"}},
    {"BRAND": {"dark": {"paper": "#000000"}}},
    {"BRAND": {}},
    {"PUBLISH": {"takedown": ["two", "/2026/11/one/", "content/pictures/a.svg", "about"]}},
    {"PUBLISH": {"takedown": ["https://lowdown.example/2026/11/moved/", "content/articles/2026/three.md", "p.jpg"]}},
    {"PUBLISH": {"takedown": ["files/rates.csv", "report.pdf"]}},
    {"PUBLISH": {}},
    {"ATTACHMENTS": {"keeps_metadata": True}},
    {"ATTACHMENTS": {"types": {"csv": "Table", "exe2": "Program"}, "largest_mb": 1}},
    {"ATTACHMENTS": {}},
)
OWN_WORDS = (
    None,
    'dont_miss = "Read this:"',
    'by = "From {authors}"\nlist_last = " plus "\ntwo_titles = "{first} of {second}"',
    'box_note = "Remark"\nbox_facts = "Data"\nbox_update = "New"\nbox_timeline = "Years"',
    'table = "Grid"\nback_to_text = "Back"\nsponsored_by = "Paid by {name}"',
    'archive = "Issues"\nemail = "Post"\nconsent_leave = "Leave."',
    'missing_title = "Nothing"\nnonsense = "A mistake"',
)
"""The publisher's own phrases, for one kind of page or for several; the last has a mistake."""
OWN_ADDRESSES = (
    None,
    'gone = ["/2026/10/gone/"]\n[moved]\n"/screens/" = "/media/"\n"/first/" = "/screens/"',
    '[moved]\n"/screens/" = "/social/"\n"/rss.xml" = "/media/feed.xml"\n"/shop/" = "https://shop.example/"',
    '[moved]\n"/screens/" = "/tags/video/"\n"/old.html" = "/about/"',
    '[moved]\n"/screens/" = "/screens/"',
)
"""Addresses that have moved or are gone; the last is a mistake, and the one before it in some publications."""
DESIGN = {
    "templates/base.html": "<!-- {} -->",
    "templates/article.html": "<!-- {} -->",
    "templates/components/card.html": "<!-- {} -->",
    "templates/partials/head.html": "<!-- {} -->",
    "static/css/tokens.css": "@layer utilities {{ .x{} {{ color: red }} }}",
    "static/css/components/card.css": "@layer utilities {{ .x{} {{ color: red }} }}",
    "static/css/needed/writing.css": "@layer utilities {{ .x{} {{ color: red }} }}",
    "static/js/share.js": "let x{};",
    "static/js/needed/embed.js": "let x{};",
    "static/css/needed/embed.css": "@layer utilities {{ .x{} {{ color: red }} }}",
    "static/note.svg": "<!-- {} -->",
}
"""Files of the theme, and text to add to them."""
LOOK = {
    "wordmark.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9"><path d="M0 0h9v9z"/></svg>',
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>',
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9"><path d="M0 0h9v9z"/></svg>',
}
"""Files of the brand, with a number to put in."""
OWN = {
    "templates/article.html": '{{% extends "!theme/article.html" %}}\n'
    "{{% block main %}}{{{{ super() }}}}<!-- own {} -->{{% endblock %}}",
    "templates/partials/symbols.html": '{{% include "!theme/partials/symbols.html" %}}<!-- own {} -->',
    "templates/components/tags.html": "{{% macro tags(links) %}}<p>{}: {{{{ links[0].text }}}}</p>{{% endmacro %}}",
    "templates/components/card.css": ".card {{ order: {} }}",
    "templates/components/share.js": "let own{};",
    "templates/article.css": ".article {{ order: {} }}",
    "brand.css": ".card {{ z-index: {} }}",
}
"""Templates, styles and scripts of the publisher's own, with a number to put in."""
WRONG = {"templates/article.html": "{{ 1 // 0 }}", "brand.css": "a {"}
"""The same with a mistake: one that a page is rendered with, and one that is found before."""

Edit = Callable[[ComparedBuilds, Random], None]


def write(builds: ComparedBuilds, chance: Random) -> None:
    story = Story(title=chance.choice(TITLES), day=chance.randint(1, 28))
    builds.publication.put(chance.choice(NAMES), story)


def delete(builds: ComparedBuilds, chance: Random) -> None:
    if len(builds.publication.stories) > 1:
        builds.publication.remove(chance.choice(sorted(builds.publication.stories)))


def change(builds: ComparedBuilds, chance: Random) -> None:
    field = chance.choice(sorted(CHANGES))
    name = chance.choice(sorted(builds.publication.stories))
    builds.publication.change(name, **{field: chance.choice(CHANGES[field])})


def point(builds: ComparedBuilds, chance: Random) -> None:
    """Point from one article to another by hand, or take all pointers away."""
    stories = builds.publication.stories
    if len(stories) > 2:
        here, there = chance.sample(sorted(stories), 2)
        slug = stories[there].slug or there
        target = chance.choice((slug, f"2026/{stories[there].month:02}/{slug}"))
        changes: tuple[dict[str, object], ...] = (
            {"related": (target,)},
            {"dont_miss": target},
            {"links": (there,)},
            {"related": (), "dont_miss": None, "links": ()},
        )
        builds.publication.change(here, **chance.choice(changes))


def describe_author(builds: ComparedBuilds, chance: Random) -> None:
    shown, role = chance.choice(("Mei Tan", "Ari W.")), chance.choice("AB")
    builds.publication.author(chance.choice(("mei", "ari")), shown, f"Role {role}")


def describe_category(builds: ComparedBuilds, chance: Random) -> None:
    name, shown = chance.choice(("social", "media")), chance.choice(("Feeds", "Screens"))
    builds.publication.category(name, f"{shown} of {name}", chance.randint(1, 3))


def describe_tag(builds: ComparedBuilds, chance: Random) -> None:
    words = chance.choice(("On film.", "[One](/about/)."))
    builds.publication.write("tags/video.md", f"---\nname: Video\nsummary: All of it.\n---\n{words}\n")
    if chance.random() < 0.5:
        (builds.publication.root / "content/tags/video.md").unlink()


def draw(builds: ComparedBuilds, chance: Random) -> None:
    builds.publication.picture(chance.choice("ab"), chance.choice(("First", "Other")), chance.choice((10, 20)))


def promote(builds: ComparedBuilds, chance: Random) -> None:
    head = f"title: {chance.choice(('A talk', 'A sale'))}\ntext: Come.\nurl: https://talk.example/"
    time = f"start: 2026-11-{chance.randint(1, 20):02}\nend: 2026-12-{chance.randint(1, 9):02}"
    builds.publication.write("promos/talk.md", f"---\n{head}\n{time}\n---\n")


def wait(builds: ComparedBuilds, chance: Random) -> None:
    """Let time pass, or put the clock back."""
    builds.publication.time += chance.randint(-3, 5) * DAY


def choose_words(builds: ComparedBuilds, chance: Random) -> None:
    words, name = chance.choice(OWN_WORDS), chance.choice(("words.toml", "words.id.toml"))
    builds.publication.write(name, words or "")
    if words is None:
        (builds.publication.root / "content" / name).unlink()


def move_addresses(builds: ComparedBuilds, chance: Random) -> None:
    addresses = chance.choice(OWN_ADDRESSES)
    builds.publication.write("addresses.toml", addresses or "")
    if addresses is None:
        (builds.publication.root / "content/addresses.toml").unlink()


def place_root_file(builds: ComparedBuilds, chance: Random) -> None:
    builds.publication.write(f"root/{chance.choice(('ads.txt', '.well-known/x', 'x.html'))}", chance.choice("ab"))
    if chance.random() < 0.4:
        shutil.rmtree(builds.publication.root / "content/root")


def rename_category(builds: ComparedBuilds, chance: Random) -> None:
    """Give a category another address and back, with or without the old one as an alias."""
    folder = builds.publication.root / "content/categories"
    there = sorted(folder.glob("media*.md"))[0]
    other = "media-news" if there.stem == "media" else "media"
    text = there.read_text(encoding="utf-8").replace("---\n", f"---\naliases: [/{there.stem}/]\n", 1)
    if "aliases" not in there.read_text(encoding="utf-8") and chance.random() < 0.7:
        there.write_text(text, encoding="utf-8")
    there.rename(folder / f"{other}.md")


def set_up(builds: ComparedBuilds, chance: Random) -> None:
    builds.publication.set(**chance.choice(SETTINGS))


def design(builds: ComparedBuilds, chance: Random) -> None:
    """Change a file of the theme: a comment, or for a stylesheet a rule."""
    path = chance.choice(sorted(DESIGN))
    file = builds.publication.root / "theme" / path
    added = DESIGN[path].format(chance.randint(0, 2))
    before = file.read_text(encoding="utf-8").rstrip() if file.is_file() else ""
    file.write_text(f"{before}\n{added}\n", encoding="utf-8")


def change_look(builds: ComparedBuilds, chance: Random) -> None:
    """Write a file of the brand, or take it away."""
    name = chance.choice(sorted(LOOK))
    builds.publication.write(f"brand/{name}", LOOK[name].format(chance.randint(8, 10)))
    if chance.random() < 0.3:
        (builds.publication.root / "content/brand" / name).unlink()


def override(builds: ComparedBuilds, chance: Random) -> None:
    """Write a template, stylesheet or script in the place of the theme's, seldom a wrong one, or take it away."""
    is_wrong = chance.random() < 0.1
    name = chance.choice(sorted(WRONG if is_wrong else OWN))
    builds.publication.write(f"brand/{name}", WRONG[name] if is_wrong else OWN[name].format(chance.randint(1, 3)))
    if chance.random() < 0.4:
        (builds.publication.root / "content/brand" / name).unlink()


def meddle(builds: ComparedBuilds, chance: Random) -> None:
    """Change the outputs by hand."""
    first, *_ = outputs = builds.outputs
    pages = sorted(path.relative_to(first) for path in first.rglob("*.html"))
    if not pages:
        return
    page, action = chance.choice(pages), chance.choice(("change", "delete", "add", "replace folder"))
    for path in (output / page for output in outputs):
        match action:
            case "change":
                path.write_text("by hand", encoding="utf-8")
            case "add":
                path.with_name("stray.html").write_text("by hand", encoding="utf-8")
            case "replace folder" if path.parent not in outputs:
                shutil.rmtree(path.parent)
                path.parent.write_text("a file now", encoding="utf-8")
            case _:
                path.unlink()


def spoil_state(builds: ComparedBuilds, chance: Random) -> None:
    """Damage what the last builds kept; remove that of a process that stays: nobody writes into an open database."""
    action = chance.choice(("truncate", "garbage", "remove"))
    for output in builds.outputs:
        state = output.with_name(f"{output.name}.stet")
        database = state / "build.sqlite"
        if action == "remove" or output != builds.outputs[0]:
            shutil.rmtree(state, ignore_errors=True)
        elif database.is_file():
            content = database.read_bytes()
            database.write_bytes(content[: len(content) // 2] if action == "truncate" else b"\0" * 5000)


def name_alike(builds: ComparedBuilds, chance: Random) -> None:
    """Give an article the slug of another one, of the same month or of the one before, or its own back."""
    stories = builds.publication.stories
    if len(stories) > 1:
        here, there = chance.sample(sorted(stories), 2)
        slug, month = stories[there].slug or there, 10 if stories[there].month == 11 else 11
        builds.publication.change(
            here, **chance.choice(({"slug": slug, "month": month}, {"slug": slug}, {"slug": None}))
        )


EDITS: tuple[Edit, ...] = (
    *(write, delete, change, change, point, describe_author, describe_category, describe_tag, draw, promote, wait),
    *(name_alike, move_addresses, rename_category, place_root_file),
    *(set_up, design, choose_words, change_look, override, override, meddle, spoil_state),
    *PICTURE_EDITS,
    *EMBED_AND_PODCAST_EDITS,
    *PLAYER_EDITS,
    *TABLE_EDITS,
    *FILE_EDITS,
)
