"""Whom a page credits for its report."""

import pytest

from throughline.extract.draft import Draft, lay_out
from throughline.extract.masthead import origin
from throughline.extract.masthead.dateline import at_start
from throughline.model import Block, Role

_BODY = "The ferries are back, the harbour office said on Tuesday."


def _origin(*parts: tuple[Role, str], outlet: str | None = "The Courier") -> str | None:
    text, blocks = lay_out(parts)
    found = origin.find(Draft(text, blocks), "article-1", at_start(text, 0, len(text)), outlet)
    assert found is None or text[found.evidence.start : found.evidence.end] == found.evidence.words
    return found.name if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: Sputnik", "Sputnik"),
        ("Quelle: dpa/AFP", "dpa/AFP"),
        ("(Reuters)", "Reuters"),
        ("dpa/lno", "dpa/lno"),
        ("© 2020 AFP", "AFP"),
        ("This article originally appeared on Harbour Post.", "Harbour Post"),
        ("This story is republished from The Conversation under a licence.", "The Conversation"),
        ("Dieser Artikel erschien zuerst bei Harbour Post.", "Harbour Post"),
        ("The Associated Press contributed to this report.", "The Associated Press"),
        ("Mit Material von Reuters", "Reuters"),
        ("© 2020 The Courier", None),
        ("This article originally appeared in The Courier.", None),
        ("Originally published in March 2022.", None),
        ("Mehr", None),
        ("via Harbour Ferries", None),
    ],
)
def test_a_line_below(line: str, expected: str | None) -> None:
    assert _origin((Role.BODY, _BODY), (Role.BOILERPLATE, line)) == expected


def test_a_sign_after_the_last_words() -> None:
    assert _origin((Role.BODY, _BODY), (Role.BODY, "Die Fähre fährt wieder. (dpa)")) == "dpa"


def test_the_dateline_names_its_agency() -> None:
    text = f"BRUSSELS (AFP) -- {_BODY}"
    blocks = (Block(Role.DATELINE, 0, 17), Block(Role.BODY, 18, len(text)))
    found = origin.find(Draft(text, blocks), "article-1", at_start(text, 0, len(text)), "The Courier")
    assert found is not None
    assert found.name == "AFP"


def test_a_call_sign_in_the_dateline_is_no_agency() -> None:
    text = f"DRAM (KXQV) -- {_BODY}"
    blocks = (Block(Role.DATELINE, 0, 14), Block(Role.BODY, 15, len(text)))
    assert origin.find(Draft(text, blocks), "article-1", at_start(text, 0, len(text)), "Channel 7 Dram") is None


@pytest.mark.parametrize("line", ["This article originally appeared in Courier 10.", "First published by TC"])
def test_the_outlet_by_another_name(line: str) -> None:
    assert _origin((Role.BODY, _BODY), (Role.BOILERPLATE, line), outlet="The Courier") is None


def test_a_picture_credit_is_no_byline() -> None:
    assert _origin((Role.BYLINE, "Fotos: The Courier / AFP"), (Role.BODY, _BODY)) is None


def test_readers_credit_nobody() -> None:
    assert _origin((Role.BODY, _BODY), (Role.COMMENT, "Source: Sputnik")) is None
