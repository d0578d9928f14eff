"""Who held which office when, as a clue to a page's day: "President Barack Obama said".

In: passages. Out: constraints. Whoever a page names by an office has taken it; whoever speaks in an office on it still
holds it; whoever it calls "former" has left it, and "elect" says that the term is near. A title that no table knows
says nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from throughline.dates import days
from throughline.dates.testimony.constraint import Constraint, Strength, Window, not_before
from throughline.dates.testimony.passages import Passage
from throughline.dates.testimony.titled import NOT_YET, PAST, Named, find
from throughline.model import Evidence, Token
from throughline.tables.offices import Term
from throughline.text.fold import fold_name

_SPEAKS = frozenset(
    """said says told tells added adds stated announced warned insisted urged urges called calls asked vowed
    acknowledged denied confirmed declined rejected dismissed welcomed""".split()
)
_NOUNS_TOO = frozenset(("calls", "urges"))
_SAID = frozenset("said says added told asked warned".split())
_REACH = 4  # tokens between a name and its verb of speech: "Esper, speaking in Cairo, said" is the longest usual
_LEAD = 12  # sentences at the start of a page in which who speaks does so now; further down histories are told
_AFTER_LEAVING = 7  # days: titles outlive the farewell a little
_TOPPLED = 60  # days: who flees the palace is called former before the office formally ends
_BEFORE_TAKING = 130  # days: from election or nomination to the oath
_POLITE = frozenset("mr mrs ms mr. mrs. ms.".split())
_COMMON = _POLITE | frozenset(
    "president minister secretary chancellor general senator sen gov gen premier chief the king monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_GOVERNING = frozenset("for of to under by with against".split())  # "a spokesman for", then a title: he speaks
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_SUBJECTLESS = frozenset(". ; : ? ! who whom whose which and or was were is are been be".split())
_OTHERS = frozenset("spokesman spokeswoman spokesperson aide aides lawyer adviser advisor ally allies critics".split())
_CLAUSE = 8  # tokens before a name among which "a spokesman for" stands


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what the holders of offices say of the page's day."""
    named = list(find(passages))
    if not named:
        return
    gone = {one.terms[0].person for one in named if one.marked in PAST} | _followed(named)
    heard = _heard(passages) - _shared(passages)
    lead = {passage.tokens[0].start for passage in passages[:_LEAD]}
    for one in named:
        tokens = one.passage.tokens
        start, last = tokens[one.first].start, tokens[one.stop - 1].end
        cited = Evidence(article, start, last, text[start:last])
        if one.marked in PAST:
            yield from _former(one, cited) if one.marked != "then" else ()
        elif one.marked in NOT_YET:
            yield _to_be(one, cited)
        else:
            first = min(one.terms, key=lambda t: t.first)
            since = f"it names “{cited.words}”, in office since {first.since}, so it is not older"
            yield Constraint(not_before(first.first), Strength.LIKELY, since, cited, rule="holder named")
            is_news = one.passage.tokens[0].start in lead and one.terms[0].person not in gone
            if is_news and (_speaks(one.passage, one.first, one.name, one.stop) or _is_heard(one, heard)):
                yield _speaking(one.terms, cited)


def _followed(named: Sequence[Named]) -> set[str]:
    """Who left an office before somebody took it whom the page names by it too: of the past, though not called so."""
    newest: dict[tuple[str, str], date] = {}
    for one in named:
        for term in one.terms:
            if not one.marked:
                key = term.office, term.body
                newest[key] = max(newest.get(key, date.min), min(t.first for t in one.terms))
    return {
        term.person
        for one in named
        for term in one.terms
        if all(t.last and t.last <= newest.get((t.office, t.body), date.min) for t in one.terms)
    }


def _former(one: Named, cited: Evidence) -> Iterator[Constraint]:
    """Who is called former has left the office; where it was held twice, at least once."""
    left = [t for t in one.terms if t.last]
    if left:
        earliest = min(left, key=lambda t: t.last or date.max)
        reason = f"it calls “{cited.words}” “{one.marked}”: the office was left {_on(earliest.until)}"
        day = earliest.last if len(earliest.until) == len("2009-01-20") else _begins(earliest.until)
        early = days.shift_days(day or date.min, -_TOPPLED)
        yield Constraint(not_before(early), Strength.LIKELY, reason, cited, rule="former holder")


def _begins(until: str) -> date:
    """The first day that a month or year may mean."""
    return date.fromisoformat(until + "-01-01"[len(until) - len("2009-01-20") :])


def _to_be(one: Named, cited: Evidence) -> Constraint:
    first = min(one.terms, key=lambda t: t.first)
    windows = tuple((days.shift_days(t.first, -_BEFORE_TAKING), t.first) for t in one.terms)
    reason = f"it calls “{cited.words}” “{one.marked}”: the office was taken {_on(first.since)}"
    return Constraint(windows[:1], Strength.HINT, reason, cited, rule="holder to be", weight=5.0)


def _speaking(terms: Sequence[Term], cited: Evidence) -> Constraint:
    windows: tuple[Window, ...] = tuple((t.first, days.shift_days(t.last or date.max, _AFTER_LEAVING)) for t in terms)
    reason = f"“{cited.words}” speaks in it, in office {' and '.join(map(_span, terms))}"
    return Constraint(windows, Strength.LIKELY, reason, cited, rule="holder speaks")


def _heard(passages: Sequence[Passage]) -> frozenset[str]:
    """The folded surnames that speak, in sentences that name no other time: "Panetta told", "said Merkel"."""
    found = set()
    for passage in passages:
        if _is_dated(passage):
            continue
        tokens = passage.tokens
        for index, token in enumerate(tokens[:-1]):
            if _is_name(token) and tokens[index + 1].norm in _SPEAKS and _is_its_own(tokens, index):
                found.add(fold_name(token.text))
            if token.norm in _SAID and _is_name(tokens[index + 1]):
                found.add(fold_name(tokens[index + 1].text))
    return frozenset(found)


def _is_its_own(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether it is the name itself that speaks, and not "a spokesman for Panetta"."""
    return not any(t.norm in _OTHERS for t in tokens[max(index - _CLAUSE, 0) : index])


def _shared(passages: Sequence[Passage]) -> frozenset[str]:
    """The folded surnames that stand after several first names or titles of women and men: "Mrs. Clinton"."""
    firsts: dict[str, set[str]] = {}
    for passage in passages:
        for one, two in pairwise(passage.tokens):
            if _is_name(two) and (_is_name(one) or one.norm in _POLITE):
                firsts.setdefault(fold_name(two.text), set()).add(one.norm.rstrip("."))
    return frozenset(name for name, found in firsts.items() if found & {"mrs", "ms"} or len(found - _COMMON) > 1)


def _is_name(token: Token) -> bool:
    text = token.text
    return text[0].isupper() and text[1:2].islower()


def _is_heard(one: Named, heard: frozenset[str]) -> bool:
    return fold_name(one.passage.tokens[one.name - 1].text) in heard


def _is_dated(passage: Passage) -> bool:
    """Tell whether a sentence names a time of its own, which may be long ago; weekdays and "today" are none."""
    return any(mark.time.type == "DATE" and mark.time.value[:4].isdecimal() for mark in passage.marks)


def _speaks(passage: Passage, first: int, name: int, stop: int) -> bool:
    """Tell whether who is named up to `name` or `stop` speaks, and not in a sentence about some earlier year."""
    governing = {t.norm for t in passage.tokens[max(first - 2, 0) : first]}
    if _is_dated(passage) or governing & _GOVERNING:
        return False
    after = passage.tokens[max(name, stop) : max(name, stop) + _REACH]
    if after and after[0].norm in _POSSESSIVE:
        return False
    for index, token in enumerate(after):
        if token.norm in _SPEAKS:
            return not (index and after[index - 1].text == "," and token.norm in _NOUNS_TOO)
        if token.norm in _SUBJECTLESS:
            return False
    return False


def _on(day: str) -> str:
    return f"on {day}" if len(day) == len("2009-01-20") else f"in {day}"


def _span(term: Term) -> str:
    acting = "acting, " if term.acting else ""
    return f"{acting}{term.since} to {term.until}" if term.until else f"{acting}since {term.since}"
