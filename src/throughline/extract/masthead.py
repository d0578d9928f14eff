"""A draft to an article: its title, outlet, authors, origin, dateline, language, and what claims its day.

In: the page and its `Draft`. Out: the `Article`. What the user declared wins, then what a container or the markup
says, then what stands on the page. What nobody says stays None.
"""

import re
from itertools import pairwise, takewhile

from throughline.dates import settle
from throughline.extract import bylines, claims, comments, dateline, furniture, language, names, posts, titles
from throughline.extract.draft import Draft
from throughline.model import Article, Block, Evidence, Origin, Page, Role, Span, content_id


def finish(page: Page, draft: Draft) -> Article:
    """Make the article of a draft."""
    declared, clues, text = page.declared, draft.clues, draft.text
    article = content_id("article", page.id)
    url = declared.url or clues.url
    address = names.outlet_of_address(url)
    said = declared.outlet or clues.outlet or _outlet_on_page(draft)
    outlet = said or titles.outlet_within(clues.titles, address) or address
    found = _dateline(draft)
    body = tuple((block.start, block.end) for block in draft.blocks if block.is_readable)
    return Article(
        id=article,
        page=page.id,
        source=page.source,
        title=declared.title or titles.choose(clues.titles, clues.headings, _said(draft, Role.TITLE), outlet),
        outlet=outlet,
        authors=bylines.authors(draft, outlet),
        url=url,
        language=declared.language or clues.language or language.guess(text[a:b] for a, b in body[:20]),
        published=settle(claims.gather(page, draft, article, url), article, text, _spans(draft), page.captured),
        origin=_origin(draft, article, found),
        dateline=found.place if found else None,
        text=text,
        blocks=draft.blocks,
        comments=comments.read(page, draft, article),
    )


def _spans(draft: Draft) -> tuple[Span, ...]:
    return tuple(Span(block.start, block.end) for block in draft.blocks if block.is_readable)


def _said(draft: Draft, role: Role) -> tuple[str, ...]:
    """What the blocks of a role say, in order."""
    return tuple(" ".join(draft.text[b.start : b.end].split()) for b in draft.blocks if b.role is role)


_SPECIAL = re.compile(r"special (?:to|for)\s+(?:the\s+)?(?P<name>[^,|]{2,60})", re.IGNORECASE)
_OUTLET_WORDS = 4
_SHORTEST_OUTLET = 3  # characters
_LONGEST_NOTICE = 2000  # characters
_MASTHEAD_ROLES = frozenset({Role.BOILERPLATE, Role.BYLINE})
_HEADING_ROLES = frozenset({Role.TITLE, Role.DATELINE, Role.BYLINE})
_OWNED = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)  # here, and in rules for readers, a site names itself ...
# ... whole: not as a word in a longer name.
_NAMED = (r"(?:^|©|\d{4}|\b[Bb]y|[.|–-]) ?(?:[Tt]he )?", r"(?=$|[.,|–-]| [a-z]| All\b)")


def _outlet_on_page(draft: Draft) -> str | None:
    """Read the outlet off the page: "Special to X", or a line at its head that is a newspaper's name, or a notice's."""
    for line in _said(draft, Role.BYLINE):
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
    return None


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


def _dateline(draft: Draft) -> dateline.Dateline | None:
    """Read the first dateline block that a readable block follows."""
    for block, following in pairwise(draft.blocks):
        if block.role is Role.DATELINE and following.is_readable:
            found = dateline.at_start(draft.text, block.start, following.end)
            if found:
                return found
    return None


def _origin(draft: Draft, article: str, found: dateline.Dateline | None) -> Origin | None:
    """Whom the page credits: a "Source:" line, the agency of its dateline, an agency after its byline."""
    text = draft.text
    for block in draft.blocks:
        if not block.is_readable and block.end - block.start < 200:
            place = furniture.source_name(text[block.start : block.end])
            if place:
                return _credit(text, article, block.start + place[0], block.start + place[1])
    if found and found.agency:
        return _credit(text, article, *found.agency)
    for block in draft.blocks:
        if block.role is Role.BYLINE:
            match = names.AGENCY.search(text, block.start, block.end)
            if match:
                return _credit(text, article, match.start(), match.end())
    return None


def _credit(text: str, article: str, start: int, end: int) -> Origin:
    words = text[start:end].rstrip(". ")
    return Origin(words.strip("()"), Evidence(article, start, start + len(words), words))
