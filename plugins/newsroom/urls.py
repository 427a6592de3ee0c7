"""Addresses of the publication: the one place that makes a page's URL."""

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.newsroom.syndication.feed_formats import FEED_FILES, FeedFormat

TAGS_URL, AUTHORS_URL, ARCHIVE_URL = "/tags/", "/authors/", "/archive/"
COVERAGE_URL, PATTERNS_URL = "/coverage/", "/patterns/"
FILES_URL = "/files/"
"""Folder of the files that texts link."""
EMBEDS_URL = "/embeds/"
"""Folder of the pages with frames of other sites."""
FEEDS_URL = "/feeds/"
"""Folder of the archives of the home front's feeds, and of feeds for partners."""
SITEMAP_URL = "/sitemap.xml"
"""The index of all sitemaps, where a publication has them."""
AGENDA_URL = f"{COVERAGE_URL}agenda/"
"""Pages for editors and designers, in the preview only; one inside of another takes no other page its address."""

_FULL = re.compile(
    r"(?:https?:)?//(?:[^/?#]*@)?(?P<host>[^/?#:@]+)(?::(?P<port>\d+)?)?(?P<rest>(?:[/?#].*)?)", re.IGNORECASE
)
_USUAL_PORTS = ("80", "443")
_NUMBERED = re.compile(r"page/\d+/$")


def with_latin_host(address: str) -> str:
    """Return a full address with a host in another script as machines write it, `xn--…`, where that can be."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    try:
        return f"{scheme}://{host.encode('idna').decode('ascii')}{slash}{path}" if rest else address
    except UnicodeError:
        return address


def dated_url(month: tuple[int, int], slug: str) -> str:
    """Return the URL of an article of a year and month."""
    return f"/{month[0]:04}/{month[1]:02}/{slug}/"


def category_url(slug: str) -> str:
    return f"/{slug}/"


def tag_url(slug: str) -> str:
    return f"/tags/{slug}/"


def author_url(slug: str) -> str:
    return f"/authors/{slug}/"


def language_url(slug: str) -> str:
    """Return the URL of the front of a language by its tag in small letters."""
    return f"/{slug}/"


def text_page_url(slug: str) -> str:
    return f"/{slug}/"


def month_url(year: int, month: int) -> str:
    return f"/archive/{year:04}/{month:02}/"


def numbered_url(front_url: str, number: int) -> str:
    """Return the URL of the `number`th page of a front; the first is the front itself."""
    return front_url if number == 1 else f"{front_url}page/{number}/"


def front_url(url: str) -> str:
    """Return the URL of the front that a numbered page is of: the opposite of `numbered_url`."""
    return _NUMBERED.sub("", url)


def feed_url(front_url: str, form: FeedFormat = "atom", archive: int = 0) -> str:
    """Return the URL of the feed of a front, or of an archive of it by its number, from 1."""
    file = FEED_FILES[form]
    return f"{front_url}feeds/{archive}/{file.name}" if archive else front_url + file.name


def partner_feed_url(name: str, form: FeedFormat) -> str:
    """Return the URL of the feed for a partner; its file's name tells every host its media type."""
    return f"{FEEDS_URL}{name}/{FEED_FILES[form].name}"


def podcast_url(front_url: str) -> str:
    return f"{front_url}podcast.xml"


def card_url(page_url: str) -> str:
    """Return the URL of the share card of a page, in the page's own folder."""
    return f"{page_url}card.jpg"


def output_path(url: str) -> str:
    """Return the file in the output folder that answers `url`, a root-relative URL without prefix."""
    return url[1:] + "index.html" if url.endswith("/") else url[1:]


def page_path(path: str) -> str:
    """Return the path of a page as the publication has it, decoded: with a slash at its end, without `index.html`."""
    path = unquote(path)
    if "/." in path or "//" in path:
        end = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = posixpath.normpath(path).rstrip("/") + end
    if path.endswith("/index.html"):
        path = path.removesuffix("index.html")
    last = path.rpartition("/")[2]
    return f"{path}/" if last and "." not in last else path


@dataclass(frozen=True, slots=True)
class OwnSite:
    """The host and the path that the publication lives under, by which full addresses of its own are known."""

    host: str = ""
    """In small letters, without `www.`; empty if it is not known."""
    port: str = ""
    prefix: str = ""

    def path_of(self, address: str) -> str | None:
        """Return the root-relative form, without prefix, of a full address of the publication; None of any other.

        Scheme, user, case, `www.` and the usual ports make no difference: readers come to the same page by all of them.
        """
        match = _FULL.fullmatch(address) if self.host and "//" in address[:8] else None
        if not match or _bare(match["host"]) != self.host or match["port"] not in (None, self.port, *_USUAL_PORTS):
            return None
        rest: str = match["rest"]
        if not rest.startswith(self.prefix):
            return None
        path = rest.removeprefix(self.prefix)
        if path and path[0] not in "/?#":
            return None
        return f"/{path.lstrip('/')}"  # with two slashes it would be another host's


UNKNOWN_SITE = OwnSite()


def own_site(site_url: object) -> OwnSite:
    """Return the publication's own site by `SITEURL`; one that knows no address where that has mistakes."""
    match = _FULL.fullmatch(site_url.strip()) if isinstance(site_url, str) else None
    if match is None:
        return UNKNOWN_SITE
    return OwnSite(_bare(match["host"]), match["port"] or "", match["rest"].rstrip("/"))


def _bare(host: str) -> str:
    return unicodedata.normalize("NFKC", unquote(host)).lower().rstrip(".").removeprefix("www.")


def site_prefix(site_url: str) -> str:
    """Return the path that the publication lives under, without a slash at its end: empty for a host of its own."""
    return urlsplit(site_url).path.rstrip("/")


def absolute_url(site_url: str, url: str) -> str:
    """Return the absolute form of `url`, a root-relative URL without prefix."""
    return site_url.rstrip("/") + url


def asset_url(name: str) -> str:
    """Return the URL of a fixed file of the theme, such as an icon."""
    return f"/assets/{name}"


def picture_url(name: str) -> str:
    """Return the URL of a picture of the content folder, by its name in the output."""
    return f"/pictures/{name}"


def embed_url(provider: str, id_: str) -> str:
    """Return the URL of the page with the frame of an embed."""
    return f"{EMBEDS_URL}{provider}/{id_}/"


def on_host(site_url: str, printed_url: str) -> str:
    """Return the absolute form of a URL as pages print it, prefix and all."""
    parts = urlsplit(site_url)
    return f"{parts.scheme}://{parts.netloc}{printed_url}"
