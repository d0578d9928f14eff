"""What is kept of an event, and of the article that tells of it, to know the same event elsewhere.

In: a parse with grammar and states, and the token that tells of an event. Out: an `Account`, with the `Outline` of its
article. Both are functions of the one page alone.
"""

import math
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from throughline.model import Parse, Token
from throughline.tables.predicates import noun_forms, verb_forms
from throughline.tables.rarity import rarity

Floats = npt.NDArray[np.float32]

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_TERMS = 80  # words of an article, those that tell it best from others
MARKS = 30  # of these, those by which articles find each other
_LETTERS = 3  # of a word, at the least, to be a term
_LEAD = 3  # sentences that open an article, which say what it is about
_NEAR = 4  # tokens to each side of an event that are its surroundings
_STEM = 5  # letters: "resign", "resigned" and "resignation" meet
_PARTS = frozenset({"compound", "flat", "nmod", "amod", "nummod", "conj"})  # of an argument, told with it
_OTHERS = frozenset({"obl", "nmod", "compound", "amod"})


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What an article is about: its terms with weights (a unit vector), the heaviest as marks, and its opening."""

    article: str
    terms: dict[str, float]
    marks: frozenset[str]
    opening: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """An event as one place of an article tells of it. All words are lemmas in lower case.

    `head` counts the tokens of the article and `sentence` its sentences. `near` are the content words around, `content`
    those of the sentence, `names`, `numbers` and arguments among them. `predicates` are those of the table that the
    word can be, `types` theirs. `state` is what the reader's encoder makes of the word (narrowed by a judge where it
    is kept in a `Tale`), `meaning` what it makes of the sentence.
    """

    outline: Outline
    head: int
    sentence: int
    lemma: str
    is_verb: bool
    words: frozenset[str]
    predicates: frozenset[str]
    types: frozenset[str]
    near: frozenset[str]
    content: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    patients: frozenset[str]
    others: frozenset[str]
    arguments: frozenset[str]
    state: Floats
    meaning: Floats

    @property
    def stem(self) -> str:
        """How the word begins."""
        return self.lemma[:_STEM]


def roots(lemma: str, predicates: Iterable[str]) -> tuple[int, ...]:
    """Numbers that words of one root share: of how a word begins, and the predicates that it can be."""
    return tuple(sorted({zlib.crc32(word[:_STEM].encode()) for word in (lemma, *predicates)}))


def outline(article: str, parse: Parse) -> Outline:
    """Say what an article is about."""
    counts = Counter(
        token.lemma.lower() for token in parse.tokens if token.tag in CONTENT and len(token.lemma) >= _LETTERS
    )
    weights = {word: (1 + math.log(count)) * rarity(word) for word, count in counts.items()}
    heaviest = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_TERMS]
    size = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    marks = frozenset(word for word, _ in heaviest[:MARKS])
    return Outline(article, {word: weight / size for word, weight in heaviest}, marks, _opening(parse))


def account(own: Outline, parse: Parse, head: int, mention: Sequence[int] = ()) -> Account:
    """Take down the event that the token `head` tells of, alone or with the other tokens of `mention`.

    Raises:
        ValueError: the parse has no states.
    """
    if parse.states is None:
        raise ValueError("an account needs the states of words, which this parse does not hold")
    number = bisect_right(parse.sentences, head, key=lambda each: each.first) - 1
    sentence = range(parse.sentences[number].first, parse.sentences[number].last)
    tokens, token = parse.tokens, parse.tokens[head]
    around = range(max(sentence.start, head - _NEAR), min(sentence.stop, head + _NEAR + 1))
    patients, others, rest = _arguments(parse, sentence, head)
    predicates, types = _kinds(token)
    return Account(
        own,
        head,
        number,
        token.lemma.lower(),
        token.tag == "VERB",
        frozenset(tokens[i].lemma.lower() for i in mention or (head,) if tokens[i].tag in CONTENT | {"ADP", "ADV"}),
        predicates,
        types,
        _content(tokens[i] for i in around if i != head and i not in mention),
        _content(tokens[i] for i in sentence if i != head),
        frozenset(tokens[i].lemma.lower() for i in sentence if tokens[i].tag == "PROPN"),
        frozenset(tokens[i].norm for i in sentence if tokens[i].tag == "NUM"),
        patients,
        others,
        patients | others | rest,
        _unit(parse.states[head]),
        _meaning(parse, number),
    )


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in tokens if token.tag in CONTENT)


def _arguments(parse: Parse, sentence: range, head: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of those to whom it happens, of what else belongs to it, and of those who do it."""
    found: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for index in _below(parse, sentence, head):
        role = _role(parse.tokens[index].relation)
        if role is not None and parse.tokens[index].tag in CONTENT:
            parts = (i for i in _below(parse, sentence, index) if _plain(parse.tokens[i].relation) in _PARTS)
            found[role].update(_content(parse.tokens[i] for i in (index, *parts)))
    return frozenset(found[0]), frozenset(found[1]), frozenset(found[2])


def _below(parse: Parse, sentence: range, head: int) -> Iterator[int]:
    return (index for index in sentence if parse.tokens[index].head == head)


def _role(relation: str) -> int | None:
    plain = _plain(relation)
    if relation == "nsubj:pass" or plain in {"obj", "iobj"}:
        return 0
    if relation == "obl:agent" or plain == "nsubj":
        return 2
    return 1 if plain in _OTHERS else None


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def _kinds(token: Token) -> tuple[frozenset[str], frozenset[str]]:
    """Which predicates of the table a word can be, whatever it is here, and their types."""
    rows = [
        row
        for word in dict.fromkeys((token.norm, token.lemma.lower()))
        for form in (*verb_forms().get(word, ()), *([noun_forms()[word]] if word in noun_forms() else []))
        for row in form.rows
    ]
    return frozenset(row.lemma for row in rows), frozenset(row.type.value for row in rows if row.type)


def _opening(parse: Parse) -> Floats:
    """Return the mean meaning of the first sentences."""
    first = [_meaning(parse, number) for number in range(min(_LEAD, len(parse.vectors)))]
    return _unit(np.mean(first, axis=0)) if first else np.zeros(0, dtype=np.float32)


def _meaning(parse: Parse, number: int) -> Floats:
    if number >= len(parse.vectors):
        return np.zeros(0, dtype=np.float32)
    return _unit(np.asarray(parse.vectors[number]))


def _unit(vector: npt.NDArray[np.floating]) -> Floats:
    wide = np.asarray(vector, dtype=np.float32)
    return np.asarray(wide / (float(np.linalg.norm(wide)) or 1.0), dtype=np.float32)
