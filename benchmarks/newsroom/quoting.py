"""Quotations told in another way. In: an article. Out: an article; pure."""

import re
from dataclasses import replace

from benchmarks.newsroom.articles import Article

SAID_BY = re.compile(r'"([^"]+)," said ((?:[^."]|\.\d|Dr\.)+)\.')
BY_SAID = re.compile(r'"([^"]+)," ([A-Z][^."]*?) (said|told [^.,"]+)((?:[^."]|\.\d)*)\.')
SECOND = re.compile(r'(?<=\.) "([^"]+)\."')  # a quotation that goes on after its attribution
STARTERS = frozenset("A An The They It He She Every Nobody Neither Inflation Football Whoever".split())
PERSONS = {
    "i": "he",
    "me": "him",
    "my": "his",
    "we": "they",
    "us": "them",
    "our": "their",
    "have": "had",
    "is": "was",
    "are": "were",
    "will": "would",
    "can": "could",
    "do": "did",
}


def indirect(article: Article) -> Article:
    """Direct speech made reported speech: persons and tenses go back by one."""
    return replace(article, paragraphs=tuple(_indirect(text) for text in article.paragraphs))


def moved(article: Article) -> Article:
    """The speaker put before what is quoted."""
    return replace(article, paragraphs=tuple(_moved(text) for text in article.paragraphs))


def _indirect(text: str) -> str:
    text = SAID_BY.sub(lambda f: f"{_closed(f[2])} said that {_reported(f[1])}.", text)
    text = BY_SAID.sub(lambda f: f"{f[2]} {f[3]}{f[4]} that {_reported(f[1])}.", text)
    return SECOND.sub(lambda f: f" He added that {_reported(f[1])}.", text)


def _moved(text: str) -> str:
    text = SAID_BY.sub(lambda f: f'{_closed(f[2])} said: "{f[1]}."', text)
    return BY_SAID.sub(lambda f: f'{f[2]} {f[3]}{f[4]}: "{f[1]}."', text)


def _closed(speaker: str) -> str:
    return f"{speaker}," if "," in speaker else speaker


def _reported(quoted: str) -> str:
    words = quoted.split(" ")
    changed = [PERSONS.get(word.lower(), word) for word in words]
    if words[0] in STARTERS or words[0].lower() in PERSONS:
        changed[0] = changed[0][0].lower() + changed[0][1:]
    return " ".join(changed)
