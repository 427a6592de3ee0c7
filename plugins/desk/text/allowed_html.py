"""The HTML that an author may write: the tags, the attributes of each, and the schemes of addresses.

A list of what is allowed, not of what is refused: nobody knows all that a browser may ever run or load.
`docs/html.md` is written from it.
"""

import re

from plugins.desk.text.link_targets import is_outside


def names(listed: str) -> frozenset[str]:
    """Return the names in a text."""
    return frozenset(listed.split())


_INLINE_GROUPS = {
    "Words": "abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr",
    "Links and pictures": "a img",
    "Ruby and data": "data rb rp rt rtc ruby",
}
_BLOCK_GROUPS = {
    "Headings, paragraphs, lists": "dd dl dt h2 h3 h4 h5 h6 hr li ol p pre ul",
    "Tables": "caption col colgroup table tbody td tfoot th thead tr",
    "Blocks": "address aside blockquote details div figcaption figure section summary",
    "Audio and video": "audio source track video",
}
GROUPS = {**_INLINE_GROUPS, **_BLOCK_GROUPS}
INLINE = names(" ".join(_INLINE_GROUPS.values()))
BLOCKS = names(" ".join(_BLOCK_GROUPS.values()))
ALLOWED = INLINE | BLOCKS

NEEDLESS = names("acronym article big blink center footer font header hgroup main marquee nobr search strike tt")
"""Tags that say how something looks, and those of a whole page: they are taken out, and what is in them stays."""

_OF_WORD = ("o:", "w:", "v:", "m:", "st1:")
"""Beginnings of tags that Word and Outlook put into what is copied from them."""

RUNNING = names(
    "animate applet area base body button datalist dialog embed fieldset form frame frameset head html "
    "iframe input link map math menu meta meter nav noembed noframes noscript object optgroup option output "
    "param picture plaintext portal progress script select slot style svg template textarea title xmp"
)
"""Tags of HTML that an article has no use for, or that run, load, or swallow the page."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
KNOWN = ALLOWED | NEEDLESS | RUNNING | {"h1"}

VOID = names("area base br col embed hr img input link meta param source track wbr")
OPTIONAL_END = names("caption col colgroup dd dt li option p rb rp rt rtc tbody td tfoot th thead tr")
"""Tags that HTML lets stand without an end."""
MAY_STAY_OPEN = VOID | OPTIONAL_END

OPAQUE = names("code kbd pre samp")
"""Tags whose text is shown as it is written."""

EVERYWHERE = names("class dir hidden id lang role tabindex title translate")
_ATTRIBUTES = {
    "a": "download href hreflang name rel target",
    "audio": "controls loop muted preload src",
    "blockquote": "cite",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "del": "cite datetime",
    "details": "name open",
    "img": "alt decoding height loading src width",
    "ins": "cite datetime",
    "li": "value",
    "ol": "reversed start type",
    "q": "cite",
    "source": "media src type",
    "td": "colspan headers rowspan",
    "th": "abbr colspan headers rowspan scope",
    "time": "datetime",
    "track": "default kind label src srclang",
    "video": "controls height loop muted playsinline poster preload src width",
}
ATTRIBUTES = {tag: EVERYWHERE | names(_ATTRIBUTES.get(tag, "")) for tag in ALLOWED}
PREFIXES = ("aria-", "data-")
"""Beginnings of attributes that may stand at every tag."""

ADDRESSES = names("cite href poster src")
"""Attributes that hold an address."""
LOADING = names("poster src")
"""Those whose address the page loads by itself."""

SCHEMES = names("ftp geo http https irc ircs mailto matrix sftp signal sip sms tel tg webcal whatsapp xmpp")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN = re.compile(r"[\t\n\r]")
_TEMPLATE_SIGNS = ("{{", "{%", "__GHOST_URL__")
"""Signs in addresses that another system was to fill in."""
_BEFORE_HOST = re.compile(r"(https?:)/*|//+", re.IGNORECASE)
_EDGES = "".join(map(chr, range(0x21))) + "\ufffd"
"""Spaces and controls, also where the parser has put a sign in place of these."""


def is_needless(tag: str) -> bool:
    """Tell whether a tag is taken out without loss."""
    return tag in NEEDLESS or tag.startswith(_OF_WORD)


def is_allowed(tag: str, attribute: str) -> bool:
    """Tell whether an attribute may stand at a tag that is allowed itself."""
    return attribute in ATTRIBUTES[tag] or attribute.startswith(PREFIXES)


def clean_address(written: str) -> str:
    """Return an address as browsers take it: without what they pass over, and with slashes for backslashes."""
    address = _UNSEEN.sub("", written.strip(_EDGES))
    scheme = scheme_of(address)
    if "\\" in address and scheme in (None, "http", "https"):
        path, mark, rest = address.partition("?" if "?" in address else "#")
        address = path.replace("\\", "/") + mark + rest
    # Two slashes stand before a host, however many are written; in `https:/x/` browsers see a path at times.
    return _BEFORE_HOST.sub(r"\1//", address, count=1) if _BEFORE_HOST.match(address) else address


def scheme_of(address: str) -> str | None:
    """Return the scheme of an address in small letters; None if it has none."""
    match = _SCHEME.match(address)
    return match[1].lower() if match else None


def address_problem(address: str, tag: str, attribute: str) -> str | None:
    """Return the kind of problem with an address, if it may not stand there."""
    if any(sign in address for sign in _TEMPLATE_SIGNS):
        return "template address"
    scheme = scheme_of(address)
    if scheme in ("javascript", "vbscript"):
        return "script address"
    if scheme in ("blob", "data"):
        return "embedded file"
    if scheme and scheme not in SCHEMES:
        return "file of a computer" if attribute in LOADING else "scheme"
    if attribute in LOADING and is_outside(address):
        return "picture elsewhere" if tag == "img" or attribute == "poster" else "media elsewhere"
    return None
