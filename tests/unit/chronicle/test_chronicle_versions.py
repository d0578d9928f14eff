"""A page captured again with other text: known from its own day, one report with the first, told apart word by word."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import throughline
from throughline.chronicle import versions
from throughline.errors import QueryError
from throughline.ledger import Ledger
from throughline.model import Declared, Page, page_of
from throughline.pipeline.local import add
from throughline.story import Story

FIRST = (
    "Orvania and Westmark signed a treaty on Tuesday in the harbour of the capital, Foreign Minister Dora Venn said.",
    "About 2,000 people protested in the capital on Monday, police said, and the port was closed for a day.",
    "The parliament of Westmark will vote on the treaty in June.",
)
LATER = (
    FIRST[0],
    "About 3,000 people protested in the capital on Monday, police said, and the port was closed for two days.",
    "Gunmen attacked a base in Orvania on Wednesday and killed 14 soldiers, officials said.",
)
PUBLISHED = date(2012, 2, 8)
CAPTURED = date(2012, 3, 9)


def page(
    lines: Sequence[str], captured: date | None, address: str = "https://news.example/treaty", **more: str
) -> Page:
    declared = Declared(outlet="Harbour Times", title="Treaty signed", url=address, published=PUBLISHED.isoformat())
    for name, value in more.items():
        declared = Declared(**{**{n: getattr(declared, n) for n in Declared.__slots__}, name: value})
    return page_of("\n\n".join(lines).encode(), "text/plain", f"{captured}.txt", declared, captured)


def story(path: Path, pages: Sequence[Page]) -> Story:
    with Ledger.create(path) as ledger:
        add(ledger, iter(pages))
    return throughline.open(path)


@pytest.fixture(scope="module")
def treaty(tmp_path_factory: pytest.TempPathFactory) -> Story:
    again = page(
        LATER, CAPTURED, "http://www.news.example/treaty/?utm_source=feed", title="Treaty signed, base attacked"
    )
    return story(tmp_path_factory.mktemp("versions") / "v.story", [again, page(FIRST, date(2012, 2, 10))])


def test_what_a_later_version_adds_was_not_known_before(treaty: Story) -> None:
    assert [head.known for head in treaty.articles().values()] == [PUBLISHED, CAPTURED]
    before = " ".join(e.happening.headline.words for e in treaty.chronicle(as_of="2012-03-08").entries)
    assert "treaty" in before
    assert "Gunmen" not in before
    assert treaty.figures(as_of="2012-03-08", of="soldiers") == ()
    (attack,) = (e.happening for e in treaty.chronicle().entries if "Gunmen" in e.happening.headline.words)
    assert (attack.known, attack.reports, attack.origins) == (CAPTURED, 1, 1)
    assert treaty.audit() == ()


def test_what_both_say_is_one_report(treaty: Story) -> None:
    (signed,) = (e.happening for e in treaty.chronicle().entries if "signed" in e.happening.headline.words)
    assert (signed.known, signed.reports, signed.origins) == (PUBLISHED, 1, 1)
    assert [(one.articles, one.copies, one.versions) for one in treaty.sources()] == [(2, 0, 1)]


def test_what_a_version_dropped_stays_and_why_says_so(treaty: Story) -> None:
    vote = next(e.happening for e in treaty.chronicle().entries if "vote" in e.happening.headline.words)
    reasons = treaty.why(vote.events[0]).reasons
    assert any(f"the version of {CAPTURED}" in reason and "no longer says so" in reason for reason in reasons)


@pytest.mark.parametrize("which", [None, "news.example/treaty", "https://www.news.example/treaty?fbclid=1"])
def test_the_difference_is_told_by_paragraph_and_word(treaty: Story, which: str | None) -> None:
    first, second = treaty.versions(which)
    assert (first.earlier, first.changes, first.known) == (None, (), PUBLISHED)
    assert (second.earlier, second.captured, second.title_before) == (first.article, CAPTURED, "Treaty signed")
    told = ["".join(f"{e.sign}{e.words}" for e in change.edits if e.sign != "=") for change in second.changes]
    assert told[0] == "-2,000 +3,000 -a day.+two days."
    assert sorted(line[:9] for line in told[1:]) == ["+Gunmen a", "-The parl"]
    assert [e.words for e in second.gained] == ["About 3,000 people", "14 soldiers"]
    assert [e.words for e in second.lost] == ["About 2,000 people"]
    whole = "".join(edit.words for edit in second.changes[0].edits if edit.sign != "-")
    assert second.changes[0].after is not None
    assert whole == second.changes[0].after.words


def test_an_unknown_article_is_said_to_be_so(treaty: Story) -> None:
    with pytest.raises(QueryError, match="there is no article"):
        treaty.versions("article-0000")


def test_one_capture_alone_is_known_from_its_publication(tmp_path: Path) -> None:
    (head,) = story(tmp_path / "one.story", [page(LATER, CAPTURED)]).articles().values()
    assert head.known == PUBLISHED


def test_a_number_that_changes_makes_a_version(tmp_path: Path) -> None:
    long = [
        *FIRST,
        *(f"The {word} of the town was open on that day and nobody came." for word in "abcdefghijklmnopqrst"),
    ]
    more = [line.replace("2,000", "2,500") for line in long]
    days = [h.known for h in story(tmp_path / "n.story", [page(long, None), page(more, CAPTURED)]).articles().values()]
    assert days == [PUBLISHED, CAPTURED]


def test_the_order_of_captures_does_not_matter(tmp_path: Path) -> None:
    days = [date(2012, 2, 9), date(2012, 2, 20), None, date(2012, 3, 1)]
    pages = [page([*FIRST[: number + 1], *LATER[number:]], day) for number, day in enumerate(days)]
    exports = set()
    for number in range(4):
        random.Random(number).shuffle(pages)  # noqa: S311 - no secret
        exports.add("".join(story(tmp_path / f"{number}.story", pages).export("jsonl")))
    assert len(exports) == 1


def test_long_texts_are_compared_in_linear_time() -> None:
    left = [str(number) for number in range(60_000)]
    right = [str(number + 1) if number % 3 else "x" for number in range(60_000)]
    found = list(versions._unlike(left, right))
    assert {right[a:b][0] for _, (a, b) in found if b > a} <= {"x", "60000"}
