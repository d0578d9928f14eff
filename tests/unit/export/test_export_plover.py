"""PLOVER records: the fields of NGEC, contexts for what is no fact, characters that hold, copies counted once."""

import json
from dataclasses import replace
from typing import Any

import pytest

from throughline.export import Holdings, plover
from throughline.model import Evidence, Plover, Status

# What NGEC's formatter reads and writes, and POLECAT is published from.
FIELDS = set(
    "id date event_type event_mode contexts event_text story_id publisher headline pub_date attributes version "
    "date_resolved date_raw".split()
)


def records(story: Holdings) -> list[dict[str, Any]]:
    return [json.loads(line) for line in plover.lines(story)]


def test_a_record_has_the_fields_of_the_event_coder(story: Holdings) -> None:
    (record,) = records(story)
    assert record.keys() >= FIELDS
    assert (record["event_type"], record["quad_code"]) == ("RETREAT", "material cooperation")
    assert record["attributes"].keys() == {"ACTOR", "RECIP", "LOC", "DATE"}
    assert record["pub_date"] == record["known"] == "2011-12-12"
    assert record["attributes"]["ACTOR"][0]["actor"] == "actor-1"


def test_characters_are_counted_in_the_text_of_the_event(story: Holdings) -> None:
    (record,) = records(story)
    for one in record["attributes"]["ACTOR"] + record["attributes"]["RECIP"]:
        assert record["event_text"][one["qa_start_char"] : one["qa_end_char"]] == one["text"]


def test_vague_days_are_never_sharpened(story: Holdings) -> None:
    (record,) = records(story)
    assert record["date_resolved"] is None
    assert (record["date_lo"], record["date_hi"]) == ("2011-12-12", "2011-12-31")
    assert (record["date_edtf"], record["due_edtf"]) == ("2011-12-12/2011-12-31", "../2012")


@pytest.mark.parametrize(
    ("status", "contexts"),
    [
        (Status.HAPPENED, []),
        (Status.ONGOING, []),
        (Status.PLANNED, ["future"]),
        (Status.REQUESTED, ["hypothetical"]),
        (Status.CONDITIONAL, ["hypothetical"]),
        (Status.DENIED, None),
        (Status.NOT_HAPPENED, None),
    ],
)
def test_what_is_no_fact_says_so_or_is_no_row(story: Holdings, status: Status, contexts: list[str] | None) -> None:
    (event,) = story.events
    found = records(replace(story, events=(replace(event, status=status),)))
    assert [one["contexts"] for one in found] == ([] if contexts is None else [contexts])


def test_copies_and_events_of_no_type_give_no_rows(story: Holdings) -> None:
    (event,) = story.events
    assert records(replace(story, events=(replace(event, type=None),))) == []
    copied = replace(event, evidence=event.evidence._replace(article="article-2"))
    assert records(replace(story, events=(copied,))) == []


def test_every_type_of_the_codebook_has_its_quadrant(story: Holdings) -> None:
    (event,) = story.events
    for kind in Plover:
        (record,) = records(replace(story, events=(replace(event, type=kind),)))
        assert record["quad_code"].split()[1] in {"cooperation", "conflict"}


@pytest.mark.parametrize(
    ("kind", "sentence", "trigger", "mode"),
    [
        (Plover.COERCE, "Police detained two men.", "detained", ["arrest"]),
        (Plover.ASSAULT, "Airstrikes hit Velland.", "Airstrikes", ["aerial"]),
        (Plover.PROTEST, "They went on hunger strike.", "strike", ["hunger"]),
        (Plover.PROTEST, "Miners went on strike.", "strike", ["strike"]),
        (Plover.ASSAULT, "A suicide-bombing killed two.", "bombing", ["suicide-attack"]),
        (Plover.ASSAULT, "Two were killed.", "killed", []),
        (Plover.COERCE, "They went on strike.", "strike", []),
    ],
)
def test_a_mode_is_coded_where_the_words_name_it(
    story: Holdings, kind: Plover, sentence: str, trigger: str, mode: list[str]
) -> None:
    (event,) = story.events
    start = sentence.index(trigger)
    told = replace(
        event, type=kind, evidence=Evidence("article-1", 50, 50 + len(sentence), sentence),
        trigger=Evidence("article-1", 50 + start, 50 + start + len(trigger), trigger), actor=(), recipient=(),
    )  # fmt: skip
    (record,) = records(replace(story, events=(told,)))
    assert record["event_mode"] == mode
