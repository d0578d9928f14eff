"""The engine: what comes in is read, kept or told; a broken step costs one finding; a crash costs one page."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from throughline import reader
from throughline.extract.inputs import Unreadable
from throughline.ledger import Ledger, open_view
from throughline.ledger.audit import audit
from throughline.model import (
    Article,
    Block,
    DateCard,
    Findings,
    Grain,
    Mention,
    MentionForm,
    MentionType,
    Page,
    Parse,
    Problem,
    Relation,
    Role,
    Severity,
    When,
    content_id,
    page_of,
)
from throughline.pipeline import local
from throughline.pipeline.steps import Steps, read
from throughline.resolve import copies

STORY = (
    "The harbour council met on the north pier at noon. " * 3 + "Its guards will leave the lake road by June, it said. "
)


def article(page: Page) -> Article | Problem:
    text = page.data.decode()
    if text.startswith("CRASH"):
        os._exit(7)
    if text.startswith("BUG"):
        raise ValueError("a fault of ours")
    if text.startswith("NOTHING"):
        return Problem("problem-n", page.source, "no article here", Severity.ERROR, "print it to text", page.id)
    when = When(date(2031, 5, 3), date(2031, 5, 3), Grain.DAY)
    name = content_id("article", page.id)
    block = Block(Role.BODY, 0, len(text))
    return Article(name, page.id, page.source, None, None, (), None, None, DateCard(when), None, None, text, (block,))


def mentions(of: Article, parse: Parse, _earlier: Findings) -> tuple[Mention, ...]:
    return tuple(
        Mention(content_id("mention", token.start, of.id), evidence, MentionType.PLACE, MentionForm.NAME, token.text)
        for token in parse.tokens
        if token.norm == "harbour"
        for evidence in [of.evidence(token.start, token.end)]
    )


def broken(_of: Article, _parse: Parse, _earlier: Findings) -> tuple[Mention, ...]:
    raise KeyError("times")


def lying(of: Article, parse: Parse, earlier: Findings) -> tuple[Mention, ...]:
    false = mentions(of, parse, earlier)[0]
    return (replace(false, evidence=false.evidence._replace(words="castle")),)


STEPS = Steps(article, reader.read, (("mentions", mentions),), copies.sketch)


def pages(*texts: str) -> Iterator[Page]:
    return (page_of(text.encode(), "text/plain", f"{number}.txt") for number, text in enumerate(texts))


def test_pages_are_read_kept_and_counted(tmp_path: Path) -> None:
    gone = Problem("problem-g", "gone.html", "no such file", Severity.ERROR, "check the path")
    picture = page_of(b"\x89PNG", "text/html", "pic.html")
    shut = Unreadable(picture, Problem("problem-p", "pic.html", "a picture", Severity.ERROR, "save text", picture.id))
    heard: list[str] = []
    with Ledger.create(tmp_path / "x.story") as ledger:
        inputs: list[local.Input] = [*pages(STORY, "NOTHING to read"), gone, shut]
        added = local.add(ledger, inputs, progress=heard.append, steps=STEPS)
        assert (added.read, added.known, added.unread) == (1, 0, 2)
        assert {problem.what for problem in added.problems} == {"no article here", "no such file", "a picture"}
        assert heard == ["0.txt", "1.txt", "gone.html", "pic.html"]
        again = local.add(ledger, [*pages(STORY, "NOTHING to read")], steps=STEPS)
        assert (again.read, again.known) == (0, 2)
    with open_view(tmp_path / "x.story") as view:
        assert view.counts()[:2] == (3, 1)
        assert len(view.mentions()) == 3
        assert len(view.sentences()) == 4
        assert len(view.problems()) == 3
        assert view.page(picture.id).data == b"\x89PNG"
    assert audit(tmp_path / "x.story") == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_warning_keeps_its_page_even_where_the_page_is_written_later(tmp_path: Path, jobs: int) -> None:
    (page,) = pages(STORY)
    doubt = Problem("problem-d", page.source, "mixed encodings", Severity.WARNING, "look", page.id)
    with Ledger.create(tmp_path / "x.story") as ledger:
        assert local.add(ledger, [page, doubt], jobs=jobs, steps=STEPS).problems == (doubt,)
    with open_view(tmp_path / "x.story") as view:
        assert [(problem.page, problem.where) for problem in view.problems()] == [(page.id, page.source)]


def test_the_order_of_places_changes_nothing(tmp_path: Path) -> None:
    seen = []
    for name, places in (("a", ["z.html", "a.html"]), ("b", ["a.html", "z.html"])):
        with Ledger.create(tmp_path / name) as ledger:
            for place in places:
                page = page_of(b"\x89PNG", "text/html", place)
                problem = Problem(f"problem-{place}", place, "a picture", Severity.ERROR, "save text", page.id)
                local.add(
                    ledger, [Unreadable(page, problem), page_of(STORY.encode(), "text/plain", place)], steps=STEPS
                )
        with open_view(tmp_path / name) as view:
            seen.append((view.problems(), view.heads()))
    assert seen[0] == seen[1]
    assert [problem.where for problem in seen[0][0]] == ["a.html"]


def test_a_fault_of_ours_costs_one_page_and_names_the_step(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "x.story") as ledger:
        added = local.add(ledger, pages("BUG", STORY), steps=STEPS)
    assert (added.read, added.unread) == (1, 1)
    (problem,) = added.problems
    assert "step article broke: ValueError: a fault of ours" in problem.what
    with open_view(tmp_path / "x.story") as view:
        assert problem.page
        assert view.page(problem.page).data == b"BUG"


def test_a_broken_finder_costs_its_findings_only() -> None:
    page = next(pages(STORY))
    reading = read(page, replace(STEPS, finders=(("times", broken), ("mentions", mentions))))
    assert len(reading.findings.mentions) == 3
    assert [problem.what for problem in reading.problems] == ["the step times broke: KeyError: 'times'"]


def test_false_evidence_costs_the_false_findings_only(tmp_path: Path) -> None:
    page = next(pages(STORY))
    reading = read(page, replace(STEPS, finders=(("mentions", lying),)))
    assert reading.article is not None
    assert reading.findings == Findings()
    assert "step evidence broke: EvidenceError" in reading.problems[0].what
    with Ledger.create(tmp_path / "x.story") as ledger:
        assert ledger.write(reading)


def test_copies_are_linked_whichever_comes_first(tmp_path: Path) -> None:
    texts = [STORY, "New lead. " + STORY, "Another report about something else entirely, from the south."]
    seen = []
    for name, order in (("a", [0, 1, 2]), ("b", [2, 1, 0])):
        with Ledger.create(tmp_path / name) as ledger:
            local.add(ledger, pages(*(texts[number] for number in order)), steps=STEPS)
        with open_view(tmp_path / name) as view:
            seen.append(view.links())
    assert seen[0] == seen[1]
    assert [link.relation for link in seen[0]] == [Relation.COPY_OF]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_engine_gives_the_same_rows(tmp_path: Path, jobs: int) -> None:
    texts = [f"Report {number}. {STORY}" for number in range(12)]
    with Ledger.create(tmp_path / "x.story") as ledger:
        added = local.add(ledger, pages(*texts), jobs=jobs, steps=STEPS)
    assert added.read == 12
    with open_view(tmp_path / "x.story") as view:
        assert len(view.mentions()) == 36
        assert len(view.links()) == 66
        assert view.mentions()[0].evidence.article == min(view.heads())


def test_a_page_that_brings_the_process_down_is_one_problem(tmp_path: Path) -> None:
    texts = [f"Report {number}. {STORY}" for number in range(3)]
    with Ledger.create(tmp_path / "x.story") as ledger:
        added = local.add(ledger, pages(*texts, "CRASH", "Another. " + STORY), jobs=2, steps=STEPS)
    assert (added.read, added.unread) == (4, 1)
    assert ["brought down the process" in problem.what for problem in added.problems] == [True]


def test_an_interrupt_leaves_whole_pages_and_the_next_add_goes_on(tmp_path: Path) -> None:
    texts = [f"Report {number}. {STORY}" for number in range(5)]

    def stopped() -> Iterator[Page]:
        for number, page in enumerate(pages(*texts)):
            if number == 3:
                raise KeyboardInterrupt
            yield page

    path = tmp_path / "x.story"
    with pytest.raises(KeyboardInterrupt), Ledger.create(path) as ledger:
        local.add(ledger, stopped(), steps=STEPS)
    assert audit(path) == []
    with Ledger.open(path) as ledger:
        added = local.add(ledger, pages(*texts), steps=STEPS)
    assert (added.read, added.known) == (2, 3)


def test_inputs_are_taken_one_by_one(tmp_path: Path) -> None:
    taken: list[int] = []
    ahead: list[int] = []

    def counted() -> Iterator[Page]:
        for number in range(40):
            taken.append(number)
            yield page_of(f"Report {number}. {STORY}".encode(), "text/plain", f"{number}.txt")

    with Ledger.create(tmp_path / "x.story") as ledger:
        local.add(ledger, counted(), steps=STEPS, progress=lambda _: ahead.append(len(taken) - len(ahead)))
    assert len(ahead) == 40
    assert max(ahead) == 1
