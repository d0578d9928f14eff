"""Happenings, entries, deadlines, disputes and series of an invented story."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.diff import diff
from throughline.chronicle.disputes import disputes
from throughline.chronicle.entries import chronicle
from throughline.chronicle.happenings import happenings
from throughline.chronicle.query import Query
from throughline.chronicle.said import counted, said
from throughline.chronicle.search import search
from throughline.chronicle.series import figures
from throughline.chronicle.sources import sources
from throughline.chronicle.state import state
from throughline.chronicle.status import status
from throughline.chronicle.why import why
from throughline.ledger.view import View
from throughline.model import Plover, Status

Look = Callable[..., View]

MONDAY = date(2014, 3, 3)
TUESDAY = date(2014, 3, 4)
FRIDAY = date(2014, 3, 7)
NEXT_WEEK = date(2014, 3, 12)

ATTACK = Line(
    "Gunmen attacked the harbour barracks in Velm on Monday and killed four recruits.",
    (Deed("attacked", Plover.ASSAULT, actor="Gunmen", when=MONDAY),),
    ("Monday", MONDAY),
    count=("four", 4, "recruits"),
)
ATTACK_RETOLD = Line(
    "The harbour barracks in Velm was attacked by gunmen on Monday, officials there said.",
    (Deed("attacked", Plover.ASSAULT, actor="gunmen", when=MONDAY),),
    ("Monday", MONDAY),
)
TREATY = Line(
    "Orvania and Westmark signed a fishing treaty in the capital on Monday.",
    (Deed("signed", Plover.AGREE, actor="Orvania", recipient="Westmark", when=MONDAY),),
    ("Monday", MONDAY),
)
PROMISE = Line(
    "Orvania will withdraw its trainers from Westmark by Friday, the ministry said.",
    (Deed("withdraw", Plover.RETREAT, Status.PLANNED, "Orvania", "Westmark", due=FRIDAY),),
)
KEPT = Line(
    "Orvania withdrew its last trainers from Westmark on Friday.",
    (Deed("withdrew", Plover.RETREAT, actor="Orvania", recipient="Westmark", when=FRIDAY),),
    ("Friday", FRIDAY),
)


def test_two_tellings_of_one_attack_are_one_happening(look: Look) -> None:
    view = look([Piece((ATTACK,), TUESDAY, "Harbour Times"), Piece((ATTACK_RETOLD,), FRIDAY, "Vale Courier")])
    (attack,) = happenings(view)
    assert (attack.reports, attack.origins, attack.status) == (2, 2, Status.HAPPENED)
    assert attack.when is not None
    assert attack.when.edtf == "2014-03-03"
    assert attack.known == TUESDAY


def test_two_deeds_of_one_day_are_two_happenings(look: Look) -> None:
    view = look([Piece((ATTACK, TREATY), TUESDAY)])
    assert {h.type for h in happenings(view)} == {Plover.ASSAULT, Plover.AGREE}


def test_an_outlet_that_reports_twice_is_one_origin(look: Look) -> None:
    view = look([Piece((ATTACK,), TUESDAY, "Harbour Times"), Piece((ATTACK_RETOLD,), FRIDAY, "Harbour Times")])
    (attack,) = happenings(view)
    assert (attack.reports, attack.origins) == (2, 1)


def test_two_outlets_that_credit_one_agency_are_one_origin(look: Look) -> None:
    first = Piece((ATTACK,), TUESDAY, "Harbour Times", "North Wire")
    view = look([first, Piece((ATTACK_RETOLD,), FRIDAY, "Vale Courier", "North Wire")])
    (attack,) = happenings(view)
    assert (attack.reports, attack.origins) == (2, 1)


def test_an_outlet_is_one_under_all_its_names(look: Look) -> None:
    first = Piece((ATTACK,), TUESDAY, "Harbour Times", "Agence France-Presse")
    view = look([first, Piece((ATTACK_RETOLD,), FRIDAY, "Vale Courier", "AFP"), Piece((PROMISE,), FRIDAY, "AFP")])
    (attack,) = (one for one in happenings(view) if one.reports > 1)
    assert (attack.reports, attack.origins) == (2, 1)
    named = look([Piece((ATTACK,), TUESDAY, "BBC News"), Piece((ATTACK_RETOLD,), FRIDAY, "BBC")])
    assert [(source.outlet, source.articles) for source in sources(named)] == [("BBC", 2)]
    assert status(named).outlets == 1


def test_two_captures_of_one_address_are_one_report(look: Look) -> None:
    address = "https://harbour.example/attack"
    view = look([Piece((ATTACK,), TUESDAY, url=address), Piece((ATTACK_RETOLD,), FRIDAY, url=address)])
    assert [h.reports for h in happenings(view)] == [1]


def test_undated_news_is_dated_to_its_publication_about(look: Look) -> None:
    line = Line("Orvania has suspended the training of recruits.", (Deed("suspended", actor="Orvania"),))
    (entry,) = chronicle(look([Piece((line,), TUESDAY)])).entries
    assert entry.happening.when is not None
    assert entry.happening.when.edtf == "2014-03-04~"
    assert entry.happening.when.rule == "published"
    assert entry.actors == ("Orvania",)


def test_undated_background_is_no_younger_than_its_article(look: Look) -> None:
    told = [ATTACK, TREATY, KEPT]
    old = Line("Westmark rejected an earlier offer of mediation.", (Deed("rejected", Plover.REJECT, actor="Westmark"),))
    found = [h for h in happenings(look([Piece((*told, old), FRIDAY)])) if h.type is Plover.REJECT]
    assert [h.when.edtf for h in found if h.when] == ["../2014-03-07"]


def test_a_sentence_that_only_names_a_day_is_told_too(look: Look) -> None:
    line = Line("The ferry to Velm was the last to leave on Monday.", day=("Monday", MONDAY))
    (found,) = happenings(look([Piece((line,), TUESDAY)]))
    assert (found.type, found.events, found.reports) == (None, (), 1)


@pytest.mark.parametrize(
    ("words", "told", "days"),
    [
        ("The ferry will be the last to leave Velm, it was announced on Monday.", Status.PLANNED, "2014-03-04/.."),
        ("On Monday it was announced that the ferry will be the last.", Status.HAPPENED, "2014-03-03"),
        ("The people's will was known on Monday.", Status.HAPPENED, "2014-03-03"),
    ],
)
def test_a_sentence_about_what_will_be_does_not_say_that_it_was(
    look: Look, words: str, told: Status, days: str
) -> None:
    (found,) = happenings(look([Piece((Line(words, day=("Monday", MONDAY)),), TUESDAY)]))
    assert (found.status, found.when.edtf if found.when else "") == (told, days)


def test_the_chronicle_is_in_order_of_when(look: Look) -> None:
    entries = chronicle(look([Piece((KEPT, ATTACK), NEXT_WEEK)])).entries
    assert [e.happening.when.edtf for e in entries if e.happening.when] == ["2014-03-03", "2014-03-07"]


def test_queries_bound_days_actors_types_and_number(look: Look) -> None:
    view = look([Piece((ATTACK, TREATY, KEPT), NEXT_WEEK)])
    assert len(chronicle(view, Query(start=TUESDAY)).entries) == 1
    assert len(chronicle(view, Query(end=TUESDAY)).entries) == 2
    assert len(chronicle(view, Query(about="orvania")).entries) == 2
    assert len(chronicle(view, Query(type=Plover.AGREE)).entries) == 1
    assert len(chronicle(view, Query(top=2)).entries) == 2
    assert len(chronicle(view, Query(days=1, per_day=1)).entries) == 1


def test_a_promise_kept_in_time_is_met_and_open_before(look: Look) -> None:
    pieces = [Piece((PROMISE,), TUESDAY, "Harbour Times"), Piece((KEPT,), NEXT_WEEK, "Vale Courier")]
    assert [d.outcome for d in deadlines(look(pieces, TUESDAY))] == ["open"]
    (deadline,) = deadlines(look(pieces))
    assert deadline.outcome == "met"
    assert deadline.outcome_event is not None


def test_a_promise_kept_late_is_missed(look: Look) -> None:
    late = Line(
        "Orvania withdrew its last trainers from Westmark on 11 March.",
        (Deed("withdrew", Plover.RETREAT, actor="Orvania", recipient="Westmark", when=date(2014, 3, 11)),),
    )
    assert [d.outcome for d in deadlines(look([Piece((PROMISE,), TUESDAY), Piece((late,), NEXT_WEEK)]))] == ["missed"]


def test_a_promise_that_nobody_tells_of_again_is_unknown(look: Look) -> None:
    assert [d.outcome for d in deadlines(look([Piece((PROMISE,), TUESDAY), Piece((ATTACK,), NEXT_WEEK)]))] == [
        "unknown"
    ]


def test_a_plan_called_off_has_a_history(look: Look) -> None:
    plan = Line(
        "The two governments will hold peace talks in Velm on Friday.",
        (Deed("talks", Plover.CONSULT, Status.PLANNED, when=FRIDAY),),
    )
    off = Line(
        "The peace talks that the two governments planned in Velm on Friday did not take place.",
        (Deed("talks", Plover.CONSULT, Status.NOT_HAPPENED, when=FRIDAY),),
    )
    pieces = [Piece((plan,), TUESDAY, "Harbour Times"), Piece((off,), NEXT_WEEK, "Vale Courier")]
    (talks,) = happenings(look(pieces))
    assert [(t.known, t.status) for t in talks.history] == [
        (TUESDAY, Status.PLANNED),
        (NEXT_WEEK, Status.NOT_HAPPENED),
    ]
    learned = diff(look(pieces, TUESDAY), look(pieces, NEXT_WEEK))
    assert [turn.status for news in learned.turns for turn in news.turns] == [Status.NOT_HAPPENED]
    assert not learned.happenings


def test_figures_of_one_thing_make_a_series_and_rivals_a_dispute(look: Look) -> None:
    five = Line(
        "Gunmen killed five recruits at the barracks on Monday.", day=("Monday", MONDAY), count=("five", 5, "recruits")
    )
    view = look([Piece((ATTACK,), TUESDAY, "Harbour Times"), Piece((five,), TUESDAY, "Vale Courier")])
    (series,) = figures(view, "recruits")
    assert [point.low for point in series.points] == [4, 5]
    assert [d.about for d in disputes(view)] == ["figure"]


def test_affirmed_by_one_outlet_and_denied_by_another_is_a_dispute(look: Look) -> None:
    denied = Line(
        "Officials denied that gunmen attacked the harbour barracks in Velm on Monday.",
        (Deed("attacked", Plover.ASSAULT, Status.DENIED, "gunmen", when=MONDAY),),
    )
    view = look([Piece((ATTACK,), TUESDAY, "Harbour Times"), Piece((denied,), FRIDAY, "Vale Courier")])
    (dispute,) = [d for d in disputes(view) if d.about == "status"]
    assert [side.outlet for side in dispute.sides] == ["Harbour Times", "Vale Courier"]


SAYING = Line(
    '"We will stay," Dora Venn said.', people=(("Dora Venn", "Dora Venn"),), said=("Dora Venn", "said", "We will stay")
)
SAID_SHORT = Line("Venn told reporters on Monday: we are not leaving.", said=("Venn", "told", "we are not leaving"))


def test_a_surname_is_its_only_bearers(look: Look) -> None:
    view = look([Piece((SAYING,), TUESDAY), Piece((SAID_SHORT,), FRIDAY)])
    (venn,) = actors(view)
    assert (venn.name, venn.aliases, venn.mentions) == ("Dora Venn", ("Venn",), 2)
    assert len(said(view, by="venn")) == 2
    assert [s.speaker.name for s in said(view, by="Dora Venn") if s.speaker] == ["Dora Venn"] * 2
    assert [s.known for s in said(view, about="leaving")] == [FRIDAY]
    assert said(view, by="Nobody") == ()
    every = said(view)
    for by, about in ((None, None), ("venn", None), (None, "leaving")):
        newest, total = counted(view, by, about, top=1)
        assert newest == said(view, by, about)[-1:]
        assert total == len(said(view, by, about)) <= len(every)


def test_a_surname_that_two_bear_stays_alone(look: Look) -> None:
    other = Line("Karl Venn left the room.", people=(("Karl Venn", "Karl Venn"),))
    view = look([Piece((SAYING,), TUESDAY), Piece((SAID_SHORT, other), FRIDAY)])
    assert sorted(a.name for a in actors(view)) == ["Dora Venn", "Karl Venn", "Venn"]


def test_state_sources_status_and_search(look: Look) -> None:
    view = look([Piece((PROMISE,), TUESDAY, "Harbour Times", "North Wire"), Piece((ATTACK,), None, "Vale Courier")])
    standing = state(view)
    assert [d.outcome for d in standing.deadlines] == ["open"]
    assert standing.standing == ()  # what is due is told once
    harbour = next(s for s in sources(view) if s.outlet == "Harbour Times")
    assert harbour.cites == (("North Wire", 1),)
    assert len(status(view).undated) == 1
    (hit,) = search(view, "harbour barracks")
    assert hit.outlet == "Vale Courier"
    assert hit.findings


def test_why_explains_every_kind_of_record(look: Look) -> None:
    view = look([Piece((PROMISE, ATTACK, SAYING), TUESDAY, "Harbour Times"), Piece((KEPT,), NEXT_WEEK)])
    ids = [*view.heads(), *(e.id for e in view.events()), *(s.id for s in view.statements())]
    ids += [*(f.id for f in view.figures()), *(t.id for t in view.times()), *(m.id for m in view.mentions())]
    ids += [*(h.id for h in happenings(view)), *(d.id for d in deadlines(view)), *(a.id for a in actors(view))]
    ids += [s.id for s in figures(view)]
    for record in ids:
        explained = why(view, record)
        assert explained.id == record
        for evidence in explained.evidence:
            assert view.article(evidence.article).text[evidence.start : evidence.end] == evidence.words


def test_spellings_from_another_script_are_one_person(look: Look) -> None:
    pieces = [
        Piece((Line(f"{name} left Velm.", people=((name, name),)),), day)
        for name, day in (
            ("Nuri al-Tamani", TUESDAY),
            ("Nouri al-Tamani", FRIDAY),
            ("Tamani", FRIDAY),
            ("Nabil al-Tamani", MONDAY),
        )
    ]
    (tamani,) = actors(look(pieces[:3]))
    assert (tamani.mentions, tamani.articles) == (3, 3)
    assert len([a for a in actors(look(pieces)) if "al-Tamani" in a.name]) == 2


def test_the_words_of_a_series_are_those_of_the_articles(look: Look) -> None:
    line = Line("About 600 Orvanian troops remained in Velm.", count=("600 Orvanian troops", 600, "Orvanian troops"))
    (series,) = figures(look([Piece((line,), TUESDAY)]))
    assert series.of == "Orvanian troops remaining"
