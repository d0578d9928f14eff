"""Whether a text is English: the trained reader knows no other language.

In: tokens, and the language that somebody declared. Out: yes or no. A declaration can be wrong (a template's "en"
around Spanish, a Spanish site's interview in English), so that the words count more, where there are enough.
"""

from collections.abc import Sequence

from throughline.model import Token

# The commonest function words of English that none of its neighbours shares.
_WORDS = frozenset(
    """the and of to that was for with on by it from has he at not were have be which this are an or they their his
    will would had been its who we you she but about there when all if what can after over could than into""".split()
)
_MOST = 400  # words that are looked at
_FEW = 30  # below it words tell nothing
# Shares of function words: English news has 0.25 to 0.45, its tables and lists of names 0.05 and more; other
# languages stay below 0.04.
_LEAST = 0.04
_AGAINST = 0.12  # where another language was declared


def is_english(tokens: Sequence[Token], declared: str | None) -> bool:
    """Tell whether to read a text as English."""
    is_other = declared is not None and not declared.lower().startswith("en")
    words = []
    for token in tokens:
        if token.norm.isalpha():
            words.append(token.norm)
            if len(words) == _MOST:
                break
    if len(words) < _FEW:
        return not is_other
    share = sum(word in _WORDS for word in words) / len(words)
    return share >= (_AGAINST if is_other else _LEAST)
