"""Pages invented one for each way in which a page says its day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.extract.article import article
from throughline.extract.days import dayclues, usage
from throughline.extract.draft import Clues, Draft
from throughline.extract.markup import tree
from throughline.model import Article, DateCard, Declared, page_of

_STORY = "".join(
    f"<p>{words}</p>"
    for words in (
        "The council of Velm agreed to close the harbour bridge for the whole of the winter, the mayor told reporters.",
        "Engineers found rust in the cables that hold the middle span, and traffic will be led over the northern dam.",
        "Shopkeepers in the old town fear for their trade, as most of their customers come across the bridge on foot.",
        "The work is to take four months and will be paid for by the province, which owns the bridge and the dam.",
    )
)


def _card(body: str, head: str = "", declared: Declared | None = None) -> DateCard:
    markup = f"<html><head><title>Harbour bridge to close</title>{head}</head><body>{body}</body></html>"
    read = article(page_of(markup.encode(), "text/html", "invented", declared=declared or Declared()))
    assert isinstance(read, Article)
    return read.published


def _when(body: str, head: str = "", declared: Declared | None = None) -> str:
    return _card(body, head, declared).when.edtf


def _day(body: str, head: str = "", declared: Declared | None = None) -> str:
    """The day that is sure, else the likeliest."""
    card = _card(body, head, declared)
    return (card.guess or card.when).edtf


def _page(date: str, below: str = "") -> str:
    return f"<main><article><h1>Harbour bridge to close</h1>{date}{_STORY}</article></main>{below}"


@pytest.mark.parametrize(
    "date",
    [
        "<div>March 5, 2018</div>",
        "<div class='date'>05.03.2018</div>",
        "<p>By Maya Orlin | March 5, 2018 | 4 min read</p>",
        "<span>Veröffentlicht am 5. März 2018</span>",
        "<span>Publié le 5 mars 2018</span>",
        "<span>Posted on</span> <span>March 5th, 2018</span>",
        "<time datetime='2018-03-05T10:00:00+01:00'>Monday</time>",
        "<abbr class='published' title='2018-03-05T10:00:00+01:00'>Monday</abbr>",
        "<span itemprop='datePublished' content='2018-03-05'>Monday</span>",
        "<div>March 5, 2018 - Updated March 9, 2018</div>",
    ],
)
def test_a_day_under_the_title_is_read(date: str) -> None:
    assert _day(_page(date)) == "2018-03-05"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2018-03-05T10:00:00+01:00'>",
        "<meta name='published-date' content='2018-03-05'>",
        "<script type='application/ld+json'>{'@type': 'NewsArticle', 'datePublished': '2018-03-05'}</script>".replace(
            "'", '"'
        ).replace('type="', "type='", 1).replace('json"', "json'", 1),
        "<link rel='canonical' href='https://sound.example/2018/03/05/bridge'>",
        "<link rel='canonical' href='https://sound.example/world/2018/mar/05/bridge'>",
    ],
)  # fmt: skip
def test_a_day_that_only_machines_are_told_is_read(head: str) -> None:
    assert _day(_page(""), head) == "2018-03-05"


def test_the_days_of_other_pages_of_comments_and_of_the_visit_are_not_its_own() -> None:
    others = "<aside><h3>More</h3>" + "".join(f"<div>Ferry {n}</div><div>{n} April 2018</div>" for n in range(2, 9))
    menu = "<ul><li>Home</li><li>Harbour</li><li>Weather</li><li>Sport</li><li>Letters</li></ul>"
    body = "<div>Friday, 20 April 2018</div>" + menu + _page("<div>5 March 2018</div>", others + "</aside>")
    assert _day(body) == "2018-03-05"


def test_a_day_of_change_does_not_outweigh_that_of_publication() -> None:
    head = (
        "<meta property='article:published_time' content='2018-03-05'>"
        "<meta property='article:modified_time' content='2018-03-09'>"
    )
    assert _day(_page("<div>March 5, 2018</div>"), head) == "2018-03-05"


@pytest.mark.parametrize(
    "opening",
    [
        "Velm will withdraw its 500 guards from the dam by 31 December 2012, the mayor said on Monday.",
        "The report of the inspectors was published on 1 March 2011, and nobody has read it since then, they say.",
    ],
)
def test_a_day_in_the_story_is_none_of_the_page(opening: str) -> None:
    body = f"<main><article><h1>Harbour bridge to close</h1><p>{opening}</p>{_STORY}</article></main>"
    assert _day(body, "<meta property='article:published_time' content='2011-12-12'>") == "2011-12-12"
    assert _day(body) not in {"2012-12-31", "2011-03-01"}


def test_the_day_of_the_visit_in_a_menu_is_not_the_pages() -> None:
    menu = "<div><span>Subscribe</span> <span>Log in</span> <span>Monday 14 January 2019</span></div>"
    assert _when(menu + _page("")) == "../2019-01-14"


def test_numbers_are_read_as_the_country_of_the_host_writes_them() -> None:
    for host, day in (("velm.example.co.uk", "2018-03-05"), ("velm.example.gov", "2018-05-03")):
        assert _day(_page("<div>05/03/2018</div>"), f"<link rel='canonical' href='https://{host}/bridge'>") == day


def test_numbers_that_nothing_settles_stay_an_interval() -> None:
    assert _when(_page("<div>05/03/2018</div>")) == "2018-03-05/2018-05-03"


def test_what_is_declared_wins() -> None:
    assert _day(_page("<div>5 March 2018</div>"), declared=Declared(published="2018-03-01")) == "2018-03-01"


def test_a_page_in_a_language_that_writes_the_day_first() -> None:
    german = Draft("", (), Clues(language="de"))
    found = usage.find(german, "https://velm.example/")
    assert found is not None
    assert found.order == "dmy"
    assert usage.find(Draft("", (), Clues(language="en")), "https://velm.example/") is None


def test_figures_settle_a_day_where_they_are_written_no_other_way() -> None:
    french = usage.find(Draft("", (), Clues(language="fr")), None)
    assert french is not None
    assert french.settles("05/03/2018")
    assert not french.settles("05/03/2018 08:43:31")
    german = usage.find(Draft("", (), Clues(language="de")), "https://blatt.example.de/")
    assert german is not None
    assert not german.settles("05/03/2018")


def test_a_declared_region_only_guesses() -> None:
    british = usage.find(Draft("", (), Clues(language="en", region="GB")), "https://velm.example/")
    assert british is not None
    assert british.order == "dmy"
    assert not british.settles("05/03/2018")
    card = _card(_page("05/03/2018"), '<meta property="og:locale" content="en_US">')
    assert (card.when.edtf, card.guess and card.guess.edtf) == ("2018-03-05/2018-05-03", "2018-05-03")


_DATES = st.sampled_from(["2018-03-05", "31/31/2018", "", "5 März 2018", "\x0c0"])
_PIECES = st.sampled_from([
    "<time datetime='%s'>", "<div class='date'>%s</div>", "<meta itemprop='datePublished' content='%s'>",
    "<script>var a={published_at:'%s'}</script>", "<span class='post-date updated'>%s</span>", "<abbr title='%s'>x",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(_PIECES, st.sampled_from(["2018-03-05", "31/31/2018", "", "5 März 2018", "\x0c0"])), max_size=8)
)
def test_no_markup_fails(pieces: list[tuple[str, str]]) -> None:
    root = tree.parse("<html><body>" + "".join(piece % words for piece, words in pieces) + "</body></html>")
    assert root is None or all(clue.reason and clue.kind for clue in dayclues.find(root, (), {}))
