"""Which pages argue, chat, ask or list rather than report: columns, transcripts, questions and answers, chronologies.

In: a view, and an article. Out: yes or no, by what the page says of itself (its section, its title) and by its words.
A report's author stays out of it: outside quotations it holds hardly an "I", "we" or "you". A columnist speaks for
himself, a host to his guests, an explainer to its readers. What such a page says may be true, and is nobody's news. No
site and no author is known by name.
"""

import re
from collections import Counter

from throughline.ledger.view import View
from throughline.model import Article, Role

_SECTION = re.compile(
    r"\b(?:opinions?|op-?eds?|comment|commentary|editorials?|letters|columns?|columnists?)\b", re.IGNORECASE
)
_AUTHOR = re.compile(  # who writes, as columns tell after their words
    r"\b(?:is|was) (?:an? |the |\w+ 's ){1,2}(?:[\w-]+ ){0,4}"
    r"(?:author of|professor|columnist|fellow|contributor|commentator|analyst)\b"
    r"|\b(?:opinions?|views) expressed\b",
    re.IGNORECASE,
)
_EDGE = 600  # letters at the end of an article, where a column tells who its author is
_TITLED = re.compile(r"(?:opinion|op-?ed|comment|commentary|editorial|letters?|analysis)\s*[:|–—]", re.IGNORECASE)
_QUOTED = re.compile(r"``.{0,2000}?''|[\"“].{0,2000}?[\"”]", re.DOTALL)
_SELVES = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our|[Ll]et's)\b")
_TALK = 0.007  # of a page's words: of 60 reports that were looked at, all had less
_ASKED = 0.008  # questions by words: an explainer's
_SHORT = 120  # words: of fewer, shares tell nothing
_LABELLED = re.compile(r"\b[A-Z][A-Z.' -]{4,40}(?:, [A-Z][A-Z .,]+)? ?:\s|\(voice-over\)|BEGIN VIDEO")
_ENTRY = re.compile(r"(?:^|[.!?\"”'] )\s*([A-Z][A-Za-z ]{2,30}?) ?:(?= [^\s\"“`'])", re.MULTILINE)
_ENTRIES = 4  # times that one label opens a line, from which a page is a list of entries
_SPEAKERS = 5  # names in capitals before a colon, from which a page is a transcript


def is_talk(text: str) -> bool:
    """Whether the words of a page argue or chat.

    >>> is_talk("I think we all know what you want. " * 20)
    True
    >>> is_talk('The minister said: "I think we all know what you want." ' * 20)
    False
    """
    words = len(text.split())
    if words < _SHORT:
        return False
    plain = _QUOTED.sub(" ", text)
    if sum(1 for _ in _SELVES.finditer(plain)) >= _TALK * words or plain.count("?") >= _ASKED * words:
        return True
    labels = Counter(_ENTRY.findall(text))
    if max(labels.values(), default=0) >= _ENTRIES:
        return True  # a list of entries, whose "Saturday" is of their own days
    return sum(1 for _ in _LABELLED.finditer(text)) >= _SPEAKERS


def is_essay(article: Article) -> bool:
    """Whether an article says that it argues or asks, or its body does so."""
    title = article.title or ""
    if title.rstrip("\"'”’ ").endswith("?") or _TITLED.match(title) or _SECTION.search(article.section or ""):
        return True
    body = "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role is Role.BODY)
    return _AUTHOR.search(f"{title}\n{body[-_EDGE:]}") is not None or is_talk(body)


class Essays:
    """The pages of a view that argue or chat; each is read when first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, bool] = {}

    def hold(self, article: str) -> bool:
        """Whether an article is one."""
        if article not in self._known:
            self._known[article] = is_essay(self._view.article(article))
        return self._known[article]
