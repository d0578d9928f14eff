"""The contract of design.md section 6, field by field and in order."""

import json
from dataclasses import replace
from typing import Any

from throughline.export import Holdings, jsonl

CONTRACT = {
    "article": "id title outlet authors url language published origin copy_of source text blocks",
    "mention": "id evidence type actor role",
    "time": "id evidence type value when",
    "statement": "id evidence source speaker cue content mode chain said known",
    "event": "id evidence trigger type actor recipient place when due condition status statement known",
    "figure": "id evidence low high approximate unit of when statement known",
    "actor": "id name type aliases roles mentions",
    "happening": "id type headline when status events reports origins known history",
    "series": "id of unit points",
    "deadline": "id event due condition outcome outcome_event",
    "dispute": "id about sides",
    "problem": "id where what severity advice",
}
WHEN = ["edtf", "first", "last", "grain", "words", "rule"]
EVIDENCE = ["article", "start", "end", "words"]


def rows(story: Holdings) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl.lines(story)]


CARD = ["guess", "moment"]  # these stand after what the contract names
MORE = {
    "article": "subtitle section home dateline notes comments version_of known",
    "time": "mod anchor",
    "actor": "entity articles joined stands_for",
    "deadline": "awaited told known account",
    "dispute": "because",
}
POINT = ["approximate", "evidence", "reports", "origins", "source", "scope"]


def one(story: Holdings, kind: str) -> dict[str, Any]:
    return next(row for row in rows(story) if row["kind"] == kind)


def test_every_kind_has_the_fields_of_the_contract_in_order_kind_first(story: Holdings) -> None:
    found = {row["kind"]: " ".join(list(row)[1:]) for row in rows(story)}
    assert found == {
        kind: f"{fields} {MORE[kind]}" if kind in MORE else fields for kind, fields in CONTRACT.items()
    }  # fmt: skip
    assert all(next(iter(row)) == "kind" for row in rows(story))


def test_days_and_evidence_have_one_shape(story: Holdings) -> None:
    event = one(story, "event")
    assert list(event["when"]) == list(event["due"]) == WHEN
    assert list(event["evidence"]) == list(event["trigger"]) == EVIDENCE
    assert event["due"]["edtf"] == "../2012"
    assert event["due"]["first"] is None
    assert event["actor"] == [{"evidence": event["actor"][0]["evidence"], "actor": "actor-1"}]


def test_inner_objects_are_those_of_the_contract(story: Holdings) -> None:
    article = one(story, "article")
    assert list(article["published"]) == ["edtf", "first", "last", "grain", "rule", "evidence", "rivals", *CARD]
    assert list(article["origin"]) == ["name", "evidence"]
    assert list(article["blocks"][0]) == ["role", "start", "end"]
    assert list(one(story, "mention")["role"]) == ["words", "evidence"]
    assert list(one(story, "statement")["chain"][0]) == ["name", "actor", "evidence"]
    assert list(one(story, "actor")["roles"][0]) == ["words", "first", "last", "evidence", "since", "until"]
    turn = ["known", "status", "when", "event", "since", "type", "words", "happening"]
    assert list(one(story, "happening")["history"][0]) == turn
    assert list(one(story, "series")["points"][0]) == ["figure", "when", "low", "high", "known", *POINT]
    assert list(one(story, "dispute")["sides"][0]) == ["words", "evidence", "outlet", "known", "speaker"]


def test_figures_are_numbers_and_an_open_end_is_null(story: Holdings) -> None:
    assert one(story, "figure")["low"] == 5000
    assert '"low":5000,' in "".join(jsonl.lines(story))
    assert one(story, "series")["points"][0]["high"] is None


def test_a_turn_has_the_days_of_its_event(story: Holdings) -> None:
    history = one(story, "happening")["history"]
    assert [turn["when"] and turn["when"]["edtf"] for turn in history] == [None, "2011-12-12/2011-12-31"]


def test_known_is_the_publication_of_the_article(story: Holdings) -> None:
    assert one(story, "statement")["known"] == one(story, "event")["known"] == "2011-12-12"
    assert one(story, "deadline")["event"] == "event-1"
    assert [row["copy_of"] for row in rows(story) if row["kind"] == "article"] == [None, "article-1"]


def test_equal_stories_give_equal_bytes_in_whatever_order_they_are_held(story: Holdings) -> None:
    turned = replace(story, articles=tuple(reversed(tuple(story.articles))))
    assert "".join(jsonl.lines(turned)) == "".join(jsonl.lines(story))


def test_lone_surrogates_go_out_as_escapes(story: Holdings) -> None:
    articles = tuple(replace(article, title="\udc80é") for article in story.articles)
    text = "".join(jsonl.lines(replace(story, articles=articles)))
    assert json.loads(text.encode().splitlines()[0])["title"] == "\udc80é"
