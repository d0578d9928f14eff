"""The article's title, among what the markup declares and the page shows.

In: declared titles, the headlines that the page's elements show, the blocks named as titles, and the outlet. Out: one
title: neither the site's name nor a section, without kicker, site name, day or trail around it.
"""

import re
from collections.abc import Iterable, Sequence

from throughline.dates.written import read_day
from throughline.text.fold import fold_name

_PARTS = re.compile(r"\s+(?:[|–—»·•]|::?|-{1,2}|//)\s+|\s+[|»]\s*")
_SHARED = 0.5  # share of the shorter one's words that heading and declared title must have in common
_SHORTEST_SHARE = 0.35  # a heading that makes up less of the declared title is a kicker or the site's name
_MOST_SITE_WORDS = 5
_FEWEST_WORDS = 3  # of a headline without its kicker
_SHORTEST_SPELT = 4  # characters
_ARTICLES = frozenset(
    "the a an our my best top how why what der die das ein eine le la les un une el los las il lo".split()
)
_TRAIL = re.compile(
    r"^(?:home|start|startseite|homepage|inicio|accueil|you are here)\s?[>›»/]\s?.*[>›»/]\s?", re.IGNORECASE
)
_FRONT = re.compile(
    r"(?:home|start|startseite|homepage|inicio|accueil|blog|news|index|untitled|article|artikel)", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:headline|title|titel|blog archiv|blog archive)\s?[:»]\s?", re.IGNORECASE)
_SIGNED = re.compile(
    r"\s(?:posted|published|written|veröffentlicht|geschrieben|erstellt|publié|publicado|pubblicato)"
    r" (?:on|by|in|am|von|vom|le|par|el|por|il|da)\s.*$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*(?:[-–—:|]\s*)?(?=\S)")
_CUT_SHORT = ("…", "...")


def choose(declared: Sequence[str], shown: Sequence[str], headings: Sequence[str], outlet: str | None) -> str | None:
    """Choose the heading on the page that a declared title holds, else the declared title made bare."""
    candidates = [bare for words in (*shown, *headings) if (bare := _tidy(words)) and not _is_no_title(bare, outlet)]
    for words in declared:
        agreeing = [heading for heading in candidates if _says_the_same(fold_name(heading), fold_name(words))]
        if agreeing and not _is_no_title(words, outlet):
            return _without_kicker(agreeing[0], [without_site(other, outlet) for other in declared])
    for words in declared:
        bare = _tidy(without_site(words, outlet))
        if bare and not _is_no_title(bare, outlet):
            return bare
    return next(iter(candidates), None)


def _without_kicker(heading: str, declared: Iterable[str]) -> str:
    """Take off the words before a headline where the markup declares the headline without them."""
    for words in declared:
        is_end = heading != words and heading.endswith(words) and not words[0].islower()
        if is_end and len(words.split()) >= _FEWEST_WORDS and _can_be_kicker(heading[: -len(words)]):
            return words
    return heading


def _can_be_kicker(words: str) -> bool:
    """Tell a kicker ("Harbour strike:") from the beginning of a longer headline ("The", "15")."""
    return any(word.isalpha() and word.lower() not in _ARTICLES for word in re.findall(r"\w+", words))


def _tidy(words: str) -> str:
    """Take a trail of sections, a label or a day off a title's front, and who posted it off its end."""
    for pattern in (_TRAIL, _LABEL, _SIGNED):
        words = pattern.sub("", words, count=1)
    day = _DAY_FIRST.match(words)
    if day and read_day(day.group().strip(" -–—:|")):
        words = words[day.end() :]
    return words.strip()


def _is_no_title(words: str, outlet: str | None) -> bool:
    """Tell the site's name and what front pages are called."""
    return _FRONT.fullmatch(words) is not None or (outlet is not None and fold_name(words) == fold_name(outlet))


def _says_the_same(heading: str, declared: str) -> bool:
    if not heading or len(heading) < _SHORTEST_SHARE * len(declared):
        return False
    ours, theirs = set(heading.split()), set(declared.split())
    return heading in declared or len(ours & theirs) >= max(2, _SHARED * min(len(ours), len(theirs)))


def without_site(words: str, outlet: str | None) -> str:
    """Take the site's name off a title: "Talks resume | The Harbour Post" is "Talks resume"."""
    pieces = parts(words)
    if len(pieces) < 2:
        return words.strip()
    name = run_together(outlet or "")
    for drop in (-1, 0):
        part = run_together(pieces[drop])
        if name and (part in name or name in part):
            cut = words.rfind(pieces[-1]) if drop else words.find(pieces[1])
            kept = words[:cut] if drop else words[cut:]
            return kept.strip(" |–—»·•:-/")
    last = words.rfind(pieces[-1])
    if any(mark in words[max(0, last - 4) : last] for mark in "|»") and len(pieces[-1].split()) <= _MOST_SITE_WORDS:
        return words[:last].strip(" |–—»·•:-/")
    return words.strip()


def parts(words: str) -> list[str]:
    """Cut a title where marks part the headline, a section and the site's name."""
    return [part for part in _PARTS.split(words) if part]


def outlet_within(titles: Iterable[str], address: str | None) -> str | None:
    """Find the part of a title that the address spells: "Talks resume :: Harbour Post" at harbourpost.example."""
    host = run_together((address or "").rpartition(".")[0])
    for title in titles:
        for part in _PARTS.split(title)[1:]:
            if part and len(run_together(part)) >= _SHORTEST_SPELT and run_together(part) in host:
                return part.strip()
    return None


def run_together(name: str) -> str:
    """Fold a name as addresses write it: "Harbour Post" is the "harbourpost" of harbourpost.example."""
    return fold_name(name).replace(" ", "")
