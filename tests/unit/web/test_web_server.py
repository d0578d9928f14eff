"""The desk as a process: its address, its end, its faults; and that it asks nothing of the network."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from throughline.asked import Clock
from throughline.story import Story
from throughline.web import server
from throughline.web.desk import Desk
from throughline.web.screens import SCREENS
from throughline.web.server import listen


def serving(*words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "throughline", "serve", *map(str, words), "--no-open"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def test_a_story_is_served_until_it_is_interrupted(story: Path) -> None:
    with serving(story, "--port", "0") as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        address = next(word for line in lines for word in line.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(f"{address}chronicle") as page:  # noqa: S310 - our own address
            assert b"Arden" in page.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert "Traceback" not in process.stderr.read()


def test_where_there_is_no_story_it_says_so_at_once(tmp_path: Path) -> None:
    with serving(tmp_path / "none.story") as process:
        assert process.wait(20) == 1
        assert process.stderr is not None
        assert "there is no story" in process.stderr.read()


def test_a_port_that_is_taken_is_named(story: Path) -> None:
    with listen(0) as taken:
        number = taken.getsockname()[1]
        with serving(story, "--port", number) as process:
            assert process.wait(20) == 1
            assert process.stderr is not None
            assert f"port {number} is taken" in process.stderr.read()


def test_it_listens_on_this_machine_only() -> None:
    with listen(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_no_screen_asks_the_network(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*asked: object) -> None:
        raise AssertionError(f"asked the network: {asked}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    for address in SCREENS:
        assert client.get(address.replace("{id}", "nobody")).status_code in {200, 404}


def test_what_other_screens_show_is_there_before_they_are_asked_for(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_PAUSE", 0)
    desk = Desk(Story(story))
    server.gather(desk)
    monkeypatch.setattr(Story, "deadlines", None)
    assert desk.deadlines(Clock()) is not None


def test_a_story_that_went_away_ends_the_gathering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_PAUSE", 0)
    server.gather(Desk(Story(tmp_path / "gone.story")))
