"""An http(s) address that the user named to what lies there. The only place that goes out to the network.

One GET, few redirects, bounded in bytes and time. A name is resolved first and the connection goes to the address
that was checked: no name and no redirect leads to this machine or its own network. Only an address that the user
wrote out in digits may.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urljoin

import urllib3
from urllib3.util import Timeout, Url, parse_url

from throughline.extract import media
from throughline.extract.intake.found import Found, trouble
from throughline.extract.intake.limits import Limits
from throughline.model import Declared, Problem

_AGENT: Final = "throughline/0.1 (reads single pages that a person asked for)"
_CHUNK: Final = 65536
_TRIES: Final = 3  # addresses of one name
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_NAMES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
}
_SAVE: Final = "open it in a browser, save the page, and add the file"

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class _Refused(Exception):  # noqa: N818 - caught here, never seen outside
    """An address that is not asked; the message says why, `advice` what to do."""

    def __init__(self, what: str, advice: str = _SAVE) -> None:
        super().__init__(what)
        self.advice = advice


@dataclass(frozen=True, slots=True)
class _Answer:
    data: bytes
    content_type: str
    url: str


def is_address(given: str) -> bool:
    """Whether an input is one."""
    return given[:8].lower().startswith(("http://", "https://"))


def fetch(url: str, declared: Declared, limits: Limits) -> Found | Problem:
    """Get what is there, as a thing to be read like any file."""
    try:
        answer = _follow(url, limits)
    except _Refused as refusal:
        return trouble(url, str(refusal), refusal.advice)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        return trouble(
            url, f"it can't be fetched: {_said(error)}", "check the address and the connection, or save the page"
        )
    kind = media.essence(answer.content_type)
    name = PurePosixPath(parse_url(answer.url).path or "/").name
    if not name.lower().endswith((*media.PAGE_NAMES, *media.FEED_NAMES, *media.LINE_NAMES, ".json", ".gz", ".zip")):
        name += _NAMES.get(kind, "")
    return Found(
        source=url,
        name=name,
        open=lambda: BytesIO(answer.data),
        beside=lambda *_: None,
        declared=declared,
        said=Declared(url=answer.url),
        charset=media.charset(answer.content_type),
        captured=datetime.now(UTC).date(),
    )


def _follow(url: str, limits: Limits) -> _Answer:
    deadline = time.monotonic() + limits.fetch_seconds
    here = url
    for hop in range(limits.redirects + 1):
        parsed = parse_url(here)
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            raise _Refused("it leads to something that is no http address")
        response = _ask(parsed, _addresses(parsed, may_be_literal=hop == 0), limits)
        try:
            if response.status in {301, 302, 303, 307, 308} and "location" in response.headers:
                here = urljoin(here, response.headers["location"])
                continue
            if response.status != 200:
                raise _Refused(f"the server answers {response.status} {response.reason or ''}".strip())
            return _Answer(_body(response, deadline, limits), response.headers.get("content-type", ""), here)
        finally:
            response.close()
    raise _Refused(f"more than {limits.redirects} redirects")


def _addresses(url: Url, *, may_be_literal: bool) -> list[str]:
    """Where to connect: public addresses, or the one that the user wrote out."""
    host = (url.host or "").strip("[]")
    literal = _literal(host)
    if literal is not None and may_be_literal:
        return [str(literal)]
    port = url.port or (443 if url.scheme == "https" else 80)
    told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in told))
    private = [a for a in addresses if not _is_public(a)]
    if private or not addresses:
        advice = "if you mean a server of your own, name it by its number (http://127.0.0.1:8000/...)"
        raise _Refused(f"{host} is an address of this machine or its own network, not of the web", advice)
    return addresses[:_TRIES]


def _literal(host: str) -> _Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_public(text: str) -> bool:
    address = _literal(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.sixtofour or address.teredo:
            return False
        if address in _NAT64:
            address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        elif address.ipv4_mapped:
            address = address.ipv4_mapped
    return address is not None and address.is_global and not address.is_multicast


def _ask(url: Url, addresses: list[str], limits: Limits) -> urllib3.BaseHTTPResponse:
    """Ask the first address that answers; the name goes into the Host header and the certificate check."""
    timeout = Timeout(connect=limits.connect_seconds, read=limits.connect_seconds)
    headers = {"Host": url.netloc or "", "User-Agent": _AGENT, "Accept-Encoding": "identity"}
    failure: Exception | None = None
    for address in addresses:
        pool: urllib3.HTTPConnectionPool
        if url.scheme == "https":
            host = (url.host or "").strip("[]")
            pool = urllib3.HTTPSConnectionPool(address, url.port, server_hostname=host, assert_hostname=host)
        else:
            pool = urllib3.HTTPConnectionPool(address, url.port)
        try:
            return pool.urlopen(
                "GET",
                url.request_uri,
                headers=headers,
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
        except (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError) as error:
            failure = error
    raise failure or OSError("no address")


def _body(response: urllib3.BaseHTTPResponse, deadline: float, limits: Limits) -> bytes:
    pieces, size = [], 0
    while piece := response.read1(_CHUNK, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > limits.page_bytes:
            raise _Refused(f"more than {limits.page_bytes:,} bytes")
        if time.monotonic() > deadline:
            raise _Refused(f"it takes longer than {limits.fetch_seconds:.0f} seconds")
    return b"".join(pieces)


def _said(error: Exception) -> str:
    return "".join(c if c.isprintable() else " " for c in str(error))[:200]
