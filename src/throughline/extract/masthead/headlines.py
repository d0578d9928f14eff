"""The headline of a page whose markup is lost: one of the lines above its first long paragraph.

In: a draft. Out: the likeliest line, or None. A headline shares its words with the article, stands near it, has a
byline or a day below it, no article text above it, and is longer than a menu's entry; each counts for so much. Weights
were chosen on half of 240 pages rendered both ways (.57 of titles exact) and hold on the other half (.63); .88 of the
titles stand there as a line. Fitting all weights freely gains .07 on the one half and loses .03 on the other.
"""

import re
from collections.abc import Sequence

from throughline.extract import furniture
from throughline.extract.cues import FUNCTION_WORDS
from throughline.extract.draft import Draft
from throughline.model import Role

_LONG = 150  # characters of a paragraph that is certainly the article's
_REACH = 40  # lines above it
_FEWEST_WORDS, _MOST_WORDS = 3, 25
_SIGNED_WITHIN = 3  # lines
_PER_WORD, _MOST_COUNTED = 0.12, 10
_PER_LINE = -0.02  # of distance
_NAMED, _SIGNED, _REPEATED = 0.15, 0.6, 0.2  # it has the role already; a byline or day follows; it stands there twice
_SHARED = 1.5
_PER_BODY_ABOVE, _BODY = -0.1, -0.4  # article text above it; it is such text, as far as known
_WIDE = re.compile(r" {2,}|\t+")  # what parts a menu's entries; a headline may break once
_MOST_GAPS = 1
_NEVER = frozenset({Role.COMMENT, Role.BYLINE, Role.DATELINE, Role.CAPTION})
_SHORTEST_WORD = 3  # letters
_MOST_TOLD = 20_000  # characters of one block that are compared; a book in one line says no more in the rest
_WORD = re.compile(r"\w+")


def find(draft: Draft) -> str | None:
    """Find the headline."""
    blocks = draft.blocks
    long = [k for k, block in enumerate(blocks) if block.role is Role.BODY and block.end - block.start >= _LONG]
    first = long[0] if long else next((k for k, block in enumerate(blocks) if block.is_readable), len(blocks))
    told = {word for k in long for word in _words(draft.text[blocks[k].start : blocks[k].end][:_MOST_TOLD])}
    start = max(0, first - _REACH)
    lines = [" ".join(draft.text[block.start : block.end].split()) for block in blocks[start:first]]
    roles = [block.role for block in blocks[start:first]]
    raw = [draft.text[block.start : block.end] for block in blocks[start:first]]
    likely = [k for k, line in enumerate(lines) if roles[k] not in _NEVER and _can_be(line) and not _is_beside(raw[k])]
    return lines[max(likely, key=lambda k: _score(lines, roles, k, told))] if likely else None


def _is_beside(line: str) -> bool:
    """Tell a line of tags, a control, a menu: `line` as it stands in the text, wide spaces kept."""
    return furniture.is_tags(line) or furniture.is_menu(line) or len(_WIDE.findall(line.strip())) > _MOST_GAPS


def _can_be(line: str) -> bool:
    is_sized = _FEWEST_WORDS <= len(line.split()) <= _MOST_WORDS
    return is_sized and line[-1] not in ".,;" and " | " not in line and bool(_words(line))


def _score(lines: Sequence[str], roles: Sequence[Role], at: int, told: set[str]) -> float:
    words = _words(lines[at])
    below = list(zip(lines, roles, strict=True))[at + 1 : at + 1 + _SIGNED_WITHIN]
    return (
        _SHARED * sum(word in told for word in words) / len(words)
        + _PER_WORD * min(len(lines[at].split()), _MOST_COUNTED)
        + _PER_LINE * (len(lines) - at)
        + _NAMED * (roles[at] is Role.TITLE)
        + _SIGNED * any(role is Role.BYLINE or _is_day(line, role) for line, role in below)
        + _PER_BODY_ABOVE * sum(role is Role.BODY for role in roles[:at])
        + _BODY * (roles[at] is Role.BODY)
        + _REPEATED * (lines.count(lines[at]) > 1)
    )


def _is_day(line: str, role: Role) -> bool:
    """Tell a day from the place that a report is dated from, which stands below any line."""
    return role is Role.DATELINE and any(char.isdigit() for char in line)


def _words(line: str) -> list[str]:
    return [w for w in _WORD.findall(line.lower()) if len(w) >= _SHORTEST_WORD and w not in FUNCTION_WORDS]
