"""Which attributions are somebody's, and which words are their content."""

import re

import pytest

from throughline import reader
from throughline.annotate import mentions, statements
from throughline.model import UNKNOWN, Article, Block, DateCard, Findings, Role, Statement


def found(text: str) -> tuple[Statement, ...]:
    blocks = tuple(Block(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    told = Article("article-1", "page-1", "x", None, None, (), None, "en", DateCard(UNKNOWN), None, None, text, blocks)
    parse = reader.read(told)
    return statements.find(told, parse, Findings(mentions=mentions.find(told, parse, Findings())))


@pytest.mark.parametrize(
    "text",
    [
        "The town, also known as the City of Salt, is old.",
        "You know that the talks were over.",
        "They may think that the talks are over.",
        "The talks will go on if the committee wants that the envoy stays.",
        "The platform supports many calendars.",
        "Voters opposed it.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert not found(text)


def contents(text: str) -> list[str]:
    return [piece.words for statement in found(text) for piece in statement.content]


def test_a_subject_alone_is_no_content() -> None:
    [content] = contents("Anna Keller said the mission, which began in May, trained 40 officers.")
    assert content.endswith("trained 40 officers")


def test_where_it_was_said_is_no_content() -> None:
    [content] = contents("Anna Keller demanded in her talks with the board that any deal be approved.")
    assert content == "that any deal be approved"


def test_what_others_call_for_is_not_said() -> None:
    text = "Anna Keller said the army will go on training, despite calls from envoys for foreign troops to withdraw."
    assert not any(content.startswith("for foreign troops") for content in contents(text))


def test_a_plan_is_announced_whole() -> None:
    assert contents("Norway announced plans to build a bridge.") == ["plans to build a bridge"]


def test_a_turn_of_a_transcript_is_the_speakers() -> None:
    spoken = [each for each in found("COOPER: The talks are over. Nobody is left in the hall.") if each.source]
    assert all(each.source is not None and each.source.evidence.words == "COOPER" for each in spoken)
