"""The look at a release, against a real web server with pages right, old, missing and wrong."""

import gzip
import hashlib
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from plugins.publish.headers.csp import content_security_policy, missing_sources
from plugins.publish.plan.publish_plan import PublishPlan
from plugins.publish.site.manifest import PublishedFile
from plugins.publish.site.model import Notes
from plugins.publish.verify.check import verify
from plugins.publish.verify.samples import samples
from plugins.publish.web.http import HttpLimits

ONCE = HttpLimits(total=0.0, answer=0.3)
AGAIN = HttpLimits(total=5.0, answer=2.0, pause=0.01)
HTML = "text/html; charset=utf-8"
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=60"

PAGES = {
    "index.html": b"home",
    "2022/a/index.html": b"a",
    "2022/b/index.html": b"b",
    "2023/caf\u00e9/index.html": b"n",
    "pictures/p-1.webp": b"picture",
}
PLAN = PublishPlan(
    new=["2023/caf\u00e9/index.html", "pictures/p-1.webp"],
    changed=["2022/a/index.html", "2022/b/index.html", "index.html"],
    removed=["2021/z/index.html"],
)
CAFE = "/2023/caf%C3%A9/"


def expected(path: str) -> dict[str, str]:
    kind, caching = (HTML, BRIEFLY) if path.endswith(".html") else ("image/webp", FOREVER)
    return {"Content-Type": kind, "Cache-Control": caching}


FILES = {path: PublishedFile(sha256=hashlib.sha256(body).hexdigest(), bytes=len(body)) for path, body in PAGES.items()}
SENT = replace(PLAN, files=FILES)
SAMPLES = samples(SENT, expected)


@dataclass
class Page:
    body: bytes
    type: str = HTML
    caching: str = BRIEFLY
    status: int = 200
    more: dict[str, str] = field(default_factory=dict)


class Host(ThreadingHTTPServer):
    """Serves what is in `pages`, by address; an address that `once` has too is answered from there the first time."""

    daemon_threads = True

    def __init__(self, scheme: str = "http") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.scheme = scheme
        self.pages: dict[str, Page] = {}
        self.once: dict[str, Page] = {}
        self.hanging: set[str] = set()
        self.missing = 404
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.connections: set[int] = set()
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Host

    def do_GET(self) -> None:
        host = self.server
        host.asked.append(self.path)
        host.headers.append(dict(self.headers))
        host.connections.add(self.client_address[1])
        if self.path in host.hanging:
            host.over.wait(30)
        nothing = Page(b"nothing here", status=host.missing)
        page = host.once.pop(self.path, None) or host.pages.get(self.path, nothing)
        self.send_response(page.status)
        headers = {"Content-Type": page.type, "Cache-Control": page.caching, **page.more}
        for name, value in {**headers, "Content-Length": str(len(page.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[Host]:
    server = Host()
    server.pages = {
        "/": Page(b"home"),
        "/2022/a/": Page(b"a"),
        "/2022/b/": Page(b"b"),
        CAFE: Page(b"n"),
        "/pictures/p-1.webp": Page(b"picture", "image/webp", FOREVER),
    }
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()


def problems(host: Host, limits: HttpLimits = ONCE, plan: PublishPlan = SENT) -> list[str]:
    """Return what is wrong with the release that the host serves, without the host's own address."""
    return [each.replace(host.url, "") for each in verify(samples(plan, expected), host.url, expected, limits)[0]]


def test_if_all_is_well_each_sample_is_asked_for_once_over_one_connection(host: Host) -> None:
    assert problems(host) == []
    assert sorted(host.asked) == ["/", "/2021/z/", "/2022/a/", "/2022/b/", CAFE, "/pictures/p-1.webp"]
    assert {headers["Accept-Encoding"] for headers in host.headers} == {"identity"}
    assert len(host.connections) == 1


def test_a_publication_below_a_folder_is_looked_at_there(host: Host) -> None:
    host.pages = {f"/blog{path}": page for path, page in host.pages.items()}

    assert verify(SAMPLES, f"{host.url}/blog", expected, ONCE) == ([], [])


def test_a_host_that_compresses_all_the_same_is_understood(host: Host) -> None:
    host.pages["/"] = Page(gzip.compress(b"home"), more={"Content-Encoding": "gzip"})

    assert problems(host) == []


def test_types_and_lifetimes_that_are_written_otherwise_are_the_same(host: Host) -> None:
    host.pages["/"] = Page(b"home", "text/HTML;charset=UTF-8", "max-age=60,public")

    assert problems(host) == []


def test_only_what_was_wrong_is_looked_at_again(host: Host) -> None:
    host.once = {"/": Page(b"old"), "/2021/z/": Page(b"z"), CAFE: Page(b"", status=404)}

    assert problems(host, AGAIN) == []
    assert len(host.asked) == 9


def test_a_page_under_the_policy_of_an_earlier_build_is_told(host: Host) -> None:
    notes = Notes(styles=("new", "old"))
    served = content_security_policy(notes, {})
    host.pages["/"] = Page(b"home", more={"Content-Security-Policy": served})
    good, _ = verify(SAMPLES, host.url, expected, ONCE, partial(missing_sources, notes=notes))
    host.pages["/"] = Page(b"home", more={"Content-Security-Policy": served.replace("'sha256-new' ", "")})
    (problem,), _ = verify(SAMPLES, host.url, expected, ONCE, partial(missing_sources, notes=notes))

    assert good == []
    assert problem == (
        f"{host.url}/: its Content-Security-Policy does not allow style-src 'sha256-new'; "
        "browsers block that: make headers, and have the host load them"
    )


def test_an_old_copy_is_told(host: Host) -> None:
    host.pages["/"] = Page(b"old home")

    assert problems(host) == [
        "/: other content than was published (8 bytes instead of 4); the network has kept an old copy, so check "
        "`purge` in PUBLISH; or it rewrites pages: switch that off"
    ]


def test_a_missing_page_is_told(host: Host) -> None:
    del host.pages[CAFE]

    assert problems(host) == [
        f"{CAFE}: 404 was answered, and 200 was expected; the host serves another place, or the network has kept that "
        "answer: check both"
    ]


def test_a_wrong_type_and_a_wrong_lifetime_are_told_once_for_all_pages(host: Host) -> None:
    for path in ("/", "/2022/a/", "/2022/b/", CAFE):
        host.pages[path].type = "text/html"
    host.pages["/pictures/p-1.webp"].caching = "no-store"

    assert problems(host) == [
        f"/ and 3 more: Content-Type is text/html, and {HTML} was expected; the host goes by a table of its own: "
        "mend that",
        f"/pictures/p-1.webp: Cache-Control is no-store, and {FOREVER} was expected; the host or the network sets "
        "another: switch that off there",
    ]


def test_a_removed_page_that_readers_still_get_is_told(host: Host) -> None:
    host.pages["/2021/z/"] = Page(b"z")

    assert problems(host) == [
        "/2021/z/: was removed, but 200 was answered, and 404 was expected; the network has kept a copy, so check "
        "`purge` in PUBLISH"
    ]


def test_a_store_that_hides_what_is_missing_is_told(host: Host) -> None:
    host.missing = 403

    assert problems(host) == [
        "/2021/z/: was removed, but 403 was answered, and 404 was expected; the store hides that nothing is there: let "
        "the network list it, or turn its 403 into a 404"
    ]


def test_a_redirect_that_a_host_has_kept_is_told(host: Host) -> None:
    files = {path: replace(file, kind="article") for path, file in FILES.items()}
    host.pages[CAFE] = Page(b"", status=301, more={"Location": "/2023/other/"})

    assert problems(host, plan=replace(SENT, files=files)) == [
        "/2023/caf%C3%A9/: 301 was answered, on to /2023/other/, and 200 was expected; "
        "the host has a redirect of an earlier build there: make headers, and have the host load them"
    ]


def test_where_kinds_are_not_known_a_page_may_be_a_redirect(host: Host) -> None:
    host.pages[CAFE] = Page(b"", status=301, more={"Location": "/2023/other/"})

    assert problems(host) == []


@pytest.mark.parametrize(
    ("status", "more", "sentence"),
    [
        (
            301,
            {"Location": "https://www.a.example/"},
            "/: 301 was answered, on to https://www.a.example/, and 200 was expected; "
            "set `url` in PUBLISH to the address that readers end up with",
        ),
        (
            401,
            {},
            "/: 401 was answered, and 200 was expected; "
            "the host refuses: make it public, and let the User-Agent kit-publish through",
        ),
        (503, {}, "/: 503 was answered, and 200 was expected; see whether the host is well"),
    ],
)
def test_another_status_is_told(host: Host, status: int, more: dict[str, str], sentence: str) -> None:
    host.pages["/"] = Page(b"", status=status, more=more)

    assert problems(host) == [sentence]


@pytest.mark.parametrize("front", [Page(b"", status=403), Page(b"<ListBucketResult/>", "application/xml")])
def test_a_host_without_index_documents_is_told_in_one_sentence(host: Host, front: Page) -> None:
    folders = [path for path in host.pages if path.endswith("/")]
    host.pages |= {f"{path}index.html": host.pages.pop(path) for path in folders} | {"/": front}

    (problem,) = problems(host)
    assert problem.startswith("/: ")
    assert problem.endswith(
        ", but /index.html is as published. Whatever serves the files knows no index documents, so readers' links lead "
        "nowhere; use the website address of the bucket as origin, or let the network add index.html to addresses that "
        "end with a slash"
    )
    assert len(host.asked) == 7


def test_nothing_further_is_asked_of_a_host_that_does_not_answer(host: Host) -> None:
    host.hanging = {"/", CAFE}

    (problem,) = problems(host)
    assert problem == (
        "/: no answer came in time; see to that; what was published is there, but readers may not get it"
    )
    assert host.asked == ["/"]


def test_a_host_that_is_not_there_is_told_in_one_sentence() -> None:
    server = Host()
    server.server_close()

    (problem,) = problems(server, HttpLimits(total=0.05, pause=0.01))
    assert problem.startswith("/: no connection (Connection refused); see to that")


def test_a_name_that_nobody_knows_is_told_in_one_sentence() -> None:
    (problem,), _ = verify(SAMPLES, "http://nobody.invalid", expected, ONCE)

    assert problem.startswith("http://nobody.invalid/: its name is not known (DNS); see to that")


def test_a_certificate_that_is_not_accepted_is_told_at_once(tmp_path: Path) -> None:
    server = Host("https")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path / "own.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    found = problems(server, HttpLimits(total=60.0, answer=2.0))
    server.shutdown()
    server.server_close()

    assert len(found) == 1
    assert found[0].startswith("/: its certificate is not accepted (self-signed certificate); see to that")


def self_signed(file: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + certificate)
    return file
