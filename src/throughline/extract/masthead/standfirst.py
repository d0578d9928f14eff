"""The subtitle: what stands below the headline and sums the report up.

In: a draft and the title. Out: the subtitle's words, or None where there is none or it only repeats the lead. It must
stand on the page as a block of its own; where it stands between headline and byline no markup is needed.
"""

from throughline.extract import furniture
from throughline.extract.draft import Draft
from throughline.model import Role
from throughline.text.fold import fold_name

_REACH = 8  # blocks after the headline in which a subtitle stands
_SHORTEST, _LONGEST = 25, 600  # characters
_FEWEST_WORDS = 5
_MOST_WORDS = 70
_SIGNED = frozenset({Role.BYLINE, Role.DATELINE})
_MAY_BE = frozenset({Role.BODY, Role.BOILERPLATE, Role.QUOTE, Role.RELATED, Role.TITLE, Role.LIST, Role.BYLINE})


def find(draft: Draft, title: str | None) -> str | None:
    """Find the subtitle."""
    blocks = draft.blocks
    headline = fold_name(title or "")
    places = [k for k, block in enumerate(blocks) if block.role is Role.TITLE]
    top = next((k for k in places if headline and headline in fold_name(draft.words(k))), places[0] if places else -1)
    near = range(top + 1, min(len(blocks), top + 1 + _REACH))
    lead = next((k for k in range(top + 1, len(blocks)) if blocks[k].role is Role.BODY), len(blocks))
    folded = {fold_name(draft.words(k)): k for k in reversed(near) if blocks[k].role in _MAY_BE}
    for words in draft.clues.standfirsts:
        at = folded.get(fold_name(words))
        if at is not None and _fits(words, headline) and (at != lead or _is_signed_below(draft, at)):
            return words
    return _between(draft, top, headline) if top >= 0 else None


def _between(draft: Draft, top: int, headline: str) -> str | None:
    """Take the one block that stands between headline and byline."""
    if top + 2 >= len(draft.blocks) or draft.blocks[top + 1].role not in {Role.BODY, Role.BOILERPLATE, Role.TITLE}:
        return None
    words = draft.words(top + 1)
    return words if _is_signed_below(draft, top + 1) and _fits(words, headline) else None


def _is_signed_below(draft: Draft, at: int) -> bool:
    """Tell whether the byline or the day follows, and the article after it."""
    blocks = draft.blocks
    is_signed = at + 1 < len(blocks) and blocks[at + 1].role in _SIGNED
    return is_signed and any(block.role is Role.BODY for block in blocks[at + 2 : at + 2 + _REACH])


def _fits(words: str, headline: str) -> bool:
    count = len(words.split())
    is_sized = _SHORTEST <= len(words) <= _LONGEST and _FEWEST_WORDS <= count <= _MOST_WORDS
    is_told = sum(word.isalpha() for word in words.split()) >= _FEWEST_WORDS
    folded = fold_name(words)
    is_signature = furniture.is_day(words) or furniture.is_byline(words)
    is_other = folded not in headline and not (headline and headline in folded)
    return is_sized and is_told and is_other and not is_signature
