"""The dictionary form of a token, from its form and its part of speech, by rule and table.

In: a folded form, its universal and its Penn tag. Out: its lemma in lower case, as UD English writes it: "was" to
"be", "them" to "they", "n't" to "not".
"""

from functools import lru_cache

from throughline.tables import bases

_CLASS = {"PRON": "pronoun", "DET": "determiner", "PART": "particle"}
_SHORT = frozenset({"am", "are", "m", "re", "r", "ve", "ll"})  # present forms: of others, "saw" is a base as well
_REMEMBERED = 1 << 16


@lru_cache(_REMEMBERED)
def lemma(norm: str, tag: str, xpos: str) -> str:
    """Return the lemma of a token."""
    if xpos in {"NNS", "NNPS"}:
        return bases.of_noun(norm)
    if tag in {"VERB", "AUX"}:
        return _verb(norm, xpos)
    if xpos in {"JJR", "JJS"}:
        return bases.of_compared(norm, "adjective")
    if xpos in {"RBR", "RBS"}:
        return bases.of_compared(norm, "adverb")
    if xpos == "PRP$":
        return norm
    if tag in _CLASS:
        return bases.irregular_forms()[_CLASS[tag]].get(norm, norm)
    return norm


def _verb(norm: str, xpos: str) -> str:
    if xpos == "VBZ":
        return bases.of_third(norm) if norm != "'s" else "be"
    if xpos in {"VBD", "VBN"}:
        return "have" if norm == "'d" else bases.of_past(norm)
    if xpos == "VBG":
        return bases.of_gerund(norm)
    if norm.startswith("'") or xpos == "MD" or norm in _SHORT:
        return bases.irregular_forms()["verb"].get(norm, norm)
    return norm
