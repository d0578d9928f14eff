"""TimelineJS: the documented fields of its JSON and of its sheet, and no plan told as a fact."""

import csv as reader
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from throughline.export import Holdings, timelinejs, timelinejs_sheet
from throughline.model import Status

# timeline.knightlab.com/docs/json-format.html
SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day"}
TOP = {"title", "events", "eras", "scale"}


def slides(story: Holdings) -> list[dict[str, Any]]:
    timeline = json.loads("".join(timelinejs.lines(story)))
    assert timeline.keys() <= TOP
    found: list[dict[str, Any]] = timeline["events"]
    for slide in found:
        assert {"start_date", "text"} <= slide.keys() <= SLIDE
        assert slide["text"].keys() == {"headline", "text"}
        for name in {"start_date", "end_date"} & slide.keys():
            assert "year" in slide[name]
            assert slide[name].keys() <= DATE
            assert all(isinstance(number, int) for number in slide[name].values())
    assert len({slide["unique_id"] for slide in found}) == len(found)
    return found


def rows(story: Holdings) -> list[dict[str, str]]:
    found = list(reader.DictReader(io.StringIO("".join(timelinejs_sheet.lines(story)))))
    assert all(tuple(row) == timelinejs_sheet.COLUMNS for row in found)
    return found


def with_status(story: Holdings, status: Status) -> Holdings:
    (entry,) = story.entries
    return replace(story, entries=(replace(entry, happening=replace(entry.happening, status=status)),))


@pytest.mark.parametrize("status", Status)
def test_no_plan_is_told_as_a_fact(story: Holdings, status: Status) -> None:
    (slide,) = slides(with_status(story, status))
    _, row = rows(with_status(story, status))
    fact = status in {Status.HAPPENED, Status.ONGOING}
    words = str(status).replace("_", " ")
    assert slide["text"]["headline"].startswith("Arden" if fact else f"{words.capitalize()}: Arden")
    assert slide["group"] == row["Group"] == words
    assert row["Headline"] == slide["text"]["headline"]


def test_no_address_in_the_words_becomes_a_link(story: Holdings) -> None:
    (slide,) = slides(story)
    assert slide["autolink"] is False


def test_the_sheet_has_the_title_first_and_then_the_slides(story: Holdings) -> None:
    title, row = rows(story)
    assert (title["Type"], title["Headline"], title["Year"]) == ("title", "arden", "")
    assert title["Text"] == "As known on 2011-12-31."
    assert [row[name] for name in ("Year", "Month", "Day")] == ["2011", "12", "12"]
    assert [row[name] for name in ("End Year", "End Month", "End Day")] == ["2011", "12", "31"]
    assert row["Display Date"] == "2011-12-12 to 2011-12-31"
    assert row["Text"] == slides(story)[0]["text"]["text"]
    assert row["Type"] == ""
