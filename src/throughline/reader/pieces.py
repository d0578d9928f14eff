"""Words to the word pieces of the model's vocabulary.

WordPiece (Wu et al. 2016) over lower-case text without accents, by the `tokenizers` library. Every head of the model
reads a word at its first piece, so that a word of a hundred pieces (a base64 string) is cut to a few.
"""

from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from throughline.reader.words import plain

MOST_PIECES = 8  # a word; longer ones are addresses and codes
_MOST_LETTERS = 64
_MOST_KEPT = 100_000  # words whose pieces are remembered

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102  # BERT's own numbers


class Pieces:
    """A vocabulary, and the pieces of the words met so far."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text("utf-8").splitlines()
        model = WordPiece({word: number for number, word in enumerate(lines)}, unk_token="[UNK]")  # noqa: S106 - a piece of text
        self._tokenizer = Tokenizer(model)
        self._tokenizer.normalizer = BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = BertPreTokenizer()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one, at most MOST_PIECES."""
        known = self._known.get(word)
        if known is None:
            encoded = self._tokenizer.encode(plain(word)[:_MOST_LETTERS], add_special_tokens=False)
            known = tuple(encoded.ids[:MOST_PIECES]) or (UNKNOWN,)
            if len(self._known) < _MOST_KEPT:
                self._known[word] = known
        return known
