"""Accounts of two events to a link between them, with its reasons, or to none.

In: two events' ids and accounts, and how likely they are of one happening. Out: a `Link`, known since both are.
"""

from datetime import date
from typing import Final, NamedTuple

from throughline.model import Link, Relation, content_id
from throughline.resolve.happenings.accounts import Account
from throughline.resolve.happenings.judge import LIKELY
from throughline.resolve.happenings.likeness import closeness
from throughline.tables.rarity import rarity

_WORDS: Final = 6  # shared words that a reason names, the rarest first


class Event(NamedTuple):
    """An event's id, since when it is known (None while its article is undated), and the account of it."""

    id: str
    known: date | None
    account: Account


def link(one: Event, other: Event, likely: float) -> Link | None:
    """Link the later known to the earlier one; None where the two are more likely two happenings, or one record."""
    if likely < LIKELY or one.id == other.id:
        return None
    earlier, later = sorted((one, other), key=lambda each: (each.known or date.max, each.id))
    known = None if earlier.known is None or later.known is None else later.known
    name = content_id("link", Relation.SAME, later.id, earlier.id)
    found = reasons(later.account, earlier.account)
    return Link(name, later.id, earlier.id, Relation.SAME, round(likely, 3), found, known)


def reasons(later: Account, earlier: Account) -> tuple[str, ...]:
    """Say in words what speaks for two accounts being of one happening."""
    words = f"“{later.lemma}”" if later.lemma == earlier.lemma else f"“{later.lemma}” and “{earlier.lemma}”"
    found = [f"{words}: {_kinship(later, earlier)}"]
    shared = sorted(later.content & earlier.content, key=lambda word: (-rarity(word), word))[:_WORDS]
    if shared:
        found.append(f"both sentences have {', '.join(shared)}")
    if later.outline.article == earlier.outline.article:
        found.append("one article tells of both")
    else:
        found.append(f"the articles' words agree to {closeness(later.outline, earlier.outline):.0%}")
    return tuple(found)


def _kinship(later: Account, earlier: Account) -> str:
    if later.lemma == earlier.lemma:
        return "the same word"
    if later.stem == earlier.stem or later.predicates & earlier.predicates:
        return "words of one root"
    return "words of one kind" if later.types & earlier.types else "near in meaning, as the reader sees them"
