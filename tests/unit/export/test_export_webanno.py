"""Web annotations: what the recommendation asks of each, and selectors that both find the words again."""

import json
from dataclasses import replace
from typing import Any

from throughline.export import Holdings, webanno
from throughline.model import Status

MOTIVATIONS = {"identifying", "classifying"}
PURPOSES = {"tagging", "describing", "identifying"}


def items(story: Holdings) -> list[dict[str, Any]]:
    """Every annotation, after a look at what the recommendation says that it must have."""
    collection = json.loads("".join(webanno.lines(story)))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["id"].startswith("urn:throughline:collection-")
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        assert one["type"] == "Annotation"
        assert ":" in one["id"]
        assert one["motivation"] in MOTIVATIONS
        assert all(body["purpose"] in PURPOSES for body in one["body"])
        position, quote = one["target"]["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert 0 <= position["start"] < position["end"]
    return found


def test_every_finding_is_an_annotation(story: Holdings) -> None:
    kinds = [one["body"][0]["value"] for one in items(story)]
    assert sorted(kinds) == ["event", "figure", "mention", "statement", "time"]


def test_both_selectors_find_the_words_again(story: Holdings) -> None:
    texts = {f"urn:throughline:{article.id}": article.text for article in story.articles}
    for one in items(story):
        text = texts[one["target"]["state"]["cached"]]
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.index(around) + len(quote["prefix"]) == position["start"]


def test_a_status_is_a_tag_and_opens_the_description(story: Holdings) -> None:
    (event,) = story.events
    for status in Status:
        found = items(replace(story, events=(replace(event, status=status),)))
        (one,) = (one for one in found if one["id"] == "urn:throughline:event-1")
        words = str(status).replace("_", " ")
        assert f"status: {words}" in [body["value"] for body in one["body"]]
        (told,) = (body["value"] for body in one["body"] if body["purpose"] == "describing")
        assert told == f"{words}; when: 2011-12-12/2011-12-31; due: ../2012; known: 2011-12-12"


def test_a_mention_points_to_its_actor_and_a_page_with_an_address_is_the_source(story: Holdings) -> None:
    (mention,) = story.mentions
    other = replace(mention, evidence=mention.evidence._replace(article="article-2"))
    (one,) = (one for one in items(replace(story, mentions=(other,))) if one["motivation"] == "identifying")
    assert one["body"][-1]["source"] == "urn:throughline:actor-1"
    assert one["target"]["source"] == "https://vale.example/1"
    assert one["target"]["state"] == {
        "type": "TimeState", "cached": "urn:throughline:article-2", "sourceDate": "2011-12-12T00:00:00Z"
    }  # fmt: skip
