"""`throughline mcp` as a chat client starts it: a process, and the protocol on its streams."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters, stdio_client

from throughline.cli import throughline
from throughline.story import Story

PAGE = """<html><head><title>Treaty</title><meta property="og:site_name" content="Vale Post">
<meta property="article:published_time" content="2009-03-06"></head><body><article><h1>Treaty</h1>
<p>Arden signed a treaty with Velland on 5 March 2009, Foreign Minister Dora Venn said.</p></article>"""
COMMAND = [sys.executable, "-m", "throughline", "mcp"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("mcp")
    (room / "treaty.html").write_text(PAGE, encoding="utf-8")
    Story(room / "arden.story").add([str(room / "treaty.html")])
    return room / "arden.story"


def test_a_client_starts_it_and_asks_every_tool(path: Path) -> None:
    async def talk() -> dict[str, Any]:
        server = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], str(path)])
        told: dict[str, Any] = {}
        async with Client(stdio_client(server), mode="legacy") as client:
            assert client.server_info is not None
            assert client.server_info.name == "throughline"
            record = ((await client.call_tool("chronicle", {})).structured_content or {})["records"][0]
            given = {
                "diff": {"earlier": "2008"},
                "search": {"words": "treaty"},
                "why": {"id": record["id"]},
                "article": {"id": record["headline"]["article"]},
            }
            for tool in (await client.list_tools()).tools:
                result = await client.call_tool(tool.name, given.get(tool.name, {}))
                assert not result.is_error, result
                told[tool.name] = result.structured_content
            assert (await client.call_tool("chronicle", {"asof": "2011"})).is_error
        return told

    told = anyio.run(talk)
    assert len(told) == 14
    assert told["search"]["records"][0]["evidence"]["outlet"] == "Vale Post"
    assert told["figures"]["answer"].startswith("No source in this story says so")


def test_standard_output_holds_the_protocol_alone(path: Path) -> None:
    begin = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    }  # fmt: skip
    lines = [json.dumps(begin), "{broken", '{"jsonrpc":"2.0","id":2,"method":"nonsense"}', "[]", "\x00"]
    done = subprocess.run(
        [*COMMAND, str(path)], input="\n".join(lines) + "\n", capture_output=True, text=True, check=False
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(one["jsonrpc"] == "2.0" for one in answers)
    assert answers[0]["result"]["serverInfo"]["name"] == "throughline"
    assert done.returncode == 0


def test_without_a_story_or_the_package_it_says_what_to_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = CliRunner().invoke(throughline, ["mcp", str(path.with_name("gone.story"))])
    assert missing.exit_code == 1
    assert "throughline add" in missing.stderr
    monkeypatch.setattr("throughline.cli.chat.find_spec", lambda _: None)
    bare = CliRunner().invoke(throughline, ["mcp", str(path)])
    assert bare.exit_code == 1
    assert "pip install 'throughline[mcp]'" in bare.stderr


def test_the_conversation_in_the_documentation_stands_in_the_demo(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "mcp.md").read_text(encoding="utf-8")
    CliRunner().invoke(throughline, ["demo", "--keep", str(tmp_path / "demo.story")])
    story = Story(tmp_path / "demo.story")
    said = re.findall(r"“([^”]+)”\s*>?\s*\(`(article-[0-9a-f]{16}):(\d+)-(\d+)`\)", page)
    assert len(said) == 4
    for words, article, start, end in said:
        quoted = " ".join(words.replace("\n>", "\n").removesuffix("…").split())
        assert quoted in " ".join(story.article(article).article.text[int(start) : int(end)].split())
    assert not story.search("oil contract")
    (position,) = story.positions(by="Revik", as_of="2014-05-15")
    assert [stance.outlet for stance in position.stances] == ["Defence Weekly"] * 2
