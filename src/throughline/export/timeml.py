"""TimeML 1.2.1, one document an article, in the layout of TempEval-3: for temporal taggers and those who score them.

In: holdings. Out: names and documents. Invariants: the text of TEXT is the article's, character for character (what XML
1.0 cannot hold is one U+FFFD each, so offsets stay); EVENT marks the trigger, TIMEX3 the expression, and neither holds
the other, so a trigger inside an expression gives its instance up to it. An instance says with `polarity` and
`modality` what is no fact. No links are given: the order of events is the chronicle's, not ours to guess per text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from throughline.export.holdings import Holdings
from throughline.export.statuses import FACTS
from throughline.export.values import prefix
from throughline.model import Article, Event, Status, Time, When

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML 1.0 document can hold these
# Markup, and what a reader of XML would change (a carriage return) or a terminal act on: all of it as references.
_REFERRED = re.compile('[&<>"\r\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_NEGATED = frozenset({Status.DENIED, Status.NOT_HAPPENED})
_MODS = frozenset(
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX".split()
)
_TYPES = MappingProxyType({"DATE": "DATE", "TIME": "TIME", "DURATION": "DURATION", "SET": "SET"})
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


class _Mark(NamedTuple):
    """An element around a piece of the text. Expressions come before triggers that start with them."""

    start: int
    end: int
    order: int
    tag: str


def files(holdings: Holdings) -> Iterator[tuple[str, bytes]]:
    """A document an article: its name, its bytes."""
    times: dict[str, list[Time]] = defaultdict(list)
    for time in holdings.times:
        times[time.evidence.article].append(time)
    events: dict[str, list[Event]] = defaultdict(list)
    for event in holdings.events:
        events[event.evidence.article].append(event)
    for article in holdings.articles:
        published = holdings.heads[article.id].published if article.id in holdings.heads else article.published.when
        text = document(article, published, times[article.id], events[article.id])
        yield f"{article.id}.tml", text.encode("utf-8")


def document(article: Article, published: When, times: Sequence[Time], events: Sequence[Event]) -> str:
    """One article with its times, events and their instances marked up."""
    marks, instances = _marks(times, events)
    title = f"<TITLE>{_escaped(article.title)}</TITLE>\n" if article.title else ""
    return (
        f"{_HEAD}<DOCID>{_escaped(article.id)}</DOCID>\n{_created(published)}{title}"
        f"<TEXT>{_marked(article.text, marks)}</TEXT>\n{''.join(instances)}</TimeML>\n"
    )


def _created(published: When) -> str:
    """The day of publication, as exactly as it is certain."""
    value = prefix(published) or "XXXX-XX-XX"
    return (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{value}" temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>\n'
    )


def _marks(times: Sequence[Time], events: Sequence[Event]) -> tuple[list[_Mark], list[str]]:
    """Elements in text order that do not overlap, and the instances of the events among them."""
    wanted = [(one.evidence.start, one.evidence.end, 0, one) for one in times if one.type in _TYPES] + [
        (one.trigger.start, one.trigger.end, 1, one) for one in events
    ]
    marks: list[_Mark] = []
    instances: list[str] = []
    for start, end, order, one in sorted(wanted, key=lambda row: (row[0], row[2], row[1], row[3].id)):
        at = marks[-1] if marks else _Mark(0, 0, 0, "")
        same = order == at.order == 1 and (start, end) == (at.start, at.end)
        if start >= end or (start < at.end and not same):
            continue
        number = len(marks) + (0 if same else 1)
        if isinstance(one, Event):
            tag = f'EVENT eid="e{number}" class="OCCURRENCE"'
            instances.append(_instance(one, number, len(instances) + 1))
        else:
            tag = _timex(one, number)
        if not same:
            marks.append(_Mark(start, end, order, tag))
    return marks, instances


def _timex(time: Time, number: int) -> str:
    mod = f' mod="{time.mod}"' if time.mod in _MODS else ""
    return (
        f'TIMEX3 tid="t{number}" type="{_TYPES[time.type]}" value="{_escaped(time.value)}"{mod}'
        ' temporalFunction="false" functionInDocument="NONE"'
    )


def _instance(event: Event, event_number: int, number: int) -> str:
    polarity = "NEG" if event.status in _NEGATED else "POS"
    modality = "" if event.status in FACTS or event.status in _NEGATED else f' modality="{event.status}"'
    return (
        f'<MAKEINSTANCE eventID="e{event_number}" eiid="ei{number}" tense="NONE" aspect="NONE"'
        f' polarity="{polarity}"{modality} pos="OTHER"/>\n'
    )


def _marked(text: str, marks: Sequence[_Mark]) -> str:
    pieces, done = [], 0
    for mark in marks:
        name = mark.tag.partition(" ")[0]
        pieces += [
            _escaped(text[done : mark.start]),
            f"<{mark.tag}>",
            _escaped(text[mark.start : mark.end]),
            f"</{name}>",
        ]
        done = mark.end
    return "".join([*pieces, _escaped(text[done:])])


def _escaped(words: str) -> str:
    return _REFERRED.sub(lambda found: f"&#{ord(found[0])};", _ILLEGAL.sub("\ufffd", words))
