"""Invented piles of pages: two states, a mission, sentences of news with days, counts and speakers.

Four outlets tell them over three years; some pages are undated, some are captured again with other text, some end with
the lines by which their outlet asks for readers.
"""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import throughline
from throughline.ledger import Ledger
from throughline.model import Declared, Page, page_of
from throughline.pipeline.local import add

LAWS = settings(
    max_examples=int(os.environ.get("THROUGHLINE_LAW_STORIES", "15")),  # a thousand with `make laws`
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)

OUTLETS = ("Harbour Times", "The Vale Courier", "North Wire", "Evening Lamp")
PEOPLE = (
    ("Foreign Minister", "Dora Venn"),
    ("Prime Minister", "Karl Astor"),
    ("General", "Milo Tarn"),
    ("spokeswoman", "Ana Reed"),
)
STATES = ("Orvania", "Westmark")
SENTENCES = (
    "{state} said on {weekday} that it would withdraw its {count} soldiers from {other} by {deadline}.",
    "“We have reached an agreement with {other},” {title} {name} said.",
    "{title} {name} denied on {weekday} that {state} had asked for {count} trainers.",
    "About {count} people protested in the capital on {weekday}, police said.",
    "{state} and {other} signed a treaty on {weekday}.",
    "Gunmen attacked a base in {other} on {weekday} and killed {small} soldiers, officials said.",
    "The parliament of {state} will vote on the treaty in {month}.",
    '"There will be no talks with {other}," {name} told North Wire.',
    "{name} urged {other} to release {small} prisoners before {deadline}.",
    "More than {count} soldiers have been trained since {year}, according to {title} {name}.",
)
APPEAL = "Give 5,000 crowns and the Friends of the Press will send you this paper every Monday until the end of 2019."
COMMENT = "\n\nPost a comment\n\n1 comment\nangry_reader\nThey all left in 1999 and 77,777 people saw it.\n"


@st.composite
def facts(draw: st.DrawFn) -> str:
    """Draw one invented sentence of news."""
    title, name = draw(st.sampled_from(PEOPLE))
    state, other = draw(st.permutations(STATES))
    return draw(st.sampled_from(SENTENCES)).format(
        state=state,
        other=other,
        title=title,
        name=name,
        count=draw(st.sampled_from(("1,200", "1,500", "2,000", "3,400"))),
        small=draw(st.integers(2, 40)),
        weekday=draw(st.sampled_from(("Monday", "Tuesday", "Friday", "Sunday"))),
        month=draw(st.sampled_from(("March", "June", "November"))),
        deadline=draw(st.sampled_from(("Dec. 31", "the end of June", "1 March 2014"))),
        year=draw(st.integers(2008, 2010)),
    )


@st.composite
def reports(draw: st.DrawFn) -> Page:
    """Draw one page: a plain-text capture with a comment, or a JSON line; one in eight has no date."""
    day = date(2011, 1, 3) + timedelta(days=draw(st.integers(0, 900)))
    paragraphs = draw(st.lists(facts(), min_size=2, max_size=6, unique=True))
    declared = Declared(outlet=draw(st.sampled_from(OUTLETS)), title="News from " + draw(st.sampled_from(STATES)))
    if draw(st.integers(0, 7)):
        declared = replace(declared, published=day.isoformat())
    text = "\n\n".join(paragraphs)
    if draw(st.booleans()):
        text += "\n\n" + APPEAL
    if draw(st.booleans()):
        return page_of(f"{text}{COMMENT}".encode(), "text/plain", f"{day}.txt", declared)
    return page_of(json.dumps({"text": text}).encode(), "application/json", f"pile.jsonl#{day}", declared)


@st.composite
def papers(draw: st.DrawFn) -> list[Page]:
    """Draw pages of one outlet that nearly all end with its appeal, and copies of some of them elsewhere."""
    found = []
    for number in range(draw(st.integers(4, 7))):
        day = date(2012, 1, 1) + timedelta(days=draw(st.sampled_from((0, 1, 7, 20, 21, 30, 60))))
        told = draw(st.lists(facts(), min_size=2, max_size=4, unique=True))
        text = "\n\n".join([*told, *([APPEAL] if draw(st.integers(0, 5)) else ())])
        declared = Declared(outlet="North Wire", title=f"News {number}", published=day.isoformat())
        page = page_of(text.encode(), "text/plain", f"wire-{number}.txt", declared)
        found.append(page)
        if not draw(st.integers(0, 3)):
            found.append(copy_of(page, draw(st.sampled_from(OUTLETS)), (day + timedelta(days=1)).isoformat()))
    return found


@st.composite
def captures(draw: st.DrawFn) -> list[Page]:
    """Draw captures of one address over some weeks: what a version says may be dropped or added to by the next."""
    day = date(2011, 1, 3) + timedelta(days=draw(st.integers(0, 900)))
    told = draw(st.lists(facts(), min_size=4, max_size=8, unique=True))
    outlet, address = draw(st.sampled_from(OUTLETS)), f"https://news.example/{draw(st.integers(1, 2))}"
    found = []
    for _ in range(draw(st.integers(2, 3))):
        kept = draw(st.lists(st.sampled_from(told), min_size=2, max_size=6, unique=True))
        text = "\n\n".join([told[0], *kept, *([APPEAL] if draw(st.booleans()) else ())])
        again = day + timedelta(days=draw(st.sampled_from((0, 0, 0, 3))))
        dated = again.isoformat() if draw(st.integers(0, 7)) else None
        captured = day + timedelta(days=draw(st.integers(0, 40))) if draw(st.integers(0, 5)) else None
        declared = Declared(outlet=outlet, title="News", url=address, published=dated)
        found.append(page_of(text.encode(), "text/plain", f"{address}@{captured}", declared, captured))
    return found


def copy_of(page: Page, outlet: str, day: str) -> Page:
    """Print a page again in another outlet, word for word."""
    declared = replace(page.declared, outlet=outlet, published=day)
    return page_of(page.data, page.media_type, f"copy-{page.source}", declared)


KILLED = date(2012, 3, 2)  # a Friday
DEATH = (
    "General {name} was killed in a drone strike on Friday near the harbour, officials said.",
    "{name} was killed on March 2, 2012 by a drone of Westmark.",
    "Crowds gathered on Saturday, a day after the killing of General {name} in Orvania.",
    "On Sunday the parliament of Orvania voted to expel the soldiers, its speaker said.",
    "On Monday Westmark denied that it would withdraw, and Orvania recalled its envoy.",
    "The assassination of General {name} shocked Orvania.",
    "Orvania buried General {name} on Tuesday.",
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Page]:
    """Draw pages that tell of one death, and perhaps a copy; one in three has no date but what the others give it."""
    found = []
    for number in range(draw(st.integers(2, 5))):
        day = KILLED + timedelta(draw(st.sampled_from((0, 1, 2, 3, 4, 5, 6, 7, 30))))
        name = draw(st.sampled_from(("Karl Astor", "Carl Astor", "Milo Tarn")))
        told = draw(st.lists(st.sampled_from(DEATH), min_size=2, max_size=5, unique=True))
        text = "\n\n".join([*(one.format(name=name) for one in told), *draw(st.lists(facts(), max_size=2))])
        declared = Declared(outlet=draw(st.sampled_from(OUTLETS)), title="A general is killed")
        if draw(st.integers(0, 2)):
            declared = replace(declared, published=day.isoformat())
        found.append(page_of(text.encode(), "text/plain", f"death-{number}.txt", declared))
    if draw(st.booleans()):
        found.append(copy_of(found[0], draw(st.sampled_from(OUTLETS)), "2012-03-05"))
    return found


ROOM = tempfile.TemporaryDirectory(prefix="laws-")
REPORTS = st.lists(reports(), min_size=1, max_size=7, unique_by=lambda page: page.id)
PILES = st.one_of(
    REPORTS,
    st.one_of(
        st.tuples(REPORTS, captures(), captures()),
        st.tuples(papers()),
        st.tuples(papers(), captures()),
        st.tuples(tellings(), captures()),
    ).map(lambda drawn: list({page.id: page for pages in drawn for page in pages}.values())),
)
DAYS = st.dates(date(2010, 12, 1), date(2014, 1, 1))


def build(pages: Sequence[Page], *, jobs: int = 1, times: int = 1) -> Path:
    """Read pages into a fresh story and return its path; the run's own folder goes when the run ends."""
    path = Path(tempfile.mkdtemp(dir=ROOM.name)) / "law.story"
    with Ledger.create(path) as ledger:
        for _ in range(times):
            add(ledger, iter(pages), jobs=jobs)
    return path


def export(path: Path, as_of: date | None = None) -> list[dict[str, Any]]:
    """Return everything a story says, records and derived views alike."""
    return [json.loads(line) for line in "".join(throughline.open(path).export("jsonl", as_of=as_of)).splitlines()]


def kinds(rows: Sequence[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]
