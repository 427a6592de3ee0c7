"""Words for the problems of a text: what is wrong, what to do, and how much it weighs."""

from typing import NamedTuple

from plugins.desk.text.authors_forms.leftovers import LEFTOVERS
from plugins.desk.text.forms.marks import mark_remedy
from plugins.newsroom.problems import Severity, shortened

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE


class Wording(NamedTuple):
    """The sentence of one kind of problem; `{0}` stands for the value that was found."""

    what: str
    remedy: str
    severity: Severity = ERROR


_LINK_TO_IT = "link to it: pages load nothing from other sites"
_LOOKS = "leave it out: how articles look is the theme's"
_TAG_REMEDIES = {
    "area": "write it as [words](address)",
    "base": "leave it out",
    "form": "link to a page that has it: pages send what readers write to the newsletter's provider only",
    "link": _LOOKS,
    "math": "write the formula as text, or as a picture with a description",
    "meta": "leave it out: what a page says of itself stands in the front matter",
    "picture": "write ![what it shows](file.webp): the sizes are made for you",
    "script": "leave it out: articles work without scripts",
    "style": _LOOKS,
    "svg": "save it as a file beside the article and write ![what it shows](file.svg)",
}
_LOADING_TAGS = frozenset(("applet", "embed", "frame", "iframe", "object", "portal"))

PROBLEMS = {
    "unknown tag": Wording("a <{0}> in the text, which is no tag", "write `<{0}>` to name it", WARNING),
    "needless tag": Wording("a <{0}> tag, which pages leave out", _LOOKS, NOTICE),
    "top heading": Wording(
        "a heading of the top level",
        "begin it with '##': the headline is the only one of level 1 (for a hashtag write '\\#')",
        WARNING,
    ),
    "skipped level": Wording("a heading of level {0} below one that is two levels up", "leave no level out", WARNING),
    "unclosed tag": Wording("a <{0}> that is not closed", "close it with </{0}>, or write `<{0}>` to name it"),
    "unfinished tag": Wording("a tag that nothing ends: '{0}'", "end it with '>', or write '&lt;' for the '<'"),
    "unended comment": Wording("a comment that nothing ends: '{0}'", "end it with '-->': nothing behind it is shown"),
    "instruction": Wording(
        "'{0}' in the text, which pages leave out", "take it away, or write it in backticks to name it", WARNING
    ),
    "stray end": Wording("a </{0}> that closes nothing", "take it away", WARNING),
    "stray part": Wording("a <{0}> outside a table", "put it into a <table>", WARNING),
    "extra cell": Wording(
        "a cell that its table has no column for: '{0}'",
        "write as many cells as the first row has, and \\| for a | that is none of their borders",
        WARNING,
    ),
    "too deep": Wording("HTML nested too deep, from a <{0}> on", "nest lists, quotations and tags less deep"),
    "too deep text": Wording("a text nested too deep to be read", "nest lists and quotations less deep"),
    "handler": Wording("a script in an attribute: '{0}'", "leave it out: articles work without scripts"),
    "style": Wording("a style in an attribute ({0}=)", _LOOKS, NOTICE),
    "attribute": Wording("an attribute that pages leave out: '{0}'", "take it away", NOTICE),
    "pasted embed": Wording(
        "code to paste of {0}, of which the address stays and becomes a card",
        "write the address alone in a paragraph: docs/more-than-words.md says what else a card can show",
        NOTICE,
    ),
    "short embed": Wording(
        "a short address of {0}, from which no card can be made",
        "open it, and write the long address that it leads to",
        WARNING,
    ),
    "id twice": Wording("an id '{0}' a second time", "choose another"),
    "taken id": Wording("an id '{0}'", "choose one that does not begin with '_': those are the page's own"),
    "script address": Wording("link to a script: '{0}'", "link to a page"),
    "scheme": Wording("an address of an unknown kind: '{0}'", "write https://…, mailto:… or tel:…"),
    "template address": Wording(
        "an address that another system was to fill in: '{0}'", "write the address that it stood for"
    ),
    "file of a computer": Wording(
        "a file that only one computer or program has: '{0}'", "save it as a file beside the article and name that"
    ),
    "embedded file": Wording(
        "a file embedded in the text: '{0}'", "save it as a file beside the article and name that"
    ),
    "space": Wording(
        "an address with a space in it: '{0}'",
        'write %20 for a space; a caption or a title stands behind it in straight quotes: "…"',
        WARNING,
    ),
    "picture elsewhere": Wording("picture '{0}' from another site", "save it beside the article and name the file"),
    "media elsewhere": Wording("a file of audio or video from another site: '{0}'", _LINK_TO_IT),
    "no media": Wording("{0} without a file", "name the file, alone in a paragraph: [what it is](episode.mp3)"),
    "no controls": Wording(
        "{0} without controls, which pages give it", "write controls, or a link: [what it is](episode.mp3)", NOTICE
    ),
    "preload": Wording(
        "audio or video that was to load by itself: preload='{0}'",
        "take it away: pages load it when somebody plays it",
        NOTICE,
    ),
    "player attribute": Wording("an attribute that players leave out: '{0}'", "take it away", NOTICE),
    "words in a player": Wording(
        "words inside a <{0}>, which players leave out", "put them behind </{0}>, or take them away", NOTICE
    ),
    "no description": Wording("picture '{0}' without a description", "write ![what it shows]({0})"),
    "no picture": Wording("a picture without a file", "name the file: ![what it shows](file.webp)"),
    "lost caption": Wording(
        "the caption '{0}' of a picture inside a paragraph, which shows none",
        "give the picture a paragraph of its own",
        WARNING,
    ),
    "size": Wording("a picture's size of '{0}'", "write a number of pixels, or leave it out", WARNING),
    "table inside": Wording(
        "a table of '{0}' inside a paragraph, a list or a quotation, which shows the link alone",
        "give the link a paragraph of its own",
        WARNING,
    ),
    "unknown table": Wording(
        "a class that makes no table of '{0}'",
        "write {{: .table }}, or {{: .bars }}, {{: .columns }}, {{: .lines }} for a chart",
        WARNING,
    ),
    "table of another file": Wording(
        "a table of '{0}', which is no file of rows",
        "save it as CSV, and link to that; or take the class away",
        WARNING,
    ),
    "unnamed table": Wording("a table of '{0}' without a name", "write it in the brackets: [Rates in 2026]({0})"),
    "gallery size": Wording(
        "a size of '{0}' pixels in a gallery, whose pictures are as high as each other",
        "leave it out, or give the picture a paragraph of its own",
        NOTICE,
    ),
    "size behind": Wording(
        "a picture's size that pages do not read: '{0}'",
        "take it away, and write {{: width=300 }} right behind the picture",
        WARNING,
    ),
    "no address": Wording("a link without an address: '{0}'", "write it behind the words: [words](address)", WARNING),
    "empty link": Wording("a link without words: '{0}'", "write [words](address)", WARNING),
    "lost character": Wording(
        "a '\ufffd' in place of a character that no page can show", "write what is meant, or take it away", WARNING
    ),
    "empty box": Wording(
        "a box without words: '{0}'",
        "write its words in the lines below, each begun with '>', or take it away",
        WARNING,
    ),
    "title only": Wording(
        "a box with a title and no more: '{0}'",
        "write its words in the lines below, each begun with '>', empty ones too",
        WARNING,
    ),
    "bare number": Wording(
        "a number without a word of what it counts: '{0}'",
        "say so in the lines below, each begun with '>'",
        WARNING,
    ),
    "no steps": Wording(
        "a timeline without steps: '{0}'", "write a list in it, as in > - **2019** What happened", WARNING
    ),
    "undated step": Wording(
        "a step of a timeline without a date: '{0}'", "begin it with one, as in **2019** What happened", WARNING
    ),
    "no speakers": Wording(
        "questions and answers without a speaker: '{0}'",
        "begin their paragraphs with **Q:** and **A:**, or with names, as in **Ana Lim:**",
        WARNING,
    ),
    "no day": Wording("a date that is not in the calendar: '{0}'", "check year, month and day", WARNING),
    "unused note": Wording(
        "a footnote that nothing refers to: '{0}'", "refer to it as [^{0}], or take it away", WARNING
    ),
    **{
        kind: Wording(leftover.what, leftover.remedy, ERROR if leftover.is_not_meant else WARNING)
        for kind, leftover in LEFTOVERS.items()
    },
}


def words_for(kind: str, value: str) -> Wording:
    """Return the sentence of a problem, with its value in place."""
    if kind == "tag":
        otherwise = (
            _LINK_TO_IT
            if value in _LOADING_TAGS
            else f"leave it out, or write `<{value}>` to name it; docs/html.md lists the tags that work"
        )
        return Wording(f"a <{value}> tag in the text", _TAG_REMEDIES.get(value, otherwise))
    words = PROBLEMS[kind]
    if kind == "callout":
        words = words._replace(remedy=mark_remedy(value))
    return words._replace(what=words.what.format(shortened(value)), remedy=words.remedy.format(value))
