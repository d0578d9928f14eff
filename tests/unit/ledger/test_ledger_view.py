"""What is written comes back equal, in a fixed order, and only as far as it was known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from throughline.errors import EvidenceError, QueryError
from throughline.ledger import Ledger, Reading, open_view
from throughline.model import Declared, Link, Problem, Relation, Ruling, Severity, page_of

Make = Callable[..., Reading]


def made(path: Path, *readings: Reading) -> Path:
    with Ledger.create(path) as ledger:
        for one in readings:
            ledger.write(one)
    return path


def test_every_record_comes_back_as_it_was(tmp_path: Path, reading: Make) -> None:
    one = reading()
    assert one.article is not None
    with open_view(made(tmp_path / "x.story", one)) as view:
        assert view.article(one.article.id) == one.article
        assert view.page(one.page.id) == one.page
        assert set(view.mentions()) == set(one.findings.mentions)
        assert set(view.times()) == set(one.findings.times)
        assert set(view.statements()) == set(one.findings.statements)
        assert set(view.figures()) == set(one.findings.figures)
        assert set(view.events()) == set(one.findings.events)
        assert view.problems() == list(one.problems)
        assert [view.finding(event.id) for event in one.findings.events] == list(one.findings.events)
        assert view.finding(one.findings.times[0].id) == one.findings.times[0]


def test_filters_by_article_and_id(tmp_path: Path, reading: Make) -> None:
    one, two = reading(1), reading(2)
    assert one.article
    assert two.article
    with open_view(made(tmp_path / "x.story", one, two)) as view:
        assert set(view.events([two.article.id])) == set(two.findings.events)
        wanted = [one.findings.events[0].id, "event-none"]
        assert view.events(ids=wanted) == [one.findings.events[0]]
        assert view.events([two.article.id], wanted) == []
        assert view.statements([]) == []


def test_light_rows(tmp_path: Path, reading: Make) -> None:
    one = reading()
    with open_view(made(tmp_path / "x.story", one)) as view:
        retreat = next(row for row in view.event_rows() if row.trigger == "withdraw")
        assert retreat.actors == ("body:harbour-council",)
        assert retreat.recipients == ("name:guards",)
        assert retreat.due is not None
        assert retreat.due.last == date(2031, 6, 30)
        assert retreat.due.first is None
        assert {row.speaker for row in view.statement_rows()} == {"name:ada lindqvist", "name:she"}
        assert [(row.low, row.high, row.of) for row in view.figure_rows()] == [(1200, None, "guards")]
        ada = next(name for name in view.names() if name.key == "name:ada lindqvist")
        assert (ada.mentions, ada.articles, ada.first) == (2, 1, date(2031, 5, 3))
        (head,) = view.heads().values()
        assert one.article
        assert (head.title, head.published, head.origin) == (one.article.title, one.article.published.when, "Bay Wire")


def test_sentences_times_and_roles(tmp_path: Path, reading: Make) -> None:
    one, undated = reading(1), reading(2, None)
    assert one.article
    with open_view(made(tmp_path / "x.story", one, undated)) as view:
        own = [row for row in view.sentences() if row.article == one.article.id]
        assert [(row.index, row.start, row.end) for row in own] == [(n, *span) for n, span in enumerate(one.passages)]
        assert all(one.article.text[row.start : row.end] == row.words for row in own)
        assert view.sentences([one.article.id]) == own
        assert [row.when.first for row in view.time_rows()] == [date(2031, 5, 3)] * 2
        role = view.roles()[0]
        assert (role.key, role.evidence.words, role.known) == ("name:ada lindqvist", "Governor", date(2031, 5, 3))
    with open_view(tmp_path / "x.story", date(2031, 5, 3)) as view:
        assert len(view.roles()) == 1
        assert view.sentences() == own


def test_as_of_shows_only_what_was_known(tmp_path: Path, reading: Make) -> None:
    early, late, undated = reading(1, date(2030, 1, 1)), reading(2, date(2032, 1, 1)), reading(3, None)
    assert early.article
    assert late.article
    assert undated.article
    path = made(tmp_path / "x.story", late, undated, early)
    with open_view(path) as view:
        assert list(view.heads()) == [early.article.id, late.article.id, undated.article.id]
        assert view.counts().articles == 3
        assert view.counts().undated == 1
    with open_view(path, date(2031, 1, 1)) as view:
        assert list(view.heads()) == [early.article.id]
        assert {row.article for row in view.event_rows()} == {early.article.id}
        assert {found.evidence.article for found in view.search("withdraw")} == {early.article.id}
        assert view.counts().events == 2
        assert [problem.page for problem in view.problems()] == [early.page.id]
        assert view.events(ids=[late.findings.events[0].id]) == []
        with pytest.raises(QueryError, match="known by 2031-01-01"):
            view.article(late.article.id)
    with open_view(path, date(2031, 1, 1), maybe=True) as view:
        assert set(view.heads()) == {early.article.id, undated.article.id}


def test_a_link_shows_when_both_ends_do(tmp_path: Path, reading: Make) -> None:
    early, late = reading(1, date(2030, 1, 1)), reading(2, date(2032, 1, 1))
    assert early.article
    assert late.article
    link = Link("link-1", late.article.id, early.article.id, Relation.COPY_OF, 0.9, ("90 %",), date(2032, 1, 1))
    path = made(tmp_path / "x.story", early, replace(late, links=(link,)))
    with open_view(path) as view:
        assert view.links() == [link]
        assert view.links(Relation.UPDATES) == []
    with open_view(path, date(2031, 1, 1)) as view:
        assert view.links(Relation.COPY_OF) == []


def test_order_of_adding_changes_nothing(tmp_path: Path, reading: Make) -> None:
    readings = [reading(number, date(2030, 1, 1 + number % 3)) for number in range(1, 8)]
    seen = []
    for name, order in (("a", readings), ("b", readings[::-1])):
        with open_view(made(tmp_path / name, *order)) as view:
            seen.append((view.heads(), view.events(), view.event_rows(), view.search("lake road"), view.problems()))
    assert seen[0] == seen[1]


def test_the_same_page_again_only_adds_the_place(tmp_path: Path, reading: Make) -> None:
    first, again = reading(1, source="z.txt"), reading(1, source="a.txt")
    path = tmp_path / "x.story"
    with Ledger.create(path) as ledger:
        assert ledger.write(first)
        assert not ledger.write(again)
        assert ledger.found(first.page)
    with open_view(path) as view:
        assert view.counts().pages == 1
        assert view.page(first.page.id).source == "a.txt"
        assert [problem.where for problem in view.problems()] == ["a.txt"]


def test_a_page_that_could_not_be_read_is_kept(tmp_path: Path) -> None:
    page = page_of(b"\x89PNG", "text/html", "pic\udce9.html", Declared(outlet="Bay Wire"))
    problem = Problem("problem-1", "pic\udce9.html", "no text", Severity.ERROR, "save the page again", page.id)
    with Ledger.create(tmp_path / "x.story") as ledger:
        ledger.write(Reading(page, problems=(problem,)))
        ledger.note([Problem("problem-2", "gone.html", "no such file", Severity.ERROR, "check the path")])
    with open_view(tmp_path / "x.story", date(1999, 1, 1)) as view:
        assert view.page(page.id).data == b"\x89PNG"
        assert view.page(page.id).declared.outlet == "Bay Wire"
        assert {(p.where, p.page) for p in view.problems()} == {("pic?.html", page.id), ("gone.html", None)}


def test_words_that_are_not_there_are_refused_and_nothing_is_kept(tmp_path: Path, reading: Make) -> None:
    one = reading()
    false = replace(one.findings.events[0], trigger=one.findings.events[0].trigger._replace(words="advance"))
    with Ledger.create(tmp_path / "x.story") as ledger:
        with pytest.raises(EvidenceError, match="advance"):
            ledger.write(replace(one, findings=replace(one.findings, events=(false,))))
        assert not ledger.has_page(one.page.id)
        ledger.write(one)


def test_a_finding_in_a_comment_is_refused(tmp_path: Path, reading: Make) -> None:
    one = reading()
    assert one.article
    start = one.article.text.index("they never")
    noise = replace(
        one.findings.mentions[0], id="mention-x", evidence=one.article.evidence(start, start + 4), entity=None
    )
    with Ledger.create(tmp_path / "x.story") as ledger, pytest.raises(EvidenceError, match="may not be read"):
        ledger.write(replace(one, findings=replace(one.findings, mentions=(*one.findings.mentions, noise))))


def test_dangling_and_double_ids_are_refused(tmp_path: Path, reading: Make) -> None:
    one = reading()
    with Ledger.create(tmp_path / "x.story") as ledger:
        with pytest.raises(EvidenceError, match="not found in the same article"):
            ledger.write(replace(one, findings=replace(one.findings, statements=())))
        with pytest.raises(EvidenceError, match="two findings"):
            ledger.write(replace(one, findings=replace(one.findings, times=one.findings.times * 2)))


def test_search_finds_word_forms_phrases_and_beginnings(tmp_path: Path, reading: Make) -> None:
    with open_view(
        made(tmp_path / "x.story", reading(1), reading(2, body="Nothing to see – the road is long."))
    ) as view:
        assert len(view.search("guard withdrawal")) == 1
        assert len(view.search('"lake road"')) == 1
        assert view.search('"road lake"') == []
        assert len(view.search("road")) == 2
        assert len(view.search("road", limit=1)) == 1
        assert len(view.search("lindq*")) == 1
        (found,) = view.search("lake")
        assert (
            view.article(found.evidence.article).text[found.evidence.start : found.evidence.end] == found.evidence.words
        )


@pytest.mark.parametrize("words", ["AND", "a NEAR b", "col:road", "-road", "(road", "^road", "'; DROP", "x*y", 'a"b'])
def test_search_takes_any_words(tmp_path: Path, reading: Make, words: str) -> None:
    with open_view(made(tmp_path / "x.story", reading())) as view:
        assert isinstance(view.search(words), list)


@pytest.mark.parametrize("words", ["", '"', '""', " * ", "--"])
def test_a_search_for_no_word_says_what_to_do(tmp_path: Path, words: str) -> None:
    with open_view(made(tmp_path / "x.story")) as view, pytest.raises(QueryError, match="give one or more words"):
        view.search(words)


def test_rulings_are_kept_in_order(tmp_path: Path) -> None:
    path = made(tmp_path / "x.story")
    rulings = [
        Ruling(f"ruling-{n}", "article-1", "date", "2031", "because", "Jo", datetime(2031, 5, n, tzinfo=UTC))
        for n in (2, 1)
    ]
    with Ledger.open(path) as ledger:
        for one in rulings:
            ledger.rule(one)
    with open_view(path, date(1900, 1, 1)) as view:
        assert view.rulings() == rulings[::-1]


def test_a_reader_sees_one_snapshot_while_another_writes(tmp_path: Path, reading: Make) -> None:
    path = made(tmp_path / "x.story", reading(1))
    with Ledger.open(path) as ledger, open_view(path) as before:
        ledger.write(reading(2))
        assert before.counts().articles == 1
        with open_view(path) as after:
            assert after.counts().articles == 2
        assert len(before.events()) == 2
