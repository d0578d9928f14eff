"""Addresses: what is fetched, what is refused. The web is a server on this machine, named by its number."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from urllib3.util import parse_url

from throughline.extract.inputs import Limits, pages
from throughline.extract.intake import address
from throughline.model import Page, Problem

POLISH = "<p>Misja zakończyła się.".encode("iso8859-2")
GOOD = b"<!doctype html><p>The mission in Lower Varnia ended on Monday."
FEED = b"<rss><channel><item><description>Text</description></item></channel></rss>"
LIMITS = Limits(page_bytes=50_000, connect_seconds=2, fetch_seconds=2)


ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=iso-8859-2"}, POLISH),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(GOOD)),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"<p>" * 5_000_000)),
    "/picture": (200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n"),
    "/big": (200, {}, b"x" * 60_000),
    "/empty": (200, {}, b""),
    "/missing": (404, {}, b"no"),
    "/home": (302, {"Location": "/page"}, b""),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/drip":
            self._drip()
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def problem(url: str) -> str:
    (outcome,) = pages([url], limits=LIMITS)
    found = outcome if isinstance(outcome, Problem) else getattr(outcome, "problem", None)
    assert isinstance(found, Problem), outcome
    assert found.advice
    return found.what


def test_a_page_is_fetched_with_its_charset_address_and_day(site: str) -> None:
    (page,) = pages([f"{site}/page"], limits=LIMITS)
    assert isinstance(page, Page)
    assert page.data == POLISH
    assert page.media_type == "text/html;charset=iso-8859-2"
    assert page.declared.url == page.source == f"{site}/page"
    assert page.captured is not None


def test_packed_pages_and_feeds_are_opened(site: str) -> None:
    found = [o for o in pages([f"{site}/packed", f"{site}/feed"], limits=LIMITS) if isinstance(o, Page)]
    assert [page.media_type for page in found] == ["text/html", "application/rss+xml"]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/bomb", "more than 50,000 bytes"),
        ("/big", "more than 50,000 bytes"),
        ("/picture", "a PNG picture"),
        ("/empty", "nothing in it"),
        ("/missing", "404"),
        ("/home", "this machine or its own network"),
        ("/metadata", "this machine or its own network"),
        ("/file", "no http address"),
    ],
)
def test_what_goes_wrong_is_a_problem(site: str, path: str, what: str) -> None:
    assert what in problem(site + path)


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "0"])
def test_names_and_disguises_of_this_machine_are_refused(host: str) -> None:
    assert "this machine or its own network" in problem(f"http://{host}:9/")


@pytest.mark.parametrize(
    ("told", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(told: str, *, public: bool) -> None:
    assert address._is_public(told) is public


def test_a_name_is_resolved_once_a_hop_and_asked_there(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a second answer that points home is never used. The check itself is told to let this machine pass."""
    port = int(site.rpartition(":")[2])
    asked: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(address, "_is_public", lambda _: True)
    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", resolve)
        named = f"http://example.test:{port}"
        addresses = address._addresses(parse_url(named), may_be_literal=True)
    assert (addresses, asked) == (["127.0.0.1"], ["example.test"])
    monkeypatch.setattr(address, "_addresses", lambda *_, **__: ["127.0.0.1"])
    (page,) = pages([f"{named}/page"], limits=LIMITS)
    assert isinstance(page, Page)
    assert problem(f"{named}/loop") == "more than 5 redirects"


def test_a_server_that_drips_is_left(site: str) -> None:
    (outcome,) = pages([f"{site}/drip"], limits=Limits(fetch_seconds=0.2))
    assert isinstance(outcome, Problem)
    assert "takes longer" in outcome.what


def test_nobody_there_is_a_problem() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert "can't be fetched" in problem(f"http://127.0.0.1:{port}/")


NO_ADDRESSES = ["http://", "https://[", "http://a b/", "http://\udcff/", "http://x:99999/", "http://" + "a" * 70]


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_addresses_that_are_none_are_problems(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    problem(url)
