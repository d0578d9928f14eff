"""GEXF: the rules of its schema 1.3, and a network in which a plan is never an act."""

import io
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from throughline.export import Holdings, gexf
from throughline.model import Actor, Grain, MentionType, Status, When

NS = "{http://gexf.net/1.3}"
# What the schema allows as attributes of each element that is written.
ALLOWED = {
    "gexf": {"version", "variant"},
    "meta": {"lastmodifieddate"},
    "graph": {"mode", "defaultedgetype", "timeformat", "timerepresentation"},
    "attributes": {"class", "mode"},
    "attribute": {"id", "title", "type"},
    "node": {"id", "label"},
    "edge": {"id", "source", "target", "kind", "label", "weight"},
    "attvalue": {"for", "value"},
    "spell": {"start", "end"},
}


def network(story: Holdings) -> etree._Element:
    root = etree.fromstring("".join(gexf.lines(story)).encode())
    for one in root.iter():
        name = one.tag.removeprefix(NS)
        assert set(one.attrib) <= ALLOWED.get(name, set()), name
    declared = {kind: {one.get("id") for one in found} for kind, found in _declared(root).items()}
    for kind in ("node", "edge"):
        for one in root.iter(NS + kind):
            assert {value.get("for") for value in one.iter(NS + "attvalue")} <= declared[kind]
    nodes = [one.get("id") for one in root.iter(NS + "node")]
    assert len(nodes) == len(set(nodes))
    edges = list(root.iter(NS + "edge"))
    assert all(one.get("source") in nodes and one.get("target") in nodes for one in edges)
    assert len({one.get("id") for one in edges}) == len(edges)
    return root


def _declared(root: etree._Element) -> dict[str, list[etree._Element]]:
    return {one.get("class", ""): list(one) for one in root.iter(NS + "attributes")}


def edges(story: Holdings) -> list[etree._Element]:
    return list(network(story).iter(NS + "edge"))


@pytest.fixture
def pair(story: Holdings) -> Holdings:
    """The story with its recipient known."""
    (event,) = story.events
    (recipient,) = event.recipient
    (actor,) = story.actors
    other = Actor("actor-2", 'Velland "& <Sons>"', MentionType.STATE, ("Vel;land",), (), 1)
    return replace(
        story,
        events=(replace(event, recipient=(replace(recipient, mention="mention-2"),)),),
        actors=(actor, other),
        actor_of={"mention-1": "actor-1", "mention-2": "actor-2"}.get,
    )


def values(edge: etree._Element) -> dict[str | None, str | None]:
    return {one.get("for"): one.get("value") for one in edge.iter(NS + "attvalue")}


def test_an_edge_joins_who_acts_to_whom_with_both_clocks(pair: Holdings) -> None:
    (edge,) = edges(pair)
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("actor-1", "actor-2", "1")
    assert values(edge)["known"] == "2011-12-12"
    (spell,) = edge.iter(NS + "spell")
    assert (spell.get("start"), spell.get("end")) == ("2011-12-12", "2011-12-31")


def test_a_plan_and_a_deed_are_two_edges_of_two_kinds(pair: Holdings) -> None:
    (happening,) = pair.happenings
    done = replace(happening, id="happening-2", status=Status.HAPPENED)
    both = edges(replace(pair, happenings=(happening, done, replace(done, id="happening-3"))))
    assert [(one.get("kind"), one.get("weight")) for one in both] == [
        ("RETREAT, happened", "2"), ("RETREAT, planned", "1")
    ]  # fmt: skip
    assert [values(one)["status"] for one in both] == ["happened", "planned"]


def test_a_spell_has_only_the_ends_that_are_known(pair: Holdings) -> None:
    (happening,) = pair.happenings
    until = replace(happening, when=When(None, date(2012, 12, 31), Grain.YEAR))
    (spell,) = edges(replace(pair, happenings=(until,)))[0].iter(NS + "spell")
    assert (spell.get("start"), spell.get("end")) == (None, "2012-12-31")
    undated = replace(happening, when=When(None, None, Grain.UNKNOWN))
    assert not list(edges(replace(pair, happenings=(undated,)))[0].iter(NS + "spell"))


def test_spells_that_meet_are_one(pair: Holdings) -> None:
    (happening,) = pair.happenings
    days = [("2011-12-05", "2011-12-20"), ("2011-12-20", "2011-12-24"), ("2012-02-01", "2012-02-01")]
    told = [
        replace(
            happening,
            id=f"happening-{first}",
            when=When(date.fromisoformat(first), date.fromisoformat(last), Grain.DAY),
        )
        for first, last in days
    ]
    (edge,) = edges(replace(pair, happenings=told))
    assert [(one.get("start"), one.get("end")) for one in edge.iter(NS + "spell")] == [
        ("2011-12-05", "2011-12-24"), ("2012-02-01", "2012-02-01")
    ]  # fmt: skip


def test_nobody_acts_on_nobody(story: Holdings) -> None:
    assert edges(story) == []


def test_networkx_reads_it(pair: Holdings) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed: the network is checked by rule only")
    graph = networkx.read_gexf(io.BytesIO("".join(gexf.lines(pair)).encode()), version="1.3")
    assert dict(graph.nodes(data="label")) == {"actor-1": "Arden", "actor-2": 'Velland "& <Sons>"'}
