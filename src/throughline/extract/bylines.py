"""Who wrote the article, as the page shows it: bylines with and without "By", among days, jobs and reading times.

In: a draft. Out: the words that name the authors, unsplit; nothing where no line near the article's head does.
"""

import re
from collections.abc import Iterator

from throughline.extract.draft import Draft
from throughline.model import Role

_REACH = 14  # blocks before the article's first words, and ...
_BELOW = 6  # ... after them, in which its byline stands
_LONGEST = 200  # characters of a byline
_VERBS = (
    r"written|reported|posted|published|story|words|text|veröffentlicht|eingestellt|geschrieben|verfasst|eingetragen"
)
_BY = re.compile(
    rf"(?:^|[|•●·–—-]\s*|\d{{4}},?\s+|\b(?:{_VERBS})\s+)"
    r"(?:by|von|vom|par|por|di|da|door|af|av|authors?|autor(?:in|en)?)\b:?\s+"
    rf"|^(?:{_VERBS}|authors?|autor(?:in|en)?)\s?:\s*",
    re.IGNORECASE,
)
_PARTICLE = r"(?:von|van|de|da|del|della|der|den|di|al|bin|ben|el|la|le|du|dos|zu)"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|{_PARTICLE})){{1,4}}")
# What follows the names: a mark, a day, the clock, a job after a comma is left to `names.people`.
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += r"|Nov(?:ember)?|Dec(?:ember)?)\b\.? \d"
_REST = re.compile(
    rf"\s*(?:[|•●·\t]|\s[–—-]\s|\b(?:on|am|um|at|in|updated|published|posted|last)\b\s|\b(?:le|el|il) \d|\d|\b{_MONTH}"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    "the a an last you your read more how why what when this that all our new by no get best top".split()
)
_HEAD_ROLES = frozenset({Role.BYLINE, Role.DATELINE, Role.BOILERPLATE})


def read(draft: Draft) -> Iterator[str]:
    """Yield the words of each byline, those above the article first."""
    first = next((k for k, block in enumerate(draft.blocks) if block.is_readable), len(draft.blocks))
    above, below = range(max(0, first - _REACH), first), range(first, min(len(draft.blocks), first + _BELOW))
    for index in (*above, *below):
        block = draft.blocks[index]
        if block.role in _HEAD_ROLES and block.end - block.start <= _LONGEST:
            named = _named(" ".join(draft.text[block.start : block.end].split()), block.role)
            if named:
                yield named
    for block in draft.blocks:
        if block.role is Role.BYLINE and block.end - block.start <= _LONGEST:
            named = _named(" ".join(draft.text[block.start : block.end].split()), block.role)
            if named:
                yield named


def _named(line: str, role: Role) -> str | None:
    """Cut the names out of a line: what follows "by", or a name that a byline block or a day beside it shows."""
    match = _BY.search(line)
    rest = line[match.end() :] if match else line
    cut = _REST.search(rest, 1)
    names = rest[: cut.start()].strip(" ,.;") if cut else rest.strip(" ,.;")
    if match:
        return names if names[:1].isalpha() else None
    is_known = role is Role.BYLINE or (cut is not None and any(char.isdigit() for char in rest[cut.start() :]))
    return names if is_known and _is_full_name(names.partition(",")[0]) else None


def _is_full_name(words: str) -> bool:
    parts = words.split()
    return _NAME.fullmatch(words) is not None and parts[0].lower() not in _NO_NAME and len(parts[-1]) > 1
