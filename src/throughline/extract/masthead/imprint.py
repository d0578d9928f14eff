"""Who publishes the page: an outlet's name, as the markup declares it, the page prints it, or its address spells it.

In: a draft, and the host it came from. Out: a name, or None. An outlet that the table knows by that host, or by
the name where there is no host, goes by the table's name where the page gives none or one of its aliases, so that its
pages are one outlet's.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from throughline.extract import furniture
from throughline.extract.comments import posts
from throughline.extract.draft import Draft
from throughline.extract.masthead import names, titles
from throughline.model import Block, Role
from throughline.tables import outlets
from throughline.text.fold import fold_name


def outlet(draft: Draft, host: str | None) -> str | None:
    """Name the outlet."""
    said = _bare(draft, host) or _on_page(draft)
    if host is None and said is not None:
        named = outlets.by_name(fold_name(said)) or outlets.by_host(said)
        return named.name if named else said
    known = outlets.by_host(host) if host else None
    if known is not None and (said is None or _means(said, known, host) or not _shares(said, known)):
        return known.name
    return said or titles.outlet_within(draft.clues.titles, host) or host


def _bare(draft: Draft, host: str | None) -> str | None:
    """Give the declared name without what it says of itself ("The Post | News, weather"); a page's title is no name."""
    said = draft.clues.outlet
    if said is None or (len(said.split()) > _OUTLET_WORDS and said in draft.clues.titles):
        return titles.outlet_within([f" | {said}"], host) if said else None
    spelt = titles.outlet_within([f" | {said}"], host)
    return names.bare_host(spelt if spelt and spelt != said else said)


def _means(said: str, known: outlets.Outlet, host: str | None) -> bool:
    """Tell an alias of the outlet, or its address, from the name of something of its own ("BBC Food")."""
    folded = fold_name(said)
    return folded.removeprefix("the ") in {*known.names, *known.short, fold_name(known.name), fold_name(host or "")}


def _shares(said: str, known: outlets.Outlet) -> bool:
    """Tell whether a name has a word of the outlet's: "BBC Food" has, "U.S." has none of Reuters'."""
    words = set(fold_name(said).split())
    return any(words & set(name.split()) for name in (fold_name(known.name), *known.names, *known.short))


_SPECIAL = re.compile(r"special (?:to|for)\s+(?:the\s+)?(?P<name>[^,|]{2,60})", re.IGNORECASE)
_OUTLET_WORDS = 4
_SHORTEST_OUTLET = 3  # characters
_LONGEST_NOTICE = 2000  # characters
_NOTICE_WORDS = 5  # from which on a line is a notice, and no link or label
_MASTHEAD_ROLES = frozenset({Role.BOILERPLATE, Role.BYLINE})
_HEADING_ROLES = frozenset({Role.TITLE, Role.DATELINE, Role.BYLINE})
_OWNED = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)  # here, and in rules for readers, a site names itself ...
# ... whole: not as a word in a longer name.
_NAMED = (r"(?:^|©|\d{4}|\b[Bb]y|[.|–-]) ?(?:[Tt]he )?", r"(?=$|[.,|–-]| [a-z]| All\b)")


def _on_page(draft: Draft) -> str | None:
    """Read the outlet off the page: "Special to X", or a line at its head that is a newspaper's name, or a notice's."""
    for line in draft.said(Role.BYLINE):
        match = _SPECIAL.match(line)
        if match:
            return names.bare_outlet(match["name"])
    head = list(takewhile(lambda block: not block.is_readable, draft.blocks))
    lines = [_line(draft, b) if b.role in _MASTHEAD_ROLES else "" for b in head]
    for index, line in enumerate(lines):
        around = head[max(0, index - 1) : index + 2]
        if any(block.role in _HEADING_ROLES for block in around) and _can_be_outlet(line) and names.is_outlet(line):
            return line
    below = [_line(draft, b)[:_LONGEST_NOTICE] for b in draft.blocks[len(head) :] if b.role is Role.BOILERPLATE]
    notices = [line for line in below if _OWNED.search(line) or posts.is_rule(line)]
    for line in filter(_can_be_outlet, lines):
        if any(line in notice and _is_named(line, notice) for notice in notices):
            return line
    return _speaking(below)


def _speaking(lines: Sequence[str]) -> str | None:
    """Name the one known outlet that the notices below an article speak for: "not necessarily the views of AMN".

    A common word ("Print", "Time") names one only in capitals or with another word. A notice that is no rule for
    readers speaks for a name that is its subject: "AMN is not responsible for", not "RT @somebody: Within food".
    """
    named = set()
    for words in (line.split() for line in lines):
        if len(words) < _NOTICE_WORDS:
            continue
        is_rule = posts.is_rule(" ".join(words))
        places = ((k, k + size) for k in range(len(words) if is_rule else 1) for size in range(1, _OUTLET_WORDS + 1))
        for part, after in ((words[first:last], words[last : last + 1]) for first, last in places):
            if not is_rule and not (after and after[0][0].islower()):
                continue
            if all(word[0].isupper() for word in part) and (len(part) > 1 or part[0].isupper()):
                known = outlets.by_name(fold_name(" ".join(part)))
                if known is not None and known.kind is not outlets.Kind.AGENCY:
                    named.add(known.name)
    return named.pop() if len(named) == 1 else None


def _is_named(name: str, notice: str) -> bool:
    """Tell whether a notice names the site so, whole and not as a part of a longer name."""
    return re.search(_NAMED[0] + re.escape(name) + _NAMED[1], notice) is not None


def _line(draft: Draft, block: Block) -> str:
    return draft.text[block.start : block.end]


def _can_be_outlet(line: str) -> bool:
    return (
        len(line) >= _SHORTEST_OUTLET
        and len(line.split()) <= _OUTLET_WORDS
        and line[:1].isupper()
        and not furniture.asks(line)
        and not names.is_section(line)
    )
