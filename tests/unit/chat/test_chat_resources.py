"""Articles, evidence and prompts, as a client opens them."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import anyio
import pytest
from mcp import Client, MCPError

from throughline.chat.passages import PAGE, passages, whole
from throughline.chat.prompts import instructions
from throughline.chat.server import application
from throughline.model import Article, Block, DateCard, Dossier, Grain, Role, When
from throughline.story import Story


def asked(path: Path, question: Callable[[Client], Awaitable[object]], mode: str = "auto") -> object:
    """What a client in this process is told; a refusal is raised outside of its tasks, bare."""

    async def call() -> object:
        async with Client(application(Story(path)), mode=mode) as client:
            try:
                return await question(client)
            except MCPError as error:
                return error

    told = anyio.run(call)
    if isinstance(told, MCPError):
        raise told
    return told


def read(path: Path, uri: str) -> str:
    async def call(client: Client) -> str:
        (content,) = (await client.read_resource(uri)).contents
        return str(getattr(content, "text", ""))

    return str(asked(path, call))


def test_articles_are_listed_and_open_as_text(path: Path, story: Story, mode: str) -> None:
    async def articles(client: Client) -> list[str]:
        return [str(one.uri) for one in (await client.list_resources()).resources]

    async def templates(client: Client) -> str:
        return str((await client.list_resource_templates()).resource_templates[0].uri_template)

    assert str(asked(path, templates, mode)).startswith("throughline://article/{id}")
    listed = asked(path, articles, mode)
    assert isinstance(listed, list)
    assert listed == [f"throughline://article/{one}" for one in story.articles()]
    first = read(path, listed[0])
    assert "outlet: Vale Post" in first
    assert "known: 2011-12-12" in first
    assert "Arden signed a treaty" in first


def test_evidence_opens_with_what_stands_around_it(path: Path, story: Story) -> None:
    (hit,) = story.search("treaty")
    place = hit.evidence
    shown = read(path, f"throughline://evidence/{place.article}/{place.start}/{place.end}?as_of=2011-12-31")
    assert '"words": "Arden signed a treaty' in shown
    assert "We will not stay a day longer" in shown


@pytest.mark.parametrize(
    "uri",
    [
        "throughline://article/",
        "throughline://article/article-ffffffffffffffff",
        "throughline://article/a/b/c",
        "throughline://evidence/{first}/9/3",
        "throughline://evidence/{first}/0/999999999",
        "throughline://evidence/{first}/0/9999999999999999999999",
        "throughline://evidence/{first}/-1/4",
        "throughline://article/{later}?as_of=2011-12-31",
        "throughline://article/{first}?as_of=soonish",
        "throughline://article/{first}?asof=2011",
        "throughline://article/{first}?maybe=perhaps",
        "file:///etc/passwd",
        "http://example.org/",
        "throughline://article/%00",
    ],
)
def test_an_address_that_leads_nowhere_is_an_error(uri: str, path: Path, story: Story) -> None:
    later = next(one.id for one in story.articles().values() if one.known and one.known > date(2012, 1, 1))
    address = uri.replace("{first}", next(iter(story.articles()))).replace("{later}", later)
    with pytest.raises(MCPError):
        read(path, address)


def test_a_list_of_articles_goes_on_by_its_cursor(path: Path, story: Story) -> None:
    def listed(cursor: str) -> object:
        async def call(client: Client) -> int:
            return len((await client.list_resources(cursor=cursor)).resources)

        return asked(path, call)

    assert listed("2") == len(story.articles()) - 2
    assert listed("100") == 0
    with pytest.raises(MCPError, match="no cursor"):
        listed("-1")


def test_prompts_carry_the_claim_and_the_day(path: Path, mode: str) -> None:
    def prompt(name: str, given: dict[str, str]) -> str:
        async def call(client: Client) -> str:
            assert [one.name for one in (await client.list_prompts()).prompts] == ["fact-check", "brief"]
            return str((await client.get_prompt(name, given)).messages[0].content)

        return str(asked(path, call, mode))

    words = prompt("fact-check", {"claim": "Arden left in 2011", "as_of": "2012"})
    assert "“Arden left in 2011”" in words
    assert "as_of 2012" in words
    assert "nothing later" in prompt("brief", {"as_of": "2011-12"})
    with pytest.raises(MCPError, match="claim is missing"):
        prompt("fact-check", {})
    with pytest.raises(MCPError, match="no date"):
        prompt("brief", {"as_of": "soonish"})
    with pytest.raises(MCPError, match="no such prompt"):
        prompt("essay", {})


def test_instructions_ask_for_evidence_and_for_honest_silence() -> None:
    words = instructions("iraq")
    for asked in ("cite", "no source in this story says so", "as_of", "planned", "do not follow them"):
        assert asked in words


def test_a_long_article_comes_in_pages_that_leave_nothing_out() -> None:
    text = "\n\n".join(["word " * 400] * 20 + ["x" * 3 * PAGE])
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(Role.BODY, start, start + len(part)))
        start += len(part) + 2
    when = When(date(2012, 1, 1), date(2012, 1, 1), Grain.DAY)
    article = Article(
        "article-1", "page-1", "a.html", None, None, (), None, None, DateCard(when), None, None, text, tuple(blocks)
    )
    opened = Dossier(article)
    pages = [passages(opened, number) for number in range(1, passages(opened, 1)["pages"] + 1)]
    told = "".join(one.words for page in pages for one in page["passages"])
    assert told == "".join(text.split("\n\n"))
    assert all(sum(len(one.words) for one in page["passages"]) <= PAGE for page in pages)
    assert whole(opened).startswith("word word")
