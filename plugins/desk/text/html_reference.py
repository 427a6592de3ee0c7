"""The reference of the HTML that authors may write, `docs/html.md`, written from the tables of `allowed_html`."""

from collections.abc import Iterable, Mapping

from plugins.desk.text import allowed_html as allowed

_INTRODUCTION = """\
# HTML in texts

Markdown is enough for most texts. Where it is not, these tags work, between words or as a block of their own; links,
pictures and parts in them are checked like those of Markdown. Whatever else is written is told with file, line and
column, and taken out; the words in it stay. Comments (`<!-- … -->`) are never published. A tag that is to be named
stands in backticks: `` `<title>` ``.

This page is written by `make docs` from `plugins/desk/text/allowed_html.py`.
"""
_MARKDOWN = """\
## Markdown in HTML

An empty line behind the tag, as on GitHub, makes Markdown of what follows:

```html
<details>
<summary>How we counted</summary>

All **public** reports of the year.

</details>
```
"""


def html_reference() -> str:
    """Return the whole page as Markdown."""
    own = {tag: allowed.ATTRIBUTES[tag] - allowed.EVERYWHERE for tag in allowed.ALLOWED}
    everywhere = _codes(sorted(allowed.EVERYWHERE))
    prefixes = " and ".join(f"`{prefix}…`" for prefix in allowed.PREFIXES)
    return "\n".join(
        [
            _INTRODUCTION,
            "| | Tags | Attributes of their own |\n|---|---|---|",
            *(_row(group, tags.split(), own) for group, tags in allowed.GROUPS.items()),
            "",
            f"At every tag: {everywhere}, {prefixes}. Ids begin with no `_`, and none stands twice.",
            "",
            f"Addresses: paths and files of this publication, `#parts`, and {_codes(sorted(allowed.SCHEMES))}.",
            "Pictures, audio and video come from this publication only.",
            "",
            _MARKDOWN,
            "## What is taken out",
            "",
            f"- {_codes(sorted(allowed.NEEDLESS), '<{}>')}: their words stay, with a notice.",
            f"- {_codes(sorted(allowed.RUNNING), '<{}>')}: an error.",
            "- Codes that other sites give out to paste, `<iframe>` or `<blockquote>` with a `<script>`, become cards,",
            "  with a notice ([more-than-words.md](more-than-words.md)); of other sites a link stays of an `<iframe>`.",
            "- `<h1>` becomes `<h2>`, with a warning: the headline is the only one of level 1.",
            "- Attributes that run something (`onclick=`): an error. Styles and all others: a notice.",
            "- A tag that no browser knows, `<like-this>`, is shown as it is written, with a warning; those of Word,",
            "  `<o:p>` and `<st1:place>`, are taken out, with a notice.",
            "",
        ]
    )


def _row(group: str, tags: list[str], own: Mapping[str, frozenset[str]]) -> str:
    attributes = (f"{_codes([tag])}: {_codes(sorted(own[tag]))}" for tag in tags if own[tag])
    return f"| {group} | {_codes(tags)} | {'; '.join(attributes)} |"


def _codes(names: Iterable[str], form: str = "{}") -> str:
    return ", ".join(f"`{form.format(name)}`" for name in names)
