"""A tale as bytes, about 4 KB for an article of ten tellings; and back.

In: a `Tale`. Out: bytes. Whatever is compared is compared as it comes back from them, new and old pages alike, so that
it does not matter which of two was kept first (law 3). What comes back is a few arrays and strings, not lists in lists:
thousands are at hand while pages are added.
"""

import json
import struct
import sys
import zlib
from collections.abc import Iterable
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from throughline.resolve.happenings import coarse
from throughline.resolve.happenings.accounts import MARKS, Account, Floats, Outline, roots
from throughline.resolve.happenings.tale import Place, Tale

_SETS: Final = (
    *("words", "predicates", "types", "near", "content", "names", "numbers", "patients", "others", "arguments"),
)
_ROW: Final = 6 + len(_SETS)  # numbers of an account: its place, its head, sentence, word, class, and its sets' lengths
_LEMMA, _PREDICATES = 4, _SETS.index("predicates")  # where they stand among them, and among the sets
_WEIGHTS: Final = 1000  # steps of a term's weight
_NOTHING: Final[Floats] = np.zeros(0, dtype=np.float32)
_SIZES: Final = struct.Struct("<II")
_BROKEN: Final = (zlib.error, struct.error, ValueError, KeyError, TypeError, IndexError, RecursionError)

_Numbers = npt.NDArray[np.uint32]


def packed(tale: Tale) -> bytes:
    """Pack a tale."""
    words: dict[str, int] = {}
    accounts = list(tale.accounts.values())
    sentences = {one.sentence: one.meaning for one in accounts}
    opening = tale.outline.opening
    sizes = [accounts[0].state.size, accounts[0].meaning.size] if accounts else [0, 0]
    terms = [[_number(words, word), round(weight * _WEIGHTS)] for word, weight in tale.outline.terms.items()]
    sets = [[[_number(words, word) for word in sorted(getattr(one, name))] for name in _SETS] for one in accounts]
    rows = [
        [place.start, place.is_sentence, one.head, one.sentence, _number(words, one.lemma), one.is_verb, *map(len, own)]
        for (place, one), own in zip(tale.accounts.items(), sets, strict=True)
    ]
    numbers = [tale.judge, opening.size, *sizes, len(terms), len(sentences), len(accounts)]
    numbers += [*_flat(terms), *sentences, *_flat(rows), *(number for own in sets for number in _flat(own))]
    planes = zlib.compress(np.array(numbers, dtype="<u4").view(np.uint8).reshape(-1, 4).T.tobytes())
    text = zlib.compress(json.dumps(list(words), ensure_ascii=False, separators=(",", ":")).encode())
    vectors = [each for each in sentences.values() if each.size]
    return b"".join(
        (
            _SIZES.pack(len(planes), len(text)) + planes + text,
            coarse.halved(opening[None]) if opening.size else b"",
            coarse.rounded(np.stack([one.state for one in accounts])) if accounts else b"",
            coarse.halved(np.stack(vectors)) if vectors else b"",
        )
    )


def _number(words: dict[str, int], word: str) -> int:
    return words.setdefault(word, len(words))


def _flat(rows: Iterable[Iterable[int]]) -> list[int]:
    return [int(number) for row in rows for number in row]


class Kept:
    """A tale as it comes back. Accounts are made when first asked for: of most articles, few are."""

    def __init__(self, data: bytes, article: str) -> None:
        planes, text = _SIZES.unpack_from(data)
        at = _SIZES.size + planes
        levels = np.frombuffer(zlib.decompress(data[_SIZES.size : at]), dtype=np.uint8)
        numbers: _Numbers = np.ascontiguousarray(levels.reshape(4, -1).T).view("<u4")[:, 0]
        self._words: list[str] = list(map(sys.intern, json.loads(zlib.decompress(data[at : at + text]))))
        self.judge, opening, state, meaning, terms, sentences, count = numbers[:7].tolist()
        self._width, rest = meaning, data[at + text :]
        named, numbers = numbers[7 : 7 + 2 * terms].reshape(terms, 2), numbers[7 + 2 * terms :]
        self._sentences: list[int] = numbers[:sentences].tolist()
        rows, self._members = np.split(numbers[sentences:], [count * _ROW])
        self._rows = rows.reshape(count, _ROW)
        self._ends = np.cumsum(self._rows[:, -len(_SETS) :], dtype=np.int64).reshape(count, len(_SETS))
        self.states = coarse.unrounded(rest[opening // 2 :][: count * (2 + state)], count)
        self._meanings = rest[opening // 2 + count * (2 + state) :]
        if len(self._meanings) != sentences * (meaning // 2):
            raise ValueError("the vectors of its sentences are cut off")
        self.places = {Place(start, bool(kind)): at for at, (start, kind) in enumerate(self._rows[:, :2].tolist())}
        weights = {self._words[number]: weight / _WEIGHTS for number, weight in named.tolist()}
        opens = coarse.unhalved(rest[: opening // 2], 1)[0] if opening else _NOTHING
        self.outline = Outline(article, weights, frozenset(list(weights)[:MARKS]), opens)
        self._made: dict[int, Account] = {}

    def account(self, number: int) -> Account:
        """The account of that number."""
        if number not in self._made:
            _, _, head, sentence, lemma, is_verb = self._rows[number, :6].tolist()
            self._made[number] = Account(
                self.outline,
                head,
                sentence,
                self._words[lemma],
                bool(is_verb),
                state=self.states[number],
                meaning=self._meaning[self._sentences.index(sentence)] if self._width else _NOTHING,
                **{name: self._set(number, at) for at, name in enumerate(_SETS)},
            )
        return self._made[number]

    def _set(self, number: int, at: int) -> frozenset[str]:
        end = int(self._ends[number, at])
        members = self._members[end - int(self._rows[number, at - len(_SETS)]) : end]
        return frozenset([self._words[each] for each in members.tolist()])

    @cached_property
    def roots(self) -> list[tuple[int, ...]]:
        """The roots of all accounts."""
        lemmas = self._rows[:, _LEMMA].tolist()
        return [roots(self._words[lemma], self._set(at, _PREDICATES)) for at, lemma in enumerate(lemmas)]

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
