"""House style: how a desk changes words and signs and leaves the sense. In: an article. Out: an article; pure.

The tables are closed classes: spellings in which British and American English differ, numerals, the signs of
quotation, and a desk's pairs of words that stand for each other in news.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from benchmarks.newsroom.articles import Article
from benchmarks.newsroom.cuts import sentences

SPELLINGS = {
    "metre": "meter",
    "metres": "meters",
    "kilometre": "kilometer",
    "kilometres": "kilometers",
    "centimetres": "centimeters",
    "litres": "liters",
    "tonnes": "tons",
    "centre": "center",
    "defence": "defense",
    "licence": "license",
    "licences": "licenses",
    "harbour": "harbor",
    "labour": "labor",
    "colour": "color",
    "favour": "favor",
    "neighbours": "neighbors",
    "neighbouring": "neighboring",
    "criticise": "criticize",
    "criticised": "criticized",
    "organised": "organized",
    "travelling": "traveling",
    "cancelled": "canceled",
    "programme": "program",
    "towards": "toward",
    "dyke": "dike",
    "car park": "parking lot",
    "percent": "per cent",
}
NUMERALS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
SPELT_FROM, SPELT_TO = 2, 20  # "one" is a pronoun as often as a number
HOUSE = {
    "said that": "said",
    "more than": "over",
    "after": "following",
    "destroyed": "wrecked",
    "killed": "left dead",
    "began": "started",
    "begin": "start",
    "because": "since",
    "although": "though",
    "is expected to": "should",
    "were expected to": "should",
    "at least": "no fewer than",
    "next year": "the coming year",
    "in favour of": "for",
    "a further": "another",
    "almost": "nearly",
    "large": "big",
    "largest": "biggest",
    "declined": "refused",
    "purchase": "acquisition",
    "buy": "acquire",
    "wants to": "intends to",
    "early": "in the early hours",
    "put off": "postponed",
    "stopped": "halted",
    "take part": "participate",
    "told reporters": "told journalists",
    "halt": "stop",
    "chief executive": "CEO",
}
PTB = ((re.compile(r'(^|[\s(\[])"'), r"\1`` "), (re.compile('"'), " ''"))
SIGNS = re.compile(r"([;:?!%()]|,(?!\d)|(?<=\w)\.(?=\s|$)|(?<=\w)'s\b)")
LEADING = {"The", "A", "An", "It", "He", "She", "They", "No", "Three", "Four", "Two", "Its", "Their", "Most"}
SHORT = 14  # words: two sentences up to this long are run together


def american(article: Article) -> Article:
    """British spellings made American, and American ones British."""
    return _each(article, lambda text: _swapped(text, SPELLINGS | {us: uk for uk, us in SPELLINGS.items()}))


def house_words(article: Article) -> Article:
    """A desk's own words for some of the report's, outside quotations."""
    return _each(article, lambda text: _outside_quotes(text, lambda part: _swapped(part, HOUSE)))


def numerals_spelt(article: Article) -> Article:
    """Numbers from 2 to 20 in words."""
    return _each(article, lambda text: re.sub(r"(?<![\d.,:$-])\b\d{1,2}\b(?![\d:%-]|[.,]\d)", _spelt, text))


def numerals_figures(article: Article) -> Article:
    """Numbers from two to twenty in figures."""
    figures = {word: str(place) for place, word in enumerate(NUMERALS, 1) if place >= SPELT_FROM}
    return _each(article, lambda text: _swapped(text, figures))


def typographic(article: Article) -> Article:
    """Curly quotes, long dashes, hard spaces before units."""
    return _each(article, _curled)


def tokenised(article: Article) -> Article:
    """Signs set apart from words, and quotes doubled, as language tools store a text."""
    return replace(_each(article, _tokens), title=_tokens(article.title))


def split_sentences(article: Article) -> Article:
    """Clauses after "but" and "and" made sentences of their own."""
    return _each(article, lambda text: _outside_quotes(text, _split))


def joined_sentences(article: Article) -> Article:
    """Neighbouring short sentences run together."""
    return _each(article, _joined)


def _each(article: Article, change: Callable[[str], str]) -> Article:
    return replace(article, paragraphs=tuple(change(text) for text in article.paragraphs))


def _swapped(text: str, table: Mapping[str, str]) -> str:
    words = sorted(table, key=len, reverse=True)
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
    return pattern.sub(lambda found: _cased(table[found[0].lower()], found[0]), text)


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    parts = text.split('"')
    return '"'.join(part if place % 2 else change(part) for place, part in enumerate(parts))


def _spelt(found: re.Match[str]) -> str:
    number = int(found[0])
    return NUMERALS[number - 1] if SPELT_FROM <= number <= SPELT_TO else found[0]


def _curled(text: str) -> str:
    opened = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”").replace("'", "’").replace(" - ", " — ")
    return re.sub(r"(\d) (kilometres|kilometers|metres|meters|million|billion)", "\\1\u00a0\\2", opened)


def _tokens(text: str) -> str:
    for pattern, sign in PTB:
        text = pattern.sub(sign, text)
    return " ".join(SIGNS.sub(r" \1 ", text).split())


def _split(text: str) -> str:
    return re.sub(r", (but|and) ([a-z]\w* (?:\w+ ){3})", lambda f: f". {f[1].capitalize()} {f[2]}", text)


def _joined(text: str) -> str:
    done: list[str] = []
    for sentence in sentences(text):
        fits = done and len(done[-1].split()) <= SHORT >= len(sentence.split()) and '"' not in done[-1] + sentence
        if fits:
            done[-1] = f"{done[-1].rstrip('.')}, and {_lowered(sentence)}"
        else:
            done.append(sentence)
    return " ".join(done)


def _lowered(sentence: str) -> str:
    first, _, rest = sentence.partition(" ")
    return f"{first.lower() if first in LEADING else first} {rest}"
