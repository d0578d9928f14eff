"""CSL-JSON: the rules of the citation style language's own schema of input data, written out."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from throughline.export import Holdings, csl
from throughline.model import Grain, When

TYPES = {"article-newspaper", "webpage", "document"}
TEXT = {"title", "container-title", "section", "URL", "language", "note"}
DATES = {"issued", "accessed"}
NAMES = {"author"}


def items(story: Holdings) -> list[dict[str, Any]]:
    found = json.loads("".join(csl.lines(story)))
    assert isinstance(found, list)
    for item in found:
        holds(item)
    return found


def holds(item: dict[str, Any]) -> None:
    """What the schema asks of one item: no field that it does not name, and each of its type."""
    assert {"id", "type"} <= item.keys() <= TEXT | DATES | NAMES | {"id", "type", "custom"}
    assert item["type"] in TYPES
    assert isinstance(item["custom"], dict)
    assert all(isinstance(item[name], str) for name in TEXT & item.keys())
    for name in DATES & item.keys():
        assert item[name].keys() <= {"date-parts", "circa"}
        parts = item[name]["date-parts"]
        assert 1 <= len(parts) <= 2
        assert all(1 <= len(part) <= 3 and all(isinstance(number, int) for number in part) for part in parts)
    for name in NAMES & item.keys():
        assert all(person.keys() == {"literal"} and isinstance(person["literal"], str) for person in item[name])


def published(story: Holdings, when: When) -> dict[str, Any]:
    head = story.heads["article-1"]._replace(published=when)
    one, *_ = items(replace(story, heads={**story.heads, "article-1": head}))
    return one


def test_every_article_is_an_item_with_both_clocks(story: Holdings) -> None:
    one, two = items(story)
    assert (one["id"], one["type"]) == ("article-1", "document")
    assert (two["type"], two["container-title"], two["URL"]) == (
        "article-newspaper", "Vale Post", "https://vale.example/1"
    )  # fmt: skip
    assert two["issued"] == {"date-parts": [[2011, 12, 12]]}
    assert two["author"] == [{"literal": "M. Holt"}]
    assert two["note"] == "A copy of article-1."
    assert (two["custom"]["published"], two["custom"]["known"]) == ("2011-12-12", "2011-12-12")


@pytest.mark.parametrize(
    ("when", "issued"),
    [
        (When(date(2011, 12, 1), date(2011, 12, 31), Grain.MONTH), {"date-parts": [[2011, 12]]}),
        (When(date(2011, 1, 1), date(2011, 12, 31), Grain.YEAR), {"date-parts": [[2011]]}),
        (
            When(date(2011, 12, 3), date(2012, 1, 4), Grain.INTERVAL),
            {"date-parts": [[2011, 12, 3], [2012, 1, 4]], "circa": True},
        ),
        (
            When(date(2011, 12, 3), date(2011, 12, 3), Grain.DAY, approximate=True),
            {"date-parts": [[2011, 12, 3]], "circa": True},
        ),
    ],
)
def test_a_vague_day_of_publication_is_not_sharpened(story: Holdings, when: When, issued: dict[str, Any]) -> None:
    one = published(story, when)
    assert one["issued"] == issued
    assert one["custom"]["published"] == when.edtf


def test_a_page_without_a_day_says_so(story: Holdings) -> None:
    one = published(story, When(None, date(2009, 12, 31), Grain.INTERVAL))
    assert "issued" not in one
    assert one["note"] == "Date of publication: until 2009-12-31."
