"""`python -m tests.publish.s3_server`: an S3 and a CloudFront on this machine, with a log of requests, and faults.

moto carries the requests out, one after the other, so that a condition and the write that it guards are one step. The
first line of standard output is the address. What begins with `/__server__/` steers the server and is not logged:

    GET /__server__/log        every request so far, as JSON; DELETE forgets them
    POST /__server__/faults    adds a fault (`faults.Fault` as JSON); DELETE ends all, and lets go of what is held
    POST /__server__/site/b    makes bucket `b`; answers with the address where readers find its pages
    GET /__server__/tags/b     the MD5 of every object of bucket `b`, by key
    POST /__server__/fill/b    puts objects straight into bucket `b`: a JSON object of keys and [file, headers]
"""

import html
import json
import os
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from moto.s3.models import s3_backends
from moto.server import create_backend_app
from werkzeug.test import run_wsgi_app

from plugins.stet.die_with_parent import die_with_parent
from tests.publish.faults import Fault
from tests.publish.readers import Readers

ACCOUNT = "123456789012"
REGION = "us-east-1"
CONTROL = "/__server__/"
ERROR = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>As the test wants it</Message></Error>'
)
DELETED = re.compile(rb"<Key>(.*?)</Key>", re.DOTALL)


class Server(ThreadingHTTPServer):
    """What the threads, one for each connection, share."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.apps = {name: create_backend_app(name) for name in ("s3", "cloudfront")}
        self.moto = threading.Lock()
        self.lock = threading.Lock()
        self.log: list[dict[str, Any]] = []
        self.faults: list[Fault] = []

    @property
    def backend(self) -> Any:
        return s3_backends[ACCOUNT]["aws"]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about a client that went away: a test that kills one means it."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection: requests one after the other until the client, or a fault, closes it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body in one piece, sent after each request
    server: Server

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith(CONTROL):
            self._answer(200, [("Content-Type", "application/json")], json.dumps(self._control(body)).encode())
            return
        entry = self._entry(body)
        fault = self._begin(entry)
        if fault and fault.when == "before":
            fault.wait()
            if fault.kind == "close":
                self.close_connection = True
                return
            if fault.kind == "answer":
                content = ERROR.format(code=fault.code).encode()
                self._finish(entry, fault.status, [("Content-Type", "application/xml")], content)
                return
        with self.server.moto:
            content, status, headers = self._carry_out(body)
            entry["stored"] = status < 300
        if fault and fault.when == "after":
            fault.wait()
            if fault.kind == "close":
                self.close_connection = True
                return
        self._finish(entry, status, headers, content)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = handle_any  # noqa: N815 - the names that the base class calls

    @property
    def _service(self) -> str:
        return "cloudfront" if "/cloudfront/" in self.headers.get("Authorization", "") else "s3"

    def _entry(self, body: bytes) -> dict[str, Any]:
        """Return what the log says of this request before it is answered."""
        parts = urlsplit(self.path)
        _, bucket, key = (unquote(parts.path) + "//").split("/", 2)
        deleted = DELETED.findall(body) if parts.query == "delete" else []
        return {
            "service": self._service,
            "method": self.command,
            "path": parts.path,
            "query": parts.query,
            "bucket": bucket,
            "keys": [html.unescape(found.decode()) for found in deleted] or [key.rstrip("/")],
            "if_match": self.headers.get("If-Match"),
            "if_none_match": self.headers.get("If-None-Match"),
            "bytes_in": len(body),
            "bytes_out": 0,
            "status": None,
            "stored": False,
        }

    def _begin(self, entry: dict[str, Any]) -> Fault | None:
        with self.server.lock:
            self.server.log.append(entry)
            met = [fault for fault in self.server.faults if fault.meets(entry["method"], entry["keys"])]
        return met[0] if met else None

    def _carry_out(self, body: bytes) -> tuple[bytes, int, list[tuple[str, str]]]:
        path, _, query = self.path.partition("?")
        environ: dict[str, Any] = {
            f"HTTP_{name.upper().replace('-', '_')}": text for name, text in self.headers.items()
        }
        environ |= {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote(path, "latin-1"),
            "QUERY_STRING": query,
            "RAW_URI": self.path,
            "REQUEST_URI": self.path,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": str(self.server.server_port),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": self.client_address[0],
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        parts, status, headers = run_wsgi_app(self.server.apps[self._service], environ)
        return b"".join(parts), int(status.split()[0]), list(headers)

    def _finish(self, entry: dict[str, Any], status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        entry["status"], entry["bytes_out"] = status, len(content)
        self._answer(status, headers, content)

    def _answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        self.send_response_only(status)
        for name, text in headers:
            if name.lower() not in {"content-length", "connection", "transfer-encoding"}:
                self.send_header(name, text)
        sized = next((text for name, text in headers if name.lower() == "content-length"), "")
        if status != 204:
            self.send_header("Content-Length", sized if self.command == "HEAD" and sized else str(len(content)))
        self.end_headers()
        if self.command != "HEAD" and status not in {204, 304}:
            self.wfile.write(content)

    def _control(self, body: bytes) -> Any:
        what, _, bucket = self.path.removeprefix(CONTROL).partition("/")
        with self.server.lock:
            if what == "log":
                found = list(self.server.log)
                if self.command == "DELETE":
                    self.server.log.clear()
                return found
            if what == "faults":
                if self.command == "DELETE":
                    for fault in self.server.faults:
                        fault.released.set()
                    self.server.faults.clear()
                else:
                    self.server.faults.append(Fault(**json.loads(body)))
                return []
        if what == "site":
            with self.server.moto:
                self.server.backend.create_bucket(bucket, REGION)
            readers = Readers(self.server.backend, self.server.moto, bucket)
            threading.Thread(target=readers.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{readers.server_port}"
        if what == "tags":
            with self.server.moto:
                keys = self.server.backend.get_bucket(bucket).keys
                return {name: key.etag.strip('"') for name, key in keys.items()}
        return self._fill(bucket, json.loads(body))

    def _fill(self, bucket: str, files: dict[str, tuple[str, dict[str, str]]]) -> int:
        """Store files as if they had been uploaded, without requests; headers are metadata by moto's names for them."""
        with self.server.moto:
            for key, (file, headers) in files.items():
                stored = self.server.backend.put_object(bucket, key, Path(file).read_bytes())
                stored.set_metadata(headers)
        return len(files)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the log is asked for."""


def main() -> int:
    """Serve until the process that started this one ends."""
    die_with_parent(os.getppid())
    with Server(int(sys.argv[1]) if len(sys.argv) > 1 else 0) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
