"""Tokenised captures without layout: what stands before and after the report, and readers' comments."""

import json

import pytest

from throughline.extract import media
from throughline.extract.article import article
from throughline.extract.plaintext import treebank
from throughline.model import Article, Role, page_of

LEAD = "The harbour of Ellem will close its two night piers in June , the mayor said on Monday ."
BODY = [
    "`` We lost money on them for nine years , '' mayor Signe Falk told reporters in the harbour .",
    "About 400 passengers use the night piers in Ellem every day , according to Falk .",
    "The seamen of Ellem asked the mayor to keep one of the piers until the bridge is finished .",
    "Falk said the harbour would decide on the seamen 's request in May .",
    "The piers were built in 1931 and mended after the storm of 1987 .",
]


def read(*lines: str) -> Article:
    record = {"text": " \n".join(lines), "date": "2013-02-05"}
    found = article(page_of(json.dumps(record).encode(), media.JSON, "pile.jsonl#1"))
    assert isinstance(found, Article)
    return found


def said(found: Article, role: Role) -> str:
    return "\n".join(found.text[block.start : block.end] for block in found.blocks if block.role is role)


def test_an_article_without_furniture_is_whole() -> None:
    assert {block.role for block in read(LEAD, *BODY).blocks} == {Role.BODY}


@pytest.mark.parametrize(
    "tail",
    [
        ["An ultra-low latency infrastructure for electronic trading and data distribution"],
        ["Sign up for free e-mail alerts and follow us for constant updates you will only see here ."],
        ["Olaf Brandt is a professor of history at the University of Westmark ."],
        ["Views expressed in the comments do not represent those of the Courier .", "They all left in 1999 ."],
        [
            "LOL they all left in 1999 !!",
            "islander | February 6 , 2013 at 10:12 pm | Reply I dont believe a word of it , you know !",
            "The captain is right .",
            "February 7 , 2013 at 7:41 am | Reply Why does nobody ask the captain ??",
        ],
    ],
)
def test_what_follows_an_article_is_no_article(tail: list[str]) -> None:
    found = read(LEAD, *BODY, *tail)
    assert said(found, Role.BODY) == "\n".join([LEAD, *BODY])


def test_reporters_credits_end_an_article() -> None:
    tail = "-LRB- Reporting by Ana Ruiz ; Editing by Per Ostby -RRB- A connected approach to governance and risk"
    found = read(LEAD, *BODY, tail)
    assert said(found, Role.BYLINE) == "-LRB- Reporting by Ana Ruiz ; Editing by Per Ostby -RRB-"
    assert "governance" in said(found, Role.BOILERPLATE)


def test_a_quotation_over_many_sentences_is_no_chatter() -> None:
    speech = ["`` I ask you all to wait .", "You know me , and I know what you have lost .", "We shall rebuild it . ''"]
    found = read(LEAD, *BODY, *speech)
    assert said(found, Role.BODY).endswith("We shall rebuild it . ''")


def test_a_ministers_comments_that_were_rejected_open_no_comment_section() -> None:
    line = "The seamen rejected the mayor 's comments on abuse and called for a vote in Ellem ."
    assert line in said(read(LEAD, *BODY, line, *BODY[:2]), Role.BODY)


@pytest.mark.parametrize(
    ("front", "role"),
    [
        ("ELLEM | Mon Feb 5 , 2013 11:29 am EDT ELLEM -LRB- Northwire -RRB- - ", Role.DATELINE),
        ("Piers to close early ELLEM , Westmark -LRB- Northwire -RRB- - ", Role.BOILERPLATE),
        ("Photograph : Olaf Brandt\\/Northwire ", Role.CAPTION),
        ("-LRB- By Olaf Brandt -- Northwire News -RRB- ", Role.CAPTION),
        ("By Ilse Marrow , NWN ", Role.BYLINE),
        ("Piers close | Mon Feb 5 , 2013 3:55 am IST ELLEM , Wm. , -LRB- Northwire -RRB- - ", Role.DATELINE),
    ],
)
def test_what_stands_before_the_lead_on_its_line_is_cut_off(front: str, role: Role) -> None:
    found = read("The night pier of Ellem on Sunday .", front + LEAD, *BODY)
    assert LEAD in said(found, Role.BODY).split("\n")
    assert front.partition(" ")[0] in said(found, role)


def test_the_text_stays_as_it_is() -> None:
    found = read("Photograph : Olaf Brandt\\/Northwire " + LEAD, *BODY)
    assert found.text == " \n".join(["Photograph : Olaf Brandt\\/Northwire " + LEAD, *BODY])


def test_what_a_collector_gives_as_text_is_an_article_in_doubt() -> None:
    assert said(read("Oil spill timeline", "Key events"), Role.BODY)


def test_only_tokens_are_treebank() -> None:
    assert treebank.is_treebank("\n".join(BODY))
    assert not treebank.is_treebank("The pier, they say, is closed. It was old, dark, and wet.")
