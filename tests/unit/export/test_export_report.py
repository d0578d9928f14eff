"""A report: every quotation has its footnote, both lead to each other, and nothing of a page can act in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from throughline.export import Holdings
from throughline.export.report import html as page
from throughline.export.report import markdown, report
from throughline.export.report.chart import LEFT, RIGHT, TOP, chart
from throughline.export.report.footnotes import around
from throughline.export.report.sections import Record, Subject
from throughline.model import (
    Block,
    Chronicle,
    Evidence,
    Grain,
    Point,
    Position,
    Role,
    Ruling,
    Saying,
    Series,
    Stance,
    Standing,
    State,
    When,
)

RULING = Ruling(
    "ruling-1", "article-1", "date", "2011-12-12", "the masthead", "R. Vane", datetime(2012, 1, 2, tzinfo=UTC)
)


@pytest.fixture
def told(story: Holdings) -> Holdings:
    """The story with its texts, and where its events are told."""
    places = {one.id: one.evidence for one in story.events}
    return replace(
        story,
        tellings=lambda events: [places[one] for one in events if one in places],
        rulings=((RULING, "Arden to leave"),),
    )


def state(story: Holdings) -> State:
    (entry,) = story.entries
    (deadline,) = story.deadlines
    (series,) = story.series
    (figure,) = story.figures
    when = entry.happening.when
    return State(
        date(2011, 12, 31), (deadline,), (Standing(entry, when),), ((series, figure),), reports=2, outlets=1, news=when
    )


def chosen(story: Holdings) -> Sequence[Record]:
    (statement,) = story.statements
    (actor,) = story.actors
    (entry,) = story.entries
    (series,) = story.series
    (point,) = series.points
    stance = Stance("refuses: “stay”", statement.evidence, statement.id, date(2011, 12, 12), "Vale Post")
    return (
        entry,
        Saying(statement, actor, date(2011, 12, 12), "Vale Post", 2, 1),
        replace(series, points=(replace(point, evidence=statement.evidence),)),
        Position("position-1", actor, "the treaty", ("Velland",), (stance,)),
        *story.deadlines,
        *story.disputes,
    )


def subjects(story: Holdings) -> dict[str, Subject]:
    return {
        "chronicle": Chronicle(story.as_of, tuple(story.entries)), "state": state(story), "chosen": chosen(story)
    }  # fmt: skip


def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


@pytest.mark.parametrize("name", ["chronicle", "state", "chosen"])
def test_references_and_footnotes_lead_to_each_other(told: Holdings, name: str) -> None:
    root = tree("".join(report(told, subjects(told)[name])))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    links = [one.get("href") for one in root.iter("a") if one.get("href", "").startswith("#")]
    assert links
    assert all(link.removeprefix("#") in ids for link in links)
    references = root.xpath("//*[@role='doc-noteref']")
    returns = root.xpath("//*[@role='doc-backlink']")
    assert {one.get("id") for one in references} == {one.get("href").removeprefix("#") for one in returns}
    assert [int(one.text) for one in root.xpath("//*[@class='refs']/a")]


@pytest.mark.parametrize("name", ["chronicle", "state", "chosen"])
def test_a_footnote_has_the_words_where_they_stand(told: Holdings, name: str) -> None:
    root = tree("".join(report(told, subjects(told)[name])))
    texts = {one.id: one.text for one in told.articles}
    for note in root.xpath("//*[starts-with(@id, 'note-')]"):
        (words,) = note.xpath(".//mark")
        place = re.search(r"(article-\d), characters (\d+) to (\d+)", note.text_content())
        assert place
        assert texts[place[1]][int(place[2]) : int(place[3])] == words.text


def test_a_footnote_says_who_published_it_when_and_since_when_it_was_known(told: Holdings) -> None:
    (entry,) = told.entries
    there = replace(entry.happening, headline=entry.happening.headline._replace(article="article-2"))
    root = tree("".join(report(told, Chronicle(None, (replace(entry, happening=there),)))))
    note = root.xpath("//*[@id='note-1']")[0].text_content()
    for words in ("Vale Post", "“Arden *to* leave”", "by M. Holt", "Published 2011-12-12", "known since 2011-12-12"):
        assert words in note
    assert root.xpath("//*[@id='note-1']//a[@class='url']/@href") == ["https://vale.example/1"]
    source = root.xpath("//*[@id='source-1']")[0].text_content()
    assert "A copy of “Arden *to* leave”" in source


def test_a_plan_says_so_and_so_does_what_was_said_before(told: Holdings) -> None:
    text = tree("".join(page(told))).text_content()
    assert "planned, due by 2012" in text
    assert "was ongoing (known since 2011-12-02)" in text
    assert "As known on 2011-12-31." in text


def test_rulings_on_what_is_shown_are_told_and_others_counted(told: Holdings) -> None:
    other = replace(RULING, id="ruling-2", target="article-9")
    text = tree("".join(page(replace(told, rulings=((RULING, "Arden to leave"), (other, "")))))).text_content()
    assert "“Arden to leave”: published 2011-12-12 (R. Vane, 2012-01-02: the masthead)" in text
    assert "1 more ruling holds in this story" in text


def test_an_empty_report_says_so() -> None:
    for of in (Chronicle(date(2001, 1, 1), ()), State(date(2001, 1, 1), (), (), ()), ()):
        assert "Nothing is known that this report could hold." in "".join(report(Holdings("empty"), of))


def test_the_page_asks_for_nothing_and_allows_its_own_style_only(told: Holdings) -> None:
    root = tree("".join(page(told)))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not root.xpath("//script | //img | //iframe | //link | //object | //form | //*[@style]")
    assert len(root.xpath("//h1")) == 1


HOSTILE = ["<script>alert(1)</script>", "</style><script>x</script>", "{{ 7 * 7 }}", "\" onload='x'", "javascript:x"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE))
def test_nothing_that_a_page_wrote_acts(told: Holdings, words: str) -> None:
    (entry,) = told.entries
    first = next(iter(told.articles))
    place = Evidence("article-1", 0, len(words), words)
    heads = {
        name: head._replace(title=words, outlet=words, url=words, authors=(words,))
        for name, head in told.heads.items()
    }  # fmt: skip
    hostile = replace(
        told, name=words, heads=heads, article_of=lambda _article: replace(first, text=words, blocks=()),
        entries=(replace(entry, happening=replace(entry.happening, headline=place)),),
        rulings=((replace(RULING, author=words, reason=words, value=words), words),),
    )  # fmt: skip
    root = tree("".join(page(hostile)))
    plain = tree("".join(page(told)))
    assert [one.tag for one in root.iter("script", "img", "style", "meta", "h1")] == [
        one.tag for one in plain.iter("script", "img", "style", "meta", "h1")
    ]
    assert {one.get("href")[:5] for one in root.iter("a")} <= {"#reco", "#note", "#cite", "#sour"}
    text = "".join(markdown(hostile))
    assert "<script" not in text.replace("\\<", "")
    assert "](" not in text.replace("\\]", "")


def test_context_is_the_article_and_is_cut_between_words(told: Holdings) -> None:
    parts = [
        (Role.BOILERPLATE, "Menu"), (Role.BODY, "Before " * 60 + "THE WORDS."), (Role.CAPTION, "A flag"),
        (Role.BODY, "One.\n\nTwo. " + "After " * 60), (Role.COMMENT, "First!"),
    ]  # fmt: skip
    text, blocks = "", []
    for role, words in parts:
        blocks.append(Block(role, len(text), len(text) + len(words)))
        text += words + "\n\n"
    article = replace(next(iter(told.articles)), text=text, blocks=tuple(blocks))
    start = text.index("THE WORDS.")
    before, after = around(article, Evidence(article.id, start, start + 10, "THE WORDS."))
    assert before.startswith("… Before Before ")
    assert after.startswith("¶ One. ¶ Two. After ")
    assert after.endswith(" After …")
    assert max(len(before), len(after)) < 250


def test_markdown_has_dated_bullets_with_footnotes_to_the_words(told: Holdings) -> None:
    text = "".join(markdown(told))
    assert "As known on 2011-12-31." in text
    assert "- **2011-12-12 to 2011-12-31** “Arden to leave Velland by 2012” (planned, due by 2012; Vale Post" in text
    assert "[^1]: **Arden to leave Velland by 2012**" in text
    assert "*Arden \\*to\\* leave*, by M. Holt, published 2011-12-12" in text
    numbers = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert numbers == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))


def test_long_chronicles_have_a_heading_a_year(told: Holdings) -> None:
    (entry,) = told.entries
    days = [date(2010 + number // 7, 1 + number % 7, 1) for number in range(14)]
    entries = [
        replace(
            entry,
            happening=replace(entry.happening, id=f"happening-{at}", when=When(day, day, Grain.DAY)),
        )
        for at, day in enumerate(days)
    ]
    root = tree("".join(report(told, Chronicle(None, tuple(entries)))))
    assert root.xpath("//main//h2/text()") == ["2010", "2011"]


def test_statements_and_figures_say_how_they_are_told(told: Holdings) -> None:
    text = tree("".join(report(told, chosen(told)))).text_content()
    assert "Arden (via North Wire)" in text
    assert "“said”, in the speaker’s words" in text
    assert "5,000 or more" in text


def days_of(*figures: tuple[int, float]) -> Series:
    points = tuple(
        Point(f"figure-{at}", When(date(2011, 1, day), date(2011, 1, day), Grain.DAY), value, value, None)
        for at, (day, value) in enumerate(figures)
    )
    return Series("series-1", "guards", "", points)


def test_figures_of_several_days_are_drawn_with_a_dot_each() -> None:
    drawn = chart(days_of((1, 100), (2, 100), (3, 50), (11, 200)))
    assert drawn
    assert (drawn.least, drawn.most, drawn.first, drawn.last) == ("0", "200", date(2011, 1, 1), date(2011, 1, 11))
    assert [(dot.x, dot.y) for dot in drawn.dots] == [(LEFT, 81), (156.8, 81), (209.6, 115.5), (RIGHT, TOP)]
    assert drawn.line == "M104.0 81.0H156.8V81.0H209.6V115.5H632.0V12.0V12.0V115.5H209.6V81.0H156.8V81.0H104.0Z"
    assert drawn.words.startswith("guards: 4 figures, 100 about 2011-01-01, 200 about 2011-01-11")


def test_figures_of_one_day_that_differ_are_a_band() -> None:
    drawn = chart(days_of((1, 100), (2, 50), (2, 100), (3, 100)))
    assert drawn
    assert drawn.line == "M104.0 12.0H368.0V12.0H632.0V12.0V12.0V81.0H368.0V12.0H104.0Z"


@pytest.mark.parametrize("figures", [(), ((1, 5),), ((1, 5), (2, 6)), ((1, 0), (2, 0), (3, 0))])
def test_what_has_no_course_is_not_drawn(figures: tuple[tuple[int, float], ...]) -> None:
    assert chart(days_of(*figures)) is None


def test_a_drawing_says_what_it_shows(told: Holdings) -> None:
    root = tree("".join(report(told, (days_of((1, 100), (2, 80), (3, 50)),))))
    (svg,) = root.xpath("//*[local-name()='svg']")
    assert svg.get("aria-label").startswith("guards: 3 figures")
    assert len(svg.xpath(".//*[local-name()='circle']")) == 3
