"""The laws of a story, over generated piles of pages.

A law is checked on the whole export (every record, every derived view), so that a new view is under the laws from its
first day.
"""

import random
import socket
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import throughline
from tests.laws.piles import DAYS, LAWS, PILES, build, copy_of, export, kinds, reports
from throughline.model import Page, page_of


@pytest.fixture
def room() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def known_by(pages: Sequence[Page], day: date) -> list[Page]:
    heads = throughline.open(build(pages)).articles().values()
    known = {head.page: head.known for head in heads}
    for page in pages:  # a page of one capture is known when it is published
        if page.declared.published and page.declared.url is None:
            assert known.get(page.id) == date.fromisoformat(page.declared.published)
    return [page for page in pages if (since := known.get(page.id)) and since <= day]


def evidence_in(value: object) -> Iterator[dict[str, Any]]:
    """Find every evidence object, however deep."""
    if isinstance(value, dict):
        if {"article", "start", "end", "words"} <= value.keys():
            yield value
        for inner in value.values():
            yield from evidence_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence_in(inner)


@LAWS
@given(PILES)
def test_evidence_words_stand_at_their_span(pages: list[Page]) -> None:
    path = build(pages)
    rows = export(path)
    texts = {a["id"]: a["text"] for a in kinds(rows, "article")}
    found = list(evidence_in(rows))
    assert found
    assert all(texts[e["article"]][e["start"] : e["end"]] == e["words"] for e in found)
    assert throughline.open(path).audit() == ()


@LAWS
@given(PILES, DAYS)
def test_asking_about_the_past_sees_only_what_was_known(pages: list[Page], day: date) -> None:
    assert export(build(pages), day) == export(build(known_by(pages, day)), day)


@LAWS
@given(PILES, st.randoms(use_true_random=False))
def test_the_order_of_pages_changes_nothing(pages: list[Page], chance: random.Random) -> None:
    shuffled = list(pages)
    chance.shuffle(shuffled)
    assert export(build(pages)) == export(build(shuffled))


@LAWS
@given(PILES)
def test_adding_again_changes_nothing(pages: list[Page]) -> None:
    assert export(build(pages)) == export(build(pages, times=2))


@LAWS
@given(reports(), st.lists(reports(), max_size=3))
def test_a_copy_adds_a_report_and_nothing_else(page: Page, others: list[Page]) -> None:
    first = replace(page.declared, published="2012-05-02")
    page = page_of(page.data, page.media_type, page.source, first)
    pages = [p for p in others if p.data != page.data] + [page]
    before, after = export(build(pages)), export(build([*pages, copy_of(page, "The Echo", "2012-05-03")]))

    def shape(rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
        return sorted((h["id"], h["origins"], h["status"], str(h["when"])) for h in kinds(rows, "happening"))

    assert shape(before) == shape(after)
    assert len(kinds(before, "series")) == len(kinds(after, "series"))
    assert [len(s["points"]) for s in kinds(before, "series")] == [len(s["points"]) for s in kinds(after, "series")]
    assert sum(h["reports"] for h in kinds(after, "happening")) >= sum(h["reports"] for h in kinds(before, "happening"))


@LAWS
@given(PILES)
def test_no_finding_rests_on_noise(pages: list[Page]) -> None:
    rows = export(build(pages))
    blocks = {a["id"]: a["blocks"] for a in kinds(rows, "article")}
    for row in rows:
        if row["kind"] in {"mention", "time", "statement", "event", "figure"}:
            for e in evidence_in(row):
                # A quotation may go on over several paragraphs, but never over what stands between them.
                met = [b for b in blocks[e["article"]] if b["start"] < e["end"] and e["start"] < b["end"]]
                assert met, e["words"]
                assert {b["role"] for b in met} <= {"body", "quote", "list"}, e["words"]
                assert met[0]["start"] <= e["start"] < e["end"] <= met[-1]["end"], e["words"]
    assert not any("77,777" in e["words"] for row in rows if row["kind"] != "article" for e in evidence_in(row))


@LAWS
@given(PILES)
def test_every_engine_gives_the_same_rows(pages: list[Page]) -> None:
    assert export(build(pages)) == export(build(pages, jobs=2))


def test_reading_stays_off_the_network(monkeypatch: pytest.MonkeyPatch, room: Path) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (room / "a.html").write_text(
        "<html><body><article><h1>News</h1><p>Orvania said on Monday that it would sign the treaty, see "
        "<a href='http://example.com/x'>the text</a>.</p><img src='http://example.com/p.png'></article></body></html>"
    )
    story = throughline.open(room / "n.story")
    story.add([str(room)])
    assert len(story.articles()) == 1
