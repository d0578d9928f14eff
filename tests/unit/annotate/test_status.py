"""Status: a plan is never coded as something that happened."""

from datetime import date

import pytest

from throughline.annotate import events
from throughline.model import Article, Block, DateCard, Findings, Grain, Role, Status, When
from throughline.reader import read

PUBLISHED = When(date(2031, 3, 7), date(2031, 3, 7), Grain.DAY)


def statuses(text: str) -> dict[str, Status]:
    block = Block(Role.BODY, 0, len(text))
    told = Article(
        "article-1", "page-1", "x", None, None, (), None, "en", DateCard(PUBLISHED), None, None, text, (block,)
    )
    return {event.trigger.words: event.status for event in events.find(told, read(told), Findings())}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Vestria withdrew its troops.", "withdrew", Status.HAPPENED),
        ("Vestria has withdrawn its troops.", "withdrawn", Status.HAPPENED),
        ("Tarn was arrested on Monday.", "arrested", Status.HAPPENED),
        ("A man arrested in Port Elm is in custody.", "arrested", Status.HAPPENED),
        ("Tarn was forced to resign.", "resign", Status.HAPPENED),
        ("The rig exploded, killing 11 workers.", "killing", Status.HAPPENED),
        ("After withdrawing its troops, Vestria praised Kell.", "withdrawing", Status.HAPPENED),
        ("Vestria condemns the raid.", "condemns", Status.HAPPENED),
        ("The vote followed the assassination of Tarn.", "assassination", Status.HAPPENED),
        ("Vestria is withdrawing its troops.", "withdrawing", Status.ONGOING),
        ("Vestria was withdrawing its troops.", "withdrawing", Status.ONGOING),
        ("Vestria continued to withdraw its troops.", "withdraw", Status.ONGOING),
        ("Negotiations are underway.", "Negotiations", Status.ONGOING),
        ("Vestria ruled out a withdrawal.", "withdrawal", Status.DENIED),
        ("Vestria will withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria will probably withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria plans to withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria has decided to withdraw.", "withdraw", Status.PLANNED),
        ("Vestria vowed to withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria is to withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria is going to withdraw its troops.", "withdraw", Status.PLANNED),
        ("Vestria voted to expel the envoy.", "expel", Status.PLANNED),
        ("Kell said Vestria would withdraw its troops.", "withdraw", Status.PLANNED),
        ("The withdrawal is scheduled to be completed.", "completed", Status.PLANNED),
        ("Kell announced plans to withdraw its troops.", "withdraw", Status.PLANNED),
        ("Kell urged Vestria to withdraw its troops.", "withdraw", Status.REQUESTED),
        ("Kell called for Vestria to withdraw its troops.", "withdraw", Status.REQUESTED),
        ("Vestria was asked to withdraw.", "withdraw", Status.REQUESTED),
        ("There were calls for a withdrawal.", "withdrawal", Status.REQUESTED),
        ("Kell demanded that Vestria withdraw its troops.", "demanded", Status.HAPPENED),
        ("Kell urged Vestria to expand its effort and to donate equipment.", "donate", Status.REQUESTED),
        ("Vestria will withdraw if Kell signs.", "withdraw", Status.CONDITIONAL),
        ("Vestria would not leave the country until Kell paid, he said.", "leave", Status.CONDITIONAL),
        ("Kell denied that Vestria had attacked the port.", "attacked", Status.DENIED),
        ("Kell dismissed reports that Vestria had attacked the port.", "attacked", Status.DENIED),
        ("Vestria did not withdraw its troops.", "withdraw", Status.NOT_HAPPENED),
        ("Vestria has n't withdrawn its troops.", "withdrawn", Status.NOT_HAPPENED),
        ("Vestria never withdrew its troops.", "withdrew", Status.NOT_HAPPENED),
        ("Vestria refused to withdraw its troops.", "withdraw", Status.NOT_HAPPENED),
        ("Vestria failed to withdraw its troops.", "withdraw", Status.NOT_HAPPENED),
        ("Vestria has yet to withdraw its troops.", "withdraw", Status.NOT_HAPPENED),
        ("Vestria did not agree to withdraw its troops.", "withdraw", Status.NOT_HAPPENED),
        ("No agreement was reached.", "agreement", Status.NOT_HAPPENED),
        ("The vote was postponed.", "vote", Status.NOT_HAPPENED),
        ("None of the hostages was released.", "released", Status.NOT_HAPPENED),
        ("Kell said no captured ships would be released.", "released", Status.NOT_HAPPENED),
        ("There was no attack.", "attack", Status.NOT_HAPPENED),
        ("There was an explosion in the port.", "explosion", Status.HAPPENED),
        ("There will be a vote.", "vote", Status.PLANNED),
        ("Kell denied Vestria had attacked the port.", "attacked", Status.DENIED),
        ("Kell denied that its guards would withdraw.", "withdraw", Status.DENIED),
        ("Kell denied that Vestria was planning to sell its ships.", "sell", Status.DENIED),
        ("Kell dismissed reports of a coup.", "coup", Status.DENIED),
        ("The minister ruled out a withdrawal.", "withdrawal", Status.DENIED),
        ("Kell ruled out sending troops.", "sending", Status.DENIED),
        ("The singer is dead.", "dead", Status.HAPPENED),
        ("Twelve miners are missing.", "missing", Status.ONGOING),
        ("The rising not only destroyed the port.", "destroyed", Status.HAPPENED),
        ("Fighting resumed in the port.", "Fighting", Status.HAPPENED),
        ("Kell said that without a deal, Vestria will have to withdraw its troops.", "withdraw", Status.CONDITIONAL),
        ("Kell rejected a plan to attack the port.", "attack", Status.NOT_HAPPENED),
        ("Kell said that Vestria must withdraw its troops.", "withdraw", Status.REQUESTED),
    ],
)
def test_status(text: str, trigger: str, status: Status) -> None:
    assert statuses(text).get(trigger) is status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Did Vestria withdraw its troops?", "withdraw"),
        ("Vestria may withdraw its troops.", "withdraw"),
        ("Vestria could have withdrawn its troops.", "withdrawn"),
        ("Vestria would withdraw its troops.", "withdraw"),
        ("Vestria tried to withdraw its troops.", "withdraw"),
        ("Vestria often attacked the port.", "attacked"),
        ("It is unclear whether Vestria attacked the port.", "attacked"),
        ("Police asked if he had stolen the car and sold it to a dealer.", "sold"),
        ("If Vestria attacked the port, Kell will respond.", "attacked"),
        ("Kell feared that Vestria had attacked the port.", "attacked"),
        ("He wants Tarn arrested.", "wants"),
        ("Vestria arrests drivers.", "arrests"),
        ("The wounded soldier slept.", "wounded"),
        ("The attack helicopter landed.", "attack"),
        ("Kell will stay until Vestria withdrew its troops.", "withdrew"),
        ("Kell did not deny that Vestria had attacked the port.", "attacked"),
        ("Kell could not rule out a withdrawal.", "withdrawal"),
        ("The singer is tall.", "tall"),
        ("Parliament must approve the treaty.", "approve"),
        ("Start loading and start looking.", "loading"),
        ("The king would have a leading role in helping to attack the port.", "attack"),
        ("Kell argues that the tax would destroy the port.", "destroy"),
        ("Vestria has yet to decide whether to withdraw its troops.", "withdraw"),
        ("Tarn probably died in the raid.", "died"),
        ("The firm beats expectations with a profit of 3 million.", "beats"),
        ("Tarn perhaps attacked the port.", "attacked"),
        ("Tarn attacked the port, it is alleged.", "attacked"),
    ],
)
def test_no_event_where_the_words_do_not_tell(text: str, trigger: str) -> None:
    assert trigger not in statuses(text)


def test_a_ruling_denies_nothing() -> None:
    assert Status.DENIED not in statuses("Tarn's death was ruled a homicide by the coroner.").values()


def test_what_is_the_first_to_come_has_not_happened() -> None:
    assert "stopped" not in statuses("It will mark the first time that the oil has been stopped.")
    assert "attacked" not in statuses("It would be the first time that the port has been attacked.")
    assert statuses("It was the first time that the port had been attacked.")["attacked"] is Status.HAPPENED


def test_time_does_nothing() -> None:
    assert not statuses("Time is running out.")
    assert not statuses("The time has come to leave.")
