"""A small invented story, made by hand: two articles, one a copy, and a record of every kind."""

from datetime import date

import pytest

from throughline.export import Holdings
from throughline.ledger.rows import Head
from throughline.model import (
    Actor,
    ActorRole,
    Amount,
    Article,
    Block,
    DateCard,
    Deadline,
    Dispute,
    Entry,
    Event,
    Evidence,
    Figure,
    Grain,
    Happening,
    Mention,
    MentionForm,
    MentionType,
    Mode,
    Origin,
    Participant,
    Plover,
    Point,
    Problem,
    Relay,
    Rival,
    Role,
    Series,
    Severity,
    Side,
    Statement,
    Status,
    Time,
    Turn,
    When,
)

TEXT = 'Arden to leave Velland by 2012, "<b>Dorn</b>" said, North Wire reported. =5,000 guards'
DAY = When(date(2011, 12, 12), date(2011, 12, 12), Grain.DAY, "12 Dec 2011", "masthead")
YEAR = When(None, date(2012, 12, 31), Grain.YEAR, "by 2012", "deadline")
SPAN = When(date(2011, 12, 12), date(2011, 12, 31), Grain.INTERVAL)


def at(words: str, article: str = "article-1") -> Evidence:
    start = TEXT.index(words)
    return Evidence(article, start, start + len(words), words)


def article(name: str, outlet: str | None, url: str | None) -> Article:
    card = DateCard(DAY, (at("2012", name),), ("the masthead says so",), (Rival(YEAR, "that is the deadline"),))
    return Article(
        id=name, page="page-1", source="a.txt", title="Arden *to* leave", outlet=outlet, authors=("M. Holt",), url=url,
        language="en", published=card, origin=Origin("North Wire", at("North Wire", name)), dateline=None, text=TEXT,
        blocks=(Block(Role.BODY, 0, len(TEXT)),),
    )  # fmt: skip


def head(one: Article) -> Head:
    return Head(
        one.id, one.page, one.source, one.title, one.outlet, one.authors, one.url, one.language, DAY, DAY.last, None
    )


EVENT = Event(
    "event-1", at("Arden to leave Velland by 2012"), at("leave"), Plover.RETREAT, Status.PLANNED,
    actor=(Participant(at("Arden"), "mention-1"),), recipient=(Participant(at("Velland")),), when=SPAN, due=YEAR,
)  # fmt: skip
FIGURE = Figure("figure-1", at("5,000"), Amount(5000.0, 5000.0), at("guards"), DAY, "statement-1")
HAPPENING = Happening(
    "happening-1", Plover.RETREAT, EVENT.evidence, SPAN, Status.PLANNED, ("event-1",), 2, 1, DAY.last,
    (Turn(date(2011, 12, 2), Status.ONGOING, "event-0"), Turn(DAY.last, Status.PLANNED, "event-1")),
)  # fmt: skip
ENTRY = Entry(HAPPENING, ("Arden",), ("Velland",), YEAR, ("Vale Post", "Harbour & Sons, Ltd"))


def holdings() -> Holdings:
    articles = (article("article-2", "Vale Post", "https://vale.example/1"), article("article-1", None, None))
    return Holdings(
        name="arden",
        as_of=date(2011, 12, 31),
        heads={one.id: head(one) for one in articles},
        copies={"article-2": "article-1"},
        actor_of={"mention-1": "actor-1"}.get,
        article_of={one.id: one for one in articles}.__getitem__,
        articles=articles,
        mentions=(Mention("mention-1", at("Arden"), MentionType.STATE, MentionForm.NAME, "Arden", role=at("Dorn")),),
        times=(Time("time-1", at("2012"), "DATE", "2012", YEAR),),
        statements=(
            Statement(
                "statement-1", at('"<b>Dorn</b>" said'), Participant(at("Dorn"), "mention-1"), at("said"),
                (at("<b>Dorn</b>"),), Mode.DIRECT, (Relay("North Wire", at("North Wire")),), DAY,
            ),
        ),
        events=(EVENT,),
        figures=(FIGURE,),
        actors=(
            Actor(
                "actor-1", "Arden", MentionType.STATE, ("Ardens",),
                (ActorRole("chief", DAY.first, None, at("Dorn")),), 3,
            ),
        ),
        happenings=(HAPPENING,),
        entries=(ENTRY,),
        series=(Series("series-1", "guards", "", (Point("figure-1", DAY, 5000.0, None, DAY.last),)),),
        deadlines=(Deadline("deadline-1", EVENT, YEAR, at("2012"), "open", None),),
        disputes=(Dispute("dispute-1", "figure", (Side("5,000", at("5,000"), "Vale Post", DAY.last),)),),
        problems=(Problem("problem-1", "b.png", "a picture", Severity.ERROR, "give the page"),),
    )  # fmt: skip


@pytest.fixture
def story() -> Holdings:
    return holdings()
