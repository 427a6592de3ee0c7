"""Redirects and gone addresses for an own web server, in the file that its configuration includes for the headers."""

import re
from collections.abc import Iterator, Sequence

from plugins.publish.site.address_rules import AddressRules

_UNWRITABLE = re.compile(r"[{}\\]")
"""Characters that a Caddyfile takes for placeholders and escapes, even in quotes."""


def nginx_rules(rules: AddressRules) -> str:
    """Return text for a `server` block: a location for each address, which nginx finds in a tree."""
    lines = [f"location = {_quoted(address)} {{ return 301 {_quoted(_plain(to))}; }}" for address, to in _moved(rules)]
    if rules.gone:
        lines.append("error_page 410 /404.html;")
    lines += [f"location = {_quoted(address)} {{ return 410; }}" for address in both_forms(rules.gone)]
    return "".join(f"{line}\n" for line in lines)


def caddy_rules(rules: AddressRules) -> str:
    """Return text for a site block. What has braces or a backslash in it cannot be written, and has its page."""
    moved = {address: to for address, to in _moved(rules) if not _UNWRITABLE.search(address)}
    gone = [address for address in both_forms(rules.gone) if not _UNWRITABLE.search(address)]
    lines = []
    if moved or gone:
        rows = [*((address, to) for address, to in moved.items()), *((address, "gone") for address in gone)]
        lines += ["map {path} {moved} {", *(f"\t{_quoted(address)} {_quoted(to)}" for address, to in rows), "}"]
    if gone:
        lines += ['@gone vars {moved} "gone"', "error @gone 410"]
    if moved:
        lines += ["@moved vars_regexp {moved} ^(/|http)", "redir @moved {moved} 301"]
    return "".join(f"{line}\n" for line in lines)


def both_forms(addresses: Sequence[str]) -> Iterator[str]:
    """Yield each address once, that of a folder without its slash too: where no folder is, nothing leads on to it."""
    bare = (address.removesuffix("/") for address in addresses)
    yield from dict.fromkeys(form for pair in zip(addresses, bare, strict=True) for form in pair if form)


def _moved(rules: AddressRules) -> Iterator[tuple[str, str]]:
    """Yield each redirect; one of a file of an earlier system, whose page is in a folder, without the slash too."""
    for address, to in rules.redirects.items():
        yield address, to
        bare = address.removesuffix("/")
        if bare != address and "." in bare.rpartition("/")[2]:
            yield bare, to


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _plain(location: str) -> str:
    """Return a location without the sign of nginx's variables, for which there is no escape."""
    return location.replace("$", "%24")
