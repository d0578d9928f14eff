"""Why two accounts were taken for one happening, for people.

In: two accounts, as they are kept. Out: reasons in words, worked out when somebody asks: nothing of them is stored.
"""

from typing import Final

from throughline.resolve.happenings.accounts import Account
from throughline.resolve.happenings.likeness import closeness
from throughline.tables.rarity import rarity

_WORDS: Final = 6  # shared words that a reason names, the rarest first


def reasons(later: Account, earlier: Account) -> tuple[str, ...]:
    """Say in words what speaks for two accounts being of one happening."""
    words = f"“{later.lemma}”" if later.lemma == earlier.lemma else f"“{later.lemma}” and “{earlier.lemma}”"
    found = [f"{words}: {_kinship(later, earlier)}"]
    shared = sorted(later.content & earlier.content, key=lambda word: (-rarity(word), word))[:_WORDS]
    if shared:
        found.append(f"both sentences have {', '.join(shared)}")
    if later.outline.article == earlier.outline.article:
        found.append("one article tells of both")
    else:
        found.append(f"the articles' words agree to {closeness(later.outline, earlier.outline):.0%}")
    return tuple(found)


def _kinship(later: Account, earlier: Account) -> str:
    if later.lemma == earlier.lemma:
        return "the same word"
    if later.stem == earlier.stem or later.predicates & earlier.predicates:
        return "words of one root"
    return "words of one kind" if later.types & earlier.types else "near in meaning, as the reader sees them"
