"""A tale as bytes, about 7 KB for an article of thirty tellings; and back.

In: a `Tale`. Out: bytes. Whatever is compared is compared as it comes back from them, new and old pages alike, so that
it does not matter which of two was kept first (law 3).
"""

import json
import struct
import zlib
from typing import Any, Final

import numpy as np

from throughline.resolve.happenings import coarse
from throughline.resolve.happenings.accounts import MARKS, Account, Floats, Outline
from throughline.resolve.happenings.tale import Place, Tale

_SETS: Final = (
    *("words", "predicates", "types", "near", "content", "names", "numbers", "patients", "others", "arguments"),
)
_WEIGHTS: Final = 1000  # steps of a term's weight
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


def unpacked(data: bytes, article: str) -> Tale | None:
    """Undo `packed`; None where the bytes are no tale."""
    try:
        return _unpacked(data, article)
    except _BROKEN:
        return None


def _unpacked(data: bytes, article: str) -> Tale:
    (size,) = _SIZE.unpack_from(data)
    held: dict[str, Any] = json.loads(zlib.decompress(data[_SIZE.size : _SIZE.size + size]))
    words, (opening_size, state_size, meaning_size) = held["words"], held["sizes"]
    rows, sentences = held["accounts"], held["sentences"]
    rest = data[_SIZE.size + size :]
    opening, rest = _vectors(rest, int(opening_size > 0), opening_size)
    size = len(rows) * (2 + state_size)
    states = coarse.unrounded(rest[:size], len(rows)) if rows else np.zeros((0, 0), dtype=np.float32)
    rest = rest[size:]
    meanings, _ = _vectors(rest, len(sentences) if meaning_size else 0, meaning_size)
    nothing = np.zeros(0, dtype=np.float32)
    terms = {words[number]: weight / _WEIGHTS for number, weight in held["terms"]}
    own = Outline(article, terms, frozenset(list(terms)[:MARKS]), opening[0] if len(opening) else nothing)
    meaning_of = dict(zip(sentences, meanings, strict=True)) if len(meanings) else {}
    accounts = {}
    for number, ((start, is_sentence), row) in enumerate(zip(held["places"], rows, strict=True)):
        head, sentence, lemma, is_verb, *sets = row
        named = dict(zip(_SETS, (frozenset([words[each] for each in one]) for one in sets), strict=True))
        accounts[Place(start, bool(is_sentence))] = Account(
            own,
            head,
            sentence,
            words[lemma],
            bool(is_verb),
            state=states[number],
            meaning=meaning_of.get(sentence, nothing),
            **named,
        )
    return Tale(own, accounts, held["judge"])


def _vectors(data: bytes, count: int, size: int) -> tuple[Floats, bytes]:
    """Read `count` vectors off the front of the bytes."""
    if not count:
        return np.zeros((0, size), dtype=np.float32), data
    length = count * size // 2
    return coarse.unhalved(data[:length], count), data[length:]
