"""Marks that make a box of a quotation, and what to do about one that makes none."""

from plugins.newsroom.near_misses import KnownNames

FORM_OF_MARK = {
    "PULL": "pull",
    "FACTS": "facts",
    "KEY": "key",
    "TIMELINE": "timeline",
    "NUMBER": "number",
    "QA": "qa",
    "UPDATE": "update",
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "important",
    "WARNING": "warning",
    "CAUTION": "caution",
}
"""Names of forms by their mark, in capitals."""

_MEANT = {
    **dict.fromkeys(("QUOTE", "CITE", "PULLQUOTE", "PULL QUOTE", "PULL-QUOTE"), "PULL"),
    **dict.fromkeys(("BOX", "FACT BOX", "FACTBOX", "DATA", "INFOBOX", "EXAMPLE"), "FACTS"),
    **dict.fromkeys(("KEY POINTS", "TAKEAWAYS", "SUMMARY", "ABSTRACT", "TLDR", "TL;DR"), "KEY"),
    **dict.fromkeys(("HISTORY", "CHRONOLOGY", "DATES"), "TIMELINE"),
    **dict.fromkeys(("STAT", "FIGURE", "BIG NUMBER"), "NUMBER"),
    **dict.fromkeys(("Q&A", "Q & A", "FAQ", "INTERVIEW", "QUESTION", "HELP"), "QA"),
    **dict.fromkeys(("CORRECTION", "UPDATED", "CHANGED"), "UPDATE"),
    **dict.fromkeys(("INFO", "TODO", "REMARK"), "NOTE"),
    **dict.fromkeys(("HINT", "SUCCESS", "CHECK", "DONE"), "TIP"),
    "ATTENTION": "WARNING",
    **dict.fromkeys(("DANGER", "ERROR", "BUG", "FAILURE"), "CAUTION"),
}
"""Marks of other systems, and names that come to mind, by the one that has their sense here."""


def mark_remedy(written: str) -> str:
    """Return what to do about a mark such as `[!FACT]` that has made no box."""
    name = written.rstrip("+-").strip("[]! ").upper()
    if name in FORM_OF_MARK:
        return f"begin a quotation with it, which stands in no list or box, behind an empty line: > [!{name}]"
    meant = _MEANT.get(name) or KnownNames(FORM_OF_MARK).nearest(name)
    if meant:
        return f"did you mean '[!{meant}]'?"
    return f"write one of {', '.join(FORM_OF_MARK)}, as in > [!NOTE]"
