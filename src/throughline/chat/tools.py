"""The tools of a chat: the reading verbs of the command line, with the same names and options.

In: a story and what was asked. Out: what the verb found. Invariant: every tool only reads, and takes as_of and maybe.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from throughline.asked import Clock
from throughline.chat.answers import Found
from throughline.chat.options import Kind, Option
from throughline.chat.passages import passages
from throughline.chronicle.query import Query, between
from throughline.errors import QueryError
from throughline.export.values import plain
from throughline.model import Actor, Plover, Saying, Status
from throughline.notebook.listing import Listing
from throughline.story import Story

Asked = Mapping[str, Any]

CLOCK = (
    Option("as_of", "Only what a reader could know by then; without it, all that the story holds.", Kind.DAYS),
    Option("maybe", "With as_of: also what may have been known by then, undated pages included.", Kind.FLAG),
)
_TOP = Option("top", "At most so many records.", Kind.NUMBER, default=20, least=1)
_SKIP = Option("skip", "Leave out so many, to go on where an answer was cut.", Kind.NUMBER, default=0, most=1_000_000)
_LIST = (_TOP, _SKIP)


@dataclass(frozen=True, slots=True)
class Tool:
    """A verb: its name, what it is for, its own options, and how it asks the story."""

    name: str
    about: str
    options: tuple[Option, ...]
    ask: Callable[[Story, Asked, Clock], Found]


def _chronicle(story: Story, asked: Asked, clock: Clock) -> Found:
    first, last = between(asked["from"], asked["to"])
    query = Query(
        first,
        last,
        about=asked["about"],
        type=Plover(asked["type"].upper()) if asked["type"] else None,
        top=asked["top"],
        status=Status(asked["status"].lower()) if asked["status"] else None,
        outlet=asked["outlet"],
    )
    found = story.chronicle(query, **clock.named)
    more = "narrow it with from, to, about, type, status, outlet"
    return Found(found.entries, "The tool search asks every sentence.", found.total, more=more)


def _state(story: Story, asked: Asked, clock: Clock) -> Found:  # noqa: ARG001 - the shape of a tool
    found = story.state(**clock.named)
    return Found((found,) if found.reports else (), "No report is known for certain by then.")


def _diff(story: Story, asked: Asked, clock: Clock) -> Found:
    later, end = asked["later"], asked["as_of"]
    if later and end and later.last and end.last and later.last > end.last:
        raise QueryError(f"later {later.last} lies after as_of {end.last}: leave one of them out")
    found = story.diff(asked["earlier"], clock.as_of, maybe=clock.maybe)
    is_news = found.articles or found.happenings or found.turns or found.figures or found.sayings
    return Found((found,) if is_news else (), "Nothing was learned between the two days.")


def _said(story: Story, asked: Asked, clock: Clock) -> Found:
    def newest(number: int) -> Listing[Saying]:
        return story.said(asked["by"], asked["about"], number, thoughts=asked["thoughts"], **clock.named)

    skip = asked["skip"]
    found = newest(skip + asked["top"])
    told = {one.statement.id for one in newest(skip)} if skip else set()
    page = [one for one in reversed(found) if one.statement.id not in told]
    return Found(page, "The tool actors lists everyone who is named.", found.total, skip)


def _positions(story: Story, asked: Asked, clock: Clock) -> Found:
    found = story.positions(asked["by"], asked["about"], **clock.named)
    return _page(found, asked, "The tool said lists all statements.")


def _actors(story: Story, asked: Asked, clock: Clock) -> Found:
    page = _page(story.actors(asked["about"], **clock.named), asked, "The tool actors alone lists everyone.")
    places = story.named([one for one in page.records if isinstance(one, Actor)], **clock.named)
    records = [plain(one) | {"first_named": places.get(one.id)} for one in page.records if isinstance(one, Actor)]
    return replace(page, records=records)


def _figures(story: Story, asked: Asked, clock: Clock) -> Found:
    return _page(story.figures(asked["of"], **clock.named), asked, "The tool figures without of lists all.")


def _deadlines(story: Story, asked: Asked, clock: Clock) -> Found:
    return _page(story.deadlines(**clock.named), asked)


def _disputes(story: Story, asked: Asked, clock: Clock) -> Found:
    return _page(story.disputes(**clock.named), asked, "That is no proof that all agree.")


def _sources(story: Story, asked: Asked, clock: Clock) -> Found:
    if asked["diff"] is not None:
        which = None if asked["diff"] == "all" else asked["diff"]
        return _page(story.versions(which, **clock.named), asked, "No article was captured again.")
    pages: dict[str | None, list[dict[str, str]]] = {}
    for head in story.articles(**clock.named).values():
        pages.setdefault(head.outlet, []).append({"article": head.id})
    found = tuple(plain(one) | {"pages": pages.get(one.outlet, [])[::-1]} for one in story.sources(**clock.named))
    return _page(found, asked)


def _search(story: Story, asked: Asked, clock: Clock) -> Found:
    top, skip = asked["top"], asked["skip"]
    found = story.search(asked["words"], top + skip + 1, **clock.named)  # one more, to tell whether there are more
    nothing = "No sentence holds all of these words: try fewer, or other forms of them."
    return Found(found[skip : skip + top], nothing, len(found), skip, is_least=True)


def _why(story: Story, asked: Asked, clock: Clock) -> Found:
    return Found((story.why(asked["id"], **clock.named),))


def _status(story: Story, asked: Asked, clock: Clock) -> Found:  # noqa: ARG001 - the shape of a tool
    return Found((story.status(**clock.named),))


def _article(story: Story, asked: Asked, clock: Clock) -> Found:
    opened = story.article(asked["id"], **clock.named)
    return Found((passages(opened, asked["page"]),), is_whole=True)


def _page(found: tuple[object, ...], asked: Asked, nothing: str = "") -> Found:
    top, skip = asked["top"], asked["skip"]
    return Found(tuple(found)[skip : skip + top], nothing, len(found), skip)


_BY = Option("by", "Only what this person or body said, by any of their names.")
_ID = Option("id", "An id as records have it, or a unique beginning of it.", is_required=True)

TOOLS: Mapping[str, Tool] = MappingProxyType(
    {
        tool.name: tool
        for tool in (
            Tool(
                "chronicle",
                "The dated record: what happened, is planned, asked for, denied, with status, history and who told it.",
                (
                    Option("from", "Only what happened then or later.", Kind.DAYS),
                    Option("to", "Only what happened then or earlier.", Kind.DAYS),
                    Option("about", "Only entries with this name or these words."),
                    Option("type", "One PLOVER type.", choices=tuple(str(one) for one in Plover)),
                    Option("status", "One status, the latest known.", choices=tuple(str(one) for one in Status)),
                    Option("outlet", "Only what this outlet told, by its whole name; the tool sources lists them."),
                    Option("top", "So many, the weightiest.", Kind.NUMBER, default=20, least=1),
                ),
                _chronicle,
            ),
            Tool("state", "Where things stand: lately, under way, planned, due, disputed, latest figures.", (), _state),
            Tool(
                "diff",
                "What a reader learned between two days.",
                (
                    Option("earlier", "The first of the two days.", Kind.DAYS, is_required=True),
                    Option("later", "The second; without it, as_of, else all that the story holds.", Kind.DAYS),
                ),
                _diff,
            ),
            Tool(
                "said",
                "Statements, the newest first: who said what, through whom, since when it is known.",
                (
                    _BY,
                    Option("about", "Only statements with these words."),
                    Option("thoughts", "Also what is told of what they think, hope, want or plan.", Kind.FLAG),
                    *_LIST,
                ),
                _said,
            ),
            Tool(
                "positions",
                "What each actor has said on a matter, in time order, and where it changed.",
                (_BY, Option("about", "Only those with these words."), *_LIST),
                _positions,
            ),
            Tool(
                "actors",
                "People and bodies: their roles, names and how often they are mentioned.",
                (Option("about", "Only those of this name."), *_LIST),
                _actors,
            ),
            Tool(
                "figures",
                "Series of figures: how many of what, when, according to whom.",
                (Option("of", "Only figures of these: soldiers, dollars ..."), *_LIST),
                _figures,
            ),
            Tool("deadlines", "What was due, and what became of it.", _LIST, _deadlines),
            Tool("disputes", "What contradicts what, side by side, without a verdict.", _LIST, _disputes),
            Tool(
                "sources",
                "Outlets, their copies and whom they cite; or what later versions of an article changed.",
                (
                    Option("diff", "Instead: what versions of this article (its id or address) changed, or of all."),
                    *_LIST,
                ),
                _sources,
            ),
            Tool(
                "search",
                'Sentences that hold all of these words, oldest first; "words in quotes" must stand in a row.',
                (Option("words", "The words.", is_required=True), *_LIST),
                _search,
            ),
            Tool("why", "Why a record says what it says: words, rule, rivals, what would change it.", (_ID,), _why),
            Tool("status", "What is in the story: counts, days, what is undated or could not be read.", (), _status),
            Tool(
                "article",
                "The text of one article, page by page, each passage with its place.",
                (_ID, Option("page", "Which page of it.", Kind.NUMBER, default=1, least=1, most=10_000)),
                _article,
            ),
        )
    }
)
