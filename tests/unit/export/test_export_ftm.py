"""FollowTheMoney: entities and statements by its rules; by its own package where that is installed."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from throughline.export import Holdings, ftm, ftm_statements
from throughline.export.countries import country
from throughline.model import Grain, Status, When

DATES = {"date", "startDate", "endDate"}
LINKS = {"document", "resolved", "proof", "involved"}


def entities(story: Holdings) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in ftm.lines(story)]
    by_id = {one["id"]: one for one in found}
    assert len(by_id) == len(found)
    for one in found:
        assert one.keys() == {"id", "schema", "properties"}
        for prop, values in one["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert prop not in LINKS or all(value in by_id for value in values), prop
    return by_id


def statements(story: Holdings) -> list[dict[str, str]]:
    found = list(csv.DictReader(io.StringIO("".join(ftm_statements.lines(story)))))
    assert all(tuple(row) == ftm_statements.COLUMNS for row in found)
    assert len({row["id"] for row in found}) == len(found)
    return found


def with_status(story: Holdings, status: Status) -> Holdings:
    (happening,) = story.happenings
    return replace(story, happenings=(replace(happening, status=status),))


def test_articles_actors_mentions_and_happenings_are_entities(story: Holdings) -> None:
    found = entities(story)
    assert {one["schema"] for one in found.values()} == {"Article", "PublicBody", "Mention", "Event"}
    article = found["article-2"]["properties"]
    assert (article["publishedAt"], article["publisher"]) == (["2011-12-12"], ["Vale Post"])
    assert "a copy of article-1" in article["notes"]
    assert found["mention-1"]["properties"]["resolved"] == ["actor-1"]
    assert found["happening-1"]["properties"]["involved"] == ["actor-1"]
    assert found["happening-1"]["properties"]["proof"] == ["article-1"]


@pytest.mark.parametrize("status", Status)
def test_what_is_no_fact_has_no_date_and_says_so_in_its_name(story: Holdings, status: Status) -> None:
    event = entities(with_status(story, status))["happening-1"]["properties"]
    is_fact = status in {Status.HAPPENED, Status.ONGOING}
    words = str(status).replace("_", " ")
    assert bool(DATES & event.keys()) is is_fact
    assert event["name"][0].startswith("Arden" if is_fact else f"{words.capitalize()}: ")
    assert f"status: {words}" in event["keywords"]
    assert "when: 2011-12-12/2011-12-31; known: 2011-12-12" in event["notes"]


def test_countries_are_two_letters_and_places_stay_as_written(story: Holdings) -> None:
    (event,), (mention,), (actor,) = story.events, story.mentions, story.actors
    found = entities(
        replace(
            story,
            events=(replace(event, place=event.actor),),
            mentions=(replace(mention, entity="place:basra.IRQ"),),
            actors=(replace(actor, entity="state:XKX"),),
        )
    )
    assert found["actor-1"]["properties"]["country"] == ["xk"]
    told = found["happening-1"]["properties"]
    assert (told["location"], told["country"]) == (["Arden"], ["iq"])


def test_every_country_of_the_table_of_names_has_a_code_that_followthemoney_knows() -> None:
    table = files("throughline.tables").joinpath("data/states.tsv").read_text(encoding="utf-8")
    codes = [line.split("\t")[0] for line in table.splitlines()]
    found = [country(f"state:{code}") for code in codes]
    assert len(set(found)) == len(codes)
    types = pytest.importorskip("followthemoney.types", reason="followthemoney is not installed: codes were not asked")
    assert [code for code in found if types.registry.country.clean(code) != code] == []


def test_statements_name_outlet_rule_words_and_clock(story: Holdings) -> None:
    (mention,) = story.mentions
    there = replace(mention, evidence=mention.evidence._replace(article="article-2"), rule="names")
    rows = statements(replace(story, mentions=(there,)))
    (row,) = (row for row in rows if row["entity_id"] == "mention-1" and row["prop"] == "name")
    assert (row["dataset"], row["origin"], row["first_seen"]) == ("vale_post", "names", "2011-12-12")
    assert row["original_value"] == "Arden"
    assert row["id"].startswith("article-2:0-5:")


def test_statements_and_entities_say_the_same(story: Holdings) -> None:
    told = {
        (one["id"], prop, value)
        for one in entities(story).values()
        for prop, values in one["properties"].items()
        for value in values
    }
    assert {(row["entity_id"], row["prop"], row["value"]) for row in statements(story)} == told


def test_days_that_it_can_not_hold_stay_in_the_notes(story: Holdings) -> None:
    (happening,) = story.happenings
    year = When(date(610, 1, 1), date(610, 12, 31), Grain.YEAR)
    old = replace(story, happenings=(replace(happening, status=Status.HAPPENED, when=year),))
    event = entities(old)["happening-1"]["properties"]
    assert not DATES & event.keys()
    assert "when: 0610; known: 2011-12-12" in event["notes"]


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HAPPENED])
def test_followthemoney_takes_every_value(story: Holdings, status: Status) -> None:
    package = pytest.importorskip("followthemoney", reason="followthemoney is not installed: its model was not asked")
    spaced = replace(story, articles=tuple(replace(one, text=f"\n{one.text}\n\n") for one in story.articles))
    for entity in entities(with_status(spaced, status)).values():
        proxy = package.model.get_proxy(entity)
        for prop, value in proxy.itervalues():
            assert prop.type.clean(value) == value, (prop.name, value)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
    serialize = pytest.importorskip("followthemoney.statement.serialize")
    rows = io.BytesIO("".join(ftm_statements.lines(story)).encode())
    for statement in serialize.read_csv_statements(rows):
        prop = package.model.get(statement.schema).get(statement.prop)
        assert prop.type.name == statement.prop_type, prop.name
