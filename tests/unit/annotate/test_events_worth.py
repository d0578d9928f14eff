"""What is worth telling: somebody does or suffers it; a type that he can do; events that a noun takes for known."""

import re
from datetime import date

import pytest

from throughline.annotate import events, mentions, times
from throughline.model import Article, Block, DateCard, Event, Findings, Grain, Plover, Role, Status, When
from throughline.reader import read

PUBLISHED = When(date(2031, 3, 7), date(2031, 3, 7), Grain.DAY)


def found(text: str) -> dict[str, Event]:
    blocks = tuple(Block(Role.BODY, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    told = Article(
        "article-1", "page-1", "x", None, None, (), None, "en", DateCard(PUBLISHED), None, None, text, blocks
    )
    parse = read(told)
    named = Findings(mentions=mentions.find(told, parse, Findings()))
    dated = Findings(mentions=named.mentions, times=times.find(told, parse, named))
    return {event.trigger.words: event for event in events.find(told, parse, dated)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It was not disclosed whether the deal had failed.", "disclosed"),
        ("These tips will help you save money.", "help"),
        ("You will attack the problem tomorrow.", "attack"),
        ("Officials travelling with the minister were tired.", "travelling"),
        ("There is a lot of kit left in the country.", "left"),
        (
            "It is less likely that Kell would win the seat.",
            "win",
        ),
        ("The police are capable of attacking the town.", "attacking"),
        ("Kell had hoped to win the seat.", "win"),
    ],
)
def test_no_event(text: str, trigger: str) -> None:
    assert trigger not in found(text)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The new radar helped the pilots on Monday.", "helped", None),
        ("The company released its new album on Monday.", "released", None),
        ("The rebels released two prisoners on Monday.", "released", Plover.CONCEDE),
        ("The alliance suspended all training on Monday.", "suspended", None),
        ("The minister sent a letter to the mayor on Monday.", "sent", None),
    ],
)
def test_a_type_is_what_somebody_can_do(text: str, trigger: str, kind: Plover | None) -> None:
    assert found(text)[trigger].type is kind


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The report has yet to be released to the public by the ministry.", "released", Status.NOT_HAPPENED),
        ("The police officer was charged with the murder of his neighbour.", "murder", Status.HAPPENED),
        ("Residents are coping with the 2030 floods in the valley.", "floods", Status.HAPPENED),
        ("A huge fire destroyed the mill.", "fire", Status.HAPPENED),
        ("Two men died in a crash.", "crash", Status.HAPPENED),
        ("The army left in a withdrawal scheduled to be completed by May.", "withdrawal", Status.PLANNED),
    ],
)
def test_status_of_what_is_known(text: str, trigger: str, status: Status) -> None:
    assert found(text)[trigger].status is status


@pytest.mark.parametrize("text", ["Police foiled a plot for the murder of the mayor.", "He gave the cause of death."])
def test_what_is_plotted_is_not_known(text: str) -> None:
    assert not {"murder", "death"} & {word for word, event in found(text).items() if event.status is Status.HAPPENED}


def test_what_is_known_is_told_once() -> None:
    text = "In the wake of the Oslo blast, shops shut.\nAfter a week, the Oslo blast is a wound in the memory of many."
    assert sum(event.trigger.words == "blast" for event in found(text).values()) <= 1


def test_whose_deed_an_infinitive_is() -> None:
    event = found("The parliament thanks Norway and calls for the government to withdraw its troops.")["withdraw"]
    assert [each.evidence.words for each in event.actor] == ["the government"]


def test_a_head_between_dashes_is_no_actor() -> None:
    event = found("NATO announced plans to train the army - a move made at the request of Oslo.").get("train")
    assert event is None or "a move" not in [each.evidence.words for each in event.actor]


def test_money_is_nobody() -> None:
    event = found("The price will be cut by Norway to US $ 99 on Monday.")["cut"]
    assert all("US" not in each.evidence.words for each in (*event.recipient, *event.actor))
