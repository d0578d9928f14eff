"""Whatever is asked of the desk, it answers with a page or a refusal: whole, guarded, with no element of another's."""

import json
import random
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx2
import pytest
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.fuzz.markup import whole
from throughline.ledger.rulings import VERDICTS
from throughline.story import Story
from throughline.web.app import application
from throughline.web.desk import Desk
from throughline.web.guard import HEADERS
from throughline.web.screens import SCREENS
from throughline.web.server import listen

HOST = "127.0.0.1:8420"
NAMES = (
    "about", "against", "as_of", "at", "by", "copied", "from", "kind", "later", "maybe", "of", "on", "once", "outcome",
    "outlet", "page", "part", "positions", "published", "q", "queue", "raw", "record", "ruled", "series", "show",
    "states", "status", "thoughts", "to", "top", "type", "with", "", "zq9", "a[]", "\0", "<b onclick=x>",
)  # fmt: skip
VALUES = (
    "", " ", "0", "1", "-1", "1.5", "1e9", "99999999", "9" * 400, "²", "٣", "true", "hide",
    "0000", "0001", "0000-00-00", "9999-99", "9999-12-31", "0001-01-01", "10000-01-01", "-0044-03-15", "Y170000002",
    "2012-02-30", "2012-03-10", "2012-21", "2012-39", "201X", "20XX-XX", "XXXX-12-XX", "2012?", "2012~", "2012-03%",
    "../2012", "2012/..", "/2012", "2012/", "2012-03-10/2012-03-01", "[2012-03-01..2012-03-09]", "{2012,2013}",
    "[..2012]", "2012-03-10T24:00", "3/4/2012", "spring 2012", "tomorrow", "last year",
    "0-0", "0-5", "5-0", "-5-9", "0-999999999", "7-" + "9" * 50, "1-2-3", "a-b", "١-٢",
    "javascript:alert(1)", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='x", "{{7*7}}",
    "{% raw %}", "%s %n %00", "\0", "a\0b", "\n\r\t", "\x0b\x1b[31m", "\u202e\u2066", "\U0010ffff", "́", "é" * 2000,
    "w" * 9000, "' OR 1=1 --", "* NEAR(", '"', '""', "AND OR NOT", "(((((", "a*", "^a", "-a", "*", "zq9*", "col:zq9",
    "../../etc/passwd", "..%2f..%2fetc", "undated", "ambiguous", "log", "doubtful", "orphans", "person", "place",
    "happened", "denied", "PROTEST", "slipped", "missed", "article-", "event-", "happening-", "actor-", "a", "-", "~",
    "article-~article-", "zq9", "Zq9", "Arden", "Velland",
)  # fmt: skip
RAW = (b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xe2\x82", b"a\xffb", b"\0", b"\xef\xbb\xbf1")
SPARE = (
    "/", "/nowhere", "/static/", "/static/desk.css", "/static/..", "/static/%2e%2e/app.py", "/static/nothing.js",
    "/rule", "/undo", "//evil.example/", "/\\evil.example", "/chronicle/", "/chronicle.json/", "/.json", "/..",
    "/people/", "/article//compare", "/search.JSON", "/%00", "/%ff%fe", "/static/%00", "/static/%ff",
    "/static/" + "a" * 300,
)  # fmt: skip


@cache
def client_of(path: Path) -> TestClient:
    return TestClient(application(Desk(Story(path)), [HOST]), base_url=f"http://{HOST}", follow_redirects=False)


@cache
def ids_of(path: Path) -> tuple[str, ...]:
    """Ids of every kind of record that the screens' own answers name, whole, cut short and wrong."""
    client = client_of(path)
    told = "".join(client.get(f"{one}.json").text for one in SCREENS if "{" not in one)
    whole = sorted(set(re.findall(r"\b[a-z]+-[0-9a-f]{16}\b", told)))
    some = [one for number, one in enumerate(whole) if number % max(1, len(whole) // 60) == 0]
    return (*some, *(one[:-3] for one in some), *(one[:9] for one in some), *(f"{one}~{one}" for one in some[:5]))


def escaped(value: str | bytes) -> str:
    return quote(value.encode("utf-8", "replace") if isinstance(value, str) else value, safe="")


def guarded(found: httpx2.Response) -> None:
    for name in HEADERS:
        assert found.headers.get(name), f"{found.request.url} has no {name}"
    assert found.headers["content-security-policy"] == HEADERS["content-security-policy"]


def held(found: httpx2.Response) -> None:
    """Hold an answer to what each is: no failure, guarded, and what it says it is."""
    assert found.status_code in {200, 303, 307, 400, 403, 404, 405, 409, 413}, (found.status_code, found.request.url)
    guarded(found)
    kind = found.headers.get("content-type", "")
    if kind.startswith("text/html"):
        whole(found.text)
    elif kind.startswith("application/json"):
        json.loads(found.text)
    if found.status_code in {303, 307}:
        assert re.match(r"/(?![/\\])", found.headers["location"])


words = st.one_of(
    st.sampled_from(VALUES), st.text(max_size=30), st.sampled_from(RAW), st.binary(max_size=8), st.integers().map(str)
)
names = st.one_of(st.sampled_from(NAMES), st.sampled_from(NAMES), st.text(max_size=5), st.sampled_from(RAW))
twin = st.sampled_from(("", "", ".json"))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", "<b onclick=x>", "<p style='a'>", "<iframe></iframe>", "</p>", '<p"x>',
        "<a href='javascript:x'>x</a>", "<a href='//evil.example'>x</a>", "<a href='https://evil.example'>x</a>",
        "<form action='/\\x'>",
    ],
)  # fmt: skip
def test_this_test_would_tell(inside: str) -> None:
    whole("<!doctype html><html><body><p>so</p></body></html>")
    with pytest.raises(AssertionError):
        whole(f"<!doctype html><html><body><p>so {inside}</p></body></html>")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_address_with_any_parameters(hostile: Path, data: st.DataObject) -> None:
    found = st.one_of(st.sampled_from(ids_of(hostile)), words)
    screen = data.draw(st.sampled_from(list(SCREENS))).replace("{id}", escaped(data.draw(found)))
    asked = [(data.draw(names), data.draw(found)) for _ in range(data.draw(st.integers(0, 4)))]
    query = "&".join(f"{escaped(name)}={escaped(value)}" for name, value in asked)
    held(client_of(hostile).get(f"{screen}{data.draw(twin)}?{query}"))


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_with_each_parameter(hostile: Path, screen: str) -> None:
    client = client_of(hostile)
    own = [one for one in ids_of(hostile) if len(one.partition("-")[2]) == 16]
    for number, name in enumerate(NAMES):
        for step in range(3):
            value = VALUES[(number * 13 + step * 17) % len(VALUES)]
            address = screen.replace("{id}", own[(number + step) % len(own)])
            held(client.get(f"{address}{'.json' if step % 3 == 2 else ''}?{escaped(name)}={escaped(value)}"))


@pytest.mark.parametrize("address", SPARE)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE"])
def test_what_is_no_screen_is_refused_under_guard(hostile: Path, method: str, address: str) -> None:
    found = client_of(hostile).request(method, f"http://{HOST}{address}")
    if method == "GET":
        held(found)
    guarded(found)
    assert found.status_code < 500


def test_a_mistake_of_ours_is_guarded_too_and_tells_nothing(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("zq9")

    monkeypatch.setattr(Desk, "state", fail)
    client = TestClient(application(Desk(Story(hostile)), [HOST]), f"http://{HOST}", raise_server_exceptions=False)
    found = client.get("/state")
    assert found.status_code == 500
    assert "zq9" not in found.text
    guarded(found)


@pytest.fixture(scope="module")
def served(hostile: Path) -> Iterator[str]:
    """Serve the story as a process of its own would; gives the host."""
    listening = listen(0)
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(
        uvicorn.Config(application(Desk(Story(hostile)), [host]), log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield host
    server.should_exit = True
    thread.join(10)


@pytest.mark.parametrize(
    "line", [b"/\xff\xfe", b"/chronicle?\xff", b"/%", b"/%zz?%", b"*", b"http://evil.example/", b"/" * 70_000]
)
def test_a_line_that_is_no_request_ends_nothing(served: str, line: bytes) -> None:
    for asked in (line, b"/chronicle"):
        with socket.create_connection(("127.0.0.1", int(served.partition(":")[2])), timeout=10) as sending:
            sending.sendall(b"GET " + asked + f" HTTP/1.1\r\nhost: {served}\r\nconnection: close\r\n\r\n".encode())
            told = sending.makefile("rb").read(12)
        assert re.fullmatch(rb"HTTP/1.1 [234]\d\d", told), told
    assert told.endswith(b"200")


def token_of(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/review").text)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def own(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the story, to rule on."""
    return Path(shutil.copy(hostile, tmp_path_factory.mktemp("own") / "own.story"))


fields = st.sampled_from(
    ("target", "verdict", "value", "reason", "author", "next", "ruling", "date", "token", "\0", "zq9")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    address=st.sampled_from(("/rule", "/undo", "/rule?token=x", "/undo.json", "/chronicle")),
    body=st.one_of(
        st.binary(max_size=200),
        st.dictionaries(fields, st.sampled_from(VALUES)).map(lambda one: urlencode(one).encode()),
    ),
)
def test_no_body_changes_anything_without_the_token(own: Path, address: str, body: bytes) -> None:
    before = Story(own).rulings()
    found = client_of(own).post(address, content=body)
    assert found.status_code in {403, 404, 405, 413}
    held(found)
    assert Story(own).rulings() == before


def test_a_ruling_is_kept_whole_or_refused(own: Path) -> None:
    """One that is kept is one more in the log; after it every screen still answers. Each builds on those before it."""
    chance = random.Random(17)  # noqa: S311 - the same rulings every time
    client, story = client_of(own), Story(own)
    token = token_of(client)
    pool: list[str | bytes] = [*ids_of(own), *VALUES, *RAW]
    verdicts = {303: 0, 400: 0}
    for _ in range(150):
        before = story.rulings()
        targets = [*ids_of(own)[:60], *(one.id for one in before), chance.choice(pool)]
        form: dict[str, str | bytes] = {
            "token": token,
            "target": chance.choice(targets),
            "ruling": chance.choice(targets),
            "verdict": chance.choice((*VERDICTS, *VERDICTS, chance.choice(VALUES))),
            "value": chance.choice(("", "2012-03-05", chance.choice(targets), chance.choice(pool))),
            **{name: chance.choice(pool) for name in ("reason", "author", "next")},
        }
        body = "&".join(f"{name}={escaped(value)}" for name, value in form.items())
        found = client.post(chance.choice(("/rule", "/rule", "/undo")), content=body.encode())
        held(found)
        verdicts[found.status_code] += 1
        after = story.rulings()
        assert after[: len(before)] == before
        assert len(after) == len(before) + (found.status_code == 303)
        if found.status_code == 303:
            ruling = f"/ruling/{after[-1].id}"
            for shown in (found.headers["location"], "/review?queue=log", ruling, "/chronicle", "/people"):
                held(client.get(shown))
    assert min(verdicts.values()) > 20, "both are tried"
    assert not story.audit()
