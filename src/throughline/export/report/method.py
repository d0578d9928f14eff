"""What a report says of itself: what it rests on, how to read it, and what people decided about what it shows.

In: holdings, and what the report shows. Out: sentences for people. Invariant: nothing here is a claim about the story.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.metadata import version

from throughline.export import wording
from throughline.export.holdings import Holdings
from throughline.export.report.layout import Decision, Listed
from throughline.ledger.rulings import named, standing

_MADE = (
    "Throughline {version} read the saved pages of this story and kept what they say. Every sentence of the record "
    "stands in a page, word for word, as its footnote shows; a program chose it, and read from it when it was, who "
    "spoke, and whether it happened, was planned, asked for or denied. That can be wrong: the words are there to be "
    "checked."
)
_CLOCKS = (
    "The days before a line are those of what it tells, as vague as its words: “until” a day is that day or one before "
    "it, and “one day of” several, that nobody knows which. “Known since” is the day by which a report that tells it "
    "was published for certain."
)
_ORIGINS = (
    "A report is a page that tells it. Independent origins are fewer: pages that copy one another, have their news "
    "from one agency or from one another, or are of one outlet count once. That is a count, and no verdict on who is "
    "right; what contradicts stands side by side."
)


def method(holdings: Holdings, sources: tuple[Listed, ...]) -> tuple[str, ...]:
    """How the report was made, in paragraphs."""
    return (_MADE.format(version=version("throughline")), _rests_on(holdings, len(sources)), _CLOCKS, _ORIGINS)


def _rests_on(holdings: Holdings, shown: int) -> str:
    heads = holdings.heads.values()
    outlets = len({head.outlet for head in heads if head.outlet})
    pages = wording.count(len(holdings.heads), "page") + (f" of {wording.count(outlets, 'outlet')}" if outlets else "")
    if holdings.as_of:
        later = "unless it may have been" if holdings.maybe else "even if it may have been"
        told = f"This is the story as of {holdings.as_of}: what was not published by then for certain is left out, "
        told += f"{later}. By then it had {pages}"
    else:
        told = f"This is the story with all its {pages}"
    unsure = sum(1 for head in heads if not head.published.is_day)
    parts = [f"{told}; this report rests on {shown:,} of them."]
    if unsure:
        parts.append(f"The day of publication is not certain for {unsure:,}: it is given as an interval.")
    if holdings.copies:
        parts.append(f"{wording.count(len(holdings.copies), 'page')} copy another; the list of sources says which.")
    return " ".join(parts)


def remarks(holdings: Holdings) -> dict[str, str]:
    """What to say of pages beside who printed them: whose copy they are, or which they are a version of."""
    found = {}
    for relation, pairs in (("a later version of", holdings.versions), ("a copy of", holdings.copies)):
        for article, other in pairs.items():
            if article in holdings.heads and other in holdings.heads:
                head = holdings.heads[other]
                title = f", “{head.title}”" if head.outlet and head.title else ""
                found[article] = f"{relation} {wording.called(head)}{title}"
    return found


def decisions(holdings: Holdings, shown: AbstractSet[str]) -> tuple[tuple[Decision, ...], int]:
    """The rulings that stand about what is shown, in the order in which they were made; and how many others stand."""
    about: Mapping[str, str] = {}
    made = []
    for ruling, words in holdings.rulings:
        made.append(ruling)
        about = {**about, ruling.id: words}
    stand = standing(made)
    on_shown = [one for one in stand if not shown.isdisjoint(named(one))]
    return tuple(Decision(one, about[one.id]) for one in on_shown), len(stand) - len(on_shown)


def others(number: int) -> Iterator[str]:
    """Say that people ruled on more than is shown."""
    if number:
        hold = "holds" if number == 1 else "hold"
        yield f"{wording.count(number, 'more ruling')} {hold} in this story, on what is not shown here."
