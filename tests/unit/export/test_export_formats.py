"""CSV, Markdown, TimelineJS and plain values: nothing that a page wrote acts as a formula or as markup."""

import csv as reader
import html
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from throughline.export import FOLDERS, FORMATS, PACKED, Holdings, csv, datapackage, report, timelinejs, timeml
from throughline.export.values import CONTROL, address, dumps, flat, plain, tame
from throughline.model import Entry, Evidence, Grain, When


def with_words(story: Holdings, words: str) -> Holdings:
    entry = next(iter(story.entries))
    headline = Evidence("article-1", 0, len(words), words)
    return replace(story, entries=(replace(entry, happening=replace(entry.happening, headline=headline)),))


def with_when(story: Holdings, when: When | None) -> Holdings:
    entry = next(iter(story.entries))
    return replace(story, entries=(replace(entry, happening=replace(entry.happening, when=when)),))


def test_csv_has_a_row_an_entry_and_days_in_four_columns(story: Holdings) -> None:
    (row,) = reader.DictReader(io.StringIO("".join(csv.lines(story))))
    assert row["when"] == "2011-12-12/2011-12-31"
    assert row["when_first"] == "2011-12-12"
    assert row["headline"] == "Arden to leave Velland by 2012"
    assert row["headline_article"] == "article-1"
    assert row["outlets"] == "Vale Post; Harbour & Sons, Ltd"


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=5))
def test_no_cell_is_a_formula(mark: str, rest: str) -> None:
    (row,) = reader.DictReader(io.StringIO("".join(csv.table([{"words": mark + rest}])), newline=""))
    assert row["words"].startswith("'")
    assert "\r" not in row["words"]


def test_columns_do_not_depend_on_what_is_known(story: Holdings) -> None:
    entry = next(iter(story.entries))
    bare = replace(entry, due=None, happening=replace(entry.happening, when=None, known=None))
    assert list(flat(entry)) == list(flat(bare))
    assert flat(bare)["due_first"] is None


def test_an_entry_is_one_flat_object_and_every_record_says_its_kind(story: Holdings) -> None:
    entry = plain(next(iter(story.entries)))
    assert entry["kind"] == "entry"
    assert entry["id"] == "happening-1"
    assert entry["due"]["edtf"] == "../2012"
    assert plain(next(iter(story.deadlines)))["event"]["kind"] == "event"


@pytest.mark.parametrize("words", ["<script>x</script>", "[a](javascript:x)", "![a](b)", "# a\n# b", "`x`"])
def test_no_markup_of_a_page_survives_markdown(story: Holdings, words: str) -> None:
    text = "".join(report.markdown(with_words(story, words)))
    assert words not in text
    assert "\n# b" not in text


def test_timelinejs_has_what_the_timeline_reads(story: Holdings) -> None:
    timeline = json.loads("".join(timelinejs.lines(story)))
    (event,) = timeline["events"]
    assert timeline["title"]["text"]["headline"] == "arden"
    assert event["unique_id"] == "happening-1"
    assert event["start_date"] == {"year": 2011, "month": 12, "day": 12}
    assert event["end_date"] == {"year": 2011, "month": 12, "day": 31}
    assert event["display_date"] == "2011-12-12 to 2011-12-31"
    assert event["group"] == "planned"


def test_a_year_is_not_sharpened_and_an_undated_entry_is_left_out(story: Holdings) -> None:
    year = When(date(2011, 1, 1), date(2011, 12, 31), Grain.YEAR)
    (event,) = json.loads("".join(timelinejs.lines(with_when(story, year))))["events"]
    assert event["start_date"] == {"year": 2011}
    assert "end_date" not in event
    assert json.loads("".join(timelinejs.lines(with_when(story, None))))["events"] == []


def test_no_markup_of_a_page_reaches_the_timeline(story: Holdings) -> None:
    words = "<img src=x onerror=alert(1)> & more"
    (event,) = json.loads("".join(timelinejs.lines(with_words(story, words))))["events"]
    assert "<img" not in json.dumps(event)
    assert html.unescape(event["text"]["headline"]) == f"Planned: {words}"


def entries_of(story: Holdings) -> Iterator[Entry]:
    yield from story.entries


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_an_empty_story_and_lazy_parts(name: str, story: Holdings) -> None:
    assert isinstance("".join(FORMATS[name](Holdings("empty"))), str)
    assert "".join(FORMATS[name](replace(story, entries=entries_of(story)))) == "".join(FORMATS[name](story))


@given(st.text(max_size=40))
def test_tame_words_are_one_line_that_steers_nothing(words: str) -> None:
    told = tame(words)
    assert told == tame(told)
    assert "  " not in told
    assert not CONTROL.search(told)
    assert len(told.splitlines()) <= 1


@given(st.text(max_size=20))
def test_json_gives_the_words_back_whatever_they_hold(words: str) -> None:
    text = dumps({"words": words})
    assert json.loads(text.encode())["words"] == words
    assert not CONTROL.search(text)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "jsonl"])
def test_no_format_carries_what_steers_a_terminal(name: str, story: Holdings) -> None:
    text = "".join(FORMATS[name](with_words(story, "red \x1b[31m and \x9b31m, turned \u202e round\x07")))
    assert not CONTROL.search(text.replace("\r\n", "\n"))


def everywhere(story: Holdings, words: str) -> Holdings:
    """The story with these words for whatever a page wrote: headlines, sentences, names, titles, outlets."""
    hostile = with_words(story, words)
    (entry,) = hostile.entries
    (event,) = story.events
    (mention,) = story.mentions
    place = Evidence("article-1", 0, len(words), words)
    heads = {name: head._replace(title=words, outlet=words, url=words) for name, head in story.heads.items()}
    return replace(
        hostile,
        name=words,
        heads=heads,
        happenings=(entry.happening,),
        events=(replace(event, evidence=place, trigger=place),),
        mentions=(replace(mention, evidence=place, name=words),),
        actors=tuple(replace(one, name=words, aliases=(words,)) for one in story.actors),
        articles=tuple(replace(one, title=words, outlet=words, url=words, text=words) for one in story.articles),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(min_size=1, max_size=30) | st.sampled_from(["\ud800", "\ufffe<&>", "]]>", "\x00", "\r\n", "'\""]))
def test_every_format_takes_whatever_a_page_wrote(story: Holdings, words: str) -> None:
    hostile = everywhere(story, words)
    for name, lines in FORMATS.items():
        text = "".join(lines(hostile))
        if name in {"csl", "timelinejs", "webanno"}:
            json.loads(text)
        elif name in {"ftm", "jsonl", "plover"}:
            assert all(json.loads(line) for line in text.split("\n") if line)
        elif name == "gexf":
            etree.fromstring(text.encode())
        elif name in {"csv", "ftm-statements", "timelinejs-sheet"}:
            found = list(reader.reader(io.StringIO(text), strict=True))
            assert len({len(row) for row in found}) == 1
    for _, content in timeml.files(hostile):
        etree.fromstring(content)
    assert len(list(datapackage.files(hostile))) == 14


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://vale.example/a?b=c&d=%20#e", True),
        ("javascript:alert(1)", False),
        ("https://vale.example/a b", False),
        ("https://vale.example/\r\nSTATUS:CONFIRMED", False),
        ('https://vale.example/"><script>', False),
        ("file:///etc/passwd", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_is_handed_on_as_one(url: str | None, is_one: bool) -> None:  # noqa: FBT001
    assert address(url) == (url if is_one else None)


@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS, *PACKED])
def test_every_format_is_documented(name: str) -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "exports.md"
    assert f"`{name}`" in page.read_text(encoding="utf-8")
