"""Statements of a surname that several bear: who said it, the page does not say, and the record leaves it open.

In: a view. Out: `Matter`s, those of the surnames that most statements have first. Whoever of the name is in most
articles is proposed, the others beside; to decline is to leave the statement to the bare name.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from throughline.chronicle.actors import Naming, naming
from throughline.chronicle.actors.bearers import NAME, PERSON, Bearer, bearers
from throughline.chronicle.actors.descriptions import is_first_name
from throughline.chronicle.review.names import LISTED
from throughline.ledger.rulings import ACCEPT, SPEAKER
from throughline.ledger.view import View
from throughline.model import Matter, Party, Proposal, Statement, content_id

_BEARERS = 9  # of a surname that are proposed: a key each


def speakers(view: View) -> tuple[Matter, ...]:
    """Statements by a bare surname that more than one bears in full."""
    rows = view.names()
    who, known = naming(view, rows), bearers(rows)
    fuller = _fuller(known, who)
    open_ = {
        row.id: row.speaker
        for row in view.statement_rows()
        if row.speaker and row.speaker in fuller and who.key(row.speaker) == row.speaker and not row.is_thought
    }
    often = Counter(open_.values())
    asked = sorted(open_, key=lambda one: (-often[open_[one]], open_[one]))[:LISTED]
    told = {one.id: one for one in view.statements(ids=asked)}
    heads = view.heads()
    return tuple(
        _matter(told[one], known[open_[one]].written, heads[told[one].evidence.article].known, answers)
        for one in asked
        if one in told
        for answers in ([(content_id("actor", key), who.name(key)) for key in fuller[open_[one]]],)
    )


def _fuller(known: Mapping[str, Bearer], who: Naming) -> dict[str, list[str]]:
    """The keys of who bears a surname in full, those in most articles first, by the bare surname's key."""
    articles: dict[str, Counter[str]] = defaultdict(Counter)
    for key, one in known.items():
        for name in one.names if one.kind is PERSON else ():
            first, _, last = name.rpartition(" ")
            if first and not is_first_name(last) and who.is_one(key):
                articles[NAME + last][who.key(key)] += one.articles
    return {
        bare: [key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))][:_BEARERS]
        for bare, counts in articles.items()
        if len(counts) > 1 and bare in known and known[bare].kind is PERSON
    }


def _matter(told: Statement, surname: str, known: date | None, answers: Sequence[tuple[str, str]]) -> Matter:
    first, *others = (Proposal(told.id, SPEAKER, actor, f"{name} said it") for actor, name in answers)
    return Matter(
        told.id,
        "speakers",
        told.evidence.words,
        (Party(told.id, told.evidence.words, surname, told.evidence, known),),
        (f"{surname} said it, and {len(answers)} here are called so: the one in most articles is proposed",),
        first,
        Proposal(told.id, ACCEPT, "", "Leave it open"),
        tuple(others),
    )
