"""What rulings decide is laid over the tables of a story: rejected findings are nowhere, and speakers are as ruled."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

import throughline
from throughline.errors import QueryError
from throughline.ledger.view import View, open_view
from throughline.model import Ruling, content_id

PAGE = """<html><head><title>Arden to leave Velland</title>
<meta property="og:site_name" content="Vale Post"><meta property="article:published_time" content="2011-12-12">
</head><body><article><h1>Arden to leave Velland</h1>
<p>Arden will withdraw its 5,000 soldiers from Velland by 31 December 2012, Defence Minister Karl Astor said on
Monday. Arden signed a treaty with Velland in March 2009.</p>
<p>"We have done what we came to do," Astor told reporters in the capital. Foreign Minister Dora Venn said that about
1,200 trainers have worked there since.</p></article></body></html>"""

Under = Callable[..., View]


def _ruling(number: int, verdict: str, target: str, value: str = "") -> Ruling:
    made = datetime(2026, 1, 1, 0, 0, number, tzinfo=UTC)
    return Ruling(
        content_id("ruling", target, verdict, value, "", "Ida", made), target, verdict, value, "", "Ida", made
    )


class _Kept(Protocol):
    @property
    def id(self) -> str: ...


def _ids(*lists: Iterable[_Kept]) -> set[str]:
    return {one.id for listed in lists for one in listed}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("overruled")
    (room / "page.html").write_text(PAGE, encoding="utf-8")
    throughline.open(room / "arden.story").add([str(room / "page.html")])
    return room / "arden.story"


@pytest.fixture
def under(path: Path) -> Iterator[Under]:
    views = []

    def opened(*made: tuple[str, ...]) -> View:
        views.append(open_view(path, rulings=[_ruling(number, *one) for number, one in enumerate(made)]))
        return views[-1]

    yield opened
    for view in views:
        view.close()


def test_what_is_rejected_is_in_no_list_and_in_no_count(under: Under) -> None:
    plain = under()
    event, statement, figure = plain.events()[0], plain.statements()[0], plain.figures()[0]
    view = under(*(("reject", one.id) for one in (event, statement, figure)))
    assert event.id not in _ids(view.events(), view.event_rows())
    assert statement.id not in _ids(view.statements(), view.statement_rows())
    assert figure.id not in _ids(view.figures(), view.figure_rows())
    before, after = plain.counts(), view.counts()
    assert (after.events, after.statements, after.figures) == (
        before.events - 1,
        before.statements - 1,
        before.figures - 1,
    )
    for one in (event, statement, figure):
        with pytest.raises(QueryError):
            view.finding(one.id)
        assert not view.events(ids=[one.id])


def test_what_was_told_in_a_rejected_statement_is_told_by_the_page(under: Under) -> None:
    plain = under()
    statement = next(one.statement for one in plain.events() if one.statement)
    view = under(("reject", statement))
    others = {one.statement for one in plain.events()} | {one.statement for one in plain.figures()}
    told = {one.statement for one in view.events()} | {one.statement for one in view.event_rows()}
    told |= {one.statement for one in view.figures()} | {one.statement for one in view.figure_rows()}
    assert told <= others - {statement} | {None}
    assert len(view.events()) == len(plain.events())


def test_a_rejected_event_takes_the_day_of_its_sentence_with_it(under: Under) -> None:
    plain = under()
    signed = next(one for one in plain.events() if one.trigger.words == "signed")
    view = under(("reject", signed.id))
    before = next(one for one in plain.gists() if one.start <= signed.evidence.start < one.end)
    after = next(one for one in view.gists() if one.start == before.start)
    assert before.when is not None
    assert after.when is None


def test_a_rejected_mention_names_nobody(under: Under) -> None:
    plain = under()
    source = next(one.source for one in plain.statements() if one.source and "Astor" in one.source.evidence.words)
    mention = next(one for one in plain.mentions() if one.id == source.mention)
    view = under(("reject", mention.id))
    counted = {row[:3]: row for row in plain.names()}
    for row in view.names():
        before = counted[row[:3]]
        is_its = (row.name, row.type) == (mention.name, mention.type)
        assert before.mentions - row.mentions == (1 if is_its else 0)
    again = next(one.source for one in view.statements() if one.source and one.source.evidence == source.evidence)
    assert again.mention is None
    speaking = {row.id: row.speaker for row in view.statement_rows()}
    named = {row.id: row.speaker for row in plain.statement_rows()}
    changed = [name for name in named if named[name] != speaking[name]]
    assert changed
    assert all(speaking[name] is None for name in changed)
    assert mention.id not in {one.id for one in view.mentions()}


def test_everybody_rejected_is_nobody(under: Under) -> None:
    plain = under()
    view = under(*(("reject", one.id) for one in plain.mentions()))
    assert not view.names()
    assert not view.mentions()
    assert not view.roles()
    assert all(row.actors == row.recipients == () for row in view.event_rows())
    assert all(one.mention is None for event in view.events() for one in (*event.actor, *event.recipient))


def test_a_statement_is_the_ruled_speakers(under: Under) -> None:
    plain = under()
    keys = {row.id: row.speaker for row in plain.statement_rows() if row.speaker}
    astor = next(key for key in keys.values() if "astor" in key)
    venn, other = next((name, key) for name, key in keys.items() if "venn" in key)
    view = under(("speaker", venn, astor))
    assert view.speakers([venn]) == {venn: astor}
    assert next(row.speaker for row in view.statement_rows() if row.id == venn) == astor
    assert venn in {row.id for row in view.statements_by([astor])}
    assert venn not in {row.id for row in view.statements_by([other])}


def test_undone_it_is_as_it_was(under: Under) -> None:
    plain = under()
    event = plain.events()[0].id
    first = _ruling(0, "reject", event)
    with plain.under([first, _ruling(1, "undo", first.id)]) as view:
        assert view.events() == plain.events()
        assert view.counts()._replace(rulings=0) == plain.counts()


def test_what_is_lost_is_a_problem(under: Under) -> None:
    plain = under()
    event, key = plain.events()[0].id, plain.names()[0].key
    here = [("reject", event), ("merge", content_id("actor", key), content_id("actor", key + "x"))]
    lost = under(*here, ("split", event, "event-0123456789abcdef"), ("undo", "ruling-0123456789abcdef")).problems()
    said = {problem.where for problem in lost} - {problem.where for problem in plain.problems()}
    assert said == {content_id("actor", key + "x"), "event-0123456789abcdef", "ruling-0123456789abcdef"}
    assert all("throughline rule" in problem.advice for problem in lost if problem.where in said)
