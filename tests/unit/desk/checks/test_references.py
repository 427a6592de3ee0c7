"""Every kind of mistake that the desk knows, with the exact words that its author gets to read."""

from zoneinfo import ZoneInfo

import pytest

from tests.unit.desk.conftest import SVG, Load, article

ONE = "content/articles/2023/11/one.md"

FRONT_MATTER = {
    "unknown key": ("realted: [two]\n", "7:1: unknown key 'realted'; did you mean 'related'?"),
    "unknown key for one that is there": (
        "categroy: Social\n",
        "7:1: unknown key 'categroy'; take it away: 'category' is there",
    ),
    "another system's key": ("modified: 2023-11-25\n", "7:1: unknown key 'modified'; did you mean 'updated'?"),
    "unknown nested key": (
        "picture:\n  file: /pictures/a.svg\n  alt: A\n  captoin: B\n",
        "10:3: unknown key 'picture.captoin'; did you mean 'caption'?",
    ),
    "no such word": ("status: drfat\n", "7:9: warning: status cannot be 'drfat'; did you mean 'draft'?"),
    "no time": (
        "updated: 2023/11/25\n",
        "7:10: updated: '2023/11/25' is no time; write it as 2023-11-25",
    ),
    "no such day": (
        "updated: 2023-11-31 09:00\n",
        "7:10: updated: '2023-11-31 09:00' is not in the calendar; check year, month, day and time",
    ),
    "neither true nor false": ("sample: perhaps\n", "7:9: sample cannot be 'perhaps'; write true or false"),
    "no group": (
        "picture: a.svg\n",
        "7:10: picture is a single value; indent these keys under it: file, alt, caption, credit, focus, crop",
    ),
    "no list": ("tags: {a: b}\n", "7:7: tags is a group of keys; write a list, every entry on its own line after '- '"),
    "bad slug": ("slug: Slug One\n", "7:7: slug: 'Slug One' cannot stand in an address; write 'slug-one'"),
    "no language": (
        "lang: English!\n",
        "7:7: lang: 'English!' is no language tag; write one as BCP 47 has it: en, ms, zh-Hant",
    ),
    "no alt": ("picture:\n  file: /pictures/a.svg\n", "7:1: 'picture.alt' is missing; add a line 'alt: …'"),
    "no picture": (
        "picture:\n  file: /pictures/stal.svg\n  alt: A\n",
        "8:9: picture '/pictures/stal.svg' does not exist; did you mean '/pictures/stall.svg'?",
    ),
    "damaged picture": (
        "picture:\n  file: /pictures/damaged.webp\n  alt: A\n",
        "8:9: picture '/pictures/damaged.webp' is a text, no picture; save or upload it anew",
    ),
    "unknown type of picture": (
        "picture:\n  file: /pictures/a.bmp\n  alt: A\n",
        "8:9: picture '/pictures/a.bmp' is of a type that browsers do not show "
        "(known: avif, gif, jpeg, jpg, png, svg, webp); export it as JPEG or PNG, and name that one",
    ),
    "picture outside": (
        "picture:\n  file: ../../../../secret.png\n  alt: A\n",
        "8:9: picture '../../../../secret.png' lies outside the content folder; "
        "put it beside the article, or in content/pictures",
    ),
    "foreign picture": (
        "picture:\n  file: https://other.example/a.png\n  alt: A\n",
        "8:9: picture 'https://other.example/a.png' from another site; save it in the content folder and name the file",
    ),
    "unknown sponsor": ("sponsor: tidelin\n", "7:10: unknown sponsor 'tidelin'; did you mean 'tideline'?"),
    "unknown related": ("related: [twoo]\n", "7:11: unknown related article 'twoo'; did you mean 'two'?"),
    "related to itself": ("related: [two, one]\n", "7:16: related article is this article itself; choose another one"),
    "related twice": ("related:\n  - two\n  - two\n", "9:5: related article 'two' a second time; keep one of them"),
    "related to a draft": (
        "related: [unfinished]\n",
        "7:11: related article 'unfinished' is a draft; choose one that is published, or publish it",
    ),
    "related to an embargoed one": (
        "related: [later]\n",
        "7:11: related article 'later' is not public before 2024-02-01 08:00; choose one that is public by then",
    ),
    "too many related": (
        "related: [two, three, four, five]\n",
        "7:10: 4 related articles; choose at most 3",
    ),
    "unknown don't-miss": ("dont_miss: tow\n", "7:12: unknown don't-miss article 'tow'; did you mean 'two'?"),
    "don't-miss itself": ("dont_miss: one\n", "7:12: don't-miss article is this article itself; choose another one"),
    "don't-miss also related": (
        "dont_miss: two\nrelated: [two]\n",
        "8:11: 'two' is the don't-miss as well; keep one of them",
    ),
    "updated too early": (
        "updated: 2023-11-23 09:00\n",
        "7:10: updated before it was published (2023-11-24 09:30); correct one of the two times",
    ),
    "corrected too early": (
        "corrections:\n  - date: 2023-11-01\n    text: Wrong.\n",
        "8:11: corrected before it was published (2023-11-24 09:30); correct one of the two times",
    ),
    "corrected in the future": (
        "corrections:\n  - date: 2033-11-25\n    text: Wrong.\n",
        "8:11: corrected in the future: it is 2023-12-01 12:00 now; write when it was",
    ),
    "updated in the future": (
        "updated: 2023-12-01 12:01\n",
        "7:10: updated in the future: it is 2023-12-01 12:00 now; write when it was",
    ),
    "updated before the embargo ended": (
        "embargo: 2023-11-27 08:00\nupdated: 2023-11-26\n",
        "8:10: updated before it was published (2023-11-27 08:00); correct one of the two times",
    ),
    "over before it begins": (
        "expires: 2023-11-24\n",
        "7:10: expires before it is published (2023-11-24 09:30); correct one of the two times",
    ),
    "retracted too early": (
        "retracted:\n  date: 2023-11-24 09:30\n  text: Invented.\n",
        "8:9: retracted before it was published (2023-11-24 09:30); correct one of the two times",
    ),
    "retracted without a reason": (
        "retracted:\n  date: 2023-11-25\n",
        "7:1: 'retracted.text' is missing; add a line 'text: …'",
    ),
    "retracted and no more": (
        "retracted: 2023-11-25\n",
        "7:12: retracted is a single value; indent these keys under it: date, text",
    ),
    "retracted by its status": (
        "status: retracted\n",
        "7:9: status cannot be 'retracted'; take it away, and write 'retracted:', and under it 'date: …' and "
        "'text: …', both indented",
    ),
    "another system's expiry": ("expiryDate: 2023-12-24\n", "7:1: unknown key 'expiryDate'; did you mean 'expires'?"),
    "a time before addresses": (
        "updated: 0001-01-01T00:00+14:00\n",
        "7:10: updated: '0001-01-01T00:00+14:00' is not in the calendar; check year, month, day and time",
    ),
    "an escaped control character": (
        'picture: {file: /pictures/a.svg, alt: "A\\x07"}\n',
        "7:39: an invisible control character in a value; take its '\\…' away",
    ),
    "control characters": (
        "tags: [A\x08]\nlang: en \uffff\n",
        "7:9: an invisible control character, U+0008; delete it",
        "8:10: an invisible control character, U+FFFF; delete it",
    ),
    "tags of one address": (
        "tags: [Café Nero, Cafe Nero]\n",
        "7:19: tag 'Cafe Nero' has the address of 'Café Nero' (content/articles/2023/11/one.md:7); "
        "write both the same, or give it an address of its own: "
        "a file content/tags/cafe-nero-2.md with 'name: \"Cafe Nero\"'",
    ),
    "tag without letters": (
        "tags: ['!!']\n",
        "7:8: tag '!!' has no letter or digit for its address; choose another name",
    ),
}

BODIES = {
    "no such file": (
        "See [two]({filename}twoo.md).",
        "8:11: linked file '{filename}twoo.md' does not exist; did you mean '{filename}two.md'?",
    ),
    "draft linked": (
        "See [it](unfinished.md#top).",
        "8:10: linked file 'unfinished.md#top' is a draft; choose one that is published, or publish it",
    ),
    "no page of its own": (
        "See [it](../../../sponsors/tideline.md).",
        "8:10: linked file '../../../sponsors/tideline.md' has no page; link to an article or a page",
    ),
    "link to nowhere": (
        "See [it](two).",
        "8:10: link that leads nowhere: 'two'; write https://…, /about/, #a-heading, or the path of a file "
        "(types of these: docs/more-than-words.md)",
    ),
    "script": ("[x](javascript:alert)", "8:5: link to a script: 'javascript:alert'; link to a page"),
    "script in capitals": ("[x](JavaScript:alert)", "8:5: link to a script: 'JavaScript:alert'; link to a page"),
    "unknown braces": (
        "[x]({file}two.md)",
        "8:5: unknown {file} in a link; write {filename} and the path of a file, or an address",
    ),
    "no picture in the text": (
        "Text.\n\n![A](/pictures/none.svg)",
        "10:6: picture '/pictures/none.svg' does not exist; name one that is there",
    ),
    "no picture behind unknown braces": (
        "![A]({file}none.svg)",
        "8:6: picture '{file}none.svg' does not exist; name one that is there",
    ),
    "no description": (
        "![](/pictures/a.svg)",
        "8:5: picture '/pictures/a.svg' without a description; write ![what it shows](/pictures/a.svg)",
    ),
    "picture of another site": (
        "![A](https://other.example/a.png)",
        "8:6: picture 'https://other.example/a.png' from another site; save it beside the article and name the file",
    ),
    "headline in the text": (
        "Text.\n\n# Heading",
        "10:1: warning: a heading of the top level; "
        "begin it with '##': the headline is the only one of level 1 (for a hashtag write '\\#')",
    ),
    "underlined headline": (
        "Heading\n=======",
        "8:1: warning: a heading of the top level; "
        "begin it with '##': the headline is the only one of level 1 (for a hashtag write '\\#')",
    ),
    "raw picture": (
        "A <img src='a.png' alt='A'>",
        "8:13: picture 'a.png' does not exist; name one that is there",
    ),
    "raw link": (
        'A <a href="{filename}tow.md">two</a>',
        "8:12: linked file '{filename}tow.md' does not exist; did you mean '{filename}two.md'?",
    ),
    "raw link in a block": (
        '<div>\n<A\nhref="/abuot/">two</A>\n</div>',
        "10:7: linked address '/abuot/' leads nowhere; did you mean '/about/'?",
    ),
    "file in other HTML": (
        '<q cite="{static}twoo.md">A</q>',
        "8:10: linked file '{static}twoo.md' does not exist; did you mean '{static}two.md'?",
    ),
    "tag in a sentence": (
        "The <title> of a page.",
        "8:5: a <title> tag in the text; leave it out, or write `<title>` to name it; docs/html.md lists the tags that "
        "work",
    ),
    "tag that nobody knows": (
        "A List<T> here.",
        "8:7: warning: a <T> in the text, which is no tag; write `<T>` to name it",
    ),
    "tag without its end": (
        "A <b>bold word.",
        "8:3: a <b> that is not closed; close it with </b>, or write `<b>` to name it",
    ),
    "end without its tag": (
        "A word.</div>",
        "8:8: warning: a </div> that closes nothing; take it away",
    ),
    "style of its own": (
        "<style>p { color: red }</style>",
        "8:1: a <style> tag in the text; leave it out: how articles look is the theme's",
    ),
    "frame": (
        '<iframe src="https://video.example/1"></iframe>',
        "8:1: a <iframe> tag in the text; link to it: pages load nothing from other sites",
    ),
    "form": (
        '<form action="/"></form>',
        "8:1: a <form> tag in the text; "
        "link to a page that has it: pages send what readers write to the newsletter's provider only",
    ),
    "film from elsewhere": (
        '<video src="https://video.example/1.mp4"></video>',
        "8:13: a file of audio or video from another site: 'https://video.example/1.mp4'; "
        "link to it: pages load nothing from other sites",
    ),
    "style in an attribute": (
        '<p style="color: red">A</p>',
        "8:4: notice: a style in an attribute (style=); leave it out: how articles look is the theme's",
    ),
    "style as Markdown writes it": (
        "*A*{: style=color:red }",
        "8:7: notice: a style in an attribute (style=); leave it out: how articles look is the theme's",
    ),
    "script in an attribute": (
        '<p onclick="a()">A</p>',
        "8:4: a script in an attribute: 'onclick'; leave it out: articles work without scripts",
    ),
    "mark inside HTML": (
        "<div>\n\n[dont-miss]\n\n</div>",
        "10:1: a [dont-miss] mark inside HTML, a list or a quotation; put it before or after that, in a paragraph "
        "of its own, or write `[dont-miss]` to name it",
    ),
    "misspelt own address": (
        "[a](/abuot/#x)",
        "8:5: linked address '/abuot/#x' leads nowhere; did you mean '/about/'?",
    ),
    "own address of nothing like it": (
        "[a](/zzz)",
        "8:5: linked address '/zzz' leads nowhere; name the file of an article or a page, or correct it",
    ),
    "own address of a draft": (
        "[a](/2023/12/unfinished/)",
        "8:5: linked address '/2023/12/unfinished/' is a draft; choose one that is published, or publish it",
    ),
    "own address under embargo": (
        "[a](/2024/02/later/)",
        "8:5: linked address '/2024/02/later/' is not public before 2024-02-01 08:00; "
        "choose one that is public by then",
    ),
    "month of an embargoed article": (
        "[a](/archive/2024/02/)",
        "8:5: linked address '/archive/2024/02/' is not public before 2024-02-01 08:00; "
        "choose one that is public by then",
    ),
    "tag of drafts": (
        "[a](/tags/secret/)",
        "8:5: linked address '/tags/secret/' lists drafts only; link to something else, or publish one of them",
    ),
    "no such heading": (
        "## The numbers\n\n[a](#the-nubmers)",
        "10:5: no heading '#the-nubmers' in content/articles/2023/11/one.md; did you mean '#the-numbers'?",
    ),
    "no such heading elsewhere": (
        "[a](../../../pages/about.md#history)",
        "8:5: no heading '#history' in content/pages/about.md; known are: #what-we-do",
    ),
    "no heading at all": (
        "[a](/2023/11/two/#history)",
        "8:5: no heading '#history' in content/articles/2023/11/two.md; it has no headings",
    ),
    "second mark": (
        "[dont-miss]\n\nText.\n\n[dont-miss]",
        "12:1: a second [dont-miss] mark; keep one of it and line 8",
    ),
    "second mark with unknown target": (
        "[dont-miss]\n\nText.\n\n[dont-miss: tow]",
        "12:1: a second [dont-miss] mark; keep one of it and line 8",
    ),
    "mark inside a sentence": (
        "Text. [dont-miss] Text.",
        "8:7: a [dont-miss] mark inside other text; give it a paragraph of its own, with empty lines around it, "
        "or write `[dont-miss]` to name it",
    ),
    "mark with unknown target": (
        "[dont-miss: tow]\n\nText.",
        "8:1: unknown don't-miss article 'tow'; did you mean 'two'?",
    ),
}

OTHERS = {
    "content/articles/2023/11/one.md": {
        "no title": ("---\nstatus: draft\n---\n", "1:1: warning: 'title' is missing; add a line 'title: …'"),
        "empty title": ("---\nstatus: draft\ntitle:\n---\n", "3:1: warning: 'title' is empty; add a line 'title: …'"),
        "long title": (
            f"---\nstatus: draft\ntitle: {'x' * 161}\n---\n",
            "3:8: warning: title: 161 characters are too many; write at most 160",
        ),
        "short summary": (
            "---\nstatus: draft\ntitle: A\nsummary: Short.\n---\n",
            "4:10: warning: summary: 6 characters are too few; write at least 40",
        ),
        "unknown category": (
            "---\nstatus: draft\ntitle: A\ncategory: Socal\n---\n",
            "4:11: warning: unknown category 'Socal'; did you mean 'Social'?",
        ),
        "unknown author": (
            "---\nstatus: draft\ntitle: A\nauthors: [anna-lim]\n---\n",
            "4:11: warning: unknown author 'anna-lim'; did you mean 'ana-lim'?",
        ),
        "author by name": (
            "---\nstatus: draft\ntitle: A\nauthors: Ana Lim\n---\n",
            "4:10: warning: unknown author 'Ana Lim'; did you mean 'ana-lim'?",
        ),
        "author twice": (
            "---\nstatus: draft\ntitle: A\nauthors: [ana-lim, ana-lim]\n---\n",
            "4:20: warning: author 'ana-lim' a second time; keep one of them",
        ),
    },
    "content/articles/2023/12/two.md": {
        "address taken": (
            article(title="Two again"),
            "1:1: address /2023/11/two/ is taken by content/articles/2023/11/two.md:1; "
            "choose another slug or file name",
        ),
    },
    "content/pages/social.md": {
        "address of a category": (
            "---\ntitle: Social\nsummary: A\n---\n",
            "1:1: address /social/ is taken by content/categories/social.md; choose another slug or file name",
        ),
    },
    "content/pages/contact.md": {
        "address of the publication's own": (
            "---\ntitle: Tags\nsummary: A\nslug: tags\n---\n",
            "4:1: address /tags/ is taken by the publication itself; choose another slug or file name",
        ),
    },
    "content/pages/2023.md": {
        "address of a year": (
            "---\ntitle: A year\nsummary: A\n---\n",
            "1:1: address /2023/ is taken by the publication itself; choose another slug or file name",
        ),
    },
    "content/pages/help.md": {
        "mark outside an article": (
            "---\ntitle: Help\nsummary: A\n---\nText.\n\n[dont-miss]\n",
            "7:1: a [dont-miss] mark outside an article; take it away",
        ),
    },
    "content/pages/…….md": {
        "nothing to name": (
            "---\ntitle: A\nsummary: A\n---\n",
            "1:1: no letter or digit for an address; choose another file name",
        ),
    },
    "content/promos/webinar.md": {
        "ends first": (
            "---\ntitle: A\ntext: B\nurl: https://a.example/\nstart: 2023-12-02\nend: 2023-12-01\n---\n",
            "6:6: ends before it starts (2023-12-02 00:00); correct one of the two times",
        ),
        "text that nobody sees": (
            "---\ntitle: A\ntext: B\nurl: /about/\nstart: 2023-12-01\nend: 2023-12-02\n---\n\nMore.\n",
            "9:1: text that nobody sees under a promo's front matter; "
            "write it into the front matter as 'text: …', or delete it",
        ),
        "own address that leads nowhere": (
            "---\ntitle: A\ntext: B\nurl: /abuot/\nstart: 2023-12-01\nend: 2023-12-02\n---\n",
            "4:6: linked address '/abuot/' leads nowhere; did you mean '/about/'?",
        ),
        "part of an own address that there is not": (
            "---\ntitle: A\ntext: B\nurl: /about/#what-we-di\nstart: 2023-12-01\nend: 2023-12-02\n---\n",
            "4:6: no heading '#what-we-di' in content/pages/about.md; did you mean '#what-we-do'?",
        ),
        "own address not public when it starts": (
            "---\ntitle: A\ntext: B\nurl: /2024/02/later/\nstart: 2024-01-01\nend: 2024-03-02\n---\n",
            "4:6: linked address '/2024/02/later/' is not public before 2024-02-01 08:00; "
            "choose one that is public by then",
        ),
        "no address": (
            "---\ntitle: A\ntext: B\nurl: a.example\nstart: 2023-12-01\nend: 2023-12-02\n---\n",
            "4:6: url: 'a.example' is no address; write it in full: https://…",
        ),
    },
    "content/categories/media.md": {
        "unknown colour": (
            "---\nname: Media\norder: 2\ncolour: blu\nsummary: A\n---\n",
            "4:9: colour cannot be 'blu'; did you mean 'blue'?",
        ),
        "no number": (
            "---\nname: Media\norder: second\ncolour: blue\nsummary: A\n---\n",
            "3:8: order: 'second' is no whole number; write one such as 3",
        ),
    },
}

NEIGHBOURS = {
    "articles/2023/11/two.md": article(title="Two", day=20),
    "articles/2023/11/three.md": article(title="Three", day=20),
    "articles/2023/11/four.md": article(title="Four", day=20),
    "articles/2023/11/five.md": article(title="Five", day=20),
    "articles/2023/11/later.md": article(title="Later", keys="embargo: 2024-02-01 08:00\n"),
    "articles/2023/11/unfinished.md": "---\ntitle: Unfinished\nstatus: draft\ntags: [Secret]\n---\n",
    "sponsors/tideline.md": "---\nname: Tideline\nurl: https://tideline.example/\n---\n",
    "pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\n## What we do\n\nWe.",
    "pictures/a.svg": SVG,
    "pictures/stall.svg": SVG,
    "pictures/damaged.webp": "RIFF",
}

CASES = {
    **{name: (ONE, article(keys=keys), problems) for name, (keys, *problems) in FRONT_MATTER.items()},
    **{name: (ONE, article(body=body), problems) for name, (body, *problems) in BODIES.items()},
    **{name: (path, text, problems) for path, cases in OTHERS.items() for name, (text, *problems) in cases.items()},
}


@pytest.mark.parametrize(("path", "text", "problems"), CASES.values(), ids=CASES.keys())
def test_a_mistake_is_reported_at_its_place(load_content: Load, path: str, text: str, problems: list[str]) -> None:
    loaded = load_content({**NEIGHBOURS, path.removeprefix("content/"): text})

    assert [str(found) for found in loaded.problems] == [f"{path}:{problem}" for problem in problems]


def test_all_mistakes_of_a_folder_are_reported_at_once_in_order_of_place(load_content: Load) -> None:
    in_place: dict[str, str] = {}
    wanted = []
    for number, (path, text, problems) in enumerate(CASES.values()):
        # What a list shows is not known while there are articles with mistakes.
        if path != ONE or "itself" in problems[0] or "/archive/" in problems[0] or "/tags/" in problems[0]:
            continue
        own = f"articles/2023/11/mistake-{number}.md"
        in_place[own] = text
        wanted += [f"content/{own}:{problem}".replace(ONE, f"content/{own}") for problem in problems]

    loaded = load_content({**NEIGHBOURS, **in_place})

    assert len(wanted) > 40
    assert {str(found) for found in loaded.problems} == set(wanted)
    assert list(loaded.problems) == sorted(loaded.problems)


def test_a_mistake_in_one_place_hides_none_elsewhere_in_the_file(load_content: Load) -> None:
    text = article(keys="relatd: [two]\nsponsor: tidelin\n", body="![A](none.svg)").replace("title:", "titel:")

    loaded = load_content({**NEIGHBOURS, "articles/2023/11/one.md": text})

    assert [str(found) for found in loaded.problems] == [
        f"{ONE}:2:1: unknown key 'titel'; did you mean 'title'?",
        f"{ONE}:7:1: unknown key 'relatd'; did you mean 'related'?",
        f"{ONE}:8:10: unknown sponsor 'tidelin'; did you mean 'tideline'?",
        f"{ONE}:10:6: picture 'none.svg' does not exist; name one that is there",
    ]


def test_a_mistake_in_one_file_is_not_one_of_those_that_refer_to_it(load_content: Load) -> None:
    files = {
        "categories/social.md": "---\nname: Social\norder: x\ncolour: pink\nsummary: Platforms.\n---\n",
        "articles/2023/11/two.md": article(keys="daet: x\n").replace("date:", "# date:"),
        "articles/2023/11/one.md": article(keys="related: [two]\n", body="[two](two.md)"),
    }

    loaded = load_content(files)

    assert [problem.path for problem in loaded.problems] == [
        "content/articles/2023/11/two.md",
        "content/categories/social.md",
    ]


def test_a_publication_without_categories_is_told_so(load_content: Load) -> None:
    loaded = load_content({"articles/2023/11/a.md": "---\ntitle: A\nstatus: draft\n---\n"}, beside={})

    assert [str(problem) for problem in loaded.problems] == [
        "content/categories:1:1: content/categories is empty; "
        "write a file there, such as news.md with name, order, colour and summary: every article is in one"
    ]


def test_times_are_compared_on_the_clock_of_the_world(load_content: Load) -> None:
    keys = "embargo: 2023-10-29T02:45+02:00\nupdated: 2023-10-29T02:15+01:00\n"
    text = article(keys=keys).replace("date: 2023-11-24 09:30", "date: 2023-10-29T02:40+02:00")

    loaded = load_content({"articles/2023/10/one.md": text}, zone=ZoneInfo("Europe/Berlin"))

    assert [str(problem) for problem in loaded.problems] == []


def test_a_folder_that_nothing_reads_is_a_problem(load_content: Load) -> None:
    loaded = load_content({"artcles/one.md": article()})

    assert [str(problem) for problem in loaded.problems] == [
        "content/artcles:1:1: a folder that nothing reads; did you mean 'articles'?"
    ]


@pytest.mark.parametrize(
    "text",
    [
        article(keys="related: [two]\ndont_miss: three\nupdated: 2023-11-30 08:00\nembargo: 2023-11-30 08:00\n"),
        article(keys="embargo: 2024-03-01 08:00\nrelated: [later]\n", body="[it](later.md) [it](/2024/02/later/)"),
        article(body="[dont-missing] is a word.\n\n[Dont-Miss: two]\n\nText."),
        article(body="[a chart][c]\n\n[c]: https://other.example/chart.png"),
        article(body="![a chart][c]\n\n[c]: /pictures/a.svg"),
        article(body="[top](#top) [part](two.md#_share) [n](#fn:1) Text[^1].\n\n[^1]: Note."),
        article(body="[a](/social/page/3/) [b](/social/feed.xml) [c](/authors/ana-lim/) [d](/archive/2023/11/) [e](/)"),
        article(body="[a](/feed.xml) [b](/assets/logo.png) [c](/tags/) [d](/authors/) [e](/2023/11/two/?a=b#top)"),
        article(
            keys="tags: [Out-of-home, out of home, 'C#', C++, C]\n", body="[t](/tags/c-sharp/) [f](/tags/c/feed.xml)"
        ),
        "---\ntitle: A draft needs only a title\n---\n".replace("title:", "status: draft\ntitle:"),
        "---\ntitle: A\nstatus: draft\nrelated: [unfinished, later]\nembargo: 2030-01-01\n---\n[it](unfinished.md)",
        article(body="```\n# no heading ![](none.png) [dont-miss]\n```\n\n    [x](nowhere)\n\n`[y](nowhere)`"),
        article(
            body="\\# no heading, \\[x](nowhere)\n\n## Heading\n\n[x](#heading) [y](/about/) [z](mailto:a@b.example)"
        ),
        article(keys='picture: {file: /pictures/a.svg, alt: ""}\n', body='![A](/pictures/a.svg "Caption")'),
        article(keys="dont_miss: two\n", body="Text.\n\n[dont-miss: two]\n\nText."),
        article(keys="category: Social\n".replace("category", "lang").replace("Social", "zh-Hant")),
        article().replace("category: Social", "category: social").replace("[ana-lim]", "ana-lim"),
    ],
)
def test_what_is_allowed_is_no_problem(load_content: Load, text: str) -> None:
    loaded = load_content({**NEIGHBOURS, "articles/2023/11/one.md": text})

    assert [str(problem) for problem in loaded.problems] == []


def test_a_slug_that_a_draft_has_too_is_a_name_still_and_told(load_content: Load) -> None:
    files = {
        "articles/2023/11/two.md": article(title="Two"),
        "articles/2022/03/two.md": "---\ntitle: D\nstatus: draft\n---\n",
        "articles/2023/11/one.md": article(keys="related: [two]\n"),
    }
    loaded = load_content(files)

    assert [str(problem) for problem in loaded.problems] == [
        "content/articles/2023/11/one.md:7:11: warning: related article 'two' may be one of 2 articles; "
        "name it with its month: 2023/11/two or 2023/12/two"
    ]


def test_a_slug_that_several_articles_have_is_no_name(load_content: Load) -> None:
    files = {
        "articles/2023/11/report.md": article(title="November"),
        "articles/2022/03/report.md": article(title="March").replace("2023-11-24", "2022-03-24"),
        "articles/2023/11/one.md": article(keys="related: [report, 2022/03/report, 2022/04/report]\n"),
        "articles/2023/11/two.md": article(keys="related: [one, 2023/11/one]\n", body="Text.\n\n[dont-miss: report]\n"),
        "articles/2023/11/three.md": article(keys="related: [2023/11/three, 2022/03/report, 2023/11/report]\n"),
    }
    which = "name it with its month: 2022/03/report or 2023/11/report"

    assert [str(problem).partition("content/articles/2023/11/")[2] for problem in load_content(files).problems] == [
        f"one.md:7:11: related article 'report' may be one of 2 articles; {which}",
        "one.md:7:35: unknown related article '2022/04/report'; did you mean '2022/03/report'?",
        "three.md:7:11: related article is this article itself; choose another one",
        "two.md:7:16: related article '2023/11/one' is 'one' a second time; keep one of them",
        f"two.md:11:1: don't-miss article 'report' may be one of 2 articles; {which}",
    ]


OVER = {
    "articles/2023/11/over.md": article(title="Over", keys="expires: 2023-11-30 18:00\n"),
    "articles/2023/11/gone.md": article(title="Gone", keys="retracted: {date: 2023-11-30, text: Invented.}\n"),
    "articles/2023/11/soon.md": article(title="Soon", keys="expires: 2023-12-24\n"),
}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            article(keys="related: [over, gone, soon]\ndont_miss: two\n"),
            [
                "7:11: notice: related article 'over' is over (since 2023-11-30 18:00)",
                "7:17: notice: related article 'gone' is retracted (since 2023-11-30 00:00)",
            ],
        ),
        (
            article(body="[dont-miss: over]\n\nText."),
            ["8:1: notice: don't-miss article 'over' is over (since 2023-11-30 18:00)"],
        ),
        (
            article(keys="embargo: 2024-02-01\nrelated: [soon]\n"),
            ["8:11: notice: related article 'soon' is over (since 2023-12-24 00:00)"],
        ),
        (article(keys="related: [soon]\n", body="[over](over.md) [gone](/2023/11/gone/)"), []),
        (article(keys="related: [over]\nretracted: {date: 2023-11-30, text: Invented.}\n"), []),
    ],
)
def test_who_names_what_is_over_gets_another_one_and_a_notice(load_content: Load, text: str, told: list[str]) -> None:
    loaded = load_content(OVER | {"articles/2023/11/one.md": text, "articles/2023/11/two.md": article(title="Two")})

    remedy = "; nothing need be done: another one stands in its place, if any is good enough"
    assert [str(problem) for problem in loaded.problems] == [f"{ONE}:{line}{remedy}" for line in told]
