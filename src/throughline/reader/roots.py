"""The PLOVER root of a predicate between two parties, by a small classifier on what the network makes of the words.

In: a parse with states, and the tokens that head the predicate, the actor and the recipient. Out: roots with their
probabilities; nothing where the parse has no states, or the package no weights that fit its reader: rules can do
without it.

The classifier is one hidden layer over the states of those words and the mean of those between them, the types that
`tables.predicates` knows for the words, and what the reader says of certainty. It learned the older list of
PLOVER (`training/reader/plover.py`), where YIELD is today's RETREAT and CONCEDE.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from throughline.model import Parse, Plover, Span, Token
from throughline.tables.predicates import noun_forms, verb_forms

Floats = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("weights") / "roots.npz"
YIELD = "YIELD"
ROOTS = (
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT"),
    *("REQUEST", "SANCTION", "SUPPORT", "THREATEN", YIELD),
)
_NUMBERS = {root: number for number, root in enumerate(ROOTS)} | {"RETREAT": 14, "CONCEDE": 14}
_KINDS = len(ROOTS) + 1  # the last: a predicate without a type
_AHEAD = 8  # words behind a predicate in which the words of a row of the table are looked for
_NEGATIONS = frozenset({"not", "n't", "no", "never", "neither", "nor", "without"})
_KNOWN = 2.0  # the weight of a type from the table beside states, whose numbers are near 1


@dataclass(frozen=True, slots=True)
class Layers:
    """The classifier's weights: features to hidden, hidden to roots; and the reader whose states they fit."""

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats
    reader: str

    def run(self, features: Floats) -> Floats:
        """Probabilities [n, roots] of features [n, f]."""
        wide = np.maximum(features @ self.hidden + self.hidden_bias, 0)
        scores = wide @ self.out + self.out_bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(scores / scores.sum(1, keepdims=True), dtype=np.float32)


@cache
def load(path: Path = WEIGHTS) -> Layers | None:
    """Load the weights; None where the package was built without them."""
    if not path.is_file():
        return None
    with np.load(path) as kept:
        hidden, bias, out, out_bias = (
            kept[name].astype(np.float32) for name in ("hidden", "hidden_bias", "out", "out_bias")
        )
        return Layers(hidden, bias, out, out_bias, str(kept["reader"]))


def roots(parse: Parse, predicate: int, actor: int | None, recipient: int | None) -> Mapping[str, float]:
    """Tell how likely each of ROOTS is; empty where nothing can tell."""
    layers = load()
    if layers is None or parse.states is None or parse.reader != layers.reader:
        return {}
    (found,) = layers.run(features(parse, predicate, actor, recipient)[None])
    return dict(zip(ROOTS, found.tolist(), strict=True))


def root(parse: Parse, predicate: int, actor: int | None, recipient: int | None) -> tuple[Plover, float] | None:
    """Name the likeliest root, and its probability. A YIELD is what the table says, else CONCEDE."""
    found = roots(parse, predicate, actor, recipient)
    if not found:
        return None
    best = max(found, key=found.__getitem__)
    kind = _type(parse, predicate)
    if best != YIELD:
        return Plover(best), found[best]
    return Plover.RETREAT if kind is Plover.RETREAT else Plover.CONCEDE, found[best]


def features(parse: Parse, predicate: int, actor: int | None, recipient: int | None) -> Floats:
    """Return what the classifier reads.

    Raises:
        ValueError: the parse has no states.
    """
    states = parse.states
    if states is None:
        raise ValueError("a root is told from the states of words, which this parse does not hold")
    sentence = parse.sentences[bisect_right(parse.sentences, predicate, key=lambda each: each.first) - 1]
    parties = [index for index in (actor, recipient) if index is not None]
    low, high = min(predicate, *parties) if parties else predicate, max(predicate, *parties, predicate)
    between = [index for index in range(low, high + 1) if index not in parties] or [predicate]
    whole = range(sentence.first, sentence.last)
    nothing = np.zeros(states.shape[1], dtype=np.float32)
    parts = [
        states[predicate],
        nothing if actor is None else states[actor],
        nothing if recipient is None else states[recipient],
        states[between].mean(0, dtype=np.float32),
        states[sentence.first : sentence.last].mean(0, dtype=np.float32),
        _types(parse, [predicate]),
        _types(parse, between),
        _types(parse, whole),
        _certainty(parse, predicate, whole),
    ]
    return np.concatenate([np.asarray(part, dtype=np.float32) for part in parts])


def _types(parse: Parse, indices: "range | list[int]") -> Floats:
    """Return which types the table knows for some words."""
    found = np.zeros(_KINDS, dtype=np.float32)
    for index in indices:
        if (row := _row(parse, index)) is not None:
            found[_NUMBERS[row] if row else _KINDS - 1] = _KNOWN
    return found


def _type(parse: Parse, index: int) -> Plover | None:
    row = _row(parse, index)
    return Plover(row) if row else None


def _row(parse: Parse, index: int) -> str | None:
    """Return the type of the first row of the table that fits a word: "" for none, None where no row fits."""
    token = parse.tokens[index]
    if token.tag == "VERB":
        rows = [row for form in verb_forms().get(token.norm, ()) for row in form.rows]
    elif token.tag == "NOUN" and token.norm in noun_forms():
        rows = list(noun_forms()[token.norm].rows)
    else:
        return None
    ahead = {each.norm for each in parse.tokens[index + 1 : index + _AHEAD]}
    for row in rows:
        if not row.after or any(word.removeprefix("^") in ahead for word in row.after):
            return "" if row.type is None else row.type.value
    return None


def _certainty(parse: Parse, predicate: int, whole: range) -> Floats:
    tokens = parse.tokens
    own = [tokens[index] for index in whole if tokens[index].head == predicate]
    return np.array(
        [
            tokens[predicate].factuality,
            _is_any(own, _NEGATIONS),
            _is_any([tokens[index] for index in whole], _NEGATIONS),
            any(token.relation.startswith("aux") and token.xpos == "MD" for token in own),
            any(token.relation == "nsubj:pass" for token in own),
        ],
        dtype=np.float32,
    )


def _is_any(tokens: list[Token], words: frozenset[str]) -> bool:
    return any(token.norm in words for token in tokens)


def top(parse: Parse, span: Span) -> int | None:
    """Return the token of a stretch that hangs from outside it; None where the stretch holds no token."""
    own = [index for index, token in enumerate(parse.tokens) if token.start < span.end and span.start < token.end]
    return next((index for index in own if parse.tokens[index].head not in own), None)


def joining(parse: Parse, actor: int | None, recipient: int | None) -> int:
    """Return the predicate that joins two parties in the tree: where their ways to the root meet.

    Where one is part of the other's phrase, or only one is known, it is the nearest word above that can be a predicate.
    """
    ways = [_way(parse, index) for index in (actor, recipient) if index is not None]
    if not ways:
        raise ValueError("a predicate joins at least one party")
    shared = [index for index in ways[0] if index in set(ways[-1])] if len(ways) > 1 else []
    if shared and shared[0] not in (actor, recipient):
        return shared[0]
    way = next((way for way in ways if not shared or way[0] == shared[0]), ways[0])
    return next((index for index in way[1:] if parse.tokens[index].tag in {"VERB", "NOUN", "ADJ"}), way[-1])


def _way(parse: Parse, index: int) -> list[int]:
    """Return a token and all above it."""
    way = [index]
    while parse.tokens[way[-1]].head >= 0:
        way.append(parse.tokens[way[-1]].head)
    return way
