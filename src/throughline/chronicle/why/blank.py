"""What every explanation begins with: the words, and the text around them.

In: a view, a record's id and its words. Out: an `Explanation` without reasons, and the record of an id among others.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from throughline.errors import QueryError
from throughline.ledger.view import View
from throughline.model import Evidence, Explanation, Part

CONTEXT = 200  # code points shown on either side of the words: about two sentences


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_HasId)


def blank(view: View, record: str, kind: str, evidence: tuple[Evidence, ...]) -> Explanation:
    """An explanation that holds only the words in their context."""
    before = after = ""
    if evidence:
        article, start, end, _ = evidence[0]
        text = view.article(article).text
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Explanation(record, kind, evidence, before, after, "", None, (), (), (), ())


def printed(view: View, words: Evidence) -> Part:
    """Who printed some words, under which title, and since when they are known."""
    head = view.heads()[words.article]
    title = f" “{head.title}”" if head.outlet and head.title else ""
    by = head.outlet or head.title or head.source
    return Part("printed by", f"{by}{title}, known since {head.known or 'an unknown day'}", words.article)


def one(records: Iterable[_Record], record: str) -> _Record:
    """The record of an id; QueryError where none of them has it."""
    found = next((each for each in records if each.id == record), None)
    if found is None:
        raise unknown(record)
    return found


def count(number: int, what: str) -> str:
    """A count and what is counted."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def unknown(record: str) -> QueryError:
    """What to say where nothing has an id."""
    return QueryError(f"nothing here has the id {record}: copy an id from a listing of the same --as-of day")
