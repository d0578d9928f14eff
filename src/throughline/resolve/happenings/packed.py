"""A tale as bytes, about 7 KB for an article of thirty tellings; and back.

In: a `Tale`. Out: bytes. Whatever is compared is compared as it comes back from them, new and old pages alike, so that
it does not matter which of two was kept first (law 3).
"""

import json
import struct
import zlib
from functools import cached_property
from typing import Any, Final

import numpy as np

from throughline.resolve.happenings import coarse
from throughline.resolve.happenings.accounts import MARKS, Account, Floats, Outline, roots
from throughline.resolve.happenings.tale import Place, Tale

_SETS: Final = (
    *("words", "predicates", "types", "near", "content", "names", "numbers", "patients", "others", "arguments"),
)
_LEMMA, _PREDICATES = 2, 4 + _SETS.index("predicates")  # where they stand in an account's row
_WEIGHTS: Final = 1000  # steps of a term's weight
_NOTHING: Final[Floats] = np.zeros(0, dtype=np.float32)
_SIZE: Final = struct.Struct("<I")
_BROKEN: Final = (zlib.error, struct.error, ValueError, KeyError, TypeError, IndexError, RecursionError)


def packed(tale: Tale) -> bytes:
    """Pack a tale."""
    words: dict[str, int] = {}
    accounts = list(tale.accounts.values())
    sentences = {one.sentence: one.meaning for one in accounts}
    opening = tale.outline.opening
    held = {
        "judge": tale.judge,
        "sizes": [opening.size, *([accounts[0].state.size, accounts[0].meaning.size] if accounts else (0, 0))],
        "terms": [[_number(words, word), round(weight * _WEIGHTS)] for word, weight in tale.outline.terms.items()],
        "sentences": list(sentences),
        "places": [[place.start, int(place.is_sentence)] for place in tale.accounts],
        "accounts": [
            [
                *(one.head, one.sentence, _number(words, one.lemma), int(one.is_verb)),
                *([_number(words, word) for word in sorted(getattr(one, name))] for name in _SETS),
            ]
            for one in accounts
        ],
        "words": list(words),
    }
    text = zlib.compress(json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())
    vectors = [each for each in sentences.values() if each.size]
    return b"".join(
        (
            _SIZE.pack(len(text)) + text,
            coarse.halved(opening[None]) if opening.size else b"",
            coarse.rounded(np.stack([one.state for one in accounts])) if accounts else b"",
            coarse.halved(np.stack(vectors)) if vectors else b"",
        )
    )


def _number(words: dict[str, int], word: str) -> int:
    return words.setdefault(word, len(words))


class Kept:
    """A tale as it comes back. Accounts are made when first asked for: of most articles, few are."""

    def __init__(self, data: bytes, article: str) -> None:
        (size,) = _SIZE.unpack_from(data)
        held: dict[str, Any] = json.loads(zlib.decompress(data[_SIZE.size : _SIZE.size + size]))
        rest = data[_SIZE.size + size :]
        self.judge: int = held["judge"]
        self._words: list[str] = held["words"]
        self._rows: list[list[Any]] = held["accounts"]
        self._sentences: list[int] = held["sentences"]
        self._sizes: list[int] = held["sizes"]
        opening, state, _ = self._sizes
        self._opening, rest = rest[: opening // 2], rest[opening // 2 :]
        size = len(self._rows) * (2 + state)
        self.states = coarse.unrounded(rest[:size], len(self._rows))
        self._meanings = rest[size:]
        if len(self._meanings) != len(self._sentences) * (self._sizes[2] // 2):
            raise ValueError("the vectors of its sentences are cut off")
        self.places = {Place(start, bool(kind)): at for at, (start, kind) in enumerate(held["places"])}
        terms = {self._words[number]: weight / _WEIGHTS for number, weight in held["terms"]}
        opens = coarse.unhalved(self._opening, 1)[0] if opening else _NOTHING
        self.outline = Outline(article, terms, frozenset(list(terms)[:MARKS]), opens)
        self._made: dict[int, Account] = {}

    def account(self, number: int) -> Account:
        """The account of that number."""
        if number not in self._made:
            head, sentence, lemma, is_verb, *sets = self._rows[number]
            named = (frozenset([self._words[each] for each in one]) for one in sets)
            self._made[number] = Account(
                self.outline,
                head,
                sentence,
                self._words[lemma],
                bool(is_verb),
                state=self.states[number],
                meaning=self._meaning[self._sentences.index(sentence)] if self._sizes[2] else _NOTHING,
                **dict(zip(_SETS, named, strict=True)),
            )
        return self._made[number]

    @cached_property
    def roots(self) -> list[tuple[int, ...]]:
        """The roots of all accounts."""
        words = self._words
        return [roots(words[row[_LEMMA]], [words[each] for each in row[_PREDICATES]]) for row in self._rows]

    @cached_property
    def directions(self) -> Floats:
        """The states of all accounts as unit vectors."""
        lengths = np.linalg.norm(self.states, axis=1, keepdims=True)
        return np.asarray(self.states / np.where(lengths == 0, 1, lengths), dtype=np.float32)

    @cached_property
    def _meaning(self) -> Floats:
        return coarse.unhalved(self._meanings, len(self._sentences))


def unpacked(data: bytes, article: str) -> Kept | None:
    """Undo `packed`; None where the bytes are no tale."""
    try:
        return Kept(data, article)
    except _BROKEN:
        return None
