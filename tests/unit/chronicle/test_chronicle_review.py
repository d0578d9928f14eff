"""What the review desk is given: the record's own doubts, each with a ruling that the record takes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece, write
from throughline.chronicle.happenings import happenings
from throughline.chronicle.review import LASTING, QUEUES, matters
from throughline.errors import QueryError
from throughline.ledger import Ledger, open_view
from throughline.ledger.rows import Alike
from throughline.ledger.view import View
from throughline.model import Matter, Problem, Severity, content_id
from throughline.story import Story

Look = Callable[..., View]
MARCH, JUNE, LAST, NEXT = date(2014, 3, 3), date(2014, 6, 28), date(2014, 12, 31), date(2015, 1, 2)


def named(*articles: tuple[str, ...]) -> list[Piece]:
    return [
        Piece(tuple(Line(f"{name} left Velm.", people=((name, name),)) for name in names), date(2014, 3, day + 3))
        for day, names in enumerate(articles)
    ]


def settle(path: Path, matter: Matter, *, accept: bool) -> None:
    """Rule what a matter proposes."""
    made = matter.accept if accept else matter.decline
    assert made
    Story(path).rule(made.target, made.verdict, made.value)


def test_every_queue_of_a_story_without_doubts_is_empty(look: Look) -> None:
    view = look(named(("Edith Vaarland",), ("Joost Kell",)))
    assert {name: matters(view, name) for name in QUEUES} == dict.fromkeys(QUEUES, ())
    with pytest.raises(QueryError, match="choose one of undated"):
        matters(view, "nosuch")


@pytest.mark.parametrize("accept", [True, False])
def test_a_weak_join_is_asked_about_until_it_is_ruled_on(look: Look, accept: bool) -> None:  # noqa: FBT001
    view = look(named(("Edith Vaarland",), ("Vaarland",)))
    (matter,) = matters(view, "names")
    assert [party.words for party in matter.parties] == ["Edith Vaarland", "Vaarland"]
    assert matter.reasons[0] == "told as one"
    assert "ends so" in matter.reasons[1]
    settle(view.path, matter, accept=accept)
    story = Story(view.path)
    assert story.matters("names") == ()
    assert len(story.actors()) == (1 if accept else 2)
    assert story.matters("names", story.proposed("names")) == ()
    story.rule(story.rulings()[0].id, "undo")
    assert story.matters("names") == (matter,)


def test_a_likely_pair_that_is_told_as_two_says_what_keeps_it_apart(look: Look) -> None:
    one, other = ("Muftah Zuwari",), ("Moftah Zuwary",)
    (matter,) = matters(look(named(one + other, one + other, *[one] * 4, *[other] * 3)), "names")
    assert [party.note for party in matter.parties] == ["in 6 articles", "in 5 articles"]
    assert matter.reasons[::2] == ("told as two", "but 2 articles name both, as two")


def test_who_is_told_as_two_by_nearly_all_that_name_both_is_no_matter(look: Look) -> None:
    assert matters(look(named(("Muftah Zuwari", "Moftah Zuwary"))), "names") == ()


def test_what_the_judge_holds_for_one_is_asked_about(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    vote = Line(
        "Lawmakers of Westmark voted in Velm on 31 December to expel the trainers of Orvania.",
        (Deed("voted", when=LAST, actor="Lawmakers of Westmark"),),
    )
    ballot = Line(
        "A ballot on 31 December in the Velm assembly went against the Orvania trainers, forty to nine.",
        (Deed("ballot", when=LAST),),
    )
    view = look([Piece((vote,), NEXT, "Post"), Piece((ballot,), NEXT, "Echo")])
    ends = sorted(event.id for event in view.events())
    monkeypatch.setattr(View, "alike", lambda *_: [Alike(ends[0], ends[1], 0.9)])
    (matter,) = matters(view, "happenings")
    assert sorted(party.record for party in matter.parties) == ends
    assert (matter.reasons[0], matter.reasons[-1]) == ("told as one", "of the same days")
    assert "the judge of happenings holds them for one, at 90%" in matter.reasons
    settle(view.path, matter, accept=False)
    assert Story(view.path).matters("happenings") == ()
    assert len(Story(view.path).chronicle().entries) == 2


def test_what_a_ruling_changed_is_told_of_dated_sentences_too(look: Look) -> None:
    words = (
        "On 31 December the ferry pier of Velm: closed for the winter.",
        "The ferry pier of Velm: closed 31 December.",
    )
    lines = [Line(one, day=("31 December", LAST)) for one in words]
    view = look([Piece((lines[0],), NEXT, "Post"), Piece((lines[1],), NEXT, "Echo")])
    story = Story(view.path)
    (happening,) = happenings(view)
    assert (happening.reports, happening.events) == (2, ())
    made = story.rule(happening.id, "reject")
    (shift,) = story.moved(made.id).shifts
    assert (shift.record, shift.after) == (happening.id, None)
    (back,) = story.moved(story.rule(made.id, "undo").id).shifts
    assert (back.before, back.after) == (None, shift.before)


def test_what_happened_before_its_day_came_is_in_doubt(look: Look) -> None:
    early = Line("The ferry crews left Orvania on 31 December.", (Deed("left", when=LAST),))
    view = look([Piece((early,), MARCH, "Post"), Piece((replace(early, words="The tourists left on Friday."),), NEXT)])
    (matter,) = matters(view, "findings")
    assert matter.about == early.words
    assert "2014-12-31" in matter.reasons[0]
    assert "2014-03-03" in matter.reasons[0]
    settle(view.path, matter, accept=False)
    assert Story(view.path).matters("findings") == ()
    assert len(Story(view.path).chronicle().entries) == 1


def test_a_statement_of_a_surname_that_two_bear_is_asked_about(look: Look) -> None:
    full = named(("Edith Vaarland",), ("Edith Vaarland",), ("Joost Vaarland",), ("Joost Vaarland", "Edith Vaarland"))
    words = "Vaarland said the ferries would stay."
    said = Line(words, said=("Vaarland", "said", "the ferries would stay"), people=(("Vaarland", "Vaarland"),))
    view = look([*full, Piece((said,), JUNE, "Post")])
    (matter,) = matters(view, "speakers")
    assert matter.accept
    assert [one.words for one in (matter.accept, *matter.others)] == [
        "Edith Vaarland said it",
        "Joost Vaarland said it",
    ]
    other = matter.others[0]
    story = Story(view.path)
    story.rule(other.target, other.verdict, other.value)
    assert story.matters("speakers") == ()
    (saying,) = story.said()
    assert saying.speaker
    assert saying.speaker.name == "Joost Vaarland"


def test_a_figure_out_of_its_series_is_in_doubt(look: Look) -> None:
    lines = [Line(f"The fleet has {count} ferries.", count=(count, size, "ferries")) for count, size in COUNTS]
    view = look([Piece((line,), date(2014, 3, day + 1)) for day, line in enumerate(lines)])
    (matter,) = matters(view, "findings")
    assert "90,000" in matter.about
    assert "ferries" in matter.reasons[0]


COUNTS = (("12", 12.0), ("14", 14.0), ("15", 15.0), ("90,000", 90_000.0))


def test_pages_without_a_day_are_asked_about_and_may_stay_so(look: Look) -> None:
    view = look([Piece((Line("The ferry crews left."),), None, "Post", title="Ferries")])
    (matter,) = matters(view, "undated")
    assert (matter.about, matter.accept) == ("Ferries", None)
    settle(view.path, matter, accept=False)
    assert Story(view.path).matters("undated") == ()


def test_problems_stand_worst_first_and_go_when_looked_after(tmp_path: Path) -> None:
    write(tmp_path / "a.story", named(("Edith Vaarland",)))
    note = Problem(content_id("problem", 1), "a.html", "not in English", Severity.NOTE, "name a reader")
    with Ledger.open(tmp_path / "a.story") as ledger:
        worse = replace(note, id=content_id("problem", 2), severity=Severity.ERROR, what="no text")
        ledger.note([note, worse])
    story = Story(tmp_path / "a.story")
    first, second = story.matters("unread")
    assert [one.reasons[0] for one in (first, second)] == ["no text", "not in English"]
    settle(story.path, first, accept=True)
    assert story.matters("unread") == (second,)


def test_a_ruling_whose_evidence_is_not_here_can_be_taken_back_or_kept(tmp_path: Path) -> None:
    write(tmp_path / "old.story", [Piece((Line("The ferry crews left."),), None, "Post", title="Ferries")])
    old = Story(tmp_path / "old.story")
    made = old.rule(next(iter(old.articles())), "date", "2014-03", "the mayor said so", "Ann")
    write(tmp_path / "new.story", named(("Edith Vaarland",)))
    new = Story(tmp_path / "new.story")
    new.replay([made])
    (matter,) = new.matters("rulings")
    assert matter.accept
    assert (matter.accept.target, matter.accept.verdict) == (made.id, "undo")
    assert "the reason given: the mayor said so" in matter.reasons
    assert new.matters("unread") == ()
    settle(new.path, matter, accept=False)
    assert new.matters("rulings") == ()
    new.rule(new.rulings()[-1].id, "undo")
    settle(new.path, matter, accept=True)
    assert new.matters("rulings") == ()


def test_lasting_queues_are_queues() -> None:
    assert set(QUEUES) > LASTING


def test_open_view_is_asked_once_for_what_rulings_leave_alone(look: Look) -> None:
    view = look(named(("Edith Vaarland",), ("Vaarland",)))
    with open_view(view.path) as again:
        assert matters(again, "names", ()) == ()
