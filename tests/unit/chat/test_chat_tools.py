"""The tools of a chat: the verbs of the command line, each record with its evidence, nothing later than its day."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import anyio
import click
import pytest
from mcp import Client

from throughline.chat.server import application
from throughline.chat.tools import TOOLS
from throughline.cli import throughline
from throughline.errors import StoryMissing
from throughline.story import Story

Ask = Callable[..., dict[str, Any]]
GIVEN = {
    "diff": {"earlier": "2011-12-31", "later": "2012-12-31"},
    "search": {"words": "soldiers"},
    "positions": {"by": "Astor"},
}
_OURS = {"top", "skip", "id", "page"}  # what a chat needs more: to go on, and to open one article
_ARGUMENTS = {"words", "earlier", "later", "record"}
_FORMS = {"json", "nl", "csv", "quiet", "plot", "ruling"}  # how it is printed, drawn; what a ruling moved


def evidence(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"article", "start", "end", "words"} <= set(value):
            yield value
        for part in value.values():
            yield from evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence(part)


def given(story: Story, tool: str) -> dict[str, Any]:
    if tool == "why":
        return {"id": story.chronicle().entries[0].happening.id}
    if tool == "article":
        return {"id": next(iter(story.articles()))}
    return dict(GIVEN.get(tool, {}))


def test_every_tool_only_reads_and_takes_the_clock(path: Path, mode: str) -> None:
    async def listed() -> None:
        async with Client(application(Story(path)), mode=mode) as client:
            tools = (await client.list_tools()).tools
            assert "evidence" in (client.instructions or "")
        assert [tool.name for tool in tools] == list(TOOLS)
        for tool in tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert not tool.annotations.destructive_hint
            assert not tool.annotations.open_world_hint
            assert {"as_of", "maybe"} <= set(tool.input_schema["properties"])
            assert tool.input_schema["additionalProperties"] is False

    anyio.run(listed)


@pytest.mark.parametrize("name", [name for name in TOOLS if name != "article"])
def test_options_are_those_of_the_command_line(name: str) -> None:
    command = throughline.commands[name]
    theirs = {
        one.opts[0].removeprefix("--").replace("-", "_") for one in command.params if isinstance(one, click.Option)
    }
    ours = {option.name for option in TOOLS[name].options} | {"as_of", "maybe"}
    if name == "diff":  # on the command line D2 is the day that is asked as of
        theirs.add("as_of")
    assert ours - _OURS - _ARGUMENTS <= theirs
    assert theirs - _FORMS <= ours | {"help"}


@pytest.mark.parametrize("name", [name for name in TOOLS if name != "status"])
def test_every_record_has_evidence_with_outlet_and_day(name: str, story: Story, ask: Ask) -> None:
    answer = ask(name, **given(story, name))
    assert answer["records"], answer
    texts = {one: story.article(one).article.text for one in story.articles()}
    for record in answer["records"]:
        found = list(evidence(record))
        assert found or record.get("pages"), record
        for one in found:
            assert texts[one["article"]][one["start"] : one["end"]] == one["words"]
            assert one["cite"] == f"{one['article']}:{one['start']}-{one['end']}"
            assert {"outlet", "known"} <= set(one)
            assert answer["articles"][one["article"]]["title"]


@pytest.mark.parametrize("name", list(TOOLS))
def test_nothing_later_than_the_day_is_told(name: str, story: Story, ask: Ask) -> None:
    asked = given(story, name) | {"as_of": "2011-12-31"}
    if name == "diff":
        asked = {"earlier": "2010", "as_of": "2011-12-31"}
    if name == "why":
        asked["id"] = story.chronicle(as_of="2011-12-31").entries[0].happening.id
    if name == "article":
        asked["id"] = next(iter(story.articles(as_of="2011-12-31")))
    answer = ask(name, **asked)
    assert "error" not in answer
    for one in evidence(answer):
        assert one["known"] <= "2011-12-31"
    assert "Dora Venn" not in json.dumps(answer)
    assert "Kell" not in json.dumps(answer)


def test_an_article_that_was_not_out_yet_is_not_there(story: Story, ask: Ask) -> None:
    later = next(one.id for one in story.articles().values() if one.known and one.known > date(2012, 1, 1))
    assert "as far as is known then" in ask("article", id=later, as_of="2011-12-31")["error"]
    assert "as far as is known then" in ask("why", id=later, as_of="2011-12-31")["error"]


def test_undated_pages_are_told_with_maybe_only(ask: Ask) -> None:
    assert not ask("search", words="depot", as_of="2012-01-01")["records"]
    found = ask("search", words="depot", as_of="2012-01-01", maybe=True)
    assert [one["evidence"]["words"] for one in found["records"]] == ["The army will use it as a depot."]
    assert "may have been known by 2012-01-01" in found["answer"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("search", {"words": "zeppelin"}),
        ("said", {"by": "Astor", "about": "zeppelin"}),
        ("positions", {"by": "Nobody Atall"}),
        ("actors", {"about": "Nobody Atall"}),
        ("figures", {"of": "zeppelins"}),
        ("chronicle", {"about": "zeppelin"}),
        ("chronicle", {"as_of": "1990"}),
        ("state", {"as_of": "1990"}),
        ("deadlines", {"as_of": "1990"}),
        ("diff", {"earlier": "1990", "later": "1991"}),
    ],
)
def test_a_question_without_an_answer_is_told_so(name: str, asked: dict[str, Any], ask: Ask) -> None:
    answer = ask(name, **asked)
    assert answer["records"] == []
    assert answer["answer"].startswith("No source in this story says so, ")
    day = asked.get("later") or asked.get("as_of")
    assert (f"known by {day}-12-31" if day else "in all that the story holds") in answer["answer"]


@pytest.mark.parametrize(
    ("name", "asked", "says"),
    [
        ("rule", {}, "there is no tool 'rule'"),
        ("chronicle", {"asof": "2011"}, "chronicle has no option 'asof': it takes from"),
        ("chronicle", {"as_of": "soonish"}, "write a day (2011-12-31)"),
        ("chronicle", {"as_of": 2011}, "as_of takes a day"),
        ("chronicle", {"from": "2012", "to": "2011"}, "give the earlier day first"),
        ("chronicle", {"type": "ZEPPELIN"}, "type is one of AGREE"),
        ("chronicle", {"status": "likely"}, "status is one of happened"),
        ("chronicle", {"top": 0}, "from 1 to 100"),
        ("chronicle", {"top": 1e308}, "from 1 to 100"),
        ("chronicle", {"top": True}, "from 1 to 100"),
        ("chronicle", {"maybe": "yes"}, "maybe is true or false"),
        ("diff", {}, "earlier is missing"),
        ("diff", {"earlier": "2012", "later": "2011"}, "give the earlier day first"),
        ("diff", {"earlier": "2010", "later": "2012", "as_of": "2011"}, "leave one of them out"),
        ("search", {"words": "   \x00 "}, "takes some words"),
        ("search", {"words": "x" * 100_000}, "2,000 characters"),
        ("search", {"words": ["soldiers"]}, "takes words"),
        ("search", {"words": '"'}, "no word to look for"),
        ("why", {"id": "happening-ffff"}, "nothing here has the id"),
        ("why", {"id": "../../etc/passwd"}, "nothing here has the id"),
        ("article", {"id": "article-'; drop table article; --"}, "nothing here has the id"),
        ("said", {"skip": 99_999}, "skip fewer"),
    ],
)
def test_what_cannot_be_asked_is_an_error_with_advice(name: str, asked: dict[str, Any], says: str, ask: Ask) -> None:
    assert says in ask(name, **asked)["error"]


@pytest.mark.parametrize(
    "words", ["soldiers AND NOT", "soldiers*", "col:soldiers", "(soldiers", "\ud800", "سلام", "%_\\"]
)
def test_no_words_break_a_question(words: str, ask: Ask) -> None:
    for name, option in (("search", "words"), ("said", "about"), ("chronicle", "about"), ("actors", "about")):
        answer = ask(name, **{option: words})
        assert "which is its own mistake" not in answer.get("error", "")


def test_an_answer_goes_on_where_it_was_cut(ask: Ask) -> None:
    whole = ask("actors", top=100)["records"]
    first = ask("actors", top=2)
    assert first["more"] == len(whole) - 2
    assert "ask with skip 2" in first["answer"]
    rest = ask("actors", top=100, skip=2)
    assert first["records"] + rest["records"] == whole
    ids = [
        [one["statement"]["id"] for one in ask("said", top=2, skip=skip)["records"]]
        for skip in range(0, ask("said")["more"] + len(ask("said")["records"]), 2)
    ]
    told = [one for page in ids for one in page]
    assert len(told) == len(set(told)) == ask("said")["more"] + len(ask("said")["records"])


def test_nothing_is_written(path: Path, story: Story, ask: Ask) -> None:
    def stands() -> list[tuple[str, str]]:
        return [(one.name, hashlib.sha256(one.read_bytes()).hexdigest()) for one in sorted(path.parent.glob("arden*"))]

    before = stands()
    for name in TOOLS:
        ask(name, **given(story, name))
    assert stands() == before


def test_a_mistake_of_ours_ends_no_conversation(path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Story, "state", broken)
    assert "secret" not in ask("state")["error"]
    path.with_name("gone.story").unlink(missing_ok=True)
    with pytest.raises(StoryMissing, match="throughline add"):
        Story(path.with_name("gone.story")).status()


def test_a_story_that_is_gone_is_an_error_with_advice(tmp_path: Path) -> None:
    async def call() -> str:
        async with Client(application(Story(tmp_path / "gone.story"))) as client:
            result = await client.call_tool("state", {})
        assert result.is_error
        return str(result.content[0])

    assert "throughline add" in anyio.run(call)
