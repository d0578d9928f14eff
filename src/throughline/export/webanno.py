"""W3C Web Annotation (2017): every finding tied to its words, as JSON-LD.

In: holdings. Out: one annotation collection with one page, an annotation a line. Invariants: the two selectors of a
target name the same words: `TextPositionSelector` counts code points of the article's text as Throughline keeps it
(`urn:throughline:` and its id), `TextQuoteSelector` repeats them with what stands around, so that another copy of the
page can be anchored by exact words and context or not at all. A status is a tag of its own, and opens the description.
"""

from collections import defaultdict
from collections.abc import Iterator

from throughline.export.holdings import Holdings
from throughline.export.values import Json, address, day, dumps
from throughline.model import Article, Event, Evidence, Figure, Mention, Statement, Time, When, content_id

_AROUND = 32  # characters of context on each side; what Hypothesis writes
_Finding = Mention | Time | Statement | Event | Figure
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"throughline": "urn:throughline:"}]


def lines(holdings: Holdings) -> Iterator[str]:
    """The collection: its head, an annotation a line, its end."""
    found: dict[str, list[_Finding]] = defaultdict(list)
    kinds = (holdings.mentions, holdings.times, holdings.statements, holdings.events, holdings.figures)
    for one in (finding for kind in kinds for finding in kind):
        found[one.evidence.article].append(one)
    total = sum(map(len, found.values()))
    name = f"urn:throughline:{content_id('collection', holdings.name, holdings.as_of)}"
    yield f'{{"@context":{dumps(_CONTEXT)},"id":{dumps(name)},"type":"AnnotationCollection",'
    yield f'"label":{dumps(holdings.name)},"total":{total},"first":{{"type":"AnnotationPage","startIndex":0,"items":['
    mark = "\n"
    for article in sorted(holdings.articles, key=lambda one: one.id):
        for finding in sorted(found[article.id], key=lambda one: (one.evidence, one.id)):
            yield mark + dumps(_annotation(finding, article, holdings))
            mark = ",\n"
    yield "\n]}}\n"


def _annotation(finding: _Finding, article: Article, holdings: Holdings) -> dict[str, Json]:
    kind = type(finding).__name__.lower()
    tags, told = _said(finding)
    body: list[dict[str, Json]] = [_text("tagging", tag) for tag in (kind, *tags) if tag]
    known = day(holdings.known(article.id))
    told += [f"known: {known or 'not sure'}"]
    body.append(_text("describing", "; ".join(told)))
    actor = holdings.actor_of(finding.id) if isinstance(finding, Mention) else None
    if actor:
        body.append({"type": "SpecificResource", "source": f"urn:throughline:{actor}", "purpose": "identifying"})
    return {
        "id": f"urn:throughline:{finding.id}",
        "type": "Annotation",
        "motivation": "identifying" if isinstance(finding, Mention) else "classifying",
        "body": body,
        "target": _target(finding.evidence, article, known),
    }


def _text(purpose: str, value: str) -> dict[str, Json]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(words: Evidence, article: Article, known: str | None) -> dict[str, Json]:
    kept = f"urn:throughline:{article.id}"
    state: dict[str, Json] = {"type": "TimeState", "cached": kept}
    if known:
        state["sourceDate"] = f"{known}T00:00:00Z"
    return {
        "source": address(article.url) or kept,
        "state": state,
        "selector": [
            {"type": "TextPositionSelector", "start": words.start, "end": words.end},
            {
                "type": "TextQuoteSelector",
                "exact": words.words,
                "prefix": article.text[max(0, words.start - _AROUND) : words.start],
                "suffix": article.text[words.end : words.end + _AROUND],
            },
        ],
    }


def _said(finding: _Finding) -> tuple[tuple[str, ...], list[str]]:
    """The tags of a finding, and the parts of its description."""
    match finding:
        case Mention():
            return (str(finding.type),), [finding.name]
        case Time():
            return (finding.type,), [finding.value, *_days("when", finding.when)]
        case Statement():
            source = finding.source.evidence.words if finding.source else "somebody"
            return (str(finding.mode),), [f"said by {source}", *_days("said", finding.said)]
        case Event():
            status = finding.status.words
            told = [status, *_days("when", finding.when), *_days("due", finding.due)]
            return (f"status: {status}", str(finding.type or "")), told
        case Figure():
            return (finding.amount.unit,), [finding.evidence.words, *_days("when", finding.when)]


def _days(name: str, when: When | None) -> list[str]:
    return [f"{name}: {when.edtf}"] if when else []
