"""How records are called before people."""

from datetime import date
from pathlib import Path
from typing import Protocol

from click.testing import Result

from throughline.export.wording import ROLES, called, lasting, quoted, role, told_roles
from throughline.ledger.rows import Head
from throughline.model import UNKNOWN, ActorRole, Evidence


class Run(Protocol):
    def __call__(self, *words: object) -> Result: ...


def head(source: str, title: str | None = None, outlet: str | None = None) -> Head:
    return Head("article-1", "page-1", source, title, outlet, (), None, "en", UNKNOWN, None, None)


def test_an_article_without_a_name_is_called_by_its_file_and_its_record_there() -> None:
    assert called(head("piles/spring/a.html")) == "a.html"
    assert called(head("piles/all.jsonl#spring/2031-03-04/17")) == "all.jsonl#spring/2031-03-04/17"
    assert called(head("a.html", "Ferry late")) == "“Ferry late”"
    assert called(head("a.html", "Ferry late", "Vale Post")) == "Vale Post"


def test_a_statement_is_shown_with_the_word_that_tells_it(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("No talks\n\nMinister Anna Astor on 5 March 2009 denied that soldiers would leave Velland.\n")
    run("add", tmp_path / "x.story", page)
    assert "Anna Astor  “denied”, in the page’s words" in run("said", tmp_path / "x.story").stdout


def test_a_mark_that_opens_a_longer_quotation_is_left_out() -> None:
    assert quoted('"There are no talks.') == "“There are no talks.”"
    assert quoted('None," she said.') == '“None," she said.”'
    assert quoted('"None," she said.') == '"None," she said.'
    assert quoted("") == "“”"


def test_roles_are_told_once_under_their_fullest_name() -> None:
    def given(words: str, first: int, last: int, since: int | None = None) -> ActorRole:
        place = Evidence("article-1", 0, len(words), words)
        return ActorRole(words, date(first, 1, 1), date(last, 1, 1), place, date(since, 1, 1) if since else None)

    chief, general = given("alliance chief", 2009, 2010, 2008), given("Secretary-General", 2011, 2011, 2008)
    minister, fuller = given("Minister", 2014, 2014), given("Defence Minister", 2013, 2017)
    early = given("Minister", 2001, 2001)
    told = told_roles([chief, general, minister, fuller, early])
    assert [role(one) for one in told] == [
        "Secretary-General, in office since 2008-01-01, reported 2009-01-01 to 2011-01-01",
        "Defence Minister, reported 2013-01-01 to 2017-01-01",
        "Minister, reported 2001-01-01",
    ]


def test_a_line_whose_status_changed_says_since_when_each_was_known(run: Run, tmp_path: Path) -> None:
    first = '{"id": "1", "outlet": "Vale Post", "date": "2011-11-21", "title": "More", "text": "%s"}\n'
    second = '{"id": "2", "outlet": "Vale Post", "date": "2012-07-06", "title": "None", "text": "%s"}\n'
    pages = tmp_path / "all.jsonl"
    plan = "The Northern Compact will deliver 100 more vehicles to Arden by 30 June 2012, Anna Astor said on Monday."
    failure = "The Northern Compact did not deliver the 100 vehicles to Arden by 30 June, Tomas Kell said on Friday."
    pages.write_text(first % plan + second % failure)
    run("add", tmp_path / "x.story", pages)
    for shown in (
        run("chronicle", tmp_path / "x.story").stdout,
        run("diff", tmp_path / "x.story", "2011-12", "2012-12").stdout,
    ):
        was, now = (line.strip() for line in shown.splitlines() if "(known since" in line)
        assert (was, now) == ("was planned (known since 2011-11-21)", "now not happened (known since 2012-07-06)")


def test_of_many_roles_the_best_told_are_kept_in_order() -> None:
    place = Evidence("article-1", 0, 4, "role")
    brief = [ActorRole(f"guest {day}", date(2011, 1, day), date(2011, 1, day), place) for day in range(1, 9)]
    long = ActorRole("mayor", date(2010, 1, 1), date(2012, 1, 1), place)
    office = ActorRole("minister", date(2011, 5, 1), date(2011, 5, 1), place, since=date(2011, 1, 1))
    kept = lasting([*brief, long, office])
    assert len(kept) == ROLES
    assert kept[-2:] == [long, office]
