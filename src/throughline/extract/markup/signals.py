"""What an element's tag and attributes say about the text inside it, as flags that its descendants inherit.

In: tag and attributes. Out: the sum of its `Signal`s. The words are those that authors of page templates use
(English and the larger European languages), and the landmarks of HTML, WAI-ARIA and schema.org.
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache


class Signal(IntEnum):
    """A hint about a block, a bit each: several may hold at once, and their sum is a plain number (it is fast)."""

    NONE = 0
    COMMENT = 1
    FORM = 2
    FRAME = 4  # navigation, footer, share bar, advertisement ...
    RELATED = 8
    CAPTION = 16
    BYLINE = 32
    DAY = 64
    TITLE = 128
    QUOTE = 256
    LIST = 512
    ARTICLE = 1024
    HEADING = 2048
    TABLE = 4096
    PARAGRAPH = 8192
    HIDDEN = 16384  # not shown at first; some pages keep the article in such an element until a script moves it


_TAGS: dict[str, int] = {
    "nav": Signal.FRAME,
    "footer": Signal.FRAME,
    "aside": Signal.FRAME,
    "menu": Signal.FRAME,
    "dialog": Signal.FRAME,
    "form": Signal.FORM,
    "fieldset": Signal.FORM,
    "button": Signal.FORM,
    "label": Signal.FORM,
    "figcaption": Signal.CAPTION,
    "caption": Signal.CAPTION,
    "blockquote": Signal.QUOTE,
    "li": Signal.LIST,
    "dt": Signal.LIST,
    "dd": Signal.LIST,
    "time": Signal.DAY,
    "h1": Signal.HEADING | Signal.TITLE,
    "h2": Signal.HEADING,
    "h3": Signal.HEADING,
    "h4": Signal.HEADING,
    "h5": Signal.HEADING,
    "h6": Signal.HEADING,
    "article": Signal.ARTICLE,
    "main": Signal.ARTICLE,
    "td": Signal.TABLE,
    "th": Signal.TABLE,
    "p": Signal.PARAGRAPH,
    "noscript": Signal.HIDDEN,
}
_LANDMARKS: dict[str, int] = {
    "navigation": Signal.FRAME,
    "banner": Signal.FRAME,
    "contentinfo": Signal.FRAME,
    "complementary": Signal.FRAME,
    "search": Signal.FORM,
    "form": Signal.FORM,
    "dialog": Signal.FRAME,
    "alertdialog": Signal.FRAME,
    "menu": Signal.FRAME,
    "menubar": Signal.FRAME,
    "toolbar": Signal.FRAME,
    "article": Signal.ARTICLE,
    "main": Signal.ARTICLE,
}
# Tags that wrap the page or the article: their class lists name site features ("has-sidebar comments-open").
_WRAPPERS = frozenset({"html", "body", "main", "article"})
_END = r"(?:$|[\s_-])"
# Words that tell where they are a whole part of a name ("post-footer"); in other words their letters say nothing.
_WORDS: dict[str, int] = {
    word: signal
    for signal, words in (
        (Signal.COMMENT, "reply replies respond discussion discussions forum leserbriefe"),
        (Signal.RELATED, "latest headlines carousel"),
        (
            Signal.FRAME,
            """nav navi menu foot footer head topbar sidebar side share sharing social ad ads advert sponsor promo
            banner tag tags taglist topic topics meta tool tools toolbar widget modal overlay popup legal rail copyright
            pager login gallery breadcrumb breadcrumbs cookie cookies hidden skip print badge logo""",
        ),
        (Signal.CAPTION, "credit credits legend legende bu"),
        (Signal.BYLINE, "author authors writer contributor autor autoren vcard reporter"),
        (Signal.DAY, "date datum time updated"),
    )
    for word in words.split()
}
_PART = re.compile(r"[^\s_-]+")
# Stems that tell wherever they stand. Each form opens with letters: so a place where none begins is passed at once.
_NAMES: tuple[tuple[Signal, re.Pattern[str]], ...] = (
    (
        Signal.COMMENT,
        re.compile(
            r"comment(?!ar(?:y|ies)|ator)|komment(?!ator)|komentar(?!or)|comentario|reactie|yorumlar|disqus|livefyre|spot-?im"
            r"|openweb|hyvor|coral-(?:talk|stream|thread)|talk-stream|viafoura|vuukle|intensedebate|remark42|isso-thread"
            r"|cusdis|giscus|utterances|jdgm-rev|yotpo|bv-rnr|stamped-reviews?|customer-?reviews?|user-?reviews?"
            r"|kunden-?(?:bewertung|rezension|meinung)"
        ),
    ),
    (
        Signal.RELATED,
        re.compile(
            r"related|recommend|teaser|outbrain|taboola|readmore|alsoread|see-?also|similar|popular|trending"
            r"|most[-_]?(?:read|viewed|shared|commented)|more[-_]?(?:news|stories|articles|from|on|in|posts|about)"
            r"|read[-_](?:more|next|also)|up-?next|next-?(?:article|story|post)|prev(?:ious)?-?(?:article|story|post)"
            r"|post-?nav|meistgelesen|mehr-?(?:zum|von|aus)|weiterlesen"
        ),
    ),
    (
        Signal.FRAME,
        re.compile(
            r"navbar|navigation|breadcrumb|sidebar|footer|sharedaddy|addthis|sociable|share-?(?:bar|button|links|icons)"
            r"|social-?(?:media|links|icons|share)|newsletter|subscri|sign-?up|cookie|consent|gdpr|paywall|regwall"
            r"|advertis|sponsored|promot|werbung|anzeige|pagination|author-?(?:bio|box|info|desc|about)|about-?author"
            r"|donat|disclaimer|toc|table-of-contents|visually-?hidden|sr-only|screen-reader"
        ),
    ),
    (
        Signal.CAPTION,
        re.compile(
            r"caption|(?:photo|image|img|picture|media|foto|bild)[-_]?(?:credit|source|copyright|author|desc|text|info"
            r"|nachweis|unterschrift)"
        ),
    ),
    (Signal.BYLINE, re.compile(r"by-?line")),
    (
        Signal.DAY,
        re.compile(rf"date-?line|time-?stamp|pub-?date|datetime|published-?(?:on|at|date)?{_END}|posted-?on"),
    ),
    (Signal.TITLE, re.compile(r"(?:entry|post|article|story|page|content)-?(?:title|headline|heading)")),
)
_ITEM_PROPERTIES = {
    "headline": Signal.TITLE,
    "author": Signal.BYLINE,
    "datepublished": Signal.DAY,
    "datemodified": Signal.DAY,
    "caption": Signal.CAPTION,
    "articlebody": Signal.ARTICLE,
    "comment": Signal.COMMENT,
}
# Classes that say of a post who wrote it or how deep it stands, not what its lines are; and links to the comments of
# this article or of others, which hold none.
_NO_NAMES = re.compile(
    r"comment-author-\S+|bypostauthor|byuser"
    r"|comments?[-_]?(?:count|counter|link|number|num|icon|button|btn|bubble|total)(?![a-z])"
)
_ELSEWHERE = re.compile(
    r"(?:recent|latest|last|newest|neueste|letzte|derniers|ultimos)[-_]?(?:comments?|kommentare|commentaires|comentarios)"
)
_BIOS = ("bio", "biography", "biobox")
_TELLING = frozenset(("role", "itemprop", "hidden", "style", "itemtype", "rel"))  # what `of_attributes` reads
_LONGEST_NAME = 400  # characters of class and id that are looked at; real ones stay below 200


def of_tag(tag: str) -> int:
    """What the tag alone says."""
    return _TAGS.get(tag, 0)


def of_attributes(attributes: Mapping[str, str]) -> int:
    """What role, itemprop, itemtype, rel, hidden and style say."""
    if _TELLING.isdisjoint(attributes):
        return 0
    found = _LANDMARKS.get(attributes.get("role", ""), 0)
    if "itemprop" in attributes:
        found |= _ITEM_PROPERTIES.get(attributes["itemprop"].lower(), 0)
    if "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", "").lower():
        found |= Signal.HIDDEN
    if "Comment" in attributes.get("itemtype", ""):
        found |= Signal.COMMENT
    if "author" in attributes.get("rel", ""):
        found |= Signal.BYLINE
    return found


@lru_cache(maxsize=20_000)  # pure functions of few strings: lists of names come again on a page, ...
def of_names(names: str) -> int:
    """What class and id say, given as one string."""
    each = names[:_LONGEST_NAME].split()
    found = _of_last(each[-1]) if each else 0
    for name in each:
        found |= _of_name(name)
    return found


@lru_cache(maxsize=50_000)  # ... and names on every page of an outlet, and beyond
def _of_name(name: str) -> int:
    """What one name says; asked name by name, as lists of them have twice as many characters in all."""
    name = name.lower()
    found = Signal.FRAME | Signal.RELATED if _ELSEWHERE.search(name) else 0
    name = _NO_NAMES.sub(" ", name)
    if found:
        name = _ELSEWHERE.sub(" ", name)
    for part in _PART.findall(name):
        found |= _WORDS.get(part, 0)
    for signal, pattern in _NAMES:
        if pattern.search(name):
            found |= signal
    return found


@lru_cache(maxsize=50_000)
def _of_last(name: str) -> int:
    """What the last name says: an id, or the class that a template adds to the general ones before it."""
    name = _NO_NAMES.sub(" ", name.lower())
    found = Signal.TITLE if name.endswith("headline") else 0
    return found | Signal.FRAME if name.endswith(_BIOS) else found


def is_wrapper(tag: str) -> bool:
    """Whether the element wraps the page or the article, so that its class names say nothing about the text."""
    return tag in _WRAPPERS
