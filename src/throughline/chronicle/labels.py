"""What to call a record in a line: the words that people know it by.

In: a view and ids, of whatever kind and whether rejected or not. Out: words by id; nothing for ids that mean nothing
here. Happenings are called by one of their events, deadlines and disputes by what a ruling keeps of them.
"""

from collections.abc import Collection, Mapping

from throughline.ledger.rulings import SPEAKER, named
from throughline.ledger.view import View
from throughline.model import Evidence, Link, Ruling, content_id

_CUT = 80  # code points of a record's words: enough to know it by


def labels(view: View, records: Collection[str]) -> dict[str, str]:
    """Words for records, by id."""
    found: dict[str, str] = {}
    kinds = {one.partition("-")[0] for one in records}
    with view.under(()) as whole:  # what is rejected has a name, too
        if "actor" in kinds:
            commonest = sorted(whole.names(), key=lambda row: row.mentions)
            found |= {content_id("actor", row.key): row.name for row in commonest}
        if kinds & {"article", "link"}:
            found |= {head.id: head.title or head.outlet or head.source for head in whole.heads().values()}
        if "link" in kinds:
            found |= {link.id: linked(link, found) for link in whole.links()}
        for findings in (whole.events, whole.statements, whole.figures, whole.mentions, whole.times):
            found |= {one.id: quoted(one.evidence) for one in findings(ids=records)}
        if "happening" in kinds:
            tells = {content_id("happening", row.id): row.id for row in whole.event_rows()}
            words = {one.id: one.evidence for one in whole.events(ids=[tells[one] for one in records if one in tells])}
            found |= {one: quoted(words[tells[one]]) for one in records if tells.get(one) in words}
        if "telling" in kinds:
            sentences = whole.sentences()
            found |= {content_id("telling", row.article, row.start, row.end): _cut(row.words) for row in sentences}
    return {one: found[one] for one in records if one in found}


def about(view: View, rulings: Collection[Ruling]) -> dict[str, str]:
    """Words for what rulings are about, by the ruling's id."""
    called = labels(view, {name for one in rulings for name in _named(one)})
    words = {one.id: dict.fromkeys(called.get(name, "") for name in _named(one)) for one in rulings}
    return {name: " | ".join(filter(None, said)) for name, said in words.items()}


def _named(one: Ruling) -> tuple[str, ...]:
    """What a ruling names, whoever speaks first."""
    return named(one)[::-1] if one.verdict == SPEAKER else named(one)


def linked(link: Link, called: Mapping[str, str]) -> str:
    """A link, by the words for its ends."""
    left, right = (f"“{_cut(called.get(end, end))}”" for end in (link.left, link.right))
    return f"{left} {link.relation} {right}"


def quoted(evidence: Evidence) -> str:
    """A record's words, cut."""
    return _cut(evidence.words)


def _cut(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _CUT else whole[:_CUT].rsplit(" ", 1)[0] + " ..."
