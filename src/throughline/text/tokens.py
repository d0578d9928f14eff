"""Text to tokens: words, numbers and marks, each with its place.

In: a text and a range of it. Out: tokens whose `text` is exactly `text[start:end]`, in order, never
overlapping, with nothing but white space between them. Penn Treebank text is read as it stands: "``" is one
token, "-LRB-" is one token, and "do n't" is the two tokens that it is written as; running text is cut the same
way ("don't" to "do" + "n't", "Iraq's" to "Iraq" + "'s").
"""

import re
from collections.abc import Iterator

from throughline.model import Token

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "--"}
)
_TREEBANK = {
    "``": '"', "''": '"', "-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}",
    "`": "'",
}  # fmt: skip

# Every alternative consumes at least one character and none nests a repeat in a repeat: time is linear.
_TOKEN = re.compile(
    r"""
      [^\W\d_]++(?=[\s,])                                      # most words: what follows could only end them
    | -[LRlr][RrSsCc][Bb]-                                    # -LRB- and kin
    | ``|''
    | (?:https?://|www\.)[^\s<>"”]+                           # addresses
    | [\w.+-]++@[\w-]+\.[\w.-]*\w                              # mail
    | [$€£¥]
    | \d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|kg|ft|am|pm)?\b   # 5,000  05-03-2018  10:30  2.5m  1990s  4th
    | (?:[A-Za-z]\.){2,}                                      # U.S.
    | [^\W\d_]++(?:\.[^\W\d_]++)+                             # a.m  news.com
    | n['’]t\b                                                # n't of PTB text
    | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL)\b                     # clitics
    | [^\W_]+(?:[-/&.'’_][^\W_]+)*\.?                         # words, with hyphens and inner marks
    | \.{2,}|…|--+|[—–]
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)

# Words whose full stop belongs to them. Closed classes: titles, months, corporate and military forms.
ABBREVIATIONS = frozenset(
    """mr. mrs. ms. dr. prof. sen. rep. gov. pres. gen. lt. col. maj. capt. cmdr. adm. sgt. cpl. pvt. brig. rev.
    hon. fr. st. ste. mt. ft. jr. sr. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue.
    tues. wed. thu. thur. thurs. fri. sat. sun. inc. corp. co. ltd. llc. plc. bros. no. nos. vs. v. etc. approx.
    dept. univ. assn. ave. blvd. rd. a.m. p.m. e.g. i.e. u.s. u.k. u.n. e.u. d.c. ph.d. messrs. amb. min. sec.
    gens. cent. vol. fig. ed. calif. ala. ariz. ark. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass.
    mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex.
    vt. va. wash. w.va. wis. wyo.""".split()
)
_INITIAL = re.compile(r"^[A-Z]\.$")


def normal(word: str) -> str:
    """Fold a token: lower case, typographic and Treebank marks made plain."""
    folded = word.lower() if word.isascii() else word.translate(_PLAIN).lower()
    return _TREEBANK.get(folded, folded)


def tokenise(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]`, with places in `text`."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if word.isalnum():  # most words
            yield Token(at, at + len(word), word, word.lower() if word.isascii() else normal(word))
        else:
            yield from _split(word, at)


def _split(word: str, at: int) -> Iterator[Token]:
    if word.endswith(".") and len(word) > 1 and not word.startswith("."):
        folded = normal(word)
        if folded in ABBREVIATIONS or _INITIAL.match(word) or word.count(".") > 1:
            yield Token(at, at + len(word), word, folded)
            return
        yield from _split(word[:-1], at)
        yield Token(at + len(word) - 1, at + len(word), ".", ".")
        return
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        cut = clitic.start()
        yield Token(at, at + cut, word[:cut], normal(word[:cut]))
        yield Token(at + cut, at + len(word), word[cut:], normal(word[cut:]))
        return
    yield Token(at, at + len(word), word, normal(word))
