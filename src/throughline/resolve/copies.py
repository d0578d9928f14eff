"""Copies, near-copies and versions of an article, judged pair by pair.

In: articles, one `Sketch` each. Out: for a pair, a `Link` or none. Nothing but the two sketches decides, so the links
of a pile are a function of its pages alone: neither the order in which pages come nor what else the pile holds, then
or later, changes one (laws 2 and 3).

Method: shingles, their resemblance and containment, and a sample of them by modulus to find the pairs by (Broder, "On
the resemblance and containment of documents", 1997).
"""

import re
import zlib
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from throughline.model import Article, Link, Page, Parse, Relation, Sketch, content_id
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name, squeeze

SHINGLE: Final = 5  # words in a row: long enough that two reports of one event share few by chance
# Of 166,550 pairs in 2,939 news articles that share anything, 99.8 % share less than 0.45 of the shorter one, 241 share
# more than 0.6; read by a person, those below share quotes and background, those above are the same report.
CONTAINED: Final = 0.6
# Between two outlets neither furniture nor background is common: in the benchmark's invented pairs the most that two
# reports of one press conference share is 0.29, the least that a copy shares, however it was rewritten, 0.49.
CONTAINED_ABROAD: Final = 0.4
APART: Final = 30  # days: a report is printed within days of its first; pages that share text after months share ...
AT_HOME: Final = 1  # ... the furniture of their site, and pages of one outlet its series and its background, ...
CONTAINED_APART: Final = 0.85  # ... unless they are nearly the same
EXPANDED: Final = 0.3  # of the later one, when it holds the earlier: a digest that takes up a report is no copy of it
LEAST: Final = 20  # shingles in common, where the texts differ: shorter runs are stock phrases, not reports
SAMPLE: Final = 6  # every sixth shingle is a print: 20 shared shingles leave none in common in 3 cases of 100
SHARED: Final = 0.1  # of each one's prints: half of what the rules above make one expect, and less for a brief
SAME_PLACE: Final = 0.1  # of the shorter one's shingles, for two captures of one address to be versions of one article
UNCHANGED: Final = 0.98  # resemblance from which two texts are the same, but for a date line

_WORD: Final = re.compile(r"\w")
_TRACKING: Final = re.compile(r"^(?:utm_\w+|fbclid|gclid|ocid|cmp|cmpid|src|ref|smid|partner)$")
_OPENS: Final = "“"  # a name that is a title, not an outlet
_SHOWN: Final = 60  # characters of an article that has no name
_LAST_DAY: Final = "9999-12-31"


def sketch(page: Page, article: Article, parse: Parse) -> Sketch:
    """Sketch the readable text of an article."""
    words = [token.norm for token in parse.tokens if _WORD.search(token.norm)]
    shingles = _shingles(words)
    return Sketch(
        article.id,
        _name(article),
        fold_address(article.url),
        article.published.when.last,
        page.captured,
        frozenset(shingles),
        prints(shingles),
        _is_borrowed(article),
        own_day(article, page.captured),
    )


def own_day(article: Article, captured: date | None) -> date | None:
    """Say since when a page's text was certainly known, if it is a later version of an article.

    That is the day of a note of its newsroom ("Updated on 5 May"), which lies after publication and not after the
    capture; else the day of capture; else, where nothing better is known, that of publication. Never before that.
    """
    last = article.published.when.last
    noted = [note.when.last for note in article.notes if note.when and note.when.last]
    fitting = [day for day in noted if last is not None and last < day <= (captured or date.max)]
    own = max(fitting, default=captured)
    return max((day for day in (last, own) if day), default=None)


def prints(shingles: Collection[int]) -> frozenset[int]:
    """Pick the sample by which articles look each other up; the smallest too, so that no text is without."""
    return frozenset(shingle for shingle in shingles if shingle % SAMPLE == 0) | frozenset(
        [min(shingles)] if shingles else []
    )


def shared_prints(count: int) -> int:
    """Return how many prints another must share with one that has so many to be judged; both must agree."""
    return max(1, int(SHARED * count))


def judge(one: Sketch, other: Sketch) -> Link | None:
    """Say whether the later of the two is a copy of the earlier, or a version of it at the same address."""
    if one.article == other.article:
        return None
    common = len(one.shingles & other.shingles)
    if not common:
        return None
    resemblance = common / len(one.shingles | other.shingles)
    contained = common / min(len(one.shingles), len(other.shingles))
    if one.address is not None and one.address == other.address and contained >= SAME_PLACE:
        earlier, later = sorted((one, other), key=_turn)
        return _at_one_address(later, earlier, resemblance)
    earlier, later = sorted((one, other), key=_age)
    if resemblance < UNCHANGED and (common < LEAST or common < EXPANDED * len(later.shingles)):
        return None
    if contained < _bar(later, earlier) or not _meet(one, other):
        return None
    return _link(later, earlier, Relation.COPY_OF, contained, _stands_in(later, earlier, common))


def _bar(later: Sketch, earlier: Sketch) -> float:
    at_home = _is_one_house(later, earlier)
    days = (later.last - earlier.last).days if later.last and earlier.last else 0
    if days > (AT_HOME if at_home else APART):
        return CONTAINED_APART
    return CONTAINED_ABROAD if at_home is False else CONTAINED


def _is_one_house(one: Sketch, other: Sketch) -> bool | None:
    """Tell whether the two are of one outlet; None where one is called by its title, as its outlet is unknown."""
    if _OPENS in one.name + other.name:
        return None
    own, others = fold_name(one.name), fold_name(other.name)
    return own in others or others in own or identity(own) == identity(others)


def _at_one_address(later: Sketch, earlier: Sketch, resemblance: float) -> Link:
    if later.shingles != earlier.shingles:  # a number that changes breaks five shingles of a thousand
        reason = f"the same address, {later.address}, captured again with other text"
        return _link(later, earlier, Relation.UPDATES, resemblance, reason)
    return _link(later, earlier, Relation.COPY_OF, resemblance, f"the same text at the same address, {later.address}")


@lru_cache(maxsize=50_000)
def fold_address(url: str | None) -> str | None:
    """Fold an address so that two captures of one page compare equal; None for a site's front page.

    >>> fold_address("https://www.Example.org/a/?utm_source=x#top")
    'example.org/a'
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return None
    kept = "&".join(sorted(p for p in parts.query.split("&") if p and not _TRACKING.match(p.split("=")[0].lower())))
    path = parts.path.rstrip("/")
    if not host or not (path or kept):
        return None
    return f"{host}{path}?{kept}" if kept else f"{host}{path}"


def _shingles(words: Sequence[str]) -> list[int]:
    """Hash every SHINGLE words in a row; a text shorter than that is one shingle."""
    if len(words) <= SHINGLE:
        return [zlib.crc32(" ".join(words).encode("utf-8", "replace"))] if words else []
    return [
        zlib.crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "replace")) for i in range(len(words) - SHINGLE + 1)
    ]


def _meet(one: Sketch, other: Sketch) -> bool:
    """Tell whether the two find each other by their prints, whichever comes first."""
    own, others = prints(one.shingles), prints(other.shingles)
    return len(own & others) >= shared_prints(max(len(own), len(others)))


def _name(article: Article) -> str:
    """Say which article is meant: its outlet, else its title, else how it begins."""
    if article.outlet:
        return article.outlet
    begin = next((article.text[span.start : span.start + _SHOWN] for span in article.readable()), article.id)
    return f"{_OPENS}{squeeze(article.title or begin)}”"


def _is_borrowed(article: Article) -> bool:
    """Tell whether the page credits somebody else: "Source: North Wire", and the outlet is not North Wire itself."""
    credit = fold_name(article.origin.name) if article.origin else ""
    own = fold_name(article.outlet or "")
    return bool(credit) and credit not in own and identity(credit) != identity(own)


def _age(one: Sketch) -> tuple[str, bool, str, int, str]:
    """Sort key: the earlier first; of one day, who credits nobody, else the longer: desks cut more than they add."""
    last = one.last.isoformat() if one.last else _LAST_DAY
    captured = one.captured.isoformat() if one.captured else _LAST_DAY
    return last, one.borrowed, captured, -len(one.shingles), one.article


def _turn(one: Sketch) -> tuple[date, date, str]:
    """Sort key among captures of one address: by the day on which each was there, as well as that is known."""
    own = one.own or date.max
    return one.captured or own, own, one.article


def _stands_in(later: Sketch, earlier: Sketch, common: int) -> str:
    share = common / len(later.shingles)
    day = f", {earlier.last}" if earlier.last else ""
    words = f"{share:.0%} of its text stands in {earlier.name}{day}"
    back = common / len(earlier.shingles)
    return words if share >= CONTAINED else f"{words}; it holds {back:.0%} of that text"


def _link(later: Sketch, earlier: Sketch, relation: Relation, weight: float, reason: str) -> Link:
    known = None if later.last is None or earlier.last is None else max(later.last, earlier.last)
    name = content_id("link", relation, later.article, earlier.article)
    return Link(name, later.article, earlier.article, relation, round(weight, 3), (reason,), known)
