"""What the articles of a view claim, each claim with whoever is meant under the key that the view knows them by.

In: a gathered view. Out: `Claim`s; those of copies are their originals', and what an outlet repeats claims nothing.
Claims are kept when an article is read. Where none are (a story of an earlier form), or where people say otherwise who
is named, they are found anew from what a reader saw.
"""

from collections.abc import Collection, Iterator

from throughline.annotate.claims import Claim, Meant, held, packed, selves, unpacked
from throughline.chronicle.happenings import Reading
from throughline.ledger.view import View
from throughline.model import MentionForm

_AT_ONCE = 20  # articles whose grammar is in memory at a time: a whole story's is gigabytes


def claimed(read: Reading, articles: Collection[str] | None = None, *, spoken: bool = False) -> Iterator[Claim]:
    """The claims of all articles, or of some; `spoken`: "I" and "we" mean whoever is quoted with them."""
    wanted = [one for one in sorted(read.origins.heads) if not read.origins.is_copy(one)]
    if articles is not None:
        wanted = [one for one in wanted if one in articles]
    closed = read.view.furniture(wanted)
    for article, data in _kept(read.view, wanted):
        blocks = closed.get(article, ())
        for claim in unpacked(data, article, read.who.key, spoken=spoken):
            if not any(start <= claim.at < end for start, end in blocks):
                yield claim


def _kept(view: View, wanted: list[str]) -> Iterator[tuple[str, bytes]]:
    """The claims of some articles, packed."""
    kept = view.claims(wanted)
    missing = [one for one in wanted if one not in kept]
    yield from kept.items()
    for first in range(0, len(missing), _AT_ONCE):
        yield from _found(view, missing[first : first + _AT_ONCE])


def _found(view: View, articles: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The claims of articles of which none are kept."""
    named: dict[str, list[Meant]] = {}
    for row in view.mentioned(articles):
        if row.form is not MentionForm.NOMINAL:
            named.setdefault(row.article, []).append((row.start, row.end, row.key))
    statements = view.statements(articles=articles)
    speakers = view.speakers({one.id for one in statements})
    texts = view.texts(articles)
    for article, parse in view.parses(articles).items():
        said = selves(texts[article], (one for one in statements if one.evidence.article == article), speakers)
        yield article, packed(held(article, parse, named.get(article, ()), [*said]))
