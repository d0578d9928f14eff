"""What a page's elements mark as its headline, its authors, its standfirst and the trail of sections it stands in.

In: a parsed page, before trafilatura spends it. Out: `Shown`: strings, the likeliest first, unread. The names of
classes, links and properties are those of page templates in English and the larger European languages, as in
`signals`. One pass over the elements; what belongs to readers' comments or to other stories is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import html

from throughline.extract.markup import signals
from throughline.extract.markup.signals import Signal
from throughline.extract.masthead.people import is_full_name
from throughline.text.stems import holds

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_EDGE, _END = r"(?:^|[\s_-])", r"(?=$|[\s_-])"
_AUTHOR_CLASS = re.compile(
    rf"by-?line|{_EDGE}(?:(?:(?:post|article|entry|blog|story|meta|news)-?)?(?:authors?|autor(?:en|in|es)?|auteurs?|autore)"
    rf"|writers?|contributors?|verfasser|reporters?|redakteur(?:in)?|skribent|vcard)(?:{_END}|-?(?:names?|link|fn){_END})"
    rf"|author-?names?{_END}"
)
_NOT_NAME = re.compile(
    r"avatar|image|img|photo|pic|thumb|bio|desc|social|roles?\b|job|date|time|position|follow|count|icon|prefix"
    r"|e-?mail|twitter|comment|teaser|related|sidebar|widget|carousel|recommend|posts|grid|slider|pagination|credit"
    r"|byline-?(?:label|title|role)|reviewer|reviewed"
)
_KICKER_CLASS = re.compile(
    r"kicker|over-?line|top-?line|dach-?zeile|roof-?line|eyebrow|pre-?title|pre-?headline|super-?title|spitzmarke|antetitulo"
    r"|cintillo|occhiello|sur-?titre|over-?title|ober-?zeile|head-?prefix|category|(?:^|[\s_-])(?:label|section|date)(?:$|[\s_-])"
)
_SUBTITLE_CLASS = re.compile(
    rf"{_EDGE}(?:sub-?(?:title|head(?:line|ing)?|hed)|stand-?first|deks?|deck|chapo|chapeau|vorspann|untertitel|unterzeile"
    rf"|entradilla|bajada|sottotitolo|sumario|sub-?titulo|sous-?titre|ingress|strapline|(?:article|post|story|entry|page)-?"
    rf"(?:intro|lead|lede|summary|description|teaser|excerpt|sub-?title|dek|standfirst))(?:{_END}|__|-?text{_END})"
)
_TRAIL_CLASS = re.compile(r"bread-?crumb|brotkrumen|rootline|fil-?ariane|migas")
_HINT = re.compile(  # one of these is in every class name that is known above; small letters, asked first, for speed
    r"aut|y-?line|writer|contribut|verfasser|report|redakteur|skribent|vcard|sub|stand|dek|deck|chap|vorspann|unter"
    r"|entradilla|bajada|sotto|sumario|sous|ingress|strap|intro|lead|lede|summary|descri|teaser|excerpt|crumb|brotkrumen"
    r"|rootline|ariane|migas"
)
_LONGEST_CLASS = 400  # characters of a class list
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:en|in|es|i)?|auteurs?|redakteure?|verfasser|contributors?|writers?|reporters?|columnists?"
    r"|journalists?)/[^/?#]{2,}|[?&]author(?:=|_name=)",
    re.IGNORECASE,
)
_PERSON_LINK = re.compile(  # of anybody: these count where the words are a person's full name
    r"/(?:profiles?|profil|people|person(?:en)?|team|newsteam|staff|by|users?|u|members?|editors?|experts?)/[^/?#]{2,}|/@[\w.]+/?$",
    re.IGNORECASE,
)
_PERSON_STEMS = (  # one of these stands in every such link; looked for first, for speed
    "aut", "redakt", "verfass", "/contrib", "/writer", "/report", "/column", "/journal", "/prof", "/people", "/person",
    "team/", "/staff", "/by/", "/user", "/u/", "/member", "/editor", "/expert", "/@",
)  # fmt: skip
_NETWORK = re.compile(  # where outlets keep accounts of their own
    r"//(?:[\w-]+\.)*(?:youtube|facebook|twitter|x|instagram|linkedin|tiktok|pinterest|threads|reddit|flickr|vimeo|xing"
    r"|telegram|t|whatsapp|snapchat|tumblr|github|medium|bsky|patreon)\.\w+/",
    re.IGNORECASE,
)
_LONGEST_NAME = 160  # characters of text of an element that names authors
_LONGEST_STANDFIRST = 600
_SHORTEST_STANDFIRST = 20
_UP = 10  # ancestors that are asked whether they are comments or other stories
_MOST = 12
_MOST_PARTS = 40


class Kind(NamedTuple):
    """What a class list says."""

    author: bool
    subtitle: bool
    trail: bool


_NO_KIND = Kind(author=False, subtitle=False, trail=False)


class _Found(NamedTuple):
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Headlines (less kickers), lines that name authors, possible standfirsts, and names along the trail."""

    headings: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    standfirsts: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()


def read(root: html.HtmlElement) -> Shown:
    """Read what the elements mark."""
    headings: list[_Found] = []
    names: list[_Found] = []
    standfirsts: list[_Found] = []
    trail: list[str] = []
    for at, element in enumerate(root.iter(_Element)):
        tag, names_given = element.tag, element.get("class")
        kind = _kind(names_given) if names_given else _NO_KIND
        item = element.get("itemprop")
        if kind is _NO_KIND and not item and tag not in {"a", "h1"}:
            continue
        if (tag == "h1" or item == "headline") and tag != "meta":
            headings.extend(_Found(at, words) for words in _headline(element))
        if kind.trail and not trail:
            trail = _pieces(element)
        elif (kind.subtitle or item == "alternativeHeadline") and not _is_elsewhere(element):
            words = " ".join(_pieces(element))
            if _SHORTEST_STANDFIRST <= len(words) <= _LONGEST_STANDFIRST:
                standfirsts.append(_Found(at, words))
        if len(names) < _MOST_PARTS and _names_authors(element, kind, item) and not _is_elsewhere(element):
            words = "\n".join(_pieces(element))
            if 0 < len(words) <= _LONGEST_NAME:
                names.append(_Found(at, words))
    top = headings[0].at if headings else 0
    return Shown(
        tuple(dict.fromkeys(found.words for found in headings))[:_MOST],
        _in_order(names, top),
        _in_order(standfirsts, top)[:_MOST],
        tuple(trail),
    )


def _names_authors(element: html.HtmlElement, kind: Kind, item: str | None) -> bool:
    if kind.author or item in {"author", "creator"}:
        return True
    if element.tag == "a":
        kind_of_link = _link(element.get("href", ""))
        return (
            kind_of_link is _AUTHOR_LINK
            or "author" in element.get("rel", "")
            or (kind_of_link is _PERSON_LINK and is_full_name(" ".join(_pieces(element))))
        )
    return False


@lru_cache(maxsize=20_000)  # as for `_kind`
def _link(address: str) -> re.Pattern[str] | None:
    """Tell which of the two kinds of links to people an address is, if any."""
    address = address[-_LONGEST_CLASS:]
    low = address.lower()
    if not holds(low, _PERSON_STEMS):
        return None
    found = next((kind for kind in (_AUTHOR_LINK, _PERSON_LINK) if kind.search(address)), None)
    return None if found is None or _NETWORK.search(address) else found


def _in_order(found: Sequence[_Found], top: int) -> tuple[str, ...]:
    """Put what stands after the headline first, then what stands before it, nearest first."""
    after = [one.words for one in found if one.at > top]
    before = [one.words for one in reversed(found) if one.at <= top]
    return tuple(dict.fromkeys([*after, *before]))[:_MOST]


def _headline(element: html.HtmlElement) -> Iterator[str]:
    """Yield a headline without its kicker, where an element of its own holds one, then whole."""
    whole = " ".join("".join(str(text) for text in element.itertext()).split())
    parts = [child for child in element.iter(_Element) if child is not element]
    for part in parts[:_MOST_PARTS]:
        if _KICKER_CLASS.search(_CAMEL.sub("-", part.get("class", "")).lower()):
            words = " ".join("".join(str(text) for text in part.itertext()).split())
            rest = whole.removeprefix(words).strip(" :|–—-") if words else ""
            if rest and rest != whole:
                yield rest
    if whole:
        yield whole


def _pieces(element: html.HtmlElement) -> list[str]:
    """Cut an element's text at its elements."""
    texts: list[str] = []
    for text in element.itertext():
        words = " ".join(str(text).split())
        if words:
            texts.append(words)
        if len(texts) > _MOST_PARTS:
            break
    return texts


def _is_elsewhere(element: html.HtmlElement) -> bool:
    """Tell what belongs to comments or to other stories."""
    for _, above in zip(range(_UP), element.iterancestors(), strict=False):
        names = f"{above.get('class', '')} {above.get('id', '')}".strip()
        if names and not signals.is_wrapper(above.tag) and signals.of_names(names) & _ELSEWHERE:
            return True
    return False


_ELSEWHERE = Signal.COMMENT | Signal.RELATED
_Element: Final = "*"


@lru_cache(maxsize=20_000)  # as for `signals.of_names`
def _kind(names: str) -> Kind:
    found = _NO_KIND
    for name in names[:_LONGEST_CLASS].split():
        kind = _kind_of_one(name)
        if kind is not _NO_KIND:
            found = Kind(*(one or other for one, other in zip(found, kind, strict=True)))
    return found


@lru_cache(maxsize=50_000)
def _kind_of_one(name: str) -> Kind:
    if _HINT.search(name.lower()) is None:
        return _NO_KIND
    name = _CAMEL.sub("-", name).lower()
    is_author = _AUTHOR_CLASS.search(name) is not None and _NOT_NAME.search(name) is None
    is_subtitle = _SUBTITLE_CLASS.search(name) is not None
    is_trail = _TRAIL_CLASS.search(name) is not None
    return Kind(is_author, is_subtitle, is_trail) if is_author or is_subtitle or is_trail else _NO_KIND
